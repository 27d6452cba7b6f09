//! What a session of a wish can be put in.

use super::spaces::Spaces;
use crate::format::{
    ground::metres,
    wish::{Extent, Place, Wish},
};
use std::collections::BTreeSet;

/// A space, or adjoining units.
#[derive(Clone, Debug)]
pub(super) struct Placement {
    /// As a session names it.
    pub spaces: Vec<usize>,
    /// Sorted.
    pub units: Vec<usize>,
    /// The place among the wish's places, from 0.
    pub rank: usize,
}

/// The placements of a wish, best first.
pub(super) fn of(spaces: &Spaces<'_>, wish: &Wish) -> Vec<Placement> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for (rank, place) in wish.places.iter().enumerate() {
        for named in named(spaces, place) {
            for choice in choices(spaces, wish.extent, named) {
                let units = units_of(spaces, &choice);
                if seen.insert(units.clone()) {
                    all.push(Placement {
                        spaces: choice,
                        units,
                        rank,
                    });
                }
            }
        }
    }
    all
}

/// The units of some spaces, sorted, each once.
pub(super) fn units_of(spaces: &Spaces<'_>, some: &[usize]) -> Vec<usize> {
    let units: BTreeSet<usize> = some
        .iter()
        .flat_map(|&space| spaces.units(space).to_vec())
        .collect();
    units.into_iter().collect()
}

fn named(spaces: &Spaces<'_>, place: &Place) -> Vec<usize> {
    let of_kind = |whole: &usize, kinds: &[_]| spaces.kind(*whole).is_some_and(|kind| kinds.contains(&kind));
    match place {
        Place::Space(id) => spaces.find(id).into_iter().collect(),
        Place::Any { kinds } => spaces.wholes().filter(|whole| of_kind(whole, kinds)).collect(),
        Place::Near {
            kinds,
            of,
            metres: most,
        } => {
            let Some(centre) = spaces.find(of).and_then(|space| spaces.point(space)) else {
                return Vec::new();
            };
            let near = |whole: &usize| {
                spaces
                    .point(*whole)
                    .is_some_and(|point| metres(point, centre) <= *most)
            };
            spaces
                .wholes()
                .filter(|whole| of_kind(whole, kinds) && near(whole))
                .collect()
        }
    }
}

/// What the extent makes of a named space.
pub(super) fn choices(spaces: &Spaces<'_>, extent: Extent, named: usize) -> Vec<Vec<usize>> {
    match extent {
        Extent::AsNamed => vec![vec![named]],
        Extent::Whole => vec![vec![spaces.whole(named)]],
        Extent::Part => spaces.units(named).iter().map(|&unit| vec![unit]).collect(),
        Extent::Adjoining(many) => {
            let parents = (0..spaces.count()).filter(|&space| spaces.is_in(space, named));
            let runs = parents.flat_map(|parent| spaces.parts(parent).windows(usize::from(many).max(1)));
            runs.filter(|run| run.iter().all(|&part| spaces.is_unit(part)))
                .map(<[usize]>::to_vec)
                .collect()
        }
    }
}
