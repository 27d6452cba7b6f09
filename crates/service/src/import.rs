//! Imports: facilities, associations, school calendars and calendars of closures and bookings, out of files.
//!
//! Every import is all or nothing, tells everything that is wrong with the file at once, and can be run again
//! without doubling anything.

pub mod association_rows;
mod associations;
mod closures;
pub(crate) mod defaults;
mod facilities;
pub mod facility_rows;
mod fault;
pub mod hours_text;
pub mod ics;
pub mod kinds;
mod made;
mod record;
mod report;
mod school;
pub mod school_rows;
pub mod slug;
mod table;

pub use associations::associations;
pub(crate) use associations::new_organisation;
pub use closures::calendar;
pub use facilities::facilities;
pub use fault::{Fault, FaultKind};
pub(crate) use made::{new_facility, new_space};
pub use report::{ImportError, OnProgress, Options, Progress, Report};
pub use school::school_calendar;
