//! Types and rules of facility booking: pure, without I/O, clock, randomness or screen.
//!
//! "Now", the zone and ids come in as arguments. With the feature `zone` the crate also converts
//! wall-clock time to instants and expands recurrences; the browser does without.

pub mod alternative;
pub mod auto_rule;
pub mod booking_rules;
pub mod calendar;
pub mod decision;
pub mod event;
pub mod hours;
pub mod id;
pub mod occupancy;
pub mod outcome;
pub mod people;
pub mod preview;
pub mod priority;
pub mod recurrence;
pub mod request;
pub mod space;
pub mod time;

#[cfg(test)]
mod testing;
