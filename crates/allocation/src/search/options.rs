//! Where an item's next session can go.

use super::{
    chain::Means,
    heat::Heat,
    state::{Session, State},
};
use crate::compile::{Combo, Item, Part, Problem, Slots, Wish, starts};
use crate::format::wish::LinkKind;

/// Where a bundle goes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot {
    /// Which of the item's combos.
    pub combo: u32,
    /// On which day.
    pub day: u8,
    /// The bundle's first slot.
    pub start: u8,
}

/// What makes one spot better than another.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    /// For each point of the wish.
    pub points: i64,
    /// For each unit of the price of a published session that stands.
    pub kept: i64,
    /// Against each thousandth of a session that others would like there.
    pub heat: i64,
    /// Against gaps too short for a session.
    pub gaps: i64,
    /// The width of chance.
    pub noise: usize,
}

/// The days on which a wish may have one more session, as bits, its other sessions considered.
pub fn days(state: &State<'_>, number: u32) -> u8 {
    let wish = &state.problem.wishes[number as usize];
    let sessions = state.of_wish(number);
    let mut days = 0x7f;
    for at in sessions {
        let session = state.session(*at);
        let that_day = sessions
            .iter()
            .filter(|other| state.session(**other).day == session.day)
            .count();
        if that_day >= usize::from(wish.per_day) {
            days &= !(1 << session.day);
        }
        for free in 1..=wish.free_days.min(6) {
            days &= !(1 << ((session.day + free) % 7)) & !(1 << ((session.day + 7 - free) % 7));
        }
    }
    days
}

/// The slots that a wish's next session may have at most, for its sessions together.
pub fn lengths_left(state: &State<'_>, number: u32) -> u16 {
    let used: u16 = state
        .of_wish(number)
        .iter()
        .map(|at| u16::from(state.session(*at).len))
        .sum();
    state.problem.wishes[number as usize].most.saturating_sub(used)
}

/// The item's days as far as nothing but other wishes' sessions can stand in the way; none where a session is too long.
pub fn open_days(state: &State<'_>, item: &Item) -> u8 {
    let long = |part: &Part| {
        state.problem.wishes[part.wish as usize].most < u16::MAX
            && u16::from(part.len) > lengths_left(state, part.wish)
    };
    // A wish's part is as long in every combo.
    if item
        .combos
        .first()
        .is_none_or(|combo| combo.parts.iter().any(long))
    {
        return 0;
    }
    item_days(state, item)
}

/// The starts of a bundle on one of its open days that nothing but other wishes' sessions can stand in the way of.
pub fn acceptable(state: &State<'_>, combo: &Combo, day: usize) -> Slots {
    let mut all = combo.starts[day];
    if all == 0 {
        return 0;
    }
    for part in &combo.parts {
        let wish = &state.problem.wishes[part.wish as usize];
        if wish.per_day > 1 {
            for at in state.of_wish(part.wish) {
                let session = state.session(*at);
                if usize::from(session.day) == day {
                    all &= starts(!session.slots(), part.len) >> part.offset;
                }
            }
        }
    }
    all
}

/// The starts of a bundle where nothing at all stands in the way.
pub fn free(state: &State<'_>, item: &Item, combo: &Combo, day: usize) -> Slots {
    let problem = state.problem;
    let mut all = acceptable(state, combo, day);
    for part in &combo.parts {
        if all == 0 {
            break;
        }
        let wish = &problem.wishes[part.wish as usize];
        let mut taken = busy(state, item, wish, part.placement, day, |_| false);
        for unit in &problem.placements[part.placement as usize].units {
            taken |= state.taken(*unit, day);
        }
        if taken != 0 {
            all &= starts(!taken, part.len) >> part.offset;
        }
    }
    all
}

/// The starts of a bundle in these hours, whatever its windows, where nothing at all stands in the way.
pub fn free_of_others(state: &State<'_>, item: &Item, combo: &Combo, day: usize, hours: Slots) -> Slots {
    let problem = state.problem;
    combo.parts.iter().fold(Slots::MAX, |all, part| {
        let here = &problem.placements[part.placement as usize];
        let mut free = here.usable[day] & hours;
        free &= !busy(
            state,
            item,
            &problem.wishes[part.wish as usize],
            part.placement,
            day,
            |_| false,
        );
        for unit in &here.units {
            free &= !state.taken(*unit, day);
        }
        for at in state.of_wish(part.wish) {
            let session = state.session(*at);
            if usize::from(session.day) == day {
                free &= !session.slots();
            }
        }
        all & starts(free, part.len) >> part.offset
    })
}

/// The slots in which a wish's coaches are elsewhere, the way included; some sessions do not matter.
pub fn busy(
    state: &State<'_>,
    item: &Item,
    wish: &Wish,
    placement: u32,
    day: usize,
    moves: impl Fn(u32) -> bool,
) -> Slots {
    let mut busy = 0;
    for coach in &wish.coaches {
        for at in state.of_coach(*coach) {
            let session = state.session(*at);
            if usize::from(session.day) == day && binds(state.problem, item, session, *coach) && !moves(*at) {
                let placements = &state.problem.placements;
                let way = state.problem.travel.slots(
                    &placements[placement as usize],
                    &placements[session.placement as usize],
                );
                let end = u16::from(session.end()) + u16::from(way);
                busy |= crate::compile::span(u16::from(session.start.saturating_sub(way)), end.min(128));
            }
        }
    }
    busy
}

/// Whether a coach has to be at that session, which is none of those that go together with the item's.
pub fn binds(problem: &Problem, item: &Item, session: &Session, coach: u32) -> bool {
    let together = item.link == Some(LinkKind::Together) && item.wishes.contains(&session.wish);
    !together && problem.wishes[session.wish as usize].coaches.contains(&coach)
}

/// The item's days, those of each of its wishes considered.
pub fn item_days(state: &State<'_>, item: &Item) -> u8 {
    item.wishes
        .iter()
        .fold(0x7f, |days, wish| days & self::days(state, *wish))
}

/// The best free spot for an item's next session.
pub fn best(state: &mut State<'_>, number: u32, means: &mut Means<'_>) -> Option<Spot> {
    let (heat, taste) = (means.heat, means.taste);
    let problem = state.problem;
    let item = &problem.items[number as usize];
    let days = open_days(state, item);
    let mut best: Option<(i64, Spot)> = None;
    let (mut looked, mut keys) = (1, Keys::default());
    for (combo_number, combo) in (0u32..).zip(&item.combos) {
        if keys.of(state, combo) > means.until {
            continue;
        }
        for day in (0..7usize).filter(|day| days & combo.days & (1 << day) != 0) {
            looked += 1;
            let mut left = free(state, item, combo, day);
            while left != 0 {
                let start = u8::try_from(left.trailing_zeros()).unwrap_or(0);
                left &= left - 1;
                looked += 1;
                let spot = Spot {
                    combo: combo_number,
                    day: u8::try_from(day).unwrap_or(0),
                    start,
                };
                let mut score = rate(state, combo, spot, heat, taste);
                if taste.noise > 0 {
                    score += i64::try_from(means.rng.below(taste.noise)).unwrap_or(0);
                }
                if best.is_none_or(|(known, _)| score > known) {
                    best = Some((score, spot));
                }
            }
        }
    }
    state.work += looked;
    best.map(|(_, spot)| spot)
}

fn rate(state: &State<'_>, combo: &Combo, spot: Spot, heat: &Heat, taste: Taste) -> i64 {
    let problem = state.problem;
    let mut score = 0;
    for part in &combo.parts {
        let session = session_of(problem, part, spot);
        let wish = &problem.wishes[part.wish as usize];
        let minus = part
            .minus
            .saturating_add(super::points::at_time(problem, wish, &session));
        let same = problem.placements[session.placement as usize].same;
        let key = (same, session.day, session.start);
        let mut points = 100 - i64::from(minus);
        if wish.last_season.contains(&key) {
            points += i64::from(problem.points.last_season);
        }
        if let Some(kept) = wish.published.iter().find(|one| (one.0, one.1, one.2) == key) {
            score += i64::from(kept.3) * taste.kept;
        }
        score += points * taste.points;
        for unit in &problem.placements[part.placement as usize].units {
            let day = usize::from(spot.day);
            score -= heat.of(*unit, day, session.start, session.end()) * taste.heat;
            if taste.gaps > 0 {
                let free = problem.placements[part.placement as usize].usable[day] & !state.taken(*unit, day);
                let before = run_down(free, session.start);
                let after = run_up(free, session.end());
                for gap in [before, after] {
                    if gap > 0 && gap < 4 * 15 / u32::from(problem.grid.max(15)) {
                        score -= taste.gaps;
                    }
                }
            }
        }
    }
    score
}

/// How many slots before this one are free in a row.
fn run_down(free: Slots, from: u8) -> u32 {
    if from == 0 {
        0
    } else {
        (free << (128 - u32::from(from))).leading_ones()
    }
}

/// How many slots from this one on are free in a row.
fn run_up(free: Slots, from: u8) -> u32 {
    if from >= 128 {
        0
    } else {
        (free >> from).trailing_ones()
    }
}

fn session_of(problem: &Problem, part: &Part, spot: Spot) -> Session {
    Session {
        wish: part.wish,
        item: problem.wishes[part.wish as usize].item,
        placement: part.placement,
        day: spot.day,
        start: spot.start + part.offset,
        len: part.len,
        class: part.class,
        locked: false,
        minus: part.minus,
        mate: super::state::NOBODY,
    }
}

/// Puts an item's next session into a spot, which must be free. The number of its first session.
pub fn put(state: &mut State<'_>, item: &Item, spot: Spot) -> u32 {
    let (problem, parts) = (state.problem, item.combos[spot.combo as usize].parts.iter());
    state.put(parts.map(|part| session_of(problem, part, spot)))
}

/// What an item's next session would count for in that combo: the first of its sessions' class and round.
pub fn key(state: &State<'_>, combo: &Combo) -> (u8, usize) {
    let keys = combo
        .parts
        .iter()
        .map(|part| (part.class, state.round(part.wish, part.class) + 1));
    keys.min().unwrap_or((u8::MAX, 0))
}

/// The same for one combo after another, of which most are alike.
#[derive(Default)]
pub struct Keys {
    last: Option<(u8, (u8, usize))>,
}

impl Keys {
    /// What the item's next session would count for in that combo.
    pub fn of(&mut self, state: &State<'_>, combo: &Combo) -> (u8, usize) {
        let [part] = combo.parts[..] else {
            return key(state, combo);
        };
        match self.last {
            Some((class, key)) if class == part.class => key,
            _ => {
                let key = key(state, combo);
                self.last = Some((part.class, key));
                key
            }
        }
    }
}

/// Whether an item wants a session that counts for no later class and round than this.
pub fn due(state: &State<'_>, item: &Item, until: (u8, usize)) -> bool {
    let possible = |combo: &Combo| {
        let parts = combo.parts.iter();
        let mut rounds = parts.map(|part| (part.class, state.round(part.wish, part.class)));
        // What comes first decides what the whole counts for.
        let first = rounds.clone().min();
        first.is_some_and(|(class, round)| (class, round + 1) <= until)
            && rounds.all(|(_, round)| round < usize::from(combo.most))
    };
    wants(state, item) && item.combos.iter().any(possible)
}

/// Whether an item wants more sessions than it has.
pub fn wants(state: &State<'_>, item: &Item) -> bool {
    !item.combos.is_empty()
        && item
            .wishes
            .iter()
            .all(|wish| state.of_wish(*wish).len() < usize::from(state.problem.wishes[*wish as usize].wanted))
        // What is rounded up to the grid, or to a longer companion, may be more than the class may have.
        && item.combos[0]
            .parts
            .iter()
            .all(|part| u16::from(part.len) <= lengths_left(state, part.wish))
}
