//! Imports: facilities, associations, school calendars and calendars of closures and bookings, out of files.
//!
//! Every import is all or nothing, tells everything that is wrong with the file at once, and can be run again
//! without doubling anything.

pub mod association_rows;
pub mod facility_rows;
mod fault;
pub mod hours_text;
pub mod ics;
pub mod kinds;
pub mod school_rows;
mod table;

pub use fault::{Fault, FaultKind};
