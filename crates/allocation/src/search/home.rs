//! Back home: whoever stands elsewhere than was published goes back, those who stand there go back too, and so on, until
//! only those who are new have to find another place.
//!
//! It is guided ejection (see [`super::eject`]) with another aim: as many sessions as before, and more of what was published.

use super::{
    chain::{Means, sessions_in_the_way},
    easiest::Room,
    eject::{self, Hardness, Trips},
    options::{self, Spot},
    state::State,
};
use crate::compile::{Item, Part, Problem};

/// A published session: the first placement of the same units, day, start, price.
type Published = (u32, u8, u8, u32);

/// Steps of a trip, which may be a multiple. A third or three times as many differ less than two runs by chance.
const STEPS: u32 = 32;
/// How many bundles may have to leave a spot that is nobody's home.
const MOST: usize = 3;

/// The published sessions that a bundle of the item goes by: its last wish's. Of sessions back to back the first grows
/// towards the beginning, so only the last is surely where it was.
pub fn guiding<'p>(problem: &'p Problem, item: &Item) -> &'p [Published] {
    item.wishes
        .last()
        .map_or(&[], |wish| &problem.wishes[*wish as usize].published)
}

/// Where a bundle of the item goes for a guiding published session to stand where it was, if it can: of several places the
/// one where most of its other sessions were published, too.
pub fn spot(problem: &Problem, item: &Item, published: &Published) -> Option<Spot> {
    let (_, day, at, _) = *published;
    let same = |part: &Part| problem.placements[part.placement as usize].same;
    let mut best: Option<(usize, Spot)> = None;
    for (combo_number, combo) in (0u32..).zip(&item.combos) {
        let Some(last) = combo.parts.last().filter(|last| same(last) == published.0) else {
            continue;
        };
        let Some(start) = at.checked_sub(last.offset).filter(|start| *start < 128) else {
            continue;
        };
        if combo.starts[usize::from(day)] & (1 << start) == 0 {
            continue;
        }
        let known = |part: &&Part| {
            let here = (same(part), day, start.saturating_add(part.offset));
            let published = &problem.wishes[part.wish as usize].published;
            published.iter().any(|one| (one.0, one.1, one.2) == here)
        };
        let count = combo.parts.iter().filter(known).count();
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((
                count,
                Spot {
                    combo: combo_number,
                    day,
                    start,
                },
            ));
        }
    }
    best.map(|(_, spot)| spot)
}

/// Where bundles of an item go for those of its published sessions that are not there now.
fn away(state: &State<'_>, number: u32) -> Vec<Spot> {
    let (problem, item) = (state.problem, &state.problem.items[number as usize]);
    let Some(wish) = item.wishes.last() else {
        return Vec::new();
    };
    let own = state.of_wish(*wish);
    let gone = guiding(problem, item)
        .iter()
        .filter(|one| !own.iter().any(|session| is_at(state, *session, **one)));
    gone.filter_map(|one| spot(problem, item, one)).collect()
}

/// Whether a session stands where that was published.
fn is_at(state: &State<'_>, session: u32, (same, day, start, _): Published) -> bool {
    let session = state.session(session);
    let here = state.problem.placements[session.placement as usize].same;
    (here, session.day, session.start) == (same, day, start)
}

/// Sends home until told to stop, or until nobody is away.
pub fn run(state: &mut State<'_>, means: &mut Means<'_>, stop: &mut dyn FnMut(&State<'_>) -> bool) {
    let problem = state.problem;
    let mut hard: Hardness = vec![1; problem.items.len()];
    // Those who were away in the best plan; those who were driven out since.
    let mut travellers: Vec<u32> = Vec::new();
    let mut without: Vec<u32> = Vec::new();
    let mut best = state.value.mark();
    let mut room = Room::default();
    state.settle();
    let mut trips = Trips::new(STEPS, means.rng);
    let mut known = false;
    while !stop(state) {
        if !known {
            travellers.clear();
            travellers.extend((0u32..).zip(&problem.items).filter_map(|(number, _)| {
                let away = away(state, number);
                (!away.is_empty()).then_some(number)
            }));
            state.work += problem.items.len() as u64 / 8;
            known = true;
        }
        let sets_out = without.is_empty();
        let Some(number) = without
            .pop()
            .or_else(|| eject::less_hard(&travellers, &hard, means.rng))
        else {
            break;
        };
        if sets_out {
            leave(state, number, means);
        }
        state.work += 1;
        if options::due(state, &problem.items[number as usize], means.until) {
            go(
                state,
                number,
                sets_out,
                means,
                (&mut hard, &mut without),
                &mut room,
            );
        }
        let order = state.value.compare_counts(&best);
        if order.is_ge() {
            known &= order.is_eq();
            state.value.mark_again(&mut best);
            state.settle();
            without.clear();
            trips.arrived();
        } else if trips.over() {
            state.back_to(0);
            without.clear();
        }
    }
    if state.value.compare_counts(&best).is_lt() {
        state.back_to(0);
    }
    state.settle();
}

/// A session of the item that stands elsewhere leaves, if there is one.
fn leave(state: &mut State<'_>, number: u32, means: &mut Means<'_>) {
    let item = &state.problem.items[number as usize];
    let Some(wish) = item.wishes.last() else {
        return;
    };
    let published = guiding(state.problem, item);
    let elsewhere =
        |session: &u32| !state.stays(*session) && !published.iter().any(|one| is_at(state, *session, *one));
    let own = state.of_wish(*wish).iter().copied();
    let leaving: Vec<u32> = own.filter(elsewhere).collect();
    if let Some(session) = means.rng.pick(&leaving) {
        state.take(*session);
    }
}

/// An item's next session goes home: surely if it has just set out or nobody is there, mostly else. If not, anywhere.
fn go(
    state: &mut State<'_>,
    number: u32,
    sets_out: bool,
    means: &mut Means<'_>,
    (hard, without): (&mut Hardness, &mut Vec<u32>),
    room: &mut Room,
) {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let days = options::open_days(state, item);
    let mut homes: Vec<(bool, Spot)> = Vec::new();
    for home in away(state, number) {
        state.work += 2;
        let combo = &item.combos[home.combo as usize];
        let starts = options::acceptable(state, combo, home.day.into());
        if days & (1 << home.day) != 0 && starts & (1 << home.start) != 0 {
            let there = sessions_in_the_way(state, item, combo, home);
            if !there.iter().any(|session| state.stays(*session)) {
                homes.push((there.is_empty(), home));
            }
        }
    }
    let found = match means.rng.pick(&homes).copied() {
        Some((free, home)) if free || sets_out || means.rng.below(4) > 0 => {
            eject::put_there(state, number, home, without);
            free
        }
        _ => eject::insert(state, number, (MOST, false), means, hard, without, room),
    };
    if !found {
        hard[number as usize] += 1;
    }
}
