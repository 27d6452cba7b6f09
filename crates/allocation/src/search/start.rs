//! The first plan: priority rounds, each class's first sessions before its second, each making room where none is left.

use super::{
    chain::{Means, Reach, place},
    options,
    state::State,
};
use crate::compile::Item;

/// What of a published draft can stand, stands.
pub fn published(state: &mut State<'_>) {
    let problem = state.problem;
    for (number, wish) in problem.wishes.iter().enumerate() {
        let item = &problem.items[wish.item as usize];
        if wish.published.is_empty() || item.wishes.first().copied() != u32::try_from(number).ok() {
            continue;
        }
        for (placement, day, start, _) in &wish.published {
            let Some(at) = item
                .combos
                .iter()
                .position(|combo| combo.parts[0].placement == *placement)
            else {
                continue;
            };
            let combo = &item.combos[at];
            let here = options::item_days(state, item) & (1 << day) != 0
                && options::wants(state, item)
                && options::free(state, item, combo, usize::from(*day)) & (1 << start.min(&127)) != 0;
            if here {
                let combo = u32::try_from(at).unwrap_or(0);
                state.put(&options::sessions(
                    item,
                    options::Spot {
                        combo,
                        day: *day,
                        start: *start,
                    },
                ));
            }
        }
    }
}

/// Goes through the classes and rounds once.
pub fn rounds(
    state: &mut State<'_>,
    reach: Reach,
    means: &mut Means<'_>,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) {
    let problem = state.problem;
    for class in 1..=problem.classes + 1 {
        for round in 1..=7 {
            for number in in_turn(state, class, round) {
                if stop(state) {
                    return;
                }
                means.pinned.clear();
                let mark = state.mark();
                let value = state.value.mark();
                if place(state, number, reach, means) && state.value.compare_counts(&value).is_lt() {
                    state.back_to(mark);
                }
                state.settle();
            }
        }
    }
}

/// The items whose next session is one of this class and round, lowest share first, then quota, then lot.
fn in_turn(state: &State<'_>, class: u8, round: usize) -> Vec<u32> {
    let problem = state.problem;
    let turn = |item: &Item| {
        let wishes = item
            .wishes
            .iter()
            .map(|wish| (*wish, &problem.wishes[*wish as usize]));
        let keys = wishes
            .clone()
            .map(|(number, wish)| (wish.class, state.of_wish(number).len() + 1));
        keys.min() == Some((class, round))
    };
    let mut found: Vec<_> = (0u32..)
        .zip(&problem.items)
        .filter(|(_, item)| options::wants(state, item) && turn(item))
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
