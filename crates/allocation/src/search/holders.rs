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
    /// Whose it is.
    pub item: u32,
    /// It is to stay where it is.
    pub stays: bool,
    /// The starts.
    pub starts: Slots,
}

/// Who stands in each placement on each day: looked up once, and again after something has changed there.
///
/// It follows one plan; whoever goes on with another begins anew.
#[derive(Default)]
pub struct Known {
    lists: Vec<List>,
}

#[derive(Clone, Default)]
struct List {
    /// One more than the changes there had been; nothing before the first look.
    seen: u64,
    there: Vec<Stand>,
}

/// A session of the list.
#[derive(Clone, Copy)]
pub struct Stand {
    /// Itself, or the first of its bundle.
    pub session: u32,
    pub item: u32,
    pub from: u8,
    pub to: u8,
    pub alone: bool,
    pub stays: bool,
}

impl Known {
    /// Those who stand in a placement on a day.
    pub fn at(&mut self, state: &State<'_>, placement: u32, day: usize) -> &[Stand] {
        let problem = state.problem;
        if self.lists.is_empty() {
            self.lists = vec![List::default(); problem.placements.len() * 7];
        }
        let list = &mut self.lists[placement as usize * 7 + day];
        let units = &problem.placements[placement as usize].units;
        let changes = |unit: &u32| state.changes(*unit, day);
        let seen = units.iter().map(changes).sum::<u64>() + 1;
        if list.seen != seen {
            list.seen = seen;
            list.there.clear();
            for unit in units {
                let mut left = state.taken(*unit, day);
                while left != 0 {
                    let number = state.owner(*unit, day, left.trailing_zeros());
                    left &= !state.session(number).slots();
                    let stand = Stand::new(state, number);
                    let same = |other: &Stand| (other.session, other.from) == (stand.session, stand.from);
                    if units.len() == 1 || !list.there.iter().any(same) {
                        list.there.push(stand);
                    }
                }
            }
        }
        &list.there
    }
}

impl Stand {
    fn new(state: &State<'_>, number: u32) -> Self {
        let session = state.session(number);
        let alone = session.mate == number || session.mate == NOBODY;
        let first = if alone {
            number
        } else {
            state.bundle(number).into_iter().min().unwrap_or(number)
        };
        Self {
            session: first,
            item: session.item,
            from: session.start,
            to: session.end(),
            alone,
            stays: state.stays(number),
        }
    }

    /// Blocks these starts.
    fn blocking(&self, starts: Slots) -> Holder {
        Holder {
            session: self.session,
            item: self.item,
            stays: self.stays,
            starts,
        }
    }
}

/// Finds everybody who blocks any of these starts, each once; the starts that nobody blocks.
pub fn find(
    state: &State<'_>,
    item: &Item,
    combo: &Combo,
    day: usize,
    starts: Slots,
    known: &mut Known,
    found: &mut Vec<Holder>,
) -> Slots {
    found.clear();
    if starts == 0 {
        return 0;
    }
    let problem = state.problem;
    let mut free = starts;
    let several = combo.parts.len() > 1;
    for part in &combo.parts {
        let (offset, len) = (u16::from(part.offset), u16::from(part.len));
        for stand in known.at(state, part.placement, day) {
            let (from, to) = (u16::from(stand.from), u16::from(stand.to));
            let blocked = starts & span((from + 1).saturating_sub(offset + len), to.saturating_sub(offset));
            if blocked == 0 {
                continue;
            }
            free &= !blocked;
            let holder = stand.blocking(blocked);
            if several || !stand.alone {
                note(holder, found);
            } else {
                found.push(holder);
            }
        }
        let here = &problem.placements[part.placement as usize];
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
                if blocked != 0 {
                    free &= !blocked;
                    note(Stand::new(state, *number).blocking(blocked), found);
                }
            }
        }
    }
    free
}

fn note(holder: Holder, found: &mut Vec<Holder>) {
    match found.iter_mut().find(|other| other.session == holder.session) {
        Some(known) => known.starts |= holder.starts,
        None => found.push(holder),
    }
}

/// Those who block a start.
pub fn at(found: &[Holder], start: u32, standing: &mut Vec<u32>) {
    standing.clear();
    let here = found.iter().filter(|holder| holder.starts & (1 << start) != 0);
    standing.extend(here.map(|holder| holder.session));
}
