//! Better places for those who are served: last season's slot, or else the one that fits best, where nobody loses by it.

use super::{
    chain::{Means, sessions_in_the_way},
    options::{self, Spot},
    state::State,
};

/// How often everybody is asked.
const PASSES: usize = 3;

/// Asks everybody, those who come first first, until nobody finds anything better.
pub fn all(state: &mut State<'_>, means: &mut Means<'_>, stop: &mut dyn FnMut(&State<'_>) -> bool) {
    let problem = state.problem;
    let mut order: Vec<(u8, u64, u32)> = (0u32..)
        .zip(&problem.items)
        .filter_map(|(number, item)| {
            let wish = &problem.wishes[*item.wishes.first()? as usize];
            Some((wish.class, wish.lot, number))
        })
        .collect();
    order.sort_unstable();
    for _ in 0..PASSES {
        let mut any = false;
        for (.., number) in &order {
            if stop(state) {
                return;
            }
            any |= former(state, *number, means) | better(state, *number, means);
        }
        if !any {
            return;
        }
    }
}

/// An item's first wish gets last season's slots that it has not, where those who stand there find another place.
fn former(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> bool {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let Some(wish) = item.wishes.first() else {
        return false;
    };
    let mut any = false;
    for (placement, day, start) in &problem.wishes[*wish as usize].last_season {
        let same =
            |part: &crate::compile::Part| problem.placements[part.placement as usize].same == *placement;
        let Some(combo) = item
            .combos
            .iter()
            .position(|combo| combo.parts.first().is_some_and(same))
        else {
            continue;
        };
        let spot = Spot {
            combo: u32::try_from(combo).unwrap_or(0),
            day: *day,
            start: *start,
        };
        for own in state.of_wish(*wish).to_vec() {
            if state.stands(own) && !state.stays(own) && swap(state, number, own, spot, means) {
                any = true;
                break;
            }
        }
    }
    any
}

/// A session goes to a spot, those who stand there go elsewhere; whether that is better. If not, nothing has changed.
fn swap(state: &mut State<'_>, number: u32, own: u32, spot: Spot, means: &mut Means<'_>) -> bool {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let there = state.session(own);
    if (there.day, there.start) == (spot.day, spot.start)
        && there.placement == item.combos[spot.combo as usize].parts[0].placement
    {
        return false;
    }
    state.settle();
    let value = state.value.mark();
    state.work += 4;
    state.take(own);
    let combo = &item.combos[spot.combo as usize];
    let mut goes = options::open_days(state, item) & (1 << spot.day) != 0
        && spot.start < 128
        && options::acceptable(state, combo, spot.day.into()) & (1 << spot.start) != 0;
    let mut moved = Vec::new();
    if goes {
        for session in sessions_in_the_way(state, item, combo, spot) {
            goes &= state.stands(session) && !state.stays(session);
            if !goes {
                break;
            }
            moved.push(state.session(session).item);
            state.take(session);
        }
    }
    if goes {
        options::put(state, item, spot);
        for other in moved {
            match options::best(state, other, means) {
                Some(spot) => options::put(state, &problem.items[other as usize], spot),
                None => break,
            };
        }
        if state.value.compare(problem, &value).is_gt() {
            state.settle();
            return true;
        }
    }
    state.back_to(0);
    false
}

/// Each session of an item goes to the free spot that is best for it.
fn better(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> bool {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let Some(wish) = item.wishes.first() else {
        return false;
    };
    let mut any = false;
    for own in state.of_wish(*wish).to_vec() {
        if !state.stands(own) || state.stays(own) {
            continue;
        }
        state.settle();
        let value = state.value.mark();
        state.take(own);
        if let Some(spot) = options::best(state, number, means) {
            options::put(state, item, spot);
        }
        if state.value.compare(problem, &value).is_gt() {
            any = true;
        } else {
            state.back_to(0);
        }
    }
    state.settle();
    any
}
