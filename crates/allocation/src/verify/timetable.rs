//! The draft's sessions, to be looked up by unit, coach and wish.

use super::{placements::units_of, violation::Placed, world::World};
use crate::format::{Draft, draft::Session, time::Day, wish::LinkKind};
use std::collections::{BTreeMap, BTreeSet};

/// Something of a wish that is, or would be, at a time and place.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub wish: usize,
    /// As named.
    pub spaces: Vec<usize>,
    /// Sorted.
    pub units: Vec<usize>,
    pub day: Day,
    pub from: u16,
    pub to: u16,
}

impl Spot {
    pub(super) fn span(&self) -> (u16, u16) {
        (self.from, self.to)
    }

    pub(super) fn shares_unit(&self, other: &Self) -> bool {
        self.units.iter().any(|unit| other.units.contains(unit))
    }
}

/// A session of the draft.
pub(super) struct Held<'a> {
    pub session: &'a Session,
    pub spot: Spot,
    /// It is one of the instance's locks.
    pub locked: bool,
    /// 0 for primacy.
    pub class: usize,
    pub weeks: u64,
}

impl Held<'_> {
    pub(super) fn minutes(&self) -> u64 {
        self.spot.to.saturating_sub(self.spot.from).into()
    }

    pub(super) fn placed(&self) -> Placed {
        Placed {
            wish: self.session.wish.clone(),
            slot: self.session.slot.clone(),
        }
    }
}

/// The sessions of a draft whose wish and spaces the instance has.
pub(super) struct Timetable<'a> {
    pub held: Vec<Held<'a>>,
    by_wish: Vec<Vec<usize>>,
    by_unit: BTreeMap<(usize, Day), Vec<usize>>,
    by_must_coach: BTreeMap<(&'a str, Day), Vec<usize>>,
    by_coach: BTreeMap<(&'a str, Day), Vec<usize>>,
}

impl<'a> Timetable<'a> {
    pub(super) fn of(world: &World<'a>, draft: &'a Draft) -> Self {
        let mut locks: Vec<_> = world
            .instance
            .locks
            .iter()
            .map(|lock| (&lock.wish, &lock.slot))
            .collect();
        let mut table = Self {
            held: Vec::new(),
            by_wish: vec![Vec::new(); world.requests.len()],
            by_unit: BTreeMap::new(),
            by_must_coach: BTreeMap::new(),
            by_coach: BTreeMap::new(),
        };
        for session in &draft.sessions {
            let slot = &session.slot;
            let spaces = slot
                .spaces
                .iter()
                .map(|id| world.spaces.find(id))
                .collect::<Option<Vec<_>>>();
            let (Some(wish), Some(spaces)) = (world.find(&session.wish), spaces) else {
                continue;
            };
            let lock = locks
                .iter()
                .position(|lock| *lock == (&session.wish, slot))
                .filter(|_| session.locked);
            if let Some(lock) = lock {
                locks.remove(lock);
            }
            let units = units_of(&world.spaces, &spaces);
            let class = world.session_class(wish, &units);
            let weeks = world.spaces.weeks(&units);
            let (from, to) = (slot.from.minutes(), slot.to.minutes());
            let spot = Spot {
                wish,
                spaces,
                units,
                day: slot.day,
                from,
                to,
            };
            table.add(
                world,
                Held {
                    session,
                    spot,
                    locked: lock.is_some(),
                    class,
                    weeks,
                },
            );
        }
        table
    }

    fn add(&mut self, world: &World<'a>, held: Held<'a>) {
        let at = self.held.len();
        let (wish, day) = (held.spot.wish, held.spot.day);
        self.by_wish[wish].push(at);
        for &unit in &held.spot.units {
            self.by_unit.entry((unit, day)).or_default().push(at);
        }
        for &coach in &world.requests[wish].must_coaches {
            self.by_must_coach.entry((coach, day)).or_default().push(at);
        }
        let all: BTreeSet<&str> = world.requests[wish]
            .wish
            .coaches
            .iter()
            .map(|coach| coach.id.as_str())
            .collect();
        for coach in all {
            self.by_coach.entry((coach, day)).or_default().push(at);
        }
        self.held.push(held);
    }

    pub(super) fn of_wish(&self, wish: usize) -> impl Iterator<Item = &Held<'a>> {
        self.by_wish[wish].iter().map(|&at| &self.held[at])
    }

    pub(super) fn given(&self, wish: usize) -> usize {
        self.by_wish[wish].len()
    }

    pub(super) fn in_unit(&self, unit: usize, day: Day) -> &[usize] {
        self.by_unit.get(&(unit, day)).map_or(&[], Vec::as_slice)
    }

    /// Sessions that cannot be held without this coach.
    pub(super) fn led_by<'t>(&'t self, coach: &'t str, day: Day) -> &'t [usize] {
        self.by_must_coach.get(&(coach, day)).map_or(&[], Vec::as_slice)
    }

    /// Sessions that this coach must or should lead.
    pub(super) fn touched_by<'t>(&'t self, coach: &'t str, day: Day) -> &'t [usize] {
        self.by_coach.get(&(coach, day)).map_or(&[], Vec::as_slice)
    }

    /// Pairs of sessions in one unit on one day, with the unit.
    pub(super) fn pairs_in_units(&self) -> impl Iterator<Item = (usize, &Held<'a>, &Held<'a>)> {
        self.by_unit
            .iter()
            .flat_map(move |((unit, _), list)| self.pairs(list).map(move |(one, other)| (*unit, one, other)))
    }

    /// Pairs of sessions of one day that cannot be held without the same coach, with the coach.
    pub(super) fn pairs_of_coaches(&self) -> impl Iterator<Item = (&'a str, &Held<'a>, &Held<'a>)> {
        self.by_must_coach.iter().flat_map(move |((coach, _), list)| {
            self.pairs(list).map(move |(one, other)| (*coach, one, other))
        })
    }

    fn pairs<'s>(&'s self, list: &'s [usize]) -> impl Iterator<Item = (&'s Held<'a>, &'s Held<'a>)> {
        let after = |at: usize| list.iter().skip(at + 1);
        let pairs = list
            .iter()
            .enumerate()
            .flat_map(move |(at, one)| after(at).map(move |other| (*one, *other)));
        pairs.map(|(one, other)| (&self.held[one], &self.held[other]))
    }

    /// The other sessions of the bundle that this session, of a wish with a link that is a must, comes in.
    ///
    /// Fewer than the link has other wishes if the bundle is not whole.
    pub(super) fn mates(&self, world: &World<'a>, number: usize) -> Vec<usize> {
        let held = &self.held[number];
        let Some(link) = world.requests[held.spot.wish].bound.filter(|_| !held.locked) else {
            return Vec::new();
        };
        let linked = world.linked(link);
        let free = |wish: usize| {
            self.by_wish[wish]
                .iter()
                .copied()
                .filter(|&at| !self.held[at].locked)
        };
        match link.kind {
            LinkKind::Together => {
                let others = linked.iter().filter(|&&wish| wish != held.spot.wish);
                let with =
                    |wish: &usize| free(*wish).find(|&at| alongside(world, &held.spot, &self.held[at].spot));
                others.filter_map(with).collect()
            }
            LinkKind::BackToBack => {
                let Some(place) = linked.iter().position(|&wish| wish == held.spot.wish) else {
                    return Vec::new();
                };
                let mut mates = Vec::new();
                let mut last = &held.spot;
                for &wish in &linked[place + 1..] {
                    let Some(next) = free(wish).find(|&at| follows(last, &self.held[at].spot)) else {
                        break;
                    };
                    mates.push(next);
                    last = &self.held[next].spot;
                }
                let mut first = &held.spot;
                for &wish in linked[..place].iter().rev() {
                    let Some(next) = free(wish).find(|&at| follows(&self.held[at].spot, first)) else {
                        break;
                    };
                    mates.push(next);
                    first = &self.held[next].spot;
                }
                mates
            }
        }
    }
}

/// Whether the other comes right after the one, in the same units.
pub(super) fn follows(one: &Spot, other: &Spot) -> bool {
    one.day == other.day && one.units == other.units && one.to == other.from
}

/// Whether both are at the same time, in one whole, and share no unit.
pub(super) fn alongside(world: &World<'_>, one: &Spot, other: &Spot) -> bool {
    let wholes = |spot: &Spot| {
        spot.units
            .iter()
            .map(|&unit| world.spaces.whole(unit))
            .collect::<BTreeSet<_>>()
    };
    one.day == other.day
        && one.span() == other.span()
        && wholes(one) == wholes(other)
        && wholes(one).len() == 1
        && !one.shares_unit(other)
}
