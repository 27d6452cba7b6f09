//! The spaces as wishes name them.

use crate::{
    format::{
        Instance,
        ground::metres,
        rules::MinGroup,
        wish::{Extent, Place, Strength, Wish},
    },
    read::tree::Tree,
};
use ledig_domain::space::SpaceKind;
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

/// So many placements are looked at; an instance may have more.
const MOST_STEPS: usize = 10_000_000;

/// The spaces, and what of them is named by wishes.
pub struct Ground<'a> {
    instance: &'a Instance,
    tree: &'a Tree,
    index: BTreeMap<&'a str, usize>,
    min_groups: BTreeMap<SpaceKind, u32>,
    /// The wholes that choices of places name; found once for each choice.
    wholes: BTreeMap<Choice<'a>, Rc<[usize]>>,
    /// Wholes that some wish names, or a part of them.
    named: Vec<bool>,
    steps: usize,
}

/// Kinds, and how near to what.
type Choice<'a> = (&'a [SpaceKind], Option<(&'a str, u32)>);

impl<'a> Ground<'a> {
    /// Nothing is named yet.
    pub fn new(instance: &'a Instance, tree: &'a Tree) -> Self {
        let index = instance.spaces.iter().enumerate();
        let groups = instance.rules.min_groups.iter();
        Self {
            instance,
            tree,
            index: index.map(|(place, space)| (space.id.as_str(), place)).collect(),
            min_groups: groups.map(|MinGroup { kind, size }| (*kind, *size)).collect(),
            wholes: BTreeMap::new(),
            named: vec![false; instance.spaces.len()],
            steps: 0,
        }
    }

    /// Whether some place of a wish can hold it; `None` where there are too many to look through.
    pub fn holds(&mut self, wish: &'a Wish) -> Option<bool> {
        let mut holds = false;
        for choice in &wish.places {
            let bases = match choice {
                Place::Space(id) => self.one(id),
                Place::Any { kinds } => self.choose((kinds, None)),
                Place::Near { kinds, of, metres } => self.choose((kinds, Some((of, *metres)))),
            };
            for base in bases.iter().copied() {
                if holds {
                    break;
                }
                self.steps += 1;
                if self.steps > MOST_STEPS {
                    return None;
                }
                holds = self.holds_at(wish, base);
            }
        }
        Some(holds)
    }

    fn one(&mut self, id: &str) -> Rc<[usize]> {
        let place = self.index.get(id).copied();
        if let Some(place) = place {
            let whole = self.tree.whole(place);
            self.named[whole] = true;
        }
        place.into_iter().collect()
    }

    /// Whether a space is known to lie nowhere.
    pub fn lies_nowhere(&self, id: &str) -> bool {
        self.index
            .get(id)
            .is_some_and(|place| self.position(*place).is_none())
    }

    /// The wholes that no wish and no lock names.
    pub fn unused(&self) -> impl Iterator<Item = usize> {
        (0..self.named.len()).filter(|place| self.tree.parent[*place].is_none() && !self.named[*place])
    }

    fn choose(&mut self, choice: Choice<'a>) -> Rc<[usize]> {
        if let Some(known) = self.wholes.get(&choice) {
            return Rc::clone(known);
        }
        let from = choice
            .1
            .map(|(of, _)| self.index.get(of).and_then(|of| self.position(*of)));
        let near = |place: usize| match (choice.1, from) {
            (Some((_, most)), Some(from)) => from
                .zip(self.position(place))
                .is_some_and(|(from, to)| metres(from, to) <= most),
            _ => true,
        };
        let wholes = (0..self.instance.spaces.len()).filter(|place| {
            self.tree.parent[*place].is_none()
                && self.instance.spaces[*place]
                    .kind
                    .is_some_and(|kind| choice.0.contains(&kind))
                && near(*place)
        });
        let wholes: Rc<[usize]> = wholes.collect();
        wholes.iter().for_each(|whole| self.named[*whole] = true);
        self.steps += self.instance.spaces.len();
        self.wholes.insert(choice, Rc::clone(&wholes));
        wholes
    }

    fn holds_at(&mut self, wish: &Wish, base: usize) -> bool {
        let tree = self.tree;
        let units = tree.units(base);
        self.steps += units.len();
        match wish.extent {
            Extent::AsNamed => self.fits(wish, &[base], &units, self.capacity(base)),
            Extent::Whole => {
                let whole = tree.whole(base);
                self.fits(wish, &[whole], &tree.units(whole), self.capacity(whole))
            }
            Extent::Part => units
                .iter()
                .any(|unit| self.fits(wish, &[*unit], &[*unit], self.capacity(*unit))),
            Extent::Adjoining(count) => {
                let parents: BTreeSet<usize> = units.iter().filter_map(|unit| tree.parent[*unit]).collect();
                parents.into_iter().any(|parent| {
                    let siblings = &tree.parts[parent];
                    let inside = |unit: &usize| units.binary_search(unit).is_ok();
                    siblings.windows(usize::from(count).max(1)).any(|run| {
                        siblings.iter().all(|part| tree.is_unit(*part))
                            && run.iter().all(inside)
                            && self.fits(wish, run, run, self.sum(run))
                    })
                })
            }
        }
    }

    /// Whether a group of this size, with these needs, may be in these spaces with their units.
    fn fits(&self, wish: &Wish, spaces: &[usize], units: &[usize], capacity: Option<u32>) -> bool {
        let size = wish.team.size;
        let musts = || wish.needs.iter().filter(|need| need.strength == Strength::Must);
        let least = |space: &usize| {
            let kind = self.nearest(*space, |place| self.instance.spaces[place].kind);
            kind.and_then(|kind| self.min_groups.get(&kind))
        };
        capacity.is_none_or(|capacity| capacity > 0 && size <= capacity)
            && spaces.iter().filter_map(least).all(|least| size >= *least)
            && units
                .iter()
                .all(|unit| musts().all(|need| self.has(*unit, &need.feature)))
    }

    fn has(&self, unit: usize, feature: &String) -> bool {
        let space = |place: usize| &self.instance.spaces[place];
        self.nearest(unit, |place| {
            space(place).features.contains(feature).then_some(())
        })
        .is_some()
    }

    fn capacity(&self, place: usize) -> Option<u32> {
        self.instance.spaces[place].capacity.or_else(|| {
            let parts = &self.tree.parts[place];
            if parts.is_empty() { None } else { self.sum(parts) }
        })
    }

    fn sum(&self, places: &[usize]) -> Option<u32> {
        places.iter().try_fold(0_u32, |sum, place| {
            Some(sum.saturating_add(self.capacity(*place)?))
        })
    }

    fn position(&self, place: usize) -> Option<(f64, f64)> {
        self.nearest(place, |place| {
            let space = &self.instance.spaces[place];
            space.lat.zip(space.lon)
        })
    }

    /// What a space has, or the nearest space above it that has it.
    fn nearest<T>(&self, place: usize, of: impl Fn(usize) -> Option<T>) -> Option<T> {
        let mut next = Some(place);
        while let Some(place) = next {
            if let Some(found) = of(place) {
                return Some(found);
            }
            next = self.tree.parent[place];
        }
        None
    }

    /// What a lock is in is used, too.
    pub fn mark_locked(&mut self, instance: &Instance) {
        for space in instance.locks.iter().flat_map(|lock| &lock.slot.spaces) {
            if let Some(place) = self.index.get(space.as_str()) {
                let whole = self.tree.whole(*place);
                self.named[whole] = true;
            }
        }
    }
}
