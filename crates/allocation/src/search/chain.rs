//! Making room: an item takes a spot from others, who go elsewhere or may go altogether.

use super::{
    heat::Heat,
    holders::{self, Known},
    options::{self, Keys, Spot, Taste},
    rng::Rng,
    squeeze::{self, Terms},
    state::State,
};
use crate::compile::{Combo, Item};

/// How far a search for room goes.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// How long a chain of those who make room may be.
    pub depth: u8,
    /// How many spots are tried at each link.
    pub width: usize,
    /// How many bundles may have to make room for one.
    pub most: usize,
    /// Whether those who stand in the same place and day may move to make room.
    pub squeeze: bool,
}

/// What the search for room needs besides the plan.
pub struct Means<'m> {
    /// How much each slot is wanted.
    pub heat: &'m Heat,
    /// What makes one spot better than another.
    pub taste: Taste,
    /// Chance.
    pub rng: &'m mut Rng,
    /// The last class and round that sessions may count for, for now.
    pub until: (u8, usize),
    /// Sessions that nobody drives out during this search. Where they move within their place and day, they change numbers
    /// with others there, and one of those may be meant from then on; callers compare the whole plan in any case.
    pub pinned: Vec<u32>,
    /// Who stands where in the plan.
    pub known: Known,
    /// Room to look for room between others.
    pub squeezing: squeeze::Room,
}

impl<'m> Means<'m> {
    /// For sessions that count for no later class and round than this.
    pub fn new(heat: &'m Heat, taste: Taste, rng: &'m mut Rng, until: (u8, usize)) -> Self {
        Self {
            heat,
            taste,
            rng,
            until,
            pinned: Vec::new(),
            known: Known::default(),
            squeezing: squeeze::Room::default(),
        }
    }
}

/// Gives an item its next session, in a free spot or by making room. Whether it got one; if not, nothing has changed.
pub fn place(state: &mut State<'_>, number: u32, reach: Reach, means: &mut Means<'_>) -> bool {
    if let Some(spot) = options::best(state, number, means) {
        let item = &state.problem.items[number as usize];
        let session = options::put(state, item, spot);
        means.pinned.push(session);
        return true;
    }
    if reach.squeeze && squeezed(state, number, means) {
        return true;
    }
    if reach.depth == 0 {
        return false;
    }
    let mut spots = taken(state, number, reach, means);
    spots.sort_unstable_by_key(|(cost, spot)| (*cost, spot.combo, spot.day, spot.start));
    spots.truncate(reach.width);
    for (_, spot) in spots {
        if make_room(state, number, spot, reach, means) {
            return true;
        }
    }
    false
}

/// Gives an item its next session where others only have to move within their place and day. Whether there is such room.
fn squeezed(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> bool {
    let item = &state.problem.items[number as usize];
    let days = options::open_days(state, item);
    let terms = Terms {
        hard: &|_| 1,
        most: 0,
        below: 1,
    };
    let (mut looked, mut keys) = (1, Keys::default());
    let mut room = std::mem::take(&mut means.squeezing);
    let mut found = false;
    'all: for (combo_number, combo) in (0u32..).zip(&item.combos) {
        if keys.of(state, combo) > means.until {
            continue;
        }
        for day in (0..7u8).filter(|day| days & combo.days & (1 << day) != 0) {
            let (cost, more) = room.look(state, item, (combo_number, combo), day, means, &terms);
            looked += more;
            if cost.is_some() {
                means.pinned.push(squeeze::put(state, item, &room.squeezed));
                found = true;
                break 'all;
            }
        }
    }
    state.work += looked;
    means.squeezing = room;
    found
}

/// Puts an item into a spot; those who stand there go elsewhere, or altogether where that costs less.
fn make_room(state: &mut State<'_>, number: u32, spot: Spot, reach: Reach, means: &mut Means<'_>) -> bool {
    let item = &state.problem.items[number as usize];
    let combo = &item.combos[spot.combo as usize];
    let key = options::key(state, combo);
    let mut standing = Vec::new();
    in_the_way(state, item, combo, spot, usize::MAX, &mut standing);
    standing.sort_unstable();
    let may_go = may_go(state, &standing, key);
    let (mark, pins) = (state.mark(), means.pinned.len());
    let item_of = |state: &State<'_>, session: &u32| state.session(*session).item;
    let (mut moved, mut gone) = (Vec::new(), Vec::new());
    for (session, may_go) in standing.iter().zip(may_go) {
        let list = if may_go { &mut gone } else { &mut moved };
        list.push(item_of(state, session));
    }
    for session in standing {
        state.take(session);
    }
    let session = options::put(state, item, spot);
    means.pinned.push(session);
    let nearer = Reach {
        depth: reach.depth - 1,
        ..reach
    };
    for other in moved {
        if !place(state, other, nearer, means) {
            state.back_to(mark);
            means.pinned.truncate(pins);
            return false;
        }
    }
    for other in gone {
        place(state, other, Reach { depth: 0, ..reach }, means);
    }
    true
}

/// Spots of an item's next session where others stand who could make room, with what that would cost.
fn taken(state: &mut State<'_>, number: u32, reach: Reach, means: &mut Means<'_>) -> Vec<(i64, Spot)> {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let days = options::open_days(state, item);
    let mut spots = Vec::new();
    let (mut looked, mut keys) = (1, Keys::default());
    let (mut standing, mut found) = (Vec::new(), Vec::new());
    for (combo_number, combo) in (0u32..).zip(&item.combos) {
        let key = keys.of(state, combo);
        if key > means.until {
            continue;
        }
        for day in (0..7u8).filter(|day| days & combo.days & (1 << day) != 0) {
            let all = options::acceptable(state, combo, usize::from(day));
            looked += 1;
            let open = holders::find(state, item, combo, day.into(), all, &mut means.known, &mut found);
            let mut left = all & !open;
            looked += u64::from(left.count_ones());
            let (mut alone, mut several) = (0, 0);
            for holder in &found {
                several |= alone & holder.starts;
                alone |= holder.starts;
                if holder.stays || is_pinned(state, holder.session, &means.pinned) {
                    left &= !holder.starts;
                }
            }
            if reach.most < 2 {
                left &= !several;
            }
            while left != 0 {
                let start = left.trailing_zeros();
                left &= left - 1;
                let spot = Spot {
                    combo: combo_number,
                    day,
                    start: u8::try_from(start).unwrap_or(0),
                };
                holders::at(&found, start, &mut standing);
                if standing.len() > reach.most {
                    continue;
                }
                let gone = match standing[..] {
                    [one] => usize::from(all_may_go(state, &[one], key)),
                    _ => may_go(state, &standing, key).iter().filter(|goes| **goes).count(),
                };
                let moved = standing.len() - gone;
                if reach.depth < 2 && moved > 1 {
                    continue;
                }
                let area: i64 = standing.iter().map(|session| area(state, *session)).sum();
                let chance = i64::try_from(means.rng.below(means.taste.noise.max(8))).unwrap_or(0);
                let count = i64::try_from(moved * 3 + gone).unwrap_or(0);
                spots.push((count * 1000 + area * 20 + chance, spot));
            }
        }
    }
    state.work += looked;
    spots
}

/// Whether a session, or another of its bundle, stays where it is.
pub fn is_pinned(state: &State<'_>, session: u32, pinned: &[u32]) -> bool {
    if state.session(session).mate == session {
        return pinned.contains(&session);
    }
    !pinned.is_empty() && state.bundle(session).iter().any(|one| pinned.contains(one))
}

fn area(state: &State<'_>, session: u32) -> i64 {
    let session = state.session(session);
    let units = state.problem.placements[session.placement as usize].units.len();
    i64::try_from(units).unwrap_or(1) * i64::from(session.len)
}

/// Every session that stands in a spot's way, in the order of their numbers.
pub fn sessions_in_the_way(state: &State<'_>, item: &Item, combo: &Combo, spot: Spot) -> Vec<u32> {
    let mut found = Vec::new();
    visit(state, item, combo, spot, |session| {
        found.push(session);
        true
    });
    found.sort_unstable();
    found.dedup();
    found
}

/// One session of each bundle that stands in a spot's way; stops looking at one more than `most`.
pub fn in_the_way(
    state: &State<'_>,
    item: &Item,
    combo: &Combo,
    spot: Spot,
    most: usize,
    found: &mut Vec<u32>,
) {
    found.clear();
    visit(state, item, combo, spot, |session| {
        let known = found.contains(&session)
            || (state.session(session).mate != session && {
                let bundle = state.bundle(session);
                found.iter().any(|one| bundle.contains(one))
            });
        if !known {
            found.push(session);
        }
        found.len() <= most
    });
}

/// Shows each session that stands in a spot's way, some more than once, until told to stop by `false`.
fn visit(state: &State<'_>, item: &Item, combo: &Combo, spot: Spot, mut show: impl FnMut(u32) -> bool) {
    let problem = state.problem;
    for part in &combo.parts {
        let (start, end) = (spot.start + part.offset, spot.start + part.offset + part.len);
        let day = usize::from(spot.day);
        let slots = crate::compile::span(start.into(), end.into());
        let here = &problem.placements[part.placement as usize];
        for unit in &here.units {
            let mut left = state.taken(*unit, day) & slots;
            while left != 0 {
                let session = state.owner(*unit, day, left.trailing_zeros());
                left &= !state.session(session).slots();
                if !show(session) {
                    return;
                }
            }
        }
        for coach in &problem.wishes[part.wish as usize].coaches {
            for at in state.of_coach(*coach) {
                let session = state.session(*at);
                if session.day != spot.day || !options::binds(problem, item, session, *coach) {
                    continue;
                }
                let way = problem
                    .travel
                    .slots(here, &problem.placements[session.placement as usize]);
                let near =
                    start < session.end().saturating_add(way) && session.start < end.saturating_add(way);
                if near && !show(*at) {
                    return;
                }
            }
        }
    }
}

/// Whether all of these bundles may go for something that counts for `key`.
pub fn all_may_go(state: &State<'_>, standing: &[u32], key: (u8, usize)) -> bool {
    match standing {
        [] => true,
        [one] if state.session(*one).mate == *one => {
            let session = state.session(*one);
            !state.stays(*one) && (session.class, state.round(session.wish, session.class)) > key
        }
        _ => may_go(state, standing, key).iter().all(|goes| *goes),
    }
}

/// For each of these bundles whether it may go for something that counts for `key`: all that its wishes lose comes after.
pub fn may_go(state: &State<'_>, standing: &[u32], key: (u8, usize)) -> Vec<bool> {
    let mut lost: Vec<(u32, u8)> = Vec::new();
    let mut answer = Vec::with_capacity(standing.len());
    let mut goes = |one: u32| {
        let session = state.session(one);
        let same = |lost: &&(u32, u8)| **lost == (session.wish, session.class);
        let before = lost.iter().filter(same).count();
        lost.push((session.wish, session.class));
        !state.stays(one) && (session.class, state.round(session.wish, session.class) - before) > key
    };
    for session in standing {
        let mut all = true;
        if state.session(*session).mate == *session {
            all &= goes(*session);
        } else {
            for one in state.bundle(*session) {
                all &= goes(one);
            }
        }
        answer.push(all);
    }
    answer
}
