//! What the club of the demo's booker has going: tonight's time, a date that waits, an offer, dates cancelled.

use super::{
    super::DemoError,
    stage::{Ask, IfTaken, Stage},
    when::{once, times, weekly},
};
use crate::case::{
    cancel::{Cancel, CancelScope},
    decide::LineDecision,
};
use chrono::{
    Days,
    Weekday::{Sat, Tue, Wed},
};
use ledig_domain::{id::RequestId, recurrence::Recurrence, request::LineState};

const CLUB: &str = "Haslum IL";
const HALLS: [(&str, &str); 6] = [
    ("Haslumhallen", "Idrettshall"),
    ("Hoslehallen", "Idrettshall"),
    ("Eikelihallen", "Idrettshall"),
    ("Levre skole", "Idrettshall"),
    ("Ringstabekk skole", "Idrettshall"),
    ("Evje skole", "Idrettshall"),
];

/// A team's time on the weekday of the demo's date; later ones are cancelled by the club and by the municipality.
pub async fn tonight(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let every_week = Recurrence {
        not_school_holidays: false,
        not_public_holidays: false,
        ..weekly(stage.today, times((18, 0), (19, 30))?, 5)
    };
    let parts = stage.parts(&HALLS)?;
    let tonight = once(stage.today, every_week.times);
    let mut found = stage.free(CLUB, &parts, &every_week).await?;
    if found.is_none() {
        found = stage.free(CLUB, &parts, &tonight).await?;
    }
    // On a day when every hall is closed there is nothing tonight.
    let Some(space) = found else {
        return Ok(());
    };
    let ask = Ask {
        by: CLUB,
        team: "J13",
        space,
        when: every_week,
        purpose: "Trening J13",
        persons: 16,
        taken: IfTaken::Drop,
    };
    let (request, decided) = stage.ask(ask).await?;
    if !decided {
        stage.at(14, 590);
        stage.approve(request).await?;
    }
    cancel(stage, request, 2, (5, 1245), "").await?;
    cancel(stage, request, 2, (2, 545), "Vannlekkasje i garderobene").await
}

/// Cancels the given date at a place of the case; by the municipality when there is a reason.
async fn cancel(
    stage: &Stage<'_>,
    request: RequestId,
    place: usize,
    (days_ago, minute): (u64, u16),
    reason: &str,
) -> Result<(), DemoError> {
    stage.at(days_ago, minute);
    let viewer = if reason.is_empty() {
        stage.asker(CLUB).await?
    } else {
        stage.manager().await?
    };
    let lines = stage.lines(request).await?;
    let mut given = lines.iter().filter(|line| line.state == LineState::Approved);
    if let Some(line) = given.nth(place) {
        let cancel = Cancel {
            request,
            line: line.id,
            scope: CancelScope::One,
            reason: reason.to_owned(),
        };
        stage.service.cancel(&viewer, &cancel).await?;
    }
    Ok(())
}

/// Fixed time in which one date is another club's: it waits.
pub async fn waiting(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let first = stage.next(Wed, 8);
    let every_week = weekly(first, times((20, 30), (22, 0))?, 12);
    let parts = stage.parts(&HALLS[1..])?;
    let Some(space) = stage.free(CLUB, &parts, &every_week).await? else {
        return Err(DemoError::Seed("no hall is free on Wednesdays".to_owned()));
    };
    let other = Ask {
        by: "IL Tyrving",
        team: "Ungdom",
        space,
        when: once(first + Days::new(14), times((20, 0), (22, 0))?),
        purpose: "Testløp innendørs",
        persons: 20,
        taken: IfTaken::Drop,
    };
    stage.ask(other).await?;
    stage.at(11, 1340);
    let ask = Ask {
        by: CLUB,
        team: "Damer senior",
        space,
        when: every_week,
        purpose: "Trening damer",
        persons: 18,
        taken: IfTaken::Wait,
    };
    stage.ask(ask).await?;
    Ok(())
}

/// One Tuesday in a part that is otherwise free on Tuesdays.
pub async fn one_taken_tuesday(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let space = stage.space("Bærum idrettspark", "Fleridrettshall/Del A")?;
    let evening = times((18, 0), (20, 0))?;
    let ask = Ask {
        by: "IL Jardar",
        team: "G16",
        space,
        when: once(
            stage.open_day("IL Jardar", space, (Tue, 27), evening).await?,
            evening,
        ),
        purpose: "Treningskamp",
        persons: 30,
        taken: IfTaken::Drop,
    };
    stage.ask(ask).await?;
    Ok(())
}

/// The band that the same person books for.
pub async fn band(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let by = "Haslum skoles jentekorps";
    let schools = [
        "Haslum skole",
        "Gjettum skole",
        "Løkeberg skole",
        "Bekkestua barneskole",
    ];
    let gyms: Result<Vec<_>, _> = schools
        .iter()
        .map(|school| stage.space(school, "Gymsal"))
        .collect();
    let when = weekly(stage.next(Tue, 8), times((17, 30), (19, 30))?, 16);
    let Some(space) = stage.free(by, &gyms?, &when).await? else {
        return Err(DemoError::Seed("no gym is free on Tuesdays".to_owned()));
    };
    let ask = Ask {
        by,
        team: "Hovedkorps",
        space,
        when,
        purpose: "Øving",
        persons: 30,
        taken: IfTaken::Drop,
    };
    stage.ask(ask).await?;
    Ok(())
}

/// A tournament on a Saturday, for which the Sunday is offered.
pub async fn offer(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let hall = stage.space("Haslumhallen", "Idrettshall")?;
    let day = times((9, 0), (16, 0))?;
    let saturday = stage.open_day(CLUB, hall, (Sat, 21), day).await?;
    let ask = Ask {
        by: CLUB,
        team: "J10",
        space: hall,
        when: once(saturday, day),
        purpose: "Miniturnering for jenter 10 år",
        persons: 90,
        taken: IfTaken::Ask,
    };
    let (request, _) = stage.ask(ask).await?;
    stage.at(2, 660);
    let mut sunday = saturday + Days::new(1);
    while !stage.is_to_be_had(CLUB, hall, &once(sunday, day)).await? {
        sunday = sunday + Days::new(7);
    }
    let by_date = |_: usize, _: &ledig_store::requests::Line| LineDecision::Offer {
        space: hall,
        date: sunday,
        times: day,
    };
    stage
        .decide(
            request,
            "Lørdagen er holdt av til landskamp. Dere kan få hele søndagen.",
            by_date,
        )
        .await?;
    Ok(())
}
