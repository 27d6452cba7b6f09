//! Facilities and spaces as the public sees them.

mod facility;
mod list;
mod space;
mod start;

pub use facility::{ClosureNote, FacilityHead, FacilityPage, SpaceToday};
pub use list::{FacilityFilter, FacilityList, FacilityRow};
pub use space::SpacePage;
pub use start::{StartPage, StartPlace};

ledig_domain::coded! {
    /// Whether a wheelchair gets in.
    pub enum Wheelchair {
        /// Yes.
        Yes = "yes",
        /// With limits; the note tells which.
        Partly = "partly",
        /// No.
        No = "no",
        /// Nobody has told.
        Unknown = "unknown",
    }
}
