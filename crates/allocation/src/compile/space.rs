//! Spaces: what a part has from its whole, and which units a space is.

use super::{Week, inside, touching};
use crate::format::{
    Instance, place,
    time::{Day, Hours},
};
use ledig_domain::time::DAY_MINUTES;
use std::collections::{BTreeMap, BTreeSet};

/// The spaces of an instance, inherited and cut into units.
pub struct Spaces<'a> {
    /// As in the instance.
    pub all: Vec<Space<'a>>,
    /// Which space each unit is.
    pub units: Vec<u32>,
    /// When each unit is usable.
    pub usable: Vec<Week>,
    at: BTreeMap<&'a str, u32>,
}

/// A space with what it has from the spaces above it.
pub struct Space<'a> {
    /// What the file says.
    pub said: &'a place::Space,
    /// The space above it.
    pub parent: Option<u32>,
    /// The parts, in the file's order.
    pub parts: Vec<u32>,
    /// The whole that it belongs to.
    pub whole: u32,
    /// Its units, in the file's order.
    pub units: Vec<u32>,
    /// How many people fit; `None` where it is not known.
    pub capacity: Option<u32>,
    /// The building, as a number.
    pub facility: u32,
    /// What it has, its wholes included.
    pub features: BTreeSet<&'a str>,
    /// Where it is.
    pub point: Option<(f64, f64)>,
    /// The kind of its whole, if it does not say its own.
    pub kind: Option<ledig_domain::space::SpaceKind>,
    /// Weeks in which it is closed, those of the season and its wholes included.
    pub closed_weeks: BTreeSet<u16>,
}

impl<'a> Spaces<'a> {
    /// Reads the spaces of an instance.
    pub fn new(instance: &'a Instance) -> Self {
        let at: BTreeMap<&str, u32> = (0..)
            .zip(&instance.spaces)
            .map(|(at, space)| (space.id.as_str(), at))
            .collect();
        let parents: Vec<Option<u32>> = instance
            .spaces
            .iter()
            .map(|space| space.parent.as_deref().and_then(|id| at.get(id).copied()))
            .collect();
        let mut facilities = BTreeMap::new();
        let mut all: Vec<Space<'a>> = Vec::with_capacity(instance.spaces.len());
        for (here, said) in (0u32..).zip(&instance.spaces) {
            let above = chain(here, &parents);
            let up = || above.iter().map(|at| &instance.spaces[*at as usize]);
            let whole = above.last().copied().unwrap_or(here);
            let facility = up().find_map(|space| space.facility.as_deref());
            let facility = facility.unwrap_or(&instance.spaces[whole as usize].id);
            let count = u32::try_from(facilities.len()).unwrap_or(u32::MAX);
            let facility = *facilities.entry(facility).or_insert(count);
            all.push(Space {
                said,
                parent: parents[here as usize],
                parts: Vec::new(),
                whole,
                units: Vec::new(),
                capacity: said.capacity,
                facility,
                features: up()
                    .flat_map(|space| space.features.iter().map(String::as_str))
                    .collect(),
                point: up().find_map(|space| space.lat.zip(space.lon)),
                kind: up().find_map(|space| space.kind),
                closed_weeks: up()
                    .flat_map(|space| &space.closed_weeks)
                    .chain(&instance.season.closed_weeks)
                    .copied()
                    .collect(),
            });
        }
        for here in 0..all.len() {
            if let Some(parent) = all[here].parent {
                all[parent as usize]
                    .parts
                    .push(u32::try_from(here).unwrap_or(u32::MAX));
            }
        }
        let mut spaces = Self {
            all,
            units: Vec::new(),
            usable: Vec::new(),
            at,
        };
        spaces.cut(&parents);
        spaces.open(instance, &parents);
        spaces
    }

    /// The space with this id.
    pub fn at(&self, id: &str) -> Option<u32> {
        self.at.get(id).copied()
    }

    /// A space by its number.
    pub fn get(&self, at: u32) -> &Space<'a> {
        &self.all[at as usize]
    }

    fn cut(&mut self, parents: &[Option<u32>]) {
        for here in (0u32..).take(self.all.len()) {
            if self.get(here).parts.is_empty() {
                let unit = u32::try_from(self.units.len()).unwrap_or(u32::MAX);
                self.units.push(here);
                for above in chain(here, parents) {
                    self.all[above as usize].units.push(unit);
                }
            }
        }
        // Parts may stand before their wholes in the file, and deeper ones after: settle from the leaves up.
        for _ in 0..self.all.len() {
            let mut changed = false;
            for here in 0..self.all.len() {
                if self.all[here].capacity.is_none() && !self.all[here].parts.is_empty() {
                    let sum = self.all[here].parts.iter().try_fold(0u32, |sum, part| {
                        self.get(*part)
                            .capacity
                            .map(|capacity| sum.saturating_add(capacity))
                    });
                    changed |= sum.is_some();
                    self.all[here].capacity = sum;
                }
            }
            if !changed {
                break;
            }
        }
    }

    fn open(&mut self, instance: &Instance, parents: &[Option<u32>]) {
        let grid = instance.grid;
        for unit in &self.units {
            let above = chain(*unit, parents);
            let hours = above
                .iter()
                .map(|at| &instance.spaces[*at as usize].open)
                .find(|open| !open.is_empty());
            let mut week = joined(hours.into_iter().flatten(), grid);
            for block in above.iter().flat_map(|at| &instance.spaces[*at as usize].blocks) {
                for day in &block.hours.days {
                    week[day.index()] &=
                        !touching(block.hours.from.minutes(), block.hours.to.minutes(), grid);
                }
            }
            self.usable.push(week);
        }
    }
}

/// A space and the spaces above it, the whole last; ends even where parents go round in a circle.
fn chain(from: u32, parents: &[Option<u32>]) -> Vec<u32> {
    let mut above = vec![from];
    let mut here = from;
    while let Some(parent) = parents[here as usize] {
        if above.contains(&parent) {
            break;
        }
        above.push(parent);
        here = parent;
    }
    above
}

/// The slots of a week that lie wholly within these hours, hours that touch joined.
pub fn joined<'h>(hours: impl IntoIterator<Item = &'h Hours>, grid: u16) -> Week {
    let hours: Vec<&Hours> = hours.into_iter().collect();
    let mut week = [0; 7];
    if hours
        .iter()
        .all(|hours| hours.from.minutes() % grid == 0 && hours.to.minutes() % grid == 0)
    {
        for hours in hours {
            for day in &hours.days {
                week[day.index()] |= inside(hours.from.minutes(), hours.to.minutes(), grid);
            }
        }
        return week;
    }
    for (day, slots) in Day::ALL.iter().zip(&mut week) {
        let mut minutes = [false; DAY_MINUTES as usize];
        for hours in hours.iter().filter(|hours| hours.days.contains(day)) {
            let (from, to) = (usize::from(hours.from.minutes()), usize::from(hours.to.minutes()));
            minutes[from.min(to)..to].fill(true);
        }
        for (slot, minutes) in minutes.chunks_exact(usize::from(grid)).enumerate() {
            if minutes.iter().all(|within| *within) {
                *slots |= 1 << slot;
            }
        }
    }
    week
}
