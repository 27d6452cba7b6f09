//! Spaces, with what parts have from the spaces above them.

use super::hours::Joined;
use crate::format::{
    Instance,
    place::Space,
    time::{Day, Hours},
};
use ledig_domain::space::SpaceKind;
use std::collections::{BTreeMap, BTreeSet};

/// The instance's spaces, by their place in the file.
pub(super) struct Spaces<'a> {
    all: &'a [Space],
    by_id: BTreeMap<&'a str, usize>,
    /// Each space and those above it, up to the whole.
    above: Vec<Vec<usize>>,
    parts: Vec<Vec<usize>>,
    /// Of each space its units, in the file's order.
    units: Vec<Vec<usize>>,
    open: Vec<Joined>,
    blocked: Vec<Joined>,
    open_weeks: Vec<BTreeSet<u16>>,
}

impl<'a> Spaces<'a> {
    pub(super) fn of(instance: &'a Instance) -> Self {
        let all = instance.spaces.as_slice();
        let by_id: BTreeMap<&str, usize> = all
            .iter()
            .enumerate()
            .map(|(at, space)| (space.id.as_str(), at))
            .collect();
        let parent = |at: usize| all[at].parent.as_deref().and_then(|id| by_id.get(id).copied());
        let mut above = Vec::new();
        let mut parts = vec![Vec::new(); all.len()];
        for at in 0..all.len() {
            let mut line = vec![at];
            while let Some(next) = parent(line[line.len() - 1]).filter(|next| !line.contains(next)) {
                line.push(next);
            }
            above.push(line);
            if let Some(parent) = parent(at) {
                parts[parent].push(at);
            }
        }
        let mut units = vec![Vec::new(); all.len()];
        for unit in (0..all.len()).filter(|&at| parts[at].is_empty()) {
            for &space in &above[unit] {
                units[space].push(unit);
            }
        }
        let nothing: &[Hours] = &[];
        let open = above.iter().map(|line| {
            let hours = line
                .iter()
                .map(|&at| all[at].open.as_slice())
                .find(|hours| !hours.is_empty());
            Joined::of(hours.unwrap_or(nothing))
        });
        let blocked = above.iter().map(|line| {
            Joined::of(
                line.iter()
                    .flat_map(|&at| &all[at].blocks)
                    .map(|block| &block.hours),
            )
        });
        let season = &instance.season;
        let open_weeks = above.iter().map(|line| {
            let closed = |week: &u16| {
                season.closed_weeks.contains(week)
                    || line.iter().any(|&at| all[at].closed_weeks.contains(week))
            };
            (1..=season.weeks).filter(|week| !closed(week)).collect()
        });
        let (open, blocked, open_weeks) = (open.collect(), blocked.collect(), open_weeks.collect());
        Self {
            all,
            by_id,
            above,
            parts,
            units,
            open,
            blocked,
            open_weeks,
        }
    }

    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    pub(super) fn id(&self, space: usize) -> &'a str {
        &self.all[space].id
    }

    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// The whole that a space belongs to.
    pub(super) fn whole(&self, space: usize) -> usize {
        self.above[space].last().copied().unwrap_or(space)
    }

    /// The spaces without parent, in the file's order.
    pub(super) fn wholes(&self) -> impl Iterator<Item = usize> {
        (0..self.all.len()).filter(|&space| self.whole(space) == space)
    }

    pub(super) fn is_unit(&self, space: usize) -> bool {
        self.parts[space].is_empty()
    }

    pub(super) fn parts(&self, space: usize) -> &[usize] {
        &self.parts[space]
    }

    pub(super) fn units(&self, space: usize) -> &[usize] {
        &self.units[space]
    }

    /// Whether `space` is `other` or lies in it.
    pub(super) fn is_in(&self, space: usize, other: usize) -> bool {
        self.above[space].contains(&other)
    }

    pub(super) fn facility(&self, space: usize) -> &'a str {
        let line = &self.above[space];
        let said = line.iter().find_map(|&at| self.all[at].facility.as_deref());
        said.unwrap_or(self.id(self.whole(space)))
    }

    pub(super) fn kind(&self, space: usize) -> Option<SpaceKind> {
        self.above[space].iter().find_map(|&at| self.all[at].kind)
    }

    /// Latitude and longitude, of the nearest that has both.
    pub(super) fn point(&self, space: usize) -> Option<(f64, f64)> {
        self.above[space]
            .iter()
            .find_map(|&at| self.all[at].lat.zip(self.all[at].lon))
    }

    /// How many people fit; none where it is unknown.
    pub(super) fn capacity(&self, space: usize) -> Option<u64> {
        match self.all[space].capacity {
            Some(capacity) => Some(capacity.into()),
            None if self.is_unit(space) => None,
            None => self.parts[space].iter().map(|&part| self.capacity(part)).sum(),
        }
    }

    /// Whether a unit has a floor or equipment, by itself or by a space above it.
    pub(super) fn has(&self, unit: usize, feature: &str) -> bool {
        self.above[unit]
            .iter()
            .any(|&at| self.all[at].features.iter().any(|has| has == feature))
    }

    pub(super) fn is_open(&self, unit: usize, day: Day, from: u16, to: u16) -> bool {
        self.open[unit].cover(day, from, to)
    }

    pub(super) fn is_blocked(&self, unit: usize, day: Day, from: u16, to: u16) -> bool {
        self.blocked[unit].touch(day, from, to)
    }

    /// In how many weeks of the season all those units are open.
    pub(super) fn weeks(&self, units: &[usize]) -> u64 {
        let Some((first, rest)) = units.split_first() else {
            return 0;
        };
        let all_open = |week: &&u16| rest.iter().all(|&unit| self.open_weeks[unit].contains(week));
        self.open_weeks[*first].iter().filter(all_open).count() as u64
    }
}
