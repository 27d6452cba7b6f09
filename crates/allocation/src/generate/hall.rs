//! A hall or gym with its units, as the generator looks at it.

use crate::format::{
    ground::metres,
    place::Space,
    time::{Day, Hours},
};
use ledig_domain::space::SpaceKind;
use std::collections::BTreeMap;

/// Quarters of an hour in a day.
pub(super) const QUARTERS: usize = 96;

/// A whole with its units and when it can be used.
pub(super) struct Hall {
    pub(super) id: String,
    pub(super) kind: SpaceKind,
    pub(super) at: (f64, f64),
    pub(super) units: Vec<String>,
    pub(super) unit_capacity: u32,
    pub(super) features: Vec<String>,
    usable: [[bool; QUARTERS]; 7],
}

/// The halls in the order of their file.
pub(super) struct Ground {
    pub(super) halls: Vec<Hall>,
    by_id: BTreeMap<String, usize>,
    parent: BTreeMap<String, String>,
}

impl Ground {
    /// Every whole that has a kind.
    pub(super) fn new(spaces: &[Space]) -> Self {
        let mut parts: BTreeMap<&str, Vec<&Space>> = BTreeMap::new();
        for space in spaces {
            if let Some(parent) = &space.parent {
                parts.entry(parent).or_default().push(space);
            }
        }
        let wholes = spaces.iter().filter(|space| space.parent.is_none());
        let halls: Vec<Hall> = wholes
            .filter_map(|whole| {
                let parts = parts.get(whole.id.as_str());
                Hall::new(whole, parts.map_or(&[], Vec::as_slice))
            })
            .collect();
        let by_id = halls
            .iter()
            .enumerate()
            .map(|(place, hall)| (hall.id.clone(), place))
            .collect();
        let units = |hall: &Hall| -> Vec<_> {
            hall.units
                .iter()
                .map(|unit| (unit.clone(), hall.id.clone()))
                .collect()
        };
        let parent = halls.iter().flat_map(units).collect();
        Self { halls, by_id, parent }
    }

    /// Minutes from Monday to Friday that can be used, all units together.
    pub(super) fn weekday_minutes(&self) -> u64 {
        self.halls.iter().map(Hall::weekday_minutes).sum()
    }

    /// The whole of that id, and its place.
    pub(super) fn find(&self, id: &str) -> Option<(usize, &Hall)> {
        let place = *self.by_id.get(id)?;
        Some((place, self.halls.get(place)?))
    }

    /// The whole that has a unit of that id, its place, and the unit's.
    pub(super) fn find_unit(&self, id: &str) -> Option<(usize, &Hall, usize)> {
        let (place, hall) = self.find(self.parent.get(id)?)?;
        let unit = hall.units.iter().position(|unit| unit == id)?;
        Some((place, hall, unit))
    }
}

impl Hall {
    fn new(whole: &Space, parts: &[&Space]) -> Option<Self> {
        let smallest = parts.iter().filter_map(|part| part.capacity).min();
        let ids = parts.iter().map(|part| part.id.clone()).collect();
        let mut usable = [[false; QUARTERS]; 7];
        mark(&mut usable, &whole.open, true);
        for block in &whole.blocks {
            mark(&mut usable, std::slice::from_ref(&block.hours), false);
        }
        Some(Self {
            id: whole.id.clone(),
            kind: whole.kind?,
            at: (whole.lat.unwrap_or_default(), whole.lon.unwrap_or_default()),
            units: if parts.is_empty() {
                vec![whole.id.clone()]
            } else {
                ids
            },
            unit_capacity: smallest.or(whole.capacity).unwrap_or(u32::MAX),
            features: whole.features.clone(),
            usable,
        })
    }

    /// Whether it can be used on a day from one quarter to another.
    pub(super) fn usable(&self, day: Day, quarters: std::ops::Range<usize>) -> bool {
        self.usable[day.index()]
            .get(quarters)
            .is_some_and(|quarters| quarters.iter().all(|usable| *usable))
    }

    fn weekday_minutes(&self) -> u64 {
        let quarters = self.usable[..5]
            .iter()
            .flatten()
            .filter(|usable| **usable)
            .count();
        (quarters * 15 * self.units.len()) as u64
    }

    /// Whether it may lie within some ten kilometres.
    pub(super) fn in_reach(&self, other: &Self) -> bool {
        (self.at.0 - other.at.0).abs() < 0.15 && (self.at.1 - other.at.1).abs() < 0.25
    }

    pub(super) fn metres(&self, other: &Self) -> u32 {
        metres(self.at, other.at)
    }
}

fn mark(usable: &mut [[bool; QUARTERS]; 7], hours: &[Hours], as_usable: bool) {
    for hours in hours {
        let (from, to) = (hours.from.minutes(), hours.to.minutes());
        // A quarter that is open or taken in part cannot be used.
        let quarters = if as_usable {
            from.div_ceil(15)..to / 15
        } else {
            from / 15..to.div_ceil(15)
        };
        for day in &hours.days {
            for quarter in quarters.clone() {
                usable[day.index()][usize::from(quarter)] = as_usable;
            }
        }
    }
}
