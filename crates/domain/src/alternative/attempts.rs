//! What is worth trying instead of a wished space and time.

use super::{Way, metres};
use crate::{
    id::{FacilityId, SpaceId},
    space::{SpaceKind, SpaceNode, SpaceTree},
    time::{DAY_MINUTES, WallSpan},
};
use std::cmp::Reverse;

/// How far from the wished time is still worth trying, minutes.
pub const REACH_MINUTES: u16 = 180;

/// How far from the wished place is still worth trying, metres.
pub const REACH_METRES: u32 = 5000;

/// The most attempts of one way.
const MAX_PER_WAY: usize = 12;

/// The most other times in the same space: three hours either way in steps of a quarter.
const MAX_TIMES: usize = 24;

/// The most spaces of one other facility.
const MAX_PER_FACILITY: usize = 3;

/// A space as the search for alternatives sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct SpaceInfo {
    /// Which.
    pub id: SpaceId,
    /// Its name, with its hall's where that helps.
    pub name: String,
    /// Its facility.
    pub facility: FacilityId,
    /// Its facility's name.
    pub facility_name: String,
    /// Its facility's district, if known.
    pub district: Option<String>,
    /// Its facility's latitude and longitude in degrees, if known.
    pub position: Option<(f64, f64)>,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// What kind.
    pub kind: SpaceKind,
    /// How many persons it holds, if known.
    pub capacity: Option<u32>,
    /// It can be asked for; not retired, and not only there to group others.
    pub bookable: bool,
}

/// What cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WishedTime {
    /// Where.
    pub space: SpaceId,
    /// When, on the clock.
    pub times: WallSpan,
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// The grid of the wished space, minutes.
    pub grid: u16,
}

/// A space and time to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Where.
    pub space: SpaceId,
    /// When, on the same date.
    pub times: WallSpan,
    /// How it differs from the wish.
    pub why: Way,
}

/// Everything worth trying for the wish on any of its dates, most wanted way first, at most 72 attempts.
///
/// Nothing when the wished space is not among `spaces`. What holds too few persons is not tried; where their
/// number is not told, neither is another space that is clearly smaller than the wished one, except its own
/// parts.
pub fn attempts(wish: &WishedTime, spaces: &[SpaceInfo]) -> Vec<Attempt> {
    let Some(wished) = spaces.iter().find(|space| space.id == wish.space) else {
        return Vec::new();
    };
    let here: Vec<SpaceNode> = spaces
        .iter()
        .filter(|space| space.facility == wished.facility)
        .map(|space| SpaceNode {
            id: space.id,
            parent: space.parent,
        })
        .collect();
    let tree = SpaceTree::new(&here).unwrap_or_default();
    let above = tree.ancestors(wished.id);
    let below = tree.descendants(wished.id);

    let mut parts = Vec::new();
    let mut smaller = Vec::new();
    let mut larger = Vec::new();
    let mut places = Vec::new();
    for space in spaces {
        let like = space.bookable && space.id != wished.id && space.kind.is_like(wished.kind);
        if !like || !holds(space, wish.persons) {
            continue;
        }
        if let Some(up) = above.iter().position(|id| *id == space.id) {
            larger.push((up, space, Way::Larger));
        } else if below.contains(&space.id) {
            smaller.push((Reverse(space.capacity), space, Way::SmallerPart));
        } else if !large_enough(space, wished, wish.persons) {
            // Clearly smaller: not what was asked for.
        } else if space.facility == wished.facility {
            parts.push((space.parent != wished.parent, space, Way::OtherPart));
        } else if let Some(distance) = within_reach(wished, space) {
            let far = distance.unwrap_or(u32::MAX);
            places.push((far, space, Way::OtherPlace { metres: distance }));
        }
    }

    let mut found = nearest(parts, wish.times);
    found.extend(nearest(smaller, wish.times));
    found.extend(nearest(larger, wish.times));
    if wished.bookable {
        found.extend(other_times(wish));
    }
    found.extend(nearest(spread(places), wish.times));
    found
}

/// The times to try around a wished time, nearest first: shifts in steps of `grid` minutes up to `reach`
/// minutes either way (a day at most), later before earlier. None for a grid of 0.
pub fn shifts(grid: u16, reach: u16) -> Vec<i16> {
    let reach = reach.min(DAY_MINUTES);
    let steps = reach.checked_div(grid).unwrap_or_default();
    (1..=steps)
        .filter_map(|step| i16::try_from(step * grid).ok())
        .flat_map(|minutes| [minutes, -minutes])
        .collect()
}

fn other_times(wish: &WishedTime) -> impl Iterator<Item = Attempt> {
    let (space, times) = (wish.space, wish.times);
    shifts(wish.grid, REACH_MINUTES)
        .into_iter()
        .filter_map(move |minutes| {
            Some(Attempt {
                space,
                times: times.shifted(i32::from(minutes))?,
                why: Way::OtherTime { minutes },
            })
        })
        .take(MAX_TIMES)
}

/// Whether it is not known to hold too few.
fn holds(space: &SpaceInfo, persons: Option<u32>) -> bool {
    space
        .capacity
        .zip(persons)
        .is_none_or(|(capacity, persons)| capacity >= persons)
}

/// Whether it is not known to be less than three quarters of the wished space; told persons settle it alone.
fn large_enough(space: &SpaceInfo, wished: &SpaceInfo, persons: Option<u32>) -> bool {
    if persons.is_some() && space.capacity.is_some() {
        return true;
    }
    space
        .capacity
        .zip(wished.capacity)
        .is_none_or(|(one, other)| u64::from(one) * 4 >= u64::from(other) * 3)
}

/// The distance if it is near enough; unknown distances count as near in the same district only.
fn within_reach(wished: &SpaceInfo, space: &SpaceInfo) -> Option<Option<u32>> {
    match wished.position.zip(space.position) {
        Some((one, other)) => {
            let distance = metres(one, other);
            (distance <= REACH_METRES).then_some(Some(distance))
        }
        None => (wished.district.is_some() && wished.district == space.district).then_some(None),
    }
}

type Tried<'a, K> = (K, &'a SpaceInfo, Way);

/// The nearest spaces, with no facility taking more than its share.
fn spread(mut places: Vec<Tried<'_, u32>>) -> Vec<Tried<'_, u32>> {
    places.sort_by(|one, other| (one.0, &one.1.name, one.1.id).cmp(&(other.0, &other.1.name, other.1.id)));
    let mut kept: Vec<Tried<'_, u32>> = Vec::new();
    for place in places {
        let same = kept
            .iter()
            .filter(|(_, space, _)| space.facility == place.1.facility);
        if same.count() < MAX_PER_FACILITY {
            kept.push(place);
        }
        if kept.len() == MAX_PER_WAY {
            break;
        }
    }
    kept
}

/// The first of them by key, then by name.
fn nearest<K: Ord>(mut found: Vec<Tried<'_, K>>, times: WallSpan) -> Vec<Attempt> {
    found.sort_by(|one, other| (&one.0, &one.1.name, one.1.id).cmp(&(&other.0, &other.1.name, other.1.id)));
    found.truncate(MAX_PER_WAY);
    found
        .into_iter()
        .map(|(_, space, why)| Attempt {
            space: space.id,
            times,
            why,
        })
        .collect()
}
