//! Room for one more where others stand: they move together within the same place and day, in another order if need be,
//! and those go altogether who are easiest to place elsewhere.

use super::{
    chain::Means,
    holders::{Known, Stand},
    options::{self, Spot},
    packing::{self, Packing},
    rng::Rng,
    state::State,
};
use crate::compile::{Combo, Item, Part, Slots, span, starts};

/// Where everybody goes who makes room.
#[derive(Clone, Default)]
pub struct Squeezed {
    /// Sessions that move: themselves, whose they are, and where they go.
    pub moves: Vec<(u32, u32, Spot)>,
    /// Sessions that go altogether.
    pub out: Vec<u32>,
    /// Where that leaves room.
    pub spot: Spot,
}

/// How the easiest way is chosen.
pub struct Terms<'t> {
    /// How hard each item is to place elsewhere.
    pub hard: &'t dyn Fn(u32) -> u32,
    /// How many may go.
    pub most: usize,
    /// All who go are to be easier than this together.
    pub below: u32,
}

/// One who may move.
#[derive(Clone, Copy)]
struct Mover {
    session: u32,
    item: u32,
    combo: u32,
    start: u8,
}

/// Room to look around in.
#[derive(Default)]
pub struct Room {
    movers: Vec<Mover>,
    /// The slots of each mover and where it may begin; the one who comes anew last.
    sessions: Vec<(u8, Slots)>,
    /// The easiest way that was found.
    pub squeezed: Squeezed,
}

impl Room {
    /// Looks for the easiest way to make room for an item's next session in a placement on a day, if it is one session.
    /// How hard those are to place who go, and how much was looked at.
    pub fn look(
        &mut self,
        state: &State<'_>,
        item: &Item,
        (number, combo): (u32, &Combo),
        day: u8,
        means: &mut Means<'_>,
        terms: &Terms<'_>,
    ) -> (Option<u32>, u64) {
        let [part] = &combo.parts[..] else {
            return (None, 0);
        };
        let enough = self.open_slots(state, part, day) >= u32::from(part.len);
        if !enough && terms.below <= 1 {
            return (None, 1);
        }
        let fixed = self.gather(state, part, day, &mut means.known);
        let hard = |mover: &Mover| (terms.hard)(mover.item);
        let cheapest = self.movers.iter().map(hard).min();
        // Either all stay, or somebody goes.
        if cheapest.is_none_or(|cheapest| !enough && cheapest >= terms.below) {
            return (None, 2);
        }
        self.sessions.clear();
        for mover in &self.movers {
            let item = &state.problem.items[mover.item as usize];
            let combo = &item.combos[mover.combo as usize];
            let starts = self.starts(state, item, combo, Some(mover.session), day, fixed);
            self.sessions.push((combo.parts[0].len, starts));
        }
        let starts = self.starts(state, item, combo, None, day, fixed);
        if starts == 0 {
            return (None, 4);
        }
        self.sessions.push((part.len, starts));
        let looked = 4 + (1u64 << self.sessions.len()) / 8;
        (self.choose(number, day, terms, means.rng), looked)
    }

    /// Finds who may move: whoever stands there alone, in the same place, and need not stay. The slots of the others.
    fn gather(&mut self, state: &State<'_>, part: &Part, day: u8, known: &mut Known) -> Slots {
        let problem = state.problem;
        let same = |placement: u32| problem.placements[placement as usize].same;
        let combo_of = |stand: &Stand| {
            let session = state.session(stand.session);
            let own = |combo: &Combo| match combo.parts[..] {
                [part] => (part.placement, part.class) == (session.placement, session.class),
                _ => false,
            };
            let goes = stand.alone && !stand.stays && same(session.placement) == same(part.placement);
            goes.then(|| problem.items[stand.item as usize].combos.iter().position(own))
                .flatten()
        };
        self.movers.clear();
        let mut fixed = 0;
        for stand in known.at(state, part.placement, day.into()) {
            let combo = (self.movers.len() + 1 < packing::MOST)
                .then(|| combo_of(stand))
                .flatten();
            match combo.and_then(|combo| u32::try_from(combo).ok()) {
                Some(combo) => self.movers.push(Mover {
                    session: stand.session,
                    item: stand.item,
                    combo,
                    start: stand.from,
                }),
                None => fixed |= span(stand.from.into(), stand.to.into()),
            }
        }
        fixed
    }

    /// Slots of a placement and day where nobody is.
    fn open_slots(&self, state: &State<'_>, part: &Part, day: u8) -> u32 {
        let here = &state.problem.placements[part.placement as usize];
        let taken = |taken: Slots, unit: &u32| taken | state.taken(*unit, day.into());
        (here.usable[usize::from(day)] & !here.units.iter().fold(0, taken)).count_ones()
    }

    /// Where a session could begin if it had the place to itself, but for those who do not move.
    fn starts(
        &self,
        state: &State<'_>,
        item: &Item,
        combo: &Combo,
        session: Option<u32>,
        day: u8,
        fixed: Slots,
    ) -> Slots {
        let (problem, part) = (state.problem, combo.parts[0]);
        let wish = &problem.wishes[part.wish as usize];
        let mut busy = fixed;
        if wish.per_day > 1 {
            for other in state
                .of_wish(part.wish)
                .iter()
                .filter(|other| session != Some(**other))
            {
                let other = state.session(*other);
                if other.day == day {
                    busy |= other.slots();
                }
            }
        }
        // Whoever has the same coach in the same place comes before or after it anyway.
        let moves = |number: u32| self.movers.iter().any(|mover| mover.session == number);
        busy |= options::busy(state, item, wish, part.placement, day.into(), moves);
        combo.starts[usize::from(day)] & starts(!busy, part.len)
    }

    /// Of all sets that leave room the one without those who are easiest to place elsewhere, by chance among equals.
    fn choose(&mut self, combo: u32, day: u8, terms: &Terms<'_>, rng: &mut Rng) -> Option<u32> {
        let packing = Packing::new(&self.sessions);
        let anew = self.movers.len();
        let all = (1usize << self.sessions.len()) - 1;
        let (mut best, mut cost, mut ties) = (None, terms.below, 0);
        for set in packing.sets_with(anew) {
            let out = all & !set;
            if out.count_ones() as usize > terms.most {
                continue;
            }
            let hard = |mover: u8| (terms.hard)(self.movers[usize::from(mover)].item);
            let sum = packing::members(out).map(hard).fold(0, u32::saturating_add);
            if sum < cost {
                (best, cost, ties) = (Some(set), sum, 1);
            } else if sum == cost && best.is_some() {
                ties += 1;
                if rng.below(ties) == 0 {
                    best = Some(set);
                }
            }
        }
        let set = best?;
        let Squeezed { moves, out, spot } = &mut self.squeezed;
        let at = |start| Spot { combo, day, start };
        out.clear();
        out.extend(packing::members(all & !set).map(|mover| self.movers[usize::from(mover)].session));
        moves.clear();
        for (session, start) in packing.starts(set) {
            match self.movers.get(session) {
                None => *spot = at(start),
                Some(mover) if mover.start == start => {}
                Some(mover) => {
                    let combo = mover.combo;
                    moves.push((mover.session, mover.item, Spot { combo, ..at(start) }));
                }
            }
        }
        Some(cost)
    }
}

/// Puts an item's next session where that makes room, moves those who move, and takes those out who go.
pub fn put(state: &mut State<'_>, item: &Item, squeezed: &Squeezed) -> u32 {
    let problem = state.problem;
    for session in &squeezed.out {
        state.take(*session);
    }
    for (session, ..) in &squeezed.moves {
        state.take(*session);
    }
    for (_, number, spot) in &squeezed.moves {
        options::put(state, &problem.items[*number as usize], *spot);
    }
    options::put(state, item, squeezed.spot)
}
