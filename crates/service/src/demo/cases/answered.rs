//! Answers of the manager: a refusal, a yes to a resident, and a yes to some of the dates.

use super::{
    super::DemoError,
    stage::{Ask, IfTaken, Stage},
    when::{once, times, weekly},
};
use crate::case::decide::LineDecision;
use chrono::Weekday::{Sat, Sun, Thu};
use ledig_domain::decision::RejectionReason;

/// A company is refused for the sake of the young.
pub async fn company(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let hall = stage.space("Haslumhallen", "Idrettshall/Del C")?;
    let first = stage.next(Thu, 0);
    let ask = Ask {
        by: "Demo Bedriftsidrett AS",
        team: "",
        space: hall,
        when: weekly(first, times((19, 0), (20, 30))?, 10),
        purpose: "Bedriftshåndball",
        persons: 14,
        taken: IfTaken::Ask,
    };
    let (request, _) = stage.ask(ask).await?;
    stage.at(21, 610);
    let text = "Tiden på torsdager holdes av til lag for barn og unge. Enkelttimer etter kl. 21.00 kan bestilles fortløpende.";
    stage.reject(request, RejectionReason::HigherPriority, text).await
}

/// A resident had a house for a day.
pub async fn christening(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let house = stage.space("Rykkinn grendehus", "Forsamlingslokale")?;
    let ask = Ask {
        by: "",
        team: "",
        space: house,
        when: once(stage.next(Sat, -10), times((12, 0), (17, 0))?),
        purpose: "Barnedåp",
        persons: 40,
        taken: IfTaken::Ask,
    };
    let (request, _) = stage.ask(ask).await?;
    stage.at(16, 570);
    stage.approve(request).await
}

/// Some dates given, two refused.
pub async fn partly(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let hall = stage.space("Gjønnes idrettshall", "Storhall")?;
    let ask = Ask {
        by: "Vivil IL",
        team: "Innebandy",
        space: hall,
        when: weekly(stage.next(Sun, -14), times((16, 0), (18, 0))?, 8),
        purpose: "Innebandy tilrettelagt",
        persons: 12,
        taken: IfTaken::Ask,
    };
    let (request, _) = stage.ask(ask).await?;
    stage.at(22, 800);
    let text = "Hallen trengs til kommunens egen innbyggerdag på to av datoene.";
    let by_date = |at: usize, _: &ledig_store::requests::Line| {
        if at == 3 || at == 4 {
            LineDecision::Reject {
                reason: RejectionReason::OwnUse,
                text: text.to_owned(),
            }
        } else {
            LineDecision::Approve
        }
    };
    stage.decide(request, text, by_date).await?;
    Ok(())
}
