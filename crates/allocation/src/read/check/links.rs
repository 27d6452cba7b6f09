//! Wishes that belong together.

use super::{grid, unknown};
use crate::{
    format::wish::{Link, LinkKind, Strength, Wish},
    read::{
        at::{At, Faults},
        bounds,
        fault::{FaultKind, Thing},
        parts::Parts,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything about links.
pub fn check(parts: &Parts, faults: &mut Faults) {
    let top = At::top("links");
    let mut linked: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, link) in parts.links.iter() {
        let at = top.index(place);
        let list = at.field("wishes");
        bounds::count(&list, link.wishes.len(), bounds::LINKED, faults);
        let mut seen = BTreeSet::new();
        for (turn, id) in link.wishes.iter().enumerate() {
            let at = list.index(turn);
            if parts.wishes.lacks(id) {
                unknown(&at, Thing::Wish, id, faults);
            }
            if !seen.insert(id) {
                let value = id.clone();
                faults.add(&at, FaultKind::Twice { value });
                continue;
            }
            if link.strength == Strength::Must {
                let first = *linked.entry(id).or_insert(place);
                if first != place {
                    let wish = id.clone();
                    let first = top.index(first).pointer();
                    faults.add(&at, FaultKind::LinkedTwice { wish, first });
                }
            }
        }
        if seen.len() < 2 {
            let found = seen.len();
            faults.add(&list, FaultKind::TooFewWishes { found });
        }
        if link.strength == Strength::Must {
            fit(&list, link, parts, faults);
        }
    }
}

/// Whether bundles of these wishes are possible at all.
fn fit(at: &At<'_>, link: &Link, parts: &Parts, faults: &mut Faults) {
    let wishes: Vec<(usize, &Wish)> = link
        .wishes
        .iter()
        .enumerate()
        .filter_map(|(turn, id)| Some((turn, parts.wishes.named(id)?)))
        .collect();
    let Some((_, first)) = wishes.first().copied() else {
        return;
    };
    for (turn, wish) in &wishes {
        if wish.sessions != first.sessions {
            let what = FaultKind::SessionsDiffer {
                wish: wish.id.clone(),
                sessions: wish.sessions,
                other: first.id.clone(),
                others: first.sessions,
            };
            faults.add(&at.index(*turn), what);
        }
    }
    let Some(grid) = grid(parts) else {
        return;
    };
    let shortest = |wish: &Wish| wish.min_minutes.min(1_440).div_ceil(grid) * grid;
    let longest = |wish: &Wish| (wish.max_minutes / grid * grid).max(shortest(wish));
    match link.kind {
        LinkKind::Together => {
            let most = wishes.iter().map(|(_, wish)| shortest(wish)).max();
            let least = wishes.iter().map(|(_, wish)| longest(wish)).min();
            if let (Some(shortest), Some(longest)) = (most, least)
                && longest < shortest
            {
                faults.add(at, FaultKind::NoCommonLength { shortest, longest });
            }
        }
        LinkKind::BackToBack => {
            let minutes: u32 = wishes.iter().map(|(_, wish)| u32::from(shortest(wish))).sum();
            if u64::from(minutes) > bounds::DAY {
                faults.add(at, FaultKind::LongerThanADay { minutes });
            }
        }
    }
}
