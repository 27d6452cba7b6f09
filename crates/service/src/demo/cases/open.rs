//! What waits for a person: competing for the same time, in conflict with others, or simply not for a rule to decide.

use super::{
    super::DemoError,
    stage::{Ask, IfTaken, Stage},
    table::Open,
    when::{once, times, weekly},
};
use crate::case::decide::LineDecision;
use chrono::Weekday::Sat;

/// Somebody else has a part of the hall on the day of the cup.
pub async fn part_of_the_cup_day(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let part = stage.space("Nadderudhallen", "Idrettshall/Del B")?;
    let morning = times((10, 0), (12, 0))?;
    let day = stage.open_day("IL Tyrving", part, (Sat, 34), morning).await?;
    let ask = Ask {
        by: "IL Tyrving",
        team: "Rekrutt",
        space: part,
        when: once(day, morning),
        purpose: "Friidrettslek",
        persons: 25,
        taken: IfTaken::Drop,
    };
    stage.ask(ask).await?;
    Ok(())
}

/// Sends a case of the table.
pub async fn send(stage: &mut Stage<'_>, case: &Open) -> Result<(), DemoError> {
    let space = stage.space(case.place.0, case.place.1)?;
    let span = times(case.times.0, case.times.1)?;
    let first = stage.open_day(case.by, space, case.day, span).await?;
    let when = if case.weeks == 1 {
        once(first, span)
    } else {
        weekly(first, span, case.weeks)
    };
    let ask = Ask {
        by: case.by,
        team: case.team,
        space,
        when,
        purpose: case.purpose,
        persons: case.persons,
        taken: IfTaken::Ask,
    };
    let (request, _) = stage.ask(ask).await?;
    if case.by == "Lommedalens IL" {
        counter_offer(stage, request).await?;
    }
    Ok(())
}

/// Another hall instead; the club has not answered yet.
async fn counter_offer(stage: &Stage<'_>, request: ledig_domain::id::RequestId) -> Result<(), DemoError> {
    stage.at(1, 560);
    let dates = stage.lines(request).await?;
    let (Some(wished), halls) = (
        dates.first(),
        ["Helsethallen", "Hoslehallen", "Eikelihallen", "Combihallen"],
    ) else {
        return Ok(());
    };
    let halls: Result<Vec<_>, _> = halls
        .iter()
        .map(|hall| stage.space(hall, "Idrettshall"))
        .collect();
    let Some(hall) = stage
        .free("Lommedalens IL", &halls?, &once(wished.date, wished.times()))
        .await?
    else {
        return Ok(());
    };
    let by_date = |_: usize, line: &ledig_store::requests::Line| LineDecision::Offer {
        space: hall,
        date: line.date,
        times: line.times(),
    };
    let text = "Lommedalshallen trengs til innbyggerdag. En annen hall er ledig samme dag.";
    stage.decide(request, text, by_date).await?;
    Ok(())
}
