//! The demo's cases: sent, decided, offered, cancelled and left open through the same use cases as everybody's.

mod closures;
mod club;
mod open;
mod past;
mod stage;

pub use stage::Stage;

use super::base::DemoError;

/// Plays every case up to the demo's date, in the order of time as far as they touch each other.
pub async fn play(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    past::play(stage).await?;
    club::play(stage).await?;
    closures::play(stage).await?;
    open::play(stage).await
}
