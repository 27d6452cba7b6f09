//! The season's allocation: shares a week's time among many wishes by priority, the same every time, with reasons.
//!
//! Pure: no clock, no I/O, no randomness but the seed that comes with the instance. What goes in is a
//! [`format::Instance`], what comes out a [`format::Draft`]; both are documented JSON.

pub mod allocate;
mod bound;
mod compile;
mod explain;
pub mod format;
pub mod generate;
pub mod read;
pub mod rule_sets;
pub mod scenario;
pub mod search;
pub mod verify;
pub mod word;
pub mod write;
