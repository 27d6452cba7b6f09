//! Which alternatives are shown, and in which order.

use super::{Alternative, Candidate, MAX_ALTERNATIVES, Way};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The best alternatives, best first, at most [`MAX_ALTERNATIVES`], with different ways before more of one
/// way.
///
/// Within a way: nearer first, in time (later before earlier) or place (each facility once before any twice),
/// larger parts before smaller ones, then by name. What is known to hold too few persons is no alternative.
pub fn rank(mut candidates: Vec<Candidate>, persons: Option<u32>) -> Vec<Alternative> {
    let mut seen = BTreeSet::new();
    candidates.retain(|one| {
        let too_small = one
            .capacity
            .zip(persons)
            .is_some_and(|(capacity, persons)| capacity < persons);
        !too_small && seen.insert((one.alternative.space, one.alternative.times))
    });
    candidates.sort_by_cached_key(key);

    // Each facility once, before any a second time; then each way once, before any a second time.
    let candidates = in_turns(candidates, |one| match one.alternative.why {
        Way::OtherPlace { .. } => Some(one.alternative.facility_name.clone()),
        _ => None,
    });
    in_turns(candidates, |one| Some(group(one.alternative.why)))
        .into_iter()
        .take(MAX_ALTERNATIVES)
        .map(|one| one.alternative)
        .collect()
}

/// The first of every kind, then the second of every kind, and so on; what is of no kind is always a first.
fn in_turns<K: Ord>(candidates: Vec<Candidate>, kind: impl Fn(&Candidate) -> Option<K>) -> Vec<Candidate> {
    let mut seen: BTreeMap<K, usize> = BTreeMap::new();
    let mut turns: Vec<(usize, Candidate)> = candidates
        .into_iter()
        .map(|one| {
            let turn = kind(&one).map_or(0, |kind| {
                let count = seen.entry(kind).or_default();
                *count += 1;
                *count - 1
            });
            (turn, one)
        })
        .collect();
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().map(|(_, one)| one).collect()
}

/// The order of preference among ways.
fn group(way: Way) -> u8 {
    match way {
        Way::OtherPart => 0,
        Way::SmallerPart => 1,
        Way::Larger => 2,
        Way::OtherTime { .. } => 3,
        Way::OtherPlace { .. } => 4,
    }
}

/// The order within a way, and over the ways.
fn key(one: &Candidate) -> impl Ord + use<> {
    let capacity = one.capacity.unwrap_or(0);
    let (near, size) = match one.alternative.why {
        Way::OtherPart => (0, Reverse(0)),
        Way::SmallerPart => (0, Reverse(capacity)),
        Way::Larger => (0, Reverse(u32::MAX - capacity)),
        Way::OtherTime { minutes } => (nearness(minutes), Reverse(0)),
        Way::OtherPlace { metres } => (metres.map_or(u64::MAX, u64::from), Reverse(0)),
    };
    (
        group(one.alternative.why),
        near,
        size,
        one.alternative.space_name.clone(),
        one.alternative.space,
        one.alternative.times,
    )
}

/// Orders shifts: nearest first, later before earlier at the same distance.
fn nearness(minutes: i16) -> u64 {
    2 * u64::from(minutes.unsigned_abs()) + u64::from(minutes < 0)
}
