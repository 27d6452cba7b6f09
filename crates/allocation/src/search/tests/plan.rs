//! On made-up seasons, while sessions come and go by chance.

use super::super::{
    TASTE,
    chain::Means,
    heat::Heat,
    holders::{self, Holder, Known},
    options::{self, Spot},
    rng::Rng,
    squeeze::{self, Terms},
    state::State,
};
use crate::{
    compile::{Item, Problem},
    generate::{Size, instance},
};

const ALL: (u8, usize) = (u8::MAX, usize::MAX);

/// A plan that is changed by chance, and somebody to look at it after each step.
fn while_it_changes(seed: u64, steps: usize, mut look: impl FnMut(&mut State<'_>, &mut Means<'_>)) {
    let problem = Problem::new(&instance(Size::S, seed));
    let heat = Heat::new(&problem);
    let mut rng = Rng::new(seed);
    let mut means = Means::new(&heat, TASTE, &mut rng, ALL);
    let mut state = State::new(&problem);
    // Primacy and the first classes stay where they are.
    state.value.done = 2;
    for step in 0..steps {
        let number = means.rng.below(problem.items.len());
        let item = &problem.items[number];
        // The plan fills up at first.
        let take = step > steps / 3 && means.rng.below(3) == 0;
        let any = if take { state.any(means.rng) } else { None };
        if let Some(session) = any.filter(|session| !state.stays(*session)) {
            state.take(session);
            if means.rng.below(4) == 0 {
                state.back_to(0);
            }
        } else if options::due(&state, item, ALL)
            && let Some(spot) = options::best(&mut state, u32::try_from(number).unwrap_or(0), &mut means)
        {
            options::put(&mut state, item, spot);
        }
        state.settle();
        look(&mut state, &mut means);
    }
}

/// The item of that number, one of those that want more.
fn any_due<'p>(state: &State<'p>, rng: &mut Rng) -> Option<&'p Item> {
    let item = rng.pick(&state.problem.items)?;
    options::due(state, item, ALL).then_some(item)
}

fn sorted(mut found: Vec<Holder>) -> Vec<(u32, u128, bool)> {
    found.sort_unstable_by_key(|holder| holder.session);
    found
        .iter()
        .map(|holder| (holder.session, holder.starts, holder.stays))
        .collect()
}

#[test]
fn who_stands_where_is_known_after_every_change() {
    let mut blocked = 0;
    while_it_changes(1, 3000, |state, means| {
        let Some(item) = any_due(state, means.rng) else {
            return;
        };
        for combo in &item.combos {
            for day in 0..7 {
                let all = options::acceptable(state, combo, day);
                let (mut seen, mut anew) = (Vec::new(), Vec::new());
                let free = holders::find(state, item, combo, day, all, &mut means.known, &mut seen);
                holders::find(state, item, combo, day, all, &mut Known::default(), &mut anew);
                blocked += seen.len();
                assert!(
                    seen.iter()
                        .all(|holder| holder.stays == state.stays(holder.session))
                );
                assert_eq!(sorted(seen), sorted(anew));
                assert_eq!(free, options::free(state, item, combo, day));
            }
        }
    });
    assert!(blocked > 10_000, "{blocked}");
}

/// Whether a session of this item begins at this spot, and could do so if it were not there yet.
fn stands_well(state: &mut State<'_>, item: &Item, spot: Spot) -> bool {
    let combo = &item.combos[spot.combo as usize];
    let [part] = combo.parts[..] else {
        return false;
    };
    let here = |session: &u32| {
        let session = state.session(*session);
        (session.placement, session.day, session.start) == (part.placement, spot.day, spot.start)
    };
    let Some(session) = state.of_wish(part.wish).iter().copied().find(here) else {
        return false;
    };
    let mark = state.mark();
    state.take(session);
    let day = options::open_days(state, item) & (1 << spot.day) != 0;
    let start = options::free(state, item, combo, spot.day.into()) & (1 << spot.start) != 0;
    state.back_to(mark);
    day && start
}

#[test]
fn who_makes_room_and_who_comes_stand_where_they_may() {
    let (mut moved, mut gone, mut both) = (0, 0, 0);
    let mut room = squeeze::Room::default();
    while_it_changes(2, 3000, |state, means| {
        let Some(item) = any_due(state, means.rng) else {
            return;
        };
        let problem = state.problem;
        let hard: Vec<u32> = problem
            .items
            .iter()
            .map(|_| 1 + u32::from(means.rng.below(3) == 0))
            .collect();
        let terms = Terms {
            hard: &|item| hard[item as usize],
            most: 2,
            below: 4,
        };
        let days = options::open_days(state, item);
        for (number, combo) in (0u32..).zip(&item.combos) {
            for day in (0..7u8).filter(|day| days & combo.days & (1 << day) != 0) {
                let (Some(cost), _) = room.look(state, item, (number, combo), day, means, &terms) else {
                    continue;
                };
                let squeezed = room.squeezed.clone();
                let moving = squeezed.moves.iter().map(|(session, ..)| session);
                assert!(!moving.chain(&squeezed.out).any(|session| state.stays(*session)));
                let hardness = |session: &u32| hard[state.session(*session).item as usize];
                assert_eq!(squeezed.out.iter().map(hardness).sum::<u32>(), cost);
                assert!(cost < terms.below && squeezed.out.len() <= terms.most);
                let (mark, before) = (state.mark(), state.all().count());
                squeeze::put(state, item, &squeezed);
                assert_eq!(state.all().count(), before + 1 - squeezed.out.len());
                assert!(stands_well(state, item, squeezed.spot));
                for (_, number, spot) in &squeezed.moves {
                    assert!(stands_well(state, &problem.items[*number as usize], *spot));
                }
                state.back_to(mark);
                moved += usize::from(!squeezed.moves.is_empty());
                gone += usize::from(!squeezed.out.is_empty());
                both += usize::from(!squeezed.moves.is_empty() && !squeezed.out.is_empty());
            }
        }
    });
    assert!(
        moved > 1000 && gone > 1000 && both > 1000,
        "{moved} {gone} {both}"
    );
}

#[test]
fn the_sequence_of_luby_sinclair_and_zuckerman() {
    let first: Vec<_> = (1..=15).map(super::super::eject::luby).collect();
    assert_eq!(first, [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8]);
}
