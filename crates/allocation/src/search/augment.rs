//! Chains: an item takes a spot from another, which takes one from a third, until somebody finds a free one or one whose
//! holders may go.
//!
//! As augmenting paths in matching (Berge 1957): breadth first, so that the shortest chain is found, and each session is
//! asked to move once only.

use super::{
    chain::{all_may_go, in_the_way, is_pinned},
    holders::{self, Known},
    options::{self, Keys, Spot},
    state::State,
};
use crate::compile::Item;
use std::collections::BTreeSet;

/// A step of a chain.
struct Step {
    /// Who moves.
    item: u32,
    /// The step before, whose item drove this one out; none for the first.
    before: Option<usize>,
    /// Where the step before went, which is where this one's session stood.
    spot: Spot,
    /// How many steps lie before.
    depth: u8,
}

/// Gives an item its next session by a chain of moves. Whether it got one; if not, nothing has changed.
pub fn augment(
    state: &mut State<'_>,
    number: u32,
    until: (u8, usize),
    (deepest, most): (u8, usize),
    known: &mut Known,
) -> bool {
    let problem = state.problem;
    let Some(gain) = problem.items[number as usize]
        .combos
        .iter()
        .map(|combo| options::key(state, combo))
        .min()
    else {
        return false;
    };
    let mut asked: BTreeSet<u32> = BTreeSet::new();
    let mut steps = vec![Step {
        item: number,
        before: None,
        spot: Spot {
            combo: 0,
            day: 0,
            start: 0,
        },
        depth: 0,
    }];
    let mut at = 0;
    while at < steps.len() && at < most {
        let mark = state.mark();
        let pinned = walk(state, &steps, at);
        let Some(pinned) = pinned else {
            state.back_to(mark);
            at += 1;
            continue;
        };
        let item = &problem.items[steps[at].item as usize];
        let mut found: Vec<(u32, Spot)> = Vec::new();
        if let Some(spot) = look(state, item, (gain, until), &pinned, known, &mut asked, &mut found) {
            in_the_way_gone(state, item, spot);
            options::put(state, item, spot);
            return true;
        }
        if steps[at].depth < deepest {
            for (session, spot) in found {
                let item = state.session(session).item;
                steps.push(Step {
                    item,
                    before: Some(at),
                    spot,
                    depth: steps[at].depth + 1,
                });
            }
        }
        state.back_to(mark);
        at += 1;
    }
    false
}

/// Makes all moves of a chain but the last item's own; the sessions put on the way, or none if a move has become
/// impossible by the ones before.
fn walk(state: &mut State<'_>, steps: &[Step], last: usize) -> Option<Vec<u32>> {
    let problem = state.problem;
    let mut way = Vec::new();
    let mut at = last;
    while let Some(before) = steps[at].before {
        way.push((steps[before].item, steps[at].spot));
        at = before;
    }
    let mut pinned = Vec::new();
    let mut standing = Vec::new();
    for (number, spot) in way.into_iter().rev() {
        let item = &problem.items[number as usize];
        let combo = &item.combos[spot.combo as usize];
        let day = usize::from(spot.day);
        let goes = options::open_days(state, item) & (1 << spot.day) != 0
            && options::acceptable(state, combo, day) & (1 << spot.start) != 0;
        in_the_way(state, item, combo, spot, 1, &mut standing);
        if !goes || standing.len() > 1 || standing.iter().any(|one| is_pinned(state, *one, &pinned)) {
            return None;
        }
        for session in &standing {
            state.take(*session);
        }
        pinned.push(options::put(state, item, spot));
    }
    Some(pinned)
}

/// Looks at every spot of an item: one that is free or whose holders may all go is the answer; those with a single
/// holder who has not been asked yet are noted.
fn look(
    state: &mut State<'_>,
    item: &Item,
    (gain, until): ((u8, usize), (u8, usize)),
    pinned: &[u32],
    known: &mut Known,
    asked: &mut BTreeSet<u32>,
    found: &mut Vec<(u32, Spot)>,
) -> Option<Spot> {
    let days = options::open_days(state, item);
    let (mut standing, mut there) = (Vec::new(), Vec::new());
    let (mut looked, mut keys) = (1, Keys::default());
    let mut answer: Option<(usize, Spot)> = None;
    for (combo_number, combo) in (0u32..).zip(&item.combos) {
        if keys.of(state, combo) > until {
            continue;
        }
        for day in (0..7u8).filter(|day| days & combo.days & (1 << day) != 0) {
            let all = options::acceptable(state, combo, day.into());
            let free = holders::find(state, item, combo, day.into(), all, known, &mut there);
            let spot = |start: u32| Spot {
                combo: combo_number,
                day,
                start: u8::try_from(start).unwrap_or(0),
            };
            looked += 1 + u64::from(all.count_ones());
            if free != 0 {
                state.work += looked;
                return Some(spot(free.trailing_zeros()));
            }
            let (mut alone, mut several, mut stay, mut going) = (0, 0, 0, all);
            for holder in &there {
                several |= alone & holder.starts;
                alone |= holder.starts;
                if is_pinned(state, holder.session, pinned) {
                    stay |= holder.starts;
                }
                // Who may not go alone may not go with others.
                if !all_may_go(state, &[holder.session], gain) {
                    going &= !holder.starts;
                }
            }
            alone &= !several & !stay;
            let mut left = going & !stay;
            while left != 0 {
                let start = left.trailing_zeros();
                left &= left - 1;
                holders::at(&there, start, &mut standing);
                if standing.len() <= 3
                    && answer.is_none_or(|(fewest, _)| standing.len() < fewest)
                    && all_may_go(state, &standing, gain)
                {
                    answer = Some((standing.len(), spot(start)));
                }
            }
            for holder in there.iter().filter(|holder| holder.starts & alone != 0) {
                if !holder.stays && asked.insert(holder.session) {
                    found.push((holder.session, spot((holder.starts & alone).trailing_zeros())));
                }
            }
        }
    }
    state.work += looked;
    answer.map(|(_, spot)| spot)
}

/// Takes those out who stand in a spot.
fn in_the_way_gone(state: &mut State<'_>, item: &Item, spot: Spot) {
    let mut standing = Vec::new();
    in_the_way(
        state,
        item,
        &item.combos[spot.combo as usize],
        spot,
        usize::MAX,
        &mut standing,
    );
    for session in standing {
        state.take(session);
    }
}

/// Every item that wants more tries a chain, those who come first first, until none finds any.
pub fn all(
    state: &mut State<'_>,
    until: (u8, usize),
    deepest: u8,
    most: usize,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) -> bool {
    let problem = state.problem;
    let mut any = false;
    let mut known = Known::default();
    loop {
        let wanting = (0u32..)
            .zip(&problem.items)
            .filter(|(_, item)| options::due(state, item, until));
        let mut wanting: Vec<((u8, usize), u32)> = wanting
            .filter_map(|(number, item)| {
                let key = item.combos.iter().map(|combo| options::key(state, combo)).min()?;
                Some((key, number))
            })
            .collect();
        wanting.sort_unstable();
        let mut changed = false;
        for (_, number) in wanting {
            if stop(state) {
                return any;
            }
            if !options::due(state, &problem.items[number as usize], until) {
                continue;
            }
            state.settle();
            let value = state.value.mark();
            if augment(state, number, until, (deepest, most), &mut known) {
                if state.value.compare_counts(&value).is_gt() {
                    changed = true;
                } else {
                    state.back_to(0);
                }
            }
        }
        state.settle();
        any |= changed;
        if !changed {
            return any;
        }
    }
}
