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

/// Plays every case up to the demo's date.
///
/// A case that cannot be played on that date, because the hall is closed for Christmas for instance, is left out and
/// told; the rest goes on.
pub async fn play(stage: &mut Stage<'_>) -> Result<Vec<String>, DemoError> {
    let mut left_out = Vec::new();
    past::play(stage, &mut left_out).await?;
    answered::play(stage, &mut left_out).await?;
    club::play(stage, &mut left_out).await?;
    note(closures::play(stage).await, &mut left_out)?;
    open::play(stage, &mut left_out).await?;
    Ok(left_out)
}

/// Notes a case that cannot be played; gives every other fault on.
fn note(played: Result<(), DemoError>, left_out: &mut Vec<String>) -> Result<(), DemoError> {
    match played {
        Err(DemoError::Seed(why)) => {
            left_out.push(why);
            Ok(())
        }
        other => other,
    }
}
