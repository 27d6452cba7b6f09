//! Longer sessions: free time beside a session goes to the organisation with the lowest share first.

use super::state::State;
use crate::compile::Slots;
use std::collections::BTreeSet;

/// Lengthens sessions slot by slot, class by class to the last given, within the days given (whole and day), or
/// everywhere.
pub fn all(state: &mut State<'_>, near: Option<&BTreeSet<(u32, u8)>>, last: u8) {
    let problem = state.problem;
    let mut sessions: Vec<u32> = Vec::new();
    match near {
        None => sessions.extend(state.all().map(|(number, _)| number)),
        Some(near) => {
            for (whole, day) in near {
                state.within(*whole, *day, Slots::MAX, &mut sessions);
            }
        }
    }
    state.work += sessions.len() as u64;
    sessions.retain(|number| {
        let session = state.session(*number);
        let longest = problem.wishes[session.wish as usize].longest;
        !session.locked && session.mate == *number && session.len < longest
    });
    for class in 1..=last.min(problem.classes + 1) {
        let of_class = sessions.iter().filter_map(|number| {
            let wish = &problem.wishes[state.session(*number).wish as usize];
            (wish.class == class).then_some((wish.organisation, *number))
        });
        let mut by_organisation: Vec<(u32, u32)> = of_class.collect();
        if by_organisation.is_empty() {
            continue;
        }
        by_organisation.sort_unstable();
        let mut turns: BTreeSet<(u64, u32)> = BTreeSet::new();
        for (organisation, _) in &by_organisation {
            turns.insert((
                state.value.share(problem, *organisation, class.into()),
                *organisation,
            ));
        }
        while let Some((_, organisation)) = turns.pop_first() {
            let from = by_organisation.partition_point(|(one, _)| *one < organisation);
            let to = by_organisation.partition_point(|(one, _)| *one <= organisation);
            let longer = by_organisation[from..to]
                .iter()
                .any(|(_, session)| stretch(state, *session));
            if longer {
                turns.insert((
                    state.value.share(problem, organisation, class.into()),
                    organisation,
                ));
            }
        }
    }
}

/// Lengthens a session by a slot at its end or its beginning, if there is room and leave.
fn stretch(state: &mut State<'_>, number: u32) -> bool {
    let problem = state.problem;
    let session = *state.session(number);
    let wish = &problem.wishes[session.wish as usize];
    let placement = &problem.placements[session.placement as usize];
    let used: u16 = state
        .of_wish(session.wish)
        .iter()
        .map(|one| u16::from(state.session(*one).len))
        .sum();
    state.work += 1;
    if session.len >= wish.longest || used >= wish.most {
        return false;
    }
    let day = usize::from(session.day);
    let mut free = placement.usable[day] & wish.allowed[day];
    for unit in &placement.units {
        free &= !state.taken(*unit, day);
    }
    for other in state
        .of_wish(session.wish)
        .iter()
        .filter(|other| **other != number)
    {
        let other = state.session(*other);
        if other.day == session.day {
            free &= !other.slots();
        }
    }
    let published = wish
        .published
        .iter()
        .any(|one| (one.0, one.1, one.2) == (placement.same, session.day, session.start));
    let coached = |start: u8, len: u8| {
        wish.coaches.iter().any(|coach| {
            state
                .of_coach(*coach)
                .iter()
                .filter(|other| **other != number)
                .any(|other| {
                    let other = state.session(*other);
                    other.day == session.day
                        && problem.wishes[other.wish as usize].coaches.contains(coach)
                        && {
                            let way = problem
                                .travel
                                .slots(placement, &problem.placements[other.placement as usize]);
                            start < other.end().saturating_add(way)
                                && other.start < (start + len).saturating_add(way)
                        }
                })
        })
    };
    let len = session.len + 1;
    let later =
        session.end() < problem.slots && free & (1 << session.end()) != 0 && !coached(session.start, len);
    if later {
        state.stretch(number, session.start, len);
        return true;
    }
    let earlier = session.start > 0
        && !published
        && free & (1 << (session.start - 1)) != 0
        && !coached(session.start - 1, len);
    if earlier {
        state.stretch(number, session.start - 1, len);
    }
    earlier
}
