//! Facilities and spaces as the public sees them.

pub(crate) mod facility;
mod list;
mod space;
pub(crate) mod start;

pub use facility::{ClosureNote, FacilityHead, FacilityPage, SpaceToday};
pub use list::{FacilityFilter, FacilityList, FacilityRow};
pub use space::SpacePage;
pub use start::{StartPage, StartPlace};

pub use ledig_store::facilities::Wheelchair;

use std::cmp::Ordering;

/// The order of names in Norwegian: æ, ø, å last, whatever the case.
pub(crate) fn by_name(one: &str, other: &str) -> Ordering {
    let key = |name: &str| -> Vec<u32> {
        name.to_lowercase()
            .chars()
            .map(|letter| match letter {
                'æ' | 'ä' => 0x7b,
                'ø' | 'ö' => 0x7c,
                'å' => 0x7d,
                'é' | 'è' | 'ê' => u32::from('e'),
                'ü' => u32::from('y'),
                other => u32::from(other),
            })
            .collect()
    };
    key(one).cmp(&key(other))
}
