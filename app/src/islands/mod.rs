//! What reacts in the browser. Everything an island does has a form or link behind it.

pub mod booking;
pub mod week_grid;
