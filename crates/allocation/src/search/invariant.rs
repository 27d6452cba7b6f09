//! The priority invariant: whoever wants more takes every spot that is free or held only by those who come after.

use super::{
    chain::{Means, Reach, all_may_go, in_the_way, place},
    holders,
    options::{self, Spot},
    state::State,
};

/// Evicts and inserts until the invariant holds. It ends, since the counts strictly grow with each insertion.
pub fn restore(state: &mut State<'_>, means: &mut Means<'_>) {
    let problem = state.problem;
    // Those evicted try again at once elsewhere, and then in their own turn.
    loop {
        let mut wanting: Vec<((u8, usize), u32)> = (0u32..)
            .zip(&problem.items)
            .filter(|(_, item)| options::wants(state, item))
            .filter_map(|(number, item)| {
                let first = item.combos.iter().map(|combo| options::key(state, combo)).min()?;
                Some((first, number))
            })
            .collect();
        wanting.sort_unstable();
        let mut changed = false;
        for (_, number) in wanting {
            while options::wants(state, &problem.items[number as usize]) && insert(state, number, means) {
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

/// Puts the item's next session into a spot that is free or held only by those who come after.
fn insert(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> bool {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let days = options::open_days(state, item);
    let mut best: Option<(usize, Spot)> = None;
    let (mut standing, mut there) = (Vec::new(), Vec::new());
    for (combo_number, combo) in (0u32..).zip(&item.combos) {
        let key = options::key(state, combo);
        for day in (0..7u8).filter(|day| days & combo.days & (1 << day) != 0) {
            let mut left = options::acceptable(state, combo, day.into());
            holders::find(state, item, combo, day.into(), left, &mut means.known, &mut there);
            while left != 0 {
                let start = u8::try_from(left.trailing_zeros()).unwrap_or(0);
                left &= left - 1;
                state.work += 2;
                let spot = Spot {
                    combo: combo_number,
                    day,
                    start,
                };
                holders::at(&there, start.into(), &mut standing);
                let fewer = best.is_none_or(|(fewest, _)| standing.len() < fewest);
                if fewer && all_may_go(state, &standing, key) {
                    best = Some((standing.len(), spot));
                }
            }
        }
    }
    let Some((_, spot)) = best else {
        return false;
    };
    let combo = &item.combos[spot.combo as usize];
    in_the_way(state, item, combo, spot, usize::MAX, &mut standing);
    let evicted: Vec<u32> = standing
        .iter()
        .map(|session| problem.wishes[state.session(*session).wish as usize].item)
        .collect();
    for session in standing {
        state.take(session);
    }
    means.pinned.clear();
    means.pinned.push(options::put(state, item, spot));
    for other in evicted {
        place(
            state,
            other,
            Reach {
                depth: 0,
                width: 0,
                most: 0,
                squeeze: false,
            },
            means,
        );
    }
    true
}
