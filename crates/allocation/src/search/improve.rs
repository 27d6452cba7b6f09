//! Large neighbourhood search: takes a part of the plan out, puts it together anew, keeps what is no worse.

use crate::compile::Slots;

use super::{
    augment::augment,
    chain::{Means, Reach, place},
    lengthen,
    options::{self, Spot},
    state::State,
};
use std::{cmp::Ordering, collections::BTreeSet};

/// What a search looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// More sessions; all of them of the shortest length.
    Counts,
    /// All that counts, lengths and preferences included.
    All,
}

/// Searches until told to stop. How many tries made the plan better.
pub fn run(
    state: &mut State<'_>,
    aim: Aim,
    means: &mut Means<'_>,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) -> u64 {
    let mut better = 0;
    let kept = means.taste.kept;
    let mut unmet = unmet(state, means.until);
    let (mut tries, mut idle) = (0u64, 0u64);
    // Looking at everybody takes as long as some tries.
    let refresh = (state.problem.items.len() as u64 / 8).max(64);
    if unmet.is_empty() && aim == Aim::Counts {
        return 0;
    }
    while !stop(state) {
        tries += 1;
        idle += 1;
        if aim == Aim::Counts && idle > 1000 + 20 * unmet.len() as u64 {
            break;
        }
        if tries.is_multiple_of(refresh) {
            unmet = self::unmet(state, means.until);
            if unmet.is_empty() && aim == Aim::Counts {
                break;
            }
        }
        state.settle();
        let value = state.value.mark();
        means.pinned.clear();
        let (mut items, near) = take_out(state, aim, &unmet, means);
        if items.is_empty() {
            state.work += 50;
            continue;
        }
        order(state, &mut items, aim, means);
        let reach = Reach {
            depth: [0, 0, 0, 0, 1, 1, 2][means.rng.below(7)],
            width: 3 + means.rng.below(6),
            most: 1 + means.rng.below(3),
            squeeze: aim == Aim::Counts,
        };
        means.taste.noise = [0, 50, 2000, 20_000][means.rng.below(4)];
        // Where a published session would stand best, there may be room for one only.
        means.taste.kept = if tries.is_multiple_of(4) { 0 } else { kept };
        for item in items {
            while options::due(state, &state.problem.items[item as usize], means.until)
                && place(state, item, reach, means)
            {}
        }
        // One who still wants more may find a way through others; after everybody has been counted nobody does.
        let chains = if aim == Aim::Counts { means.rng.below(3) } else { 0 };
        for _ in 0..chains {
            if let Some(number) = means.rng.pick(&unmet).copied()
                && options::due(state, &state.problem.items[number as usize], means.until)
            {
                let (deepest, most) = (2 + means.rng.below(5), 10 + means.rng.below(60));
                augment(
                    state,
                    number,
                    means.until,
                    (u8::try_from(deepest).unwrap_or(2), most),
                    &mut means.known,
                );
            }
        }
        let order = match aim {
            Aim::Counts => state.value.compare_counts(&value),
            Aim::All => {
                lengthen::all(state, Some(&near), means.until.0);
                state.value.compare(state.problem, &value)
            }
        };
        match order {
            Ordering::Greater => {
                better += 1;
                idle = 0;
            }
            Ordering::Equal => {}
            Ordering::Less => state.back_to(0),
        }
    }
    means.taste.kept = kept;
    state.settle();
    better
}

/// Items that want more than they have, the first classes more often.
fn unmet(state: &State<'_>, until: (u8, usize)) -> Vec<u32> {
    let wanting = (0u32..).zip(&state.problem.items);
    wanting
        .filter(|(_, item)| options::due(state, item, until))
        .map(|(number, _)| number)
        .collect()
}

/// Takes sessions out; the items that lost some, or might win some, and where that was.
fn take_out(
    state: &mut State<'_>,
    aim: Aim,
    unmet: &[u32],
    means: &mut Means<'_>,
) -> (Vec<u32>, BTreeSet<(u32, u8)>) {
    let problem = state.problem;
    let mut items: Vec<u32> = Vec::new();
    let mut near: BTreeSet<(u32, u8)> = BTreeSet::new();
    let mut out: Vec<u32> = Vec::new();
    let size = 4 + means.rng.below(20);
    let way = means.rng.below(if aim == Aim::Counts { 4 } else { 6 });
    let unmet_one = means.rng.pick(unmet).copied().filter(|_| way < 3);
    if let Some(number) = unmet_one {
        // Around the spots of one who wants more: what stands there, and what stands beside it.
        items.push(number);
        for _ in 0..1 + means.rng.below(3) {
            let Some((combo, spot)) = any_spot(state, number, means) else {
                break;
            };
            let part = problem.items[number as usize].combos[combo].parts[0];
            let around = problem.placements[part.placement as usize].whole;
            near.insert((around, spot.day));
            let from = spot
                .start
                .saturating_sub(u8::try_from(means.rng.below(9)).unwrap_or(0));
            let to = spot.start + part.len + u8::try_from(means.rng.below(9)).unwrap_or(0);
            let slots = crate::compile::span(from.into(), to.min(problem.slots).into());
            state.within(around, spot.day, slots, &mut out);
        }
    } else if way == 3 || unmet.is_empty() && way < 3 {
        // A stretch of time on some day in some houses.
        let day = u8::try_from(means.rng.below(7)).unwrap_or(0);
        for _ in 0..1 + means.rng.below(2) {
            let Some(placement) = means.rng.pick(&problem.placements) else {
                break;
            };
            near.insert((placement.whole, day));
            state.within(placement.whole, day, Slots::MAX, &mut out);
        }
    } else {
        // An organisation's sessions, and one that could do with them.
        let Some(wish) = means.rng.pick(&problem.wishes) else {
            return (items, near);
        };
        let same = |number: &u32| problem.wishes[*number as usize].organisation == wish.organisation;
        let start = means.rng.below(problem.wishes.len());
        let count = u32::try_from(problem.wishes.len()).unwrap_or(0);
        let turned = (0..count.min(4000)).map(|at| (at + u32::try_from(start).unwrap_or(0)) % count.max(1));
        for number in turned.filter(same).take(6) {
            out.extend(state.of_wish(number));
        }
    }
    out.sort_unstable();
    out.dedup();
    state.work += 4 * out.len() as u64;
    shuffle(&mut out, means);
    out.truncate(size);
    for session in out {
        // An earlier one may have taken it along.
        if !state.stands(session) || state.stays(session) {
            continue;
        }
        for one in state.bundle(session) {
            let session = state.session(one);
            near.insert((problem.placements[session.placement as usize].whole, session.day));
            let item = session.item;
            if !items.contains(&item) {
                items.push(item);
            }
        }
        state.take(session);
    }
    for _ in 0..3 {
        if let Some(one) = means.rng.pick(unmet)
            && !items.contains(one)
        {
            items.push(*one);
        }
    }
    (items, near)
}

/// Any spot that only others keep an item from.
fn any_spot(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> Option<(usize, Spot)> {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let days = options::open_days(state, item);
    for _ in 0..8 {
        let combo = means.rng.below(item.combos.len());
        let day = means.rng.below(7);
        state.work += 1;
        if days & (1 << day) == 0 {
            continue;
        }
        let starts = options::acceptable(state, item.combos.get(combo)?, day);
        if starts != 0 {
            let mut skip = means.rng.below(starts.count_ones() as usize);
            let mut left = starts;
            while skip > 0 {
                left &= left - 1;
                skip -= 1;
            }
            let (day, start) = (
                u8::try_from(day).unwrap_or(0),
                u8::try_from(left.trailing_zeros()).unwrap_or(0),
            );
            return Some((
                combo,
                Spot {
                    combo: u32::try_from(combo).unwrap_or(0),
                    day,
                    start,
                },
            ));
        }
    }
    None
}

fn shuffle(list: &mut [u32], means: &mut Means<'_>) {
    for at in (1..list.len()).rev() {
        list.swap(at, means.rng.below(at + 1));
    }
}

/// In the order of class and round, and within them by share, by chance, or the hardest first.
fn order(state: &State<'_>, items: &mut Vec<u32>, aim: Aim, means: &mut Means<'_>) {
    let problem = state.problem;
    let way = means.rng.below(3);
    let mut keyed: Vec<_> = items
        .drain(..)
        .map(|number| {
            let item = &problem.items[number as usize];
            let key = item
                .combos
                .iter()
                .map(|combo| options::key(state, combo))
                .min()
                .unwrap_or((u8::MAX, 0));
            let wish = item.wishes.first().map(|wish| &problem.wishes[*wish as usize]);
            let share = wish.map_or(0, |wish| {
                state.value.share(problem, wish.organisation, wish.class.into())
            });
            let second = match way {
                0 => means.rng.next() >> 1,
                1 => item.combos.len() as u64,
                _ if aim == Aim::All => share,
                _ => 1000 - wish.map_or(0, |wish| u64::from(wish.shortest)),
            };
            (key, second, number)
        })
        .collect();
    keyed.sort_unstable();
    items.extend(keyed.into_iter().map(|(.., number)| number));
}
