//! Ways on for a date that cannot be had: another part, a nearby time, a like space nearby.

use crate::{id::SpaceId, time::WallSpan};
use serde::{Deserialize, Serialize};

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

/// The best alternatives, best first, at most [`MAX_ALTERNATIVES`], with different ways before more of one way.
pub fn rank(candidates: Vec<Candidate>, persons: Option<u32>) -> Vec<Alternative> {
    todo!("domain-b: {} {persons:?}", candidates.len())
}

/// The times to try around a wished time, nearest first: shifts in steps of `grid` minutes up to `reach` minutes either way.
pub fn shifts(grid: u16, reach: u16) -> Vec<i16> {
    todo!("domain-b: {grid} {reach}")
}

/// Metres between two points on earth (haversine), each as (latitude, longitude) in degrees.
pub fn metres(one: (f64, f64), other: (f64, f64)) -> u32 {
    todo!("domain-b: {one:?} {other:?}")
}
