//! Guided ejection: one who wants more takes a spot, those who stood there look for another, and so on until nobody is
//! without. Whoever is hard to place is asked to move less and less often.
//!
//! After Nagata and Bräysy (2009), who take vehicles out of a route plan that way. Between two steps sessions wander to
//! other free spots, so that the same spot does not look the same twice.

use super::{
    chain::{Means, sessions_in_the_way},
    easiest::{Easiest, Room, any, ends},
    holders,
    options::{self, Keys, Spot},
    rng::Rng,
    squeeze::{self, Terms},
    state::State,
    value::Mark,
};

/// How hard each item was to place so far.
pub type Hardness = Vec<u32>;

/// How long a search goes on and how wide it looks.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Steps without a plan as good as the best, before it goes back to that; some trips are longer by the sequence of
    /// Luby, Sinclair and Zuckerman (1993), as nobody knows how far the next plan lies.
    pub steps: u32,
    /// How many bundles may have to leave a spot.
    pub most: usize,
    /// How many sessions wander between two steps.
    pub wander: usize,
}

/// How long to go on without a plan as good as the best.
pub struct Trips {
    unit: u32,
    number: u32,
    steps: u32,
}

impl Trips {
    /// Trips of so many steps, or a multiple. They begin anywhere in the sequence, so that a short run has long ones too.
    pub fn new(unit: u32, rng: &mut Rng) -> Self {
        Self {
            unit,
            number: u32::try_from(rng.below(64)).unwrap_or(0) + 1,
            steps: 0,
        }
    }

    /// The plan is as good as the best.
    pub fn arrived(&mut self) {
        self.steps = 0;
    }

    /// One more step that brought no such plan; whether the trip is over and the next begins.
    pub fn over(&mut self) -> bool {
        self.steps += 1;
        let over = self.steps >= self.unit * luby(self.number);
        if over {
            self.steps = 0;
            self.number += 1;
        }
        over
    }
}

/// One of these items, rather one of those that were less hard to place.
pub fn less_hard(list: &[u32], hard: &Hardness, rng: &mut Rng) -> Option<u32> {
    let (a, b) = (rng.pick(list).copied()?, rng.pick(list).copied()?);
    Some(if hard[b as usize] < hard[a as usize] { b } else { a })
}

/// Searches until told to stop or until everybody has what counts by now.
pub fn run(
    state: &mut State<'_>,
    patience: Patience,
    means: &mut Means<'_>,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) {
    let problem = state.problem;
    let mut hard: Hardness = vec![1; problem.items.len()];
    // Those who were driven out since the best plan, and those who want more in it, some of them no longer.
    let mut without: Vec<u32> = Vec::new();
    let (mut wanting, mut before): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut best = state.value.mark();
    let mut value = state.value.mark();
    let mut room = Room::default();
    state.settle();
    let mut turns = 0u32;
    let mut trips = Trips::new(patience.steps, means.rng);
    // Looking at everybody takes as long as some turns.
    let refresh = u32::try_from(problem.items.len() / 2)
        .unwrap_or(u32::MAX)
        .max(256);
    while !stop(state) {
        if turns.is_multiple_of(refresh) && without.is_empty() {
            wanting.clear();
            before.clear();
            for (number, item) in (0u32..).zip(&problem.items) {
                if options::due(state, item, means.until) {
                    let keys = item.combos.iter().map(|combo| options::key(state, combo));
                    if keys.min().is_some_and(|key| key < means.until) {
                        before.push(number);
                    } else {
                        wanting.push(number);
                    }
                }
            }
            state.work += problem.items.len() as u64 / 8;
            if wanting.is_empty() && before.is_empty() {
                break;
            }
        }
        turns = turns.wrapping_add(1);
        let next = without.pop().or_else(|| {
            // Half of the turns go to those whose next session should have been given before.
            let prior = wanting.is_empty() || !before.is_empty() && means.rng.below(2) == 0;
            let list = if prior { &before } else { &wanting };
            less_hard(list, &hard, means.rng)
        });
        let Some(number) =
            next.filter(|number| options::due(state, &problem.items[*number as usize], means.until))
        else {
            state.work += 1;
            continue;
        };
        let reach = (patience.most, true);
        let found = insert(state, number, reach, means, &hard, &mut without, &mut room);
        if !found {
            hard[number as usize] += 1;
        }
        if state.value.compare_counts(&best).is_ge() {
            state.value.mark_again(&mut best);
            state.settle();
            wanting.append(&mut without);
            trips.arrived();
        } else if trips.over() {
            state.back_to(0);
            without.clear();
        }
        for _ in 0..patience.wander {
            wander(state, &mut value, means);
        }
    }
    if state.value.compare_counts(&best).is_lt() {
        state.back_to(0);
    }
    state.settle();
}

/// Puts an item's next session into a free spot, or into the one whose holders are easiest to place elsewhere, at most so
/// many, where `squeeze` says so by moving others within their place and day. Whether there was a free one.
pub fn insert(
    state: &mut State<'_>,
    number: u32,
    (most, squeeze): (usize, bool),
    means: &mut Means<'_>,
    hard: &Hardness,
    without: &mut Vec<u32>,
    room: &mut Room,
) -> bool {
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let days = options::open_days(state, item);
    let mut easiest = Easiest::default();
    let mut squeezing = std::mem::take(&mut means.squeezing);
    let (mut free, mut looked) = (0, 1);
    let mut keys = Keys::default();
    for (combo_number, combo) in (0u32..).zip(&item.combos) {
        if keys.of(state, combo) > means.until {
            continue;
        }
        for day in (0..7u8).filter(|day| days & combo.days & (1 << day) != 0) {
            let all = options::acceptable(state, combo, day.into());
            let open = holders::find(
                state,
                item,
                combo,
                day.into(),
                all,
                &mut means.known,
                &mut room.there,
            );
            looked += 1 + u64::from(all.count_ones());
            let spot = |start: u32| Spot {
                combo: combo_number,
                day,
                start: u8::try_from(start).unwrap_or(0),
            };
            if open != 0 {
                let here = open.count_ones() as usize;
                free += here;
                if means.rng.below(free) < here {
                    easiest.take(spot(any(open, means.rng)));
                }
            }
            if free > 0 || all == 0 {
                continue;
            }
            if squeeze {
                let terms = Terms {
                    hard: &|item| hard[item as usize],
                    most,
                    below: easiest.cost,
                };
                let (cost, more) = squeezing.look(state, item, (combo_number, combo), day, means, &terms);
                looked += more;
                if let Some(cost) = cost {
                    easiest.squeeze(cost, &squeezing.squeezed);
                    if cost == 0 {
                        free = 1;
                        continue;
                    }
                }
            }
            let left = ends(all, &room.there, means.rng);
            room.weigh(hard);
            room.easiest(left, most, &mut easiest, &spot, means.rng);
        }
    }
    state.work += looked;
    means.squeezing = squeezing;
    let Some(spot) = easiest.spot else {
        return false;
    };
    if let Some(squeezed) = easiest.squeezed {
        without.extend(squeezed.out.iter().map(|session| state.session(*session).item));
        squeeze::put(state, item, &squeezed);
    } else {
        put_there(state, number, spot, without);
    }
    free > 0
}

/// Puts an item's next session into a spot; those who stand there are without.
pub fn put_there(state: &mut State<'_>, number: u32, spot: Spot, without: &mut Vec<u32>) {
    let item = &state.problem.items[number as usize];
    for session in sessions_in_the_way(state, item, &item.combos[spot.combo as usize], spot) {
        if state.stands(session) {
            without.push(state.session(session).item);
            state.take(session);
        }
    }
    options::put(state, item, spot);
}

/// A free spot of an item's next session: the first from somewhere on.
fn any_free(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> Option<Spot> {
    let item = &state.problem.items[number as usize];
    let days = options::open_days(state, item);
    let (from, first) = (means.rng.below(item.combos.len()), means.rng.below(7));
    let numbered = || (0u32..).zip(&item.combos);
    let (mut looked, mut keys) = (1, Keys::default());
    for (combo_number, combo) in numbered().skip(from).chain(numbered().take(from)) {
        if keys.of(state, combo) > means.until {
            continue;
        }
        for day in (first..7)
            .chain(0..first)
            .filter(|day| days & combo.days & (1 << day) != 0)
        {
            looked += 1;
            let free = options::free(state, item, combo, day);
            if free != 0 {
                state.work += looked;
                return Some(Spot {
                    combo: combo_number,
                    day: u8::try_from(day).unwrap_or(0),
                    start: u8::try_from(any(free, means.rng)).unwrap_or(0),
                });
            }
        }
    }
    state.work += looked;
    None
}

/// Some session goes to another free spot where it counts for the same.
fn wander(state: &mut State<'_>, value: &mut Mark, means: &mut Means<'_>) {
    let Some(session) = state.any(means.rng) else {
        return;
    };
    if state.stays(session) {
        return;
    }
    let number = state.session(session).item;
    let mark = state.mark();
    state.value.mark_again(value);
    state.take(session);
    if let Some(spot) = any_free(state, number, means) {
        options::put(state, &state.problem.items[number as usize], spot);
        if state.value.compare_counts(value).is_ge() {
            return;
        }
    }
    state.back_to(mark);
}

/// The sequence 1 1 2 1 1 2 4 1 …, counted from one.
pub fn luby(mut at: u32) -> u32 {
    loop {
        let size = 32 - at.leading_zeros();
        if at == (1 << size) - 1 {
            return 1 << (size - 1);
        }
        at -= (1 << (size - 1)) - 1;
    }
}
