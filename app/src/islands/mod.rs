//! What reacts in the browser. Everything an island does has a form or link behind it.

pub mod board_keys;
pub mod board_pick;
pub mod booking;
pub mod inbox_keys;
#[cfg(feature = "hydrate")]
mod keys;
pub mod week_grid;
