//! Longer sessions: free time beside a session goes to the organisation with the lowest share first.

use super::{options, state::State};
use crate::{compile::Slots, format::wish::LinkKind};
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
        !session.locked && session.len < longest
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

/// Lengthens a session by a slot at its end or its beginning, if there is room and leave: sessions that come together
/// all at once, of those back to back the last at its end and the first at its beginning.
fn stretch(state: &mut State<'_>, number: u32) -> bool {
    let problem = state.problem;
    let session = *state.session(number);
    if session.mate == number {
        let (later, earlier) = room(state, number);
        return lengthen(state, &[number], later, earlier);
    }
    let bundle = state.bundle(number);
    let item = session.item;
    if problem.items[item as usize].link == Some(LinkKind::Together) {
        let rooms: Vec<_> = bundle.iter().map(|one| room(state, *one)).collect();
        let (later, earlier) = (rooms.iter().all(|room| room.0), rooms.iter().all(|room| room.1));
        lengthen(state, &bundle, later, earlier)
    } else {
        // The one after it, or before it, leaves no room.
        let (later, earlier) = room(state, number);
        lengthen(state, &[number], later, earlier)
    }
}

/// Lengthens these sessions at their end, or else at their beginning.
fn lengthen(state: &mut State<'_>, sessions: &[u32], later: bool, earlier: bool) -> bool {
    for number in sessions.iter().filter(|_| later || earlier) {
        let session = *state.session(*number);
        state.stretch(*number, session.start - u8::from(!later), session.len + 1);
    }
    later || earlier
}

/// Whether there is room and leave to lengthen a session by a slot at its end, and at its beginning.
fn room(state: &mut State<'_>, number: u32) -> (bool, bool) {
    let problem = state.problem;
    let session = *state.session(number);
    let wish = &problem.wishes[session.wish as usize];
    let item = &problem.items[wish.item as usize];
    let placement = &problem.placements[session.placement as usize];
    let used: u16 = state
        .of_wish(session.wish)
        .iter()
        .map(|one| u16::from(state.session(*one).len))
        .sum();
    state.work += 1;
    if session.len >= wish.longest || used >= wish.most {
        return (false, false);
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
                    other.day == session.day && options::binds(problem, item, other, *coach) && {
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
    let earlier = session.start > 0
        && !published
        && free & (1 << (session.start - 1)) != 0
        && !coached(session.start - 1, len);
    (later, earlier)
}
