//! The nearest wish that would have been served.

use crate::{
    allocate::slot,
    compile::{Combo, Part, Slots, Week, starts},
    format::{
        Instance,
        refusal::{Differs, Nearest},
        wish::{Extent, Strength},
    },
    search::{State, free_of_others, item_days, lengths_left},
};

/// What of the wish stays as it is.
struct Kept {
    /// The times, by day, in which the session may be.
    within: Week,
    /// The shortest length, slots.
    len: u8,
}

/// The nearest wish: another time of a day that was wanted, another day, another place, a shorter session, or another
/// place at another time, in that order.
pub fn of(instance: &Instance, state: &State<'_>, number: u32) -> Option<Nearest> {
    let problem = state.problem;
    let wish = &problem.wishes[number as usize];
    if problem.items[wish.item as usize].wishes.len() > 1
        || u16::from(wish.shortest) > lengths_left(state, number)
    {
        return None;
    }
    let own: Vec<u32> = wish.choices.iter().map(|choice| choice.placement).collect();
    let others = elsewhere(instance, state, number);
    // The class's hours hold whatever the windows are.
    let hours = problem.hours[usize::from(wish.class)];
    let on = |wanted: bool| -> Week {
        let mut week = hours;
        for (day, within) in week.iter_mut().zip(wish.acceptable) {
            *day = if (within != 0) == wanted { *day } else { 0 };
        }
        week
    };
    let len = wish.shortest;
    let windows = Kept {
        within: wish.allowed,
        len,
    };
    let longer = Kept {
        within: on(true),
        len,
    };
    let days = Kept {
        within: on(false),
        len,
    };
    let anywhere = Kept { within: hours, len };
    let find =
        |places: &[u32], kept: &Kept, differs: Differs| find(instance, state, number, places, kept, differs);
    find(&own, &longer, Differs::Time)
        .or_else(|| find(&own, &days, Differs::Day))
        .or_else(|| find(&others, &windows, Differs::Place))
        .or_else(|| {
            let shorter = (1..len).rev();
            shorter
                .map(|len| Kept {
                    within: wish.allowed,
                    len,
                })
                .find_map(|kept| find(&own, &kept, Differs::Length))
        })
        .or_else(|| find(&others, &anywhere, Differs::PlaceAndTime))
}

/// The free spot nearest to what was wanted.
fn find(
    instance: &Instance,
    state: &State<'_>,
    number: u32,
    places: &[u32],
    kept: &Kept,
    differs: Differs,
) -> Option<Nearest> {
    let problem = state.problem;
    let wish = &problem.wishes[number as usize];
    let item = &problem.items[wish.item as usize];
    let days = item_days(state, item);
    let wanted = wish.acceptable.iter().fold(0, |all, day| all | day);
    let mut best: Option<(u32, u32, usize, u32)> = None;
    for placement in places {
        let part = Part {
            wish: number,
            placement: *placement,
            class: wish.class,
            minus: 0,
            offset: 0,
            len: kept.len,
        };
        let combo = Combo::new(vec![part], &problem.wishes, &problem.placements);
        for day in (0..7).filter(|day| days & (1 << day) != 0) {
            let mut free = free_of_others(state, item, &combo, day, kept.within[day]);
            if differs == Differs::Time || differs == Differs::PlaceAndTime {
                free &= !starts(wish.acceptable[day], kept.len);
            }
            while free != 0 {
                let start = free.trailing_zeros();
                free &= free - 1;
                let found = (away(wanted, start, kept.len), *placement, day, start);
                if best.is_none_or(|best| (found.0, found.2, found.3) < (best.0, best.2, best.3)) {
                    best = Some(found);
                }
            }
        }
    }
    let (_, placement, day, start) = best?;
    let (day, start) = (u8::try_from(day).ok()?, u8::try_from(start).ok()?);
    Some(Nearest {
        differs,
        slot: slot(instance, problem, placement, day, start, kept.len),
    })
}

/// How far, in slots, a session lies outside the times of day that were wanted.
fn away(wanted: Slots, start: u32, len: u8) -> u32 {
    if wanted == 0 {
        return 0;
    }
    let (first, end) = (wanted.trailing_zeros(), 128 - wanted.leading_zeros());
    first.saturating_sub(start) + (start + u32::from(len)).saturating_sub(end)
}

/// Places that were not named, of the same extent and of a kind that was, and that can hold the wish.
fn elsewhere(instance: &Instance, state: &State<'_>, number: u32) -> Vec<u32> {
    let problem = state.problem;
    let said = &instance.wishes[number as usize];
    let wish = &problem.wishes[number as usize];
    let named = wish
        .choices
        .iter()
        .map(|choice| choice.placement)
        .chain(wish.refused.iter().map(|(at, _)| *at));
    let named: Vec<u32> = named.collect();
    // A whole is like a whole, a part like a part.
    let like = |at: u32| {
        let here = &problem.placements[at as usize];
        Some((here.kind?, here.spaces.first() == Some(&here.whole)))
    };
    let kinds: Vec<_> = named.iter().filter_map(|at| like(*at)).collect();
    let extent = if said.extent == Extent::AsNamed {
        Extent::Whole
    } else {
        said.extent
    };
    let all = problem
        .alike
        .iter()
        .filter(|(of, _)| *of == extent)
        .flat_map(|(_, placements)| placements);
    all.filter(|at| {
        let here = &problem.placements[**at as usize];
        like(**at).is_some_and(|like| kinds.contains(&like))
            && !named
                .iter()
                .any(|own| problem.placements[*own as usize].same == here.same)
            && here
                .capacity
                .is_none_or(|capacity| capacity > 0 && capacity >= said.team.size)
            && !instance
                .rules
                .min_groups
                .iter()
                .any(|rule| here.kinds.contains(&rule.kind) && said.team.size < rule.size)
            && said
                .needs
                .iter()
                .filter(|need| need.strength == Strength::Must)
                .all(|need| here.features.contains(&need.feature))
    })
    .copied()
    .collect()
}
