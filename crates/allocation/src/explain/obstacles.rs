//! What stood in the way at each place, day and start that was acceptable.

use crate::{
    compile::{Combo, Problem, Slots, starts},
    format::{
        Instance,
        refusal::{Blocking, Obstacle, Standing, Why},
        time::{Clock, Day},
    },
    search::{Spot, State, item_days, key, lengths_left, sessions_in_the_way},
};

/// Every obstacle of a wish's next session, runs of starts with the same reason put together.
pub fn of(instance: &Instance, state: &State<'_>, number: u32) -> Vec<Obstacle> {
    let problem = state.problem;
    let wish = &problem.wishes[number as usize];
    let item = &problem.items[wish.item as usize];
    let mut obstacles = Vec::new();
    let named = wish.choices.iter().map(|choice| choice.placement);
    let named = named.chain(wish.refused.iter().map(|(placement, _)| *placement));
    for placement in named {
        let here = |combo: &Combo| {
            combo
                .parts
                .iter()
                .any(|part| part.wish == number && part.placement == placement)
        };
        if let Some(combo) = item.combos.iter().chain(&item.closed).find(|combo| here(combo)) {
            for day in 0..7 {
                obstacles.extend(on_day(instance, state, number, combo, None, day));
            }
        } else if item.link.is_none() {
            let refused = wish.refused.iter().filter(|(refused, _)| *refused == placement);
            obstacles.extend(refused.filter_map(|(at, why)| everywhere(instance, problem, number, *at, why)));
        } else if let Some((combo, why)) = item.refused.iter().find(|(combo, _)| here(combo)) {
            for day in 0..7 {
                obstacles.extend(on_day(instance, state, number, combo, Some(why), day));
            }
        }
    }
    obstacles
}

/// The same reason on all days and at all starts.
fn everywhere(
    instance: &Instance,
    problem: &Problem,
    number: u32,
    placement: u32,
    why: &Why,
) -> Option<Obstacle> {
    let wish = &problem.wishes[number as usize];
    let all = wish
        .acceptable
        .iter()
        .fold(0, |all, day| all | starts(*day, wish.shortest));
    Some(Obstacle {
        spaces: named(instance, problem, placement),
        day: None,
        first: clock(problem, all.checked_ilog2().map(|_| all.trailing_zeros())?),
        last: clock(problem, all.checked_ilog2()?),
        why: why.clone(),
    })
}

fn named(instance: &Instance, problem: &Problem, placement: u32) -> Vec<String> {
    let spaces = &problem.placements[placement as usize].spaces;
    spaces
        .iter()
        .map(|at| instance.spaces[*at as usize].id.clone())
        .collect()
}

fn clock(problem: &Problem, slot: u32) -> Clock {
    Clock::at(u16::try_from(slot).unwrap_or(0).saturating_mul(problem.grid))
}

/// The runs of one day in one placement.
fn on_day(
    instance: &Instance,
    state: &State<'_>,
    number: u32,
    combo: &Combo,
    refused: Option<&Why>,
    day: usize,
) -> Vec<Obstacle> {
    let problem = state.problem;
    let Some(own) = combo.parts.iter().find(|part| part.wish == number) else {
        return Vec::new();
    };
    // Starts of the bundle, of which every session lies within windows or duty hours.
    let mut left = combo.parts.iter().fold(Slots::MAX, |all, part| {
        all & starts(problem.wishes[part.wish as usize].acceptable[day], part.len) >> part.offset
    });
    let mut runs: Vec<Obstacle> = Vec::new();
    while left != 0 {
        let start = left.trailing_zeros();
        left &= left - 1;
        let Ok(first) = u8::try_from(start) else { continue };
        let spot = Spot {
            combo: 0,
            day: u8::try_from(day).unwrap_or(0),
            start: first,
        };
        let why = refused
            .cloned()
            .unwrap_or_else(|| why(instance, state, number, combo, spot));
        let clock = clock(problem, start + u32::from(own.offset));
        match runs.last_mut().filter(|run| run.why == why) {
            Some(run) => run.last = clock,
            None => runs.push(Obstacle {
                spaces: named(instance, problem, own.placement),
                day: Some(Day::ALL[day]),
                first: clock,
                last: clock,
                why,
            }),
        }
    }
    runs
}

/// The first reason that holds.
fn why(instance: &Instance, state: &State<'_>, number: u32, combo: &Combo, spot: Spot) -> Why {
    let problem = state.problem;
    let item = &problem.items[problem.wishes[number as usize].item as usize];
    let day = usize::from(spot.day);
    let mut own = item_days(state, item) & (1 << spot.day) == 0;
    let mut too_long = false;
    for part in &combo.parts {
        let wish = &problem.wishes[part.wish as usize];
        let begins = spot.start + part.offset;
        let slots = crate::compile::span(begins.into(), u16::from(begins) + u16::from(part.len));
        let usable = problem.placements[part.placement as usize].usable[day] & wish.allowed[day];
        if slots & !usable != 0 {
            return Why::Closed;
        }
        own |= state.of_wish(part.wish).iter().any(|at| {
            let session = state.session(*at);
            session.day == spot.day && session.slots() & slots != 0
        });
        too_long |= u16::from(part.len) > lengths_left(state, part.wish);
    }
    let standing = sessions_in_the_way(state, item, combo, spot);
    own |= standing
        .iter()
        .any(|at| item.wishes.contains(&state.session(*at).wish));
    if own {
        return Why::OwnSession;
    }
    if too_long {
        return Why::MostMinutes;
    }
    let key = key(state, combo);
    let mut by: Vec<Blocking> = standing
        .iter()
        .map(|at| blocking(instance, state, combo, spot, *at, &standing, key))
        .collect();
    by.sort_unstable();
    Why::Taken { by }
}

/// A session in the way, and what keeps it there.
fn blocking(
    instance: &Instance,
    state: &State<'_>,
    combo: &Combo,
    spot: Spot,
    number: u32,
    standing: &[u32],
    key: (u8, usize),
) -> Blocking {
    let problem = state.problem;
    // What is locked goes nowhere, and costs its wish nothing.
    let free = standing.iter().filter(|at| !state.session(**at).locked);
    let mut going: Vec<u32> = free.flat_map(|at| state.bundle(*at)).collect();
    going.sort_unstable();
    going.dedup();
    // The first of the rounds that the wish would lose in that class decides for each of its sessions.
    let cost = |at: u32| {
        let session = state.session(at);
        let lost = going.iter().filter(|one| {
            let one = state.session(**one);
            (one.wish, one.class) == (session.wish, session.class)
        });
        (
            session.class,
            (state.round(session.wish, session.class) + 1).saturating_sub(lost.count()),
        )
    };
    let session = state.session(number);
    let shares_unit = session.day == spot.day
        && combo.parts.iter().any(|part| {
            let begins = spot.start + part.offset;
            let slots = crate::compile::span(begins.into(), u16::from(begins) + u16::from(part.len));
            let units = &problem.placements[session.placement as usize].units;
            slots & session.slots() != 0
                && problem.placements[part.placement as usize]
                    .units
                    .iter()
                    .any(|unit| units.contains(unit))
        });
    let reason = if session.locked {
        Standing::Locked
    } else if cost(number) <= key {
        match session.class < key.0 {
            _ if !shares_unit => Standing::Coach,
            true => Standing::Class,
            false => Standing::Round,
        }
    } else if state.bundle(number).iter().any(|mate| cost(*mate) <= key) {
        Standing::Together
    } else {
        Standing::Goes
    };
    Blocking {
        wish: instance.wishes[session.wish as usize].id.clone(),
        class: session.class.into(),
        reason,
    }
}
