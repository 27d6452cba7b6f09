//! Ways on for a date that cannot be had: another part, a nearby time, a like space nearby.
//!
//! [`attempts`] names once per wish what is worth trying; [`free_alternatives`] tells for one date which of
//! it can really be had, best first.

use crate::{id::SpaceId, time::WallSpan};
use serde::{Deserialize, Serialize};

mod attempts;
mod distance;
mod free;
mod rank;
#[cfg(test)]
mod tests;

pub use attempts::{Attempt, REACH_METRES, REACH_MINUTES, SpaceInfo, WishedTime, attempts, shifts};
pub use distance::metres;
pub use free::{Ground, Party, free_alternatives};
pub use rank::rank;

/// The most alternatives shown for a date.
pub const MAX_ALTERNATIVES: usize = 3;

/// A free time that is like the wished one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Where.
    pub space: SpaceId,
    /// Its name, with its hall's where that helps.
    pub space_name: String,
    /// Its facility's name.
    pub facility_name: String,
    /// When, on the same date.
    pub times: WallSpan,
    /// How it differs.
    pub why: Way,
}

/// How an alternative differs from the wish. The order is the order of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// A sibling part of the same size, same time.
    OtherPart,
    /// A part of the wished space, same time.
    SmallerPart,
    /// The whole that the wished part belongs to, same time.
    Larger,
    /// The same space, so many minutes later (earlier when negative).
    OtherTime { minutes: i16 },
    /// A like space at another facility, same time; metres as the crow flies, where known.
    OtherPlace { metres: Option<u32> },
}

/// A candidate before ranking: it is already known to be free and within every rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The alternative.
    pub alternative: Alternative,
    /// How many persons it holds, if known.
    pub capacity: Option<u32>,
}
