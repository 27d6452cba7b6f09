//! Facilities and spaces as the public sees them.

mod closures;
pub(crate) mod facility;
mod list;
mod space;
pub(crate) mod start;

pub use closures::ClosureNote;
pub use facility::{FacilityHead, FacilityPage, SpaceToday};
pub use list::{FacilityFilter, FacilityList, FacilityRow};
pub use space::SpacePage;
pub use start::{StartPage, StartPlace};

pub use ledig_store::facilities::Wheelchair;
