//! The spaces of a tiny season, by the letter.

use crate::letter::Letter;
use ledig_allocation::format::{
    place::Space,
    time::{Day, Hours},
};
use std::collections::BTreeSet;

impl<'a> Letter<'a> {
    pub fn parts(&self, space: usize) -> Vec<usize> {
        let id = Some(self.season.spaces[space].id.as_str());
        (0..self.season.spaces.len())
            .filter(|at| self.season.spaces[*at].parent.as_deref() == id)
            .collect()
    }

    /// A space and those above it.
    pub fn upwards(&self, space: usize) -> Vec<usize> {
        let mut all = vec![space];
        while let Some(parent) = &self.season.spaces[all[all.len() - 1]].parent {
            all.push(self.space(parent));
        }
        all
    }

    pub fn whole(&self, space: usize) -> usize {
        *self.upwards(space).last().unwrap()
    }

    pub fn units(&self, space: usize) -> BTreeSet<usize> {
        match &self.parts(space)[..] {
            [] => BTreeSet::from([space]),
            parts => parts.iter().flat_map(|part| self.units(*part)).collect(),
        }
    }

    pub fn union(&self, spaces: &[usize]) -> BTreeSet<usize> {
        spaces.iter().flat_map(|space| self.units(*space)).collect()
    }

    /// What a space says itself, or the nearest above it that says it.
    pub fn said<T>(&self, space: usize, what: impl Fn(&'a Space) -> Option<T>) -> Option<T> {
        self.upwards(space)
            .into_iter()
            .find_map(|at| what(&self.season.spaces[at]))
    }

    pub fn capacity(&self, space: usize) -> Option<u32> {
        let parts = self.parts(space);
        match self.season.spaces[space].capacity {
            None if !parts.is_empty() => parts.iter().map(|part| self.capacity(*part)).sum(),
            said => said,
        }
    }

    pub fn has(&self, unit: usize, feature: &String) -> bool {
        self.upwards(unit)
            .iter()
            .any(|at| self.season.spaces[*at].features.contains(feature))
    }

    /// In how many weeks all those units are open.
    pub fn weeks(&self, units: &BTreeSet<usize>) -> u64 {
        let season = &self.season.season;
        let closed = |week: &u16| {
            let above = units.iter().flat_map(|unit| self.upwards(*unit));
            let mut lists = above.map(|at| &self.season.spaces[at].closed_weeks);
            season.closed_weeks.contains(week) || lists.any(|weeks| weeks.contains(week))
        };
        (1..=season.weeks).filter(|week| !closed(week)).count() as u64
    }

    pub fn open(&self, unit: usize, day: Day, minute: u16) -> bool {
        let hours = self.said(unit, |at| (!at.open.is_empty()).then_some(&at.open));
        let blocked = self
            .upwards(unit)
            .into_iter()
            .flat_map(|at| &self.season.spaces[at].blocks)
            .any(|block| within(std::slice::from_ref(&block.hours), day, minute));
        hours.is_some_and(|hours| within(hours, day, minute)) && !blocked
    }
}

/// Whether a minute is within any of those hours.
pub fn within(hours: &[Hours], day: Day, minute: u16) -> bool {
    hours
        .iter()
        .any(|one| one.days.contains(&day) && (one.from.minutes()..one.to.minutes()).contains(&minute))
}
