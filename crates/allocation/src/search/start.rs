//! The first plan: priority rounds, each class's first sessions before its second, each making room where none is left.

use super::{
    augment::augment,
    chain::{Means, Reach, place},
    home, options,
    state::State,
};
use crate::compile::Problem;
use std::collections::BTreeSet;

/// What of a published draft can stand, stands: of one class, or of all.
pub fn published(state: &mut State<'_>, class: Option<u8>) {
    let problem = state.problem;
    for item in &problem.items {
        let of_class = |wish: &u32| class.is_none_or(|class| problem.wishes[*wish as usize].class == class);
        if !item.wishes.iter().any(of_class) {
            continue;
        }
        for published in home::guiding(problem, item) {
            let Some(spot) = home::spot(problem, item, published) else {
                continue;
            };
            let combo = &item.combos[spot.combo as usize];
            let here = options::open_days(state, item) & (1 << spot.day) != 0
                && options::wants(state, item)
                && options::free(state, item, combo, spot.day.into()) & (1 << spot.start) != 0;
            if here {
                options::put(state, item, spot);
            }
        }
    }
}

/// Every class and round in which an item could have a session, in order.
pub fn stages(problem: &Problem) -> Vec<(u8, usize)> {
    let mut stages = BTreeSet::new();
    for item in &problem.items {
        for combo in &item.combos {
            for part in &combo.parts {
                let wanted = usize::from(problem.wishes[part.wish as usize].wanted);
                stages.extend((1..=wanted).map(|round| (part.class, round)));
            }
        }
    }
    stages.into_iter().collect()
}

/// Each item that wants a session of this class and round gets one, if there is a way.
pub fn round(
    state: &mut State<'_>,
    reach: Reach,
    means: &mut Means<'_>,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) {
    for number in in_turn(state, means.until) {
        if stop(state) {
            return;
        }
        means.pinned.clear();
        state.settle();
        let value = state.value.mark();
        if place(state, number, reach, means) && state.value.compare_counts(&value).is_lt() {
            state.back_to(0);
        }
    }
    state.settle();
}

/// Whoever has a session of a later class, but could have one of this, gives it up for that: what was published is put
/// in place whatever it counts for.
pub fn earlier(
    state: &mut State<'_>,
    reach: Reach,
    means: &mut Means<'_>,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) {
    let problem = state.problem;
    let class = means.until.0;
    for (number, item) in (0u32..).zip(&problem.items) {
        let parts = || item.combos.iter().flat_map(|combo| &combo.parts);
        if !parts().any(|part| part.class == class) || !parts().any(|part| part.class > class) {
            continue;
        }
        let own = item.wishes.iter().flat_map(|wish| state.of_wish(*wish));
        let later = |session: &u32| !state.session(*session).locked && state.session(*session).class > class;
        for session in own.copied().filter(later).collect::<Vec<_>>() {
            if stop(state) {
                return;
            }
            // An exchange before may have taken it along.
            if !state.stands(session) || state.session(session).item != number {
                continue;
            }
            means.pinned.clear();
            state.settle();
            let value = state.value.mark();
            state.take(session);
            let found = options::due(state, item, means.until)
                && (place(state, number, reach, means)
                    || augment(state, number, means.until, (12, 400), &mut means.known));
            if !found || state.value.compare_counts(&value).is_le() {
                state.back_to(0);
            }
        }
    }
    state.settle();
}

/// Whether somebody wants a session that counts for no later class and round than this.
pub fn any_due(state: &State<'_>, until: (u8, usize)) -> bool {
    state
        .problem
        .items
        .iter()
        .any(|item| options::due(state, item, until))
}

/// The items whose next session is due, lowest share first, then quota, then lot.
fn in_turn(state: &State<'_>, until: (u8, usize)) -> Vec<u32> {
    let problem = state.problem;
    let mut found: Vec<_> = (0u32..)
        .zip(&problem.items)
        .filter(|(_, item)| options::due(state, item, until))
        .filter_map(|(number, item)| {
            let first = item.wishes.first()?;
            let wish = &problem.wishes[*first as usize];
            let share = state.value.share(problem, wish.organisation, wish.class.into());
            Some((share, wish.quotas.is_empty(), wish.lot, number))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., number)| number).collect()
}
