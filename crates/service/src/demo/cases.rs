//! The demo's cases: sent, decided, offered, cancelled and left open through the same use cases as everybody's.

mod answered;
mod closures;
mod club;
mod look;
mod open;
mod past;
mod stage;
mod table;
mod when;

pub use stage::Stage;

use super::DemoError;
use crate::ServiceError;

/// One case, or some that belong together.
#[derive(Clone, Copy, Debug)]
enum Act {
    Event(usize),
    Hour(usize),
    Meetings(usize),
    Company,
    Christening,
    Partly,
    Tonight,
    Waiting,
    TakenTuesday,
    Band,
    Offer,
    CupDay,
    Open(usize),
}

/// Everything that is played, with when it was sent: days ago, and the minute of the day.
fn acts() -> Vec<((u64, u16), Act)> {
    let mut acts = past::acts();
    acts.extend([
        ((26, 1180), Act::Partly),
        ((24, 700), Act::Company),
        ((18, 1230), Act::Christening),
        ((16, 1290), Act::Tonight),
        ((13, 1130), Act::Waiting),
        ((10, 1170), Act::TakenTuesday),
        ((9, 1250), Act::Band),
        ((9, 1000), Act::CupDay),
        ((6, 1310), Act::Offer),
    ]);
    acts.extend(
        table::CASES
            .iter()
            .enumerate()
            .map(|(number, case)| (case.sent, Act::Open(number))),
    );
    acts.sort_by_key(|((days_ago, minute), _)| (std::cmp::Reverse(*days_ago), *minute));
    acts
}

/// Plays every case up to the demo's date, in the order of sending.
///
/// A case that cannot be played on that date, because the hall is closed for Christmas for instance, is left out and
/// told; the rest goes on.
pub async fn play(stage: &mut Stage<'_>) -> Result<Vec<String>, DemoError> {
    let mut left_out = Vec::new();
    note(closures::play(stage).await, &mut left_out)?;
    for ((days_ago, minute), act) in acts() {
        stage.at(days_ago, minute);
        let played = match act {
            Act::Event(number) => past::event(stage, number, days_ago).await,
            Act::Hour(number) => past::hour(stage, number).await,
            Act::Meetings(number) => past::meetings(stage, number).await,
            Act::Company => answered::company(stage).await,
            Act::Christening => answered::christening(stage).await,
            Act::Partly => answered::partly(stage).await,
            Act::Tonight => club::tonight(stage).await,
            Act::Waiting => club::waiting(stage).await,
            Act::TakenTuesday => club::one_taken_tuesday(stage).await,
            Act::Band => club::band(stage).await,
            Act::Offer => club::offer(stage).await,
            Act::CupDay => open::part_of_the_cup_day(stage).await,
            Act::Open(number) => open::send(stage, &table::CASES[number]).await,
        };
        note(played, &mut left_out)?;
    }
    Ok(left_out)
}

/// Notes a case that cannot be played; gives every other fault on.
fn note(played: Result<(), DemoError>, left_out: &mut Vec<String>) -> Result<(), DemoError> {
    match played {
        Err(DemoError::Seed(why)) => {
            left_out.push(why);
            Ok(())
        }
        // In summer some halls are closed for so long that a whole series falls away.
        Err(DemoError::Service(fault @ (ServiceError::Invalid(_) | ServiceError::Conflict(_)))) => {
            left_out.push(fault.to_string());
            Ok(())
        }
        other => other,
    }
}
