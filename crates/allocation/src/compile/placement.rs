//! Placements: the sets of units that a session can be put in.

use super::{Week, space::Spaces};
use crate::format::{
    Instance,
    place::Space,
    wish::{Extent, Place},
};
use ledig_domain::space::SpaceKind;
use std::collections::{BTreeMap, BTreeSet};

/// A set of units that a session can be put in.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The units, in ascending order.
    pub units: Vec<u32>,
    /// The spaces as the file names them.
    pub spaces: Vec<u32>,
    /// The first placement with the same units: it differs in its name, and in how many fit, but nothing else can be
    /// there at the same time.
    pub same: u32,
    /// The building.
    pub facility: u32,
    /// The whole that the units belong to.
    pub whole: u32,
    /// Where the whole is.
    pub point: Option<(f64, f64)>,
    /// Of which kind; of adjoining units the first one's.
    pub kind: Option<SpaceKind>,
    /// Of which kinds its spaces are.
    pub kinds: Vec<SpaceKind>,
    /// How many people fit; `None` where it is not known.
    pub capacity: Option<u32>,
    /// What all its units have.
    pub features: BTreeSet<String>,
    /// Weeks of the season in which it is open.
    pub weeks: u16,
    /// When all its units are usable.
    pub usable: Week,
}

/// All placements of an instance, each once by the spaces that name it.
pub struct Placements {
    /// In the order in which they came up.
    pub all: Vec<Placement>,
    by_spaces: BTreeMap<Vec<u32>, u32>,
    by_units: BTreeMap<Vec<u32>, u32>,
    /// Units of each rule of primacy.
    primacy: Vec<BTreeSet<u32>>,
    weeks: u16,
}

impl Placements {
    /// None yet.
    pub fn new(instance: &Instance, spaces: &Spaces<'_>) -> Self {
        let primacy = instance.rules.primacy.iter().map(|rule| {
            let named = rule.spaces.iter().filter_map(|id| spaces.at(id));
            named
                .flat_map(|at| spaces.get(at).units.iter().copied())
                .collect()
        });
        Self {
            all: Vec::new(),
            by_spaces: BTreeMap::new(),
            by_units: BTreeMap::new(),
            primacy: primacy.collect(),
            weeks: instance.season.weeks,
        }
    }

    /// The placement that these spaces make together; `None` for no space at all.
    pub fn of(&mut self, named: &[u32], spaces: &Spaces<'_>) -> Option<u32> {
        let first = spaces.get(*named.first()?);
        if let Some(known) = self.by_spaces.get(named) {
            return Some(*known);
        }
        let units: BTreeSet<u32> = named
            .iter()
            .flat_map(|at| spaces.get(*at).units.iter().copied())
            .collect();
        let units: Vec<u32> = units.into_iter().collect();
        let mut usable = [u128::MAX; 7];
        let mut closed: BTreeSet<u16> = BTreeSet::new();
        for unit in &units {
            for (all, one) in usable.iter_mut().zip(&spaces.usable[*unit as usize]) {
                *all &= one;
            }
            closed.extend(&spaces.get(spaces.units[*unit as usize]).closed_weeks);
        }
        let capacity = named.iter().try_fold(0u32, |sum, at| {
            spaces.get(*at).capacity.map(|one| sum.saturating_add(one))
        });
        let closed = u16::try_from(closed.range(1..=self.weeks).count()).unwrap_or(u16::MAX);
        let weeks = self.weeks.saturating_sub(closed);
        let mut features: Option<BTreeSet<&str>> = None;
        for unit in &units {
            let has = &spaces.get(spaces.units[*unit as usize]).features;
            features =
                Some(features.map_or_else(|| has.clone(), |all| all.intersection(has).copied().collect()));
        }
        let at = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let same = *self.by_units.entry(units.clone()).or_insert(at);
        let placement = Placement {
            same,
            features: features.into_iter().flatten().map(ToOwned::to_owned).collect(),
            spaces: named.to_vec(),
            facility: first.facility,
            whole: first.whole,
            point: spaces.get(first.whole).point,
            kind: first.kind,
            kinds: named.iter().filter_map(|at| spaces.get(*at).kind).collect(),
            capacity,
            weeks,
            // Without an open week there is no time to be had.
            usable: if weeks > 0 { usable } else { [0; 7] },
            units,
        };
        self.all.push(placement);
        self.by_spaces.insert(named.to_vec(), at);
        Some(at)
    }

    /// Whether two placements are of the same units.
    pub fn same(&self, one: u32, other: u32) -> bool {
        self.all[one as usize].same == self.all[other as usize].same
    }

    /// Whether the sport comes before every class there.
    pub fn primacy(&self, placement: u32, sport: &str, instance: &Instance) -> bool {
        let units = &self.all[placement as usize].units;
        instance
            .rules
            .primacy
            .iter()
            .zip(&self.primacy)
            .any(|(rule, first)| {
                rule.sports.iter().any(|one| one == sport) && units.iter().all(|unit| first.contains(unit))
            })
    }

    /// For each extent that is asked for, every placement of it; a space as named counts as a whole.
    pub fn alike(&mut self, instance: &Instance, spaces: &Spaces<'_>) -> Vec<(Extent, Vec<u32>)> {
        let mut alike: Vec<(Extent, Vec<u32>)> = Vec::new();
        for wish in &instance.wishes {
            let extent = if wish.extent == Extent::AsNamed {
                Extent::Whole
            } else {
                wish.extent
            };
            if alike.iter().any(|(known, _)| *known == extent) {
                continue;
            }
            let wholes = (0u32..)
                .zip(&spaces.all)
                .filter(|(_, space)| space.parent.is_none());
            let named = wholes.flat_map(|(at, _)| extended(at, extent, spaces));
            alike.push((
                extent,
                named.filter_map(|named| self.of(&named, spaces)).collect(),
            ));
        }
        alike
    }

    /// What a wish names, best first, with the place's position in the wish's list; each set of units once.
    pub fn named(&mut self, places: &[Place], extent: Extent, spaces: &Spaces<'_>) -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        let mut seen = BTreeSet::new();
        for (rank, place) in (0..).zip(places) {
            for space in in_place(place, spaces) {
                for named in extended(space, extent, spaces) {
                    if let Some(placement) = self.of(&named, spaces)
                        && seen.insert(self.all[placement as usize].same)
                    {
                        found.push((placement, rank));
                    }
                }
            }
        }
        found
    }
}

/// The spaces that a place names.
fn in_place(place: &Place, spaces: &Spaces<'_>) -> Vec<u32> {
    let wholes = |kinds: &[SpaceKind]| {
        let all = (0u32..).zip(&spaces.all);
        let wholes = all.filter(|(_, space)| {
            let Space { parent, kind, .. } = space.said;
            parent.is_none() && kind.is_some_and(|kind| kinds.contains(&kind))
        });
        wholes.map(|(at, _)| at).collect::<Vec<_>>()
    };
    match place {
        Place::Space(id) => spaces.at(id).into_iter().collect(),
        Place::Any { kinds } => wholes(kinds),
        Place::Near { kinds, of, metres } => {
            let Some(from) = spaces.at(of).and_then(|at| spaces.get(at).point) else {
                return Vec::new();
            };
            let near = |at: &u32| {
                let point = spaces.get(*at).point;
                point.is_some_and(|point| crate::format::ground::metres(from, point) <= *metres)
            };
            wholes(kinds).into_iter().filter(near).collect()
        }
    }
}

/// What of a space a session can take.
fn extended(space: u32, extent: Extent, spaces: &Spaces<'_>) -> Vec<Vec<u32>> {
    let here = spaces.get(space);
    match extent {
        Extent::AsNamed => vec![vec![space]],
        Extent::Whole => vec![vec![here.whole]],
        Extent::Part => here
            .units
            .iter()
            .map(|unit| vec![spaces.units[*unit as usize]])
            .collect(),
        Extent::Adjoining(count) => {
            let mut runs = Vec::new();
            let mut below = vec![space];
            while let Some(at) = below.pop() {
                let parts = &spaces.get(at).parts;
                if !parts.is_empty() && parts.iter().all(|part| spaces.get(*part).parts.is_empty()) {
                    runs.extend(parts.windows(usize::from(count.max(1))).map(<[u32]>::to_vec));
                }
                below.extend(parts.iter().rev());
            }
            runs
        }
    }
}
