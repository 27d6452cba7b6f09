//! How many ways there are to put wishes side by side: a bound, so that nobody tries them all for ever.

use crate::{
    format::wish::{Extent, Link, LinkKind, Place, Strength, Wish},
    read::{
        at::{At, Faults},
        bounds,
        fault::FaultKind,
        parts::Parts,
        tree::Tree,
    },
};
use std::collections::BTreeMap;

/// Spaces looked at while counting; whoever asks for more asks for too many.
const MOST_STEPS: usize = 20_000_000;

/// Links with more bundles than are tried.
pub fn check(parts: &Parts, tree: &Tree, faults: &mut Faults) {
    let top = At::top("links");
    let mut steps = 0;
    let mut all = 0_usize;
    for (place, link) in parts.links.iter() {
        if link.kind != LinkKind::Together || link.strength != Strength::Must {
            continue;
        }
        all = all.saturating_add(bundles(link, parts, tree, &mut steps));
        if all > bounds::BUNDLES || steps > MOST_STEPS {
            let most = bounds::BUNDLES;
            faults.add(
                &top.index(place).field("wishes"),
                FaultKind::TooManyBundles { most },
            );
            all = 0;
        }
    }
}

/// At most so many bundles: for each whole the product of what its wishes could take in it.
fn bundles(link: &Link, parts: &Parts, tree: &Tree, steps: &mut usize) -> usize {
    let mut bundles: Option<BTreeMap<usize, usize>> = None;
    for wish in link.wishes.iter().filter_map(|id| parts.wishes.named(id)) {
        let own = choices(wish, parts, tree, steps);
        bundles = Some(match bundles {
            None => own,
            Some(so_far) => {
                let both = so_far.into_iter().filter_map(|(whole, ways)| {
                    let more = own.get(&whole)?;
                    Some((whole, ways.saturating_mul(*more)))
                });
                both.collect()
            }
        });
    }
    let ways = bundles.into_iter().flatten().map(|(_, ways)| ways);
    ways.fold(0, usize::saturating_add)
}

/// For each whole in how many placements in it a wish could be.
fn choices(wish: &Wish, parts: &Parts, tree: &Tree, steps: &mut usize) -> BTreeMap<usize, usize> {
    let mut choices: BTreeMap<usize, usize> = BTreeMap::new();
    for place in &wish.places {
        if *steps > MOST_STEPS {
            break;
        }
        let bases: Vec<usize> = match place {
            Place::Space(id) => parts.spaces.place(id).into_iter().collect(),
            Place::Near { kinds, .. } | Place::Any { kinds } => {
                *steps += parts.spaces.len();
                let wholes = parts.spaces.iter().filter(|(place, space)| {
                    tree.parent[*place].is_none() && space.kind.is_some_and(|kind| kinds.contains(&kind))
                });
                wholes.map(|(place, _)| place).collect()
            }
        };
        for base in bases {
            let ways = match wish.extent {
                Extent::AsNamed | Extent::Whole => 1,
                Extent::Part | Extent::Adjoining(_) => tree.units(base).len(),
            };
            *steps += ways;
            let known = choices.entry(tree.whole(base)).or_default();
            *known = known.saturating_add(ways);
        }
    }
    choices
}
