//! The parts of what a week is drawn of: when one is free though the whole is not.

use super::PartFree;
use crate::{
    day::{entries::Entries, strip::spans},
    landscape::Landscape,
};
use chrono::NaiveDate;
use ledig_domain::{hours::OpeningHours, id::SpaceId, occupancy::without};
use std::collections::BTreeSet;

/// The most parts that a day tells of one by one.
const PARTS: usize = 4;

/// The parts among these spaces, where there are few enough to tell of one by one.
pub(super) fn of<'a>(landscape: &'a Landscape, ids: &[SpaceId]) -> Vec<Part<'a>> {
    let leaves: Vec<SpaceId> = ids
        .iter()
        .copied()
        .filter(|id| landscape.parts(*id).is_empty())
        .collect();
    match leaves.len() {
        2..=PARTS => leaves.iter().filter_map(|id| Part::of(landscape, *id)).collect(),
        _ => Vec::new(),
    }
}

/// When parts are free while the whole is not.
pub(super) fn free(
    date: NaiveDate,
    parts: &[Part<'_>],
    entries: &Entries<'_>,
    whole: &[(u16, u16)],
    past: (u16, u16),
) -> Vec<PartFree> {
    let mut found = Vec::new();
    for part in parts {
        let standing = entries.on(date, &part.units);
        let mut gone: Vec<(u16, u16)> = standing
            .iter()
            .map(|one| (one.occupied.from, one.occupied.to))
            .collect();
        gone.extend(whole);
        gone.push(past);
        let open = part.hours.map(|hours| hours.open_on(date)).unwrap_or_default();
        found.extend(
            spans(without(&open, &gone))
                .into_iter()
                .filter(|span| span.minutes() >= part.shortest)
                .map(|span| PartFree {
                    space: part.id,
                    name: part.name.clone(),
                    span,
                }),
        );
    }
    // Stable: parts that are free from the same minute keep the tree's order.
    found.sort_by_key(|one| one.span.from);
    found
}

/// A part that can be booked by itself.
pub(super) struct Part<'a> {
    id: SpaceId,
    name: String,
    units: BTreeSet<SpaceId>,
    hours: Option<&'a OpeningHours>,
    shortest: u16,
}

impl<'a> Part<'a> {
    fn of(landscape: &'a Landscape, id: SpaceId) -> Option<Self> {
        let space = landscape.space(id).filter(|space| space.bookable)?;
        Some(Self {
            id,
            name: space.name.clone(),
            units: landscape.units(id).collect(),
            hours: landscape.hours(id),
            shortest: landscape.rules(id)?.min_minutes,
        })
    }
}
