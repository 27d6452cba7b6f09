//! Who stands where a bundle could begin: for one placement and day, each session with the starts that it blocks.

use super::{
    options,
    state::{NOBODY, State},
};
use crate::compile::{Combo, Item, Slots, span};

/// A session, and the starts of the bundle that it blocks.
#[derive(Clone, Copy, Debug)]
pub struct Holder {
    /// One session of the bundle that would have to go.
    pub session: u32,
    /// The starts.
    pub starts: Slots,
}

/// Finds everybody who blocks any of these starts, each once; the starts that nobody blocks.
pub fn find(
    state: &State<'_>,
    item: &Item,
    combo: &Combo,
    day: usize,
    starts: Slots,
    found: &mut Vec<Holder>,
) -> Slots {
    found.clear();
    if starts == 0 {
        return 0;
    }
    let problem = state.problem;
    let mut free = starts;
    let (first, last) = (starts.trailing_zeros(), 127 - starts.leading_zeros());
    for part in &combo.parts {
        let (offset, len) = (u16::from(part.offset), u16::from(part.len));
        let here = &problem.placements[part.placement as usize];
        let touched = span(as_slot(first) + offset, as_slot(last) + offset + len);
        for unit in &here.units {
            let mut left = state.taken(*unit, day) & touched;
            while left != 0 {
                let number = state.owner(*unit, day, left.trailing_zeros());
                let session = state.session(number);
                let (from, to) = (u16::from(session.start), u16::from(session.end()));
                left &= !span(0, to);
                let blocked =
                    starts & span((from + 1).saturating_sub(offset + len), to.saturating_sub(offset));
                free &= !blocked;
                note(state, number, blocked, found);
            }
        }
        for coach in &problem.wishes[part.wish as usize].coaches {
            for number in state.of_coach(*coach) {
                let session = state.session(*number);
                if usize::from(session.day) != day || !options::binds(problem, item, session, *coach) {
                    continue;
                }
                let there = &problem.placements[session.placement as usize];
                let way = u16::from(problem.travel.slots(here, there));
                let (from, to) = (u16::from(session.start), u16::from(session.end()));
                let blocked = starts
                    & span(
                        (from + 1).saturating_sub(offset + len + way),
                        (to + way).saturating_sub(offset),
                    );
                free &= !blocked;
                note(state, *number, blocked, found);
            }
        }
    }
    free
}

fn as_slot(bit: u32) -> u16 {
    u16::try_from(bit).unwrap_or(0)
}

fn note(state: &State<'_>, number: u32, blocked: Slots, found: &mut Vec<Holder>) {
    if blocked == 0 {
        return;
    }
    let mate = state.session(number).mate;
    let session = if mate == number || mate == NOBODY {
        number
    } else {
        state.bundle(number).into_iter().min().unwrap_or(number)
    };
    match found.iter_mut().find(|holder| holder.session == session) {
        Some(known) => known.starts |= blocked,
        None => found.push(Holder {
            session,
            starts: blocked,
        }),
    }
}

/// Those who block a start.
pub fn at(found: &[Holder], start: u32, standing: &mut Vec<u32>) {
    standing.clear();
    let here = found.iter().filter(|holder| holder.starts & (1 << start) != 0);
    standing.extend(here.map(|holder| holder.session));
}
