//! What FORMAT.md says of a tiny season, minute by minute: where and when each wish could have a session, and which two
//! sessions cannot both be. It shares nothing with the engine or the verifier but the format's types.

use crate::ground::within;
use ledig_allocation::format::{
    Instance,
    ground::metres,
    time::{Day, Hours},
    wish::{Extent, LinkKind, Place, Slot, Strength, Wish},
};
use std::collections::BTreeSet;

/// A session that there could be, or that is locked. Spaces and wishes by their places in the file, times in minutes.
#[derive(Clone, Debug)]
pub struct Spot {
    pub wish: usize,
    pub units: BTreeSet<usize>,
    pub first: usize,
    pub day: Day,
    pub from: u16,
    pub to: u16,
}

/// A season that is read by the letter.
pub struct Letter<'a> {
    pub season: &'a Instance,
}

impl<'a> Letter<'a> {
    pub fn space(&self, id: &str) -> usize {
        self.season
            .spaces
            .iter()
            .position(|space| space.id == id)
            .unwrap()
    }

    pub fn wish(&self, id: &str) -> usize {
        self.season.wishes.iter().position(|wish| wish.id == id).unwrap()
    }

    /// The placements of a wish, best first: the rank of each, and the spaces that it names.
    pub fn placements(&self, wish: &Wish) -> Vec<(usize, Vec<usize>)> {
        let mut named = Vec::new();
        for (rank, place) in wish.places.iter().enumerate() {
            match place {
                Place::Space(id) => named.push((rank, self.space(id))),
                Place::Any { kinds } => {
                    let wholes = (0..self.season.spaces.len()).filter(|at| self.whole(*at) == *at);
                    let kind = |at: usize| self.season.spaces[at].kind;
                    let fits = |at: &usize| kind(*at).is_some_and(|kind| kinds.contains(&kind));
                    named.extend(wholes.filter(fits).map(|at| (rank, at)));
                }
                Place::Near { .. } => panic!("no tiny season says near"),
            }
        }
        let mut all: Vec<(usize, Vec<usize>)> = Vec::new();
        for (rank, space) in named {
            let choices: Vec<Vec<usize>> = match wish.extent {
                Extent::AsNamed => vec![vec![space]],
                Extent::Whole => vec![vec![self.whole(space)]],
                Extent::Part => self.units(space).into_iter().map(|unit| vec![unit]).collect(),
                // Parts of tiny halls have no parts.
                Extent::Adjoining(many) => self
                    .parts(space)
                    .windows(many.into())
                    .map(<[usize]>::to_vec)
                    .collect(),
            };
            for choice in choices {
                if all
                    .iter()
                    .all(|(_, other)| self.union(other) != self.union(&choice))
                {
                    all.push((rank, choice));
                }
            }
        }
        all
    }

    /// Whether the placement can hold such a group at any time.
    pub fn holds(&self, wish: &Wish, spaces: &[usize]) -> bool {
        let capacity: Option<u32> = spaces.iter().map(|space| self.capacity(*space)).sum();
        let fits = capacity.is_none_or(|most| most > 0 && wish.team.size <= most);
        let units = self.union(spaces);
        let musts = wish.needs.iter().filter(|need| need.strength == Strength::Must);
        let equipped = musts
            .flat_map(|need| units.iter().map(move |unit| (unit, &need.feature)))
            .all(|(unit, feature)| self.has(*unit, feature));
        let enough = self.season.rules.min_groups.iter().all(|rule| {
            let of_kind = |space: &usize| self.said(*space, |at| at.kind) == Some(rule.kind);
            wish.team.size >= rule.size || !spaces.iter().any(of_kind)
        });
        fits && equipped && enough
    }

    pub fn shortest(&self, wish: &Wish) -> u16 {
        wish.min_minutes.next_multiple_of(self.season.grid)
    }

    pub fn longest(&self, wish: &Wish) -> u16 {
        let down = wish.max_minutes / self.season.grid * self.season.grid;
        down.max(self.shortest(wish))
    }

    /// The hours that its organisation has to take besides its windows.
    fn duty(&self, wish: &Wish) -> &'a [Hours] {
        let own = self
            .season
            .wishes
            .iter()
            .filter(|one| one.organisation == wish.organisation);
        let asked: u32 = own
            .map(|one| u32::from(one.sessions) * u32::from(self.shortest(one)))
            .sum();
        let duty = self.season.rules.off_peak_duty.as_ref();
        duty.filter(|duty| asked > duty.over_minutes)
            .map_or(&[], |duty| &duty.hours)
    }

    /// Every session that the wish could have if it were alone, of its shortest length or of any.
    pub fn spots(&self, number: usize, lengths: &[u16]) -> Vec<Spot> {
        let (grid, wish) = (self.season.grid, &self.season.wishes[number]);
        let windows = wish.windows.iter().map(|window| &window.hours);
        let windows: Vec<Hours> = windows.chain(self.duty(wish)).cloned().collect();
        let rule = self
            .rule(wish)
            .filter(|rule| rule.hours_must && !rule.hours.is_empty());
        let mut all = Vec::new();
        for (_, spaces) in self.placements(wish) {
            let units = self.union(&spaces);
            if !self.holds(wish, &spaces) || self.weeks(&units) == 0 {
                continue;
            }
            for day in Day::ALL {
                let good: Vec<bool> = (0..1440)
                    .map(|minute| {
                        within(&windows, day, minute)
                            && rule.is_none_or(|rule| within(&rule.hours, day, minute))
                            && units.iter().all(|unit| self.open(*unit, day, minute))
                    })
                    .collect();
                for from in (0..1440).step_by(grid.into()) {
                    for to in lengths
                        .iter()
                        .map(|length| from + length)
                        .filter(|to| *to <= 1440)
                    {
                        if good[usize::from(from)..usize::from(to)].iter().all(|good| *good) {
                            let units = units.clone();
                            let first = spaces[0];
                            all.push(Spot {
                                wish: number,
                                units,
                                first,
                                day,
                                from,
                                to,
                            });
                        }
                    }
                }
            }
        }
        all
    }

    /// A session of a draft or of an officer.
    pub fn spot(&self, wish: &str, slot: &Slot) -> Spot {
        let spaces: Vec<usize> = slot.spaces.iter().map(|id| self.space(id)).collect();
        Spot {
            wish: self.wish(wish),
            units: self.union(&spaces),
            first: spaces[0],
            day: slot.day,
            from: slot.from.minutes(),
            to: slot.to.minutes(),
        }
    }

    /// Whether somebody who has to be at both cannot.
    pub fn too_far(&self, one: &Spot, other: &Spot) -> bool {
        let [a, b] = [one, other].map(|spot| self.whole(spot.first));
        let [here, there] = [one, other].map(|spot| {
            self.said(spot.first, |at| at.facility.clone())
                .unwrap_or_else(|| self.season.spaces[self.whole(spot.first)].id.clone())
        });
        let at = |whole: usize| {
            let space = &self.season.spaces[whole];
            space.lat.zip(space.lon)
        };
        let travel = self.season.travel;
        let way = if here == there {
            0
        } else {
            let far = at(a).zip(at(b)).map_or(0, |(one, other)| {
                (u64::from(metres(one, other)) * u64::from(travel.minutes_per_km)).div_ceil(1000)
            });
            u64::from(travel.fixed_minutes) + far
        };
        let apart = |first: &Spot, second: &Spot| u64::from(second.from) >= u64::from(first.to) + way;
        one.day == other.day && !apart(one, other) && !apart(other, one) && !self.exempt(one, other)
    }

    /// Whether the two are of wishes that come together.
    fn exempt(&self, one: &Spot, other: &Spot) -> bool {
        let id = &self.season.wishes[other.wish].id;
        self.must_link(one.wish)
            .is_some_and(|link| link.kind == LinkKind::Together && link.wishes.contains(id))
    }

    fn coaches(&self, wish: usize) -> BTreeSet<&'a str> {
        let coaches = self.season.wishes[wish].coaches.iter();
        let musts = coaches.filter(|coach| coach.strength == Strength::Must);
        musts.map(|coach| coach.id.as_str()).collect()
    }

    /// Whether two sessions that are not both locked cannot both be.
    pub fn clash(&self, one: &Spot, other: &Spot) -> bool {
        let overlap = one.day == other.day && one.from < other.to && other.from < one.to;
        let own = one.wish == other.wish;
        let free = self.season.wishes[one.wish]
            .free_days_between
            .filter(|free| free.strength == Strength::Must);
        let near =
            own && one.day != other.day && free.is_some_and(|free| apart(one, other) <= free.days.into());
        let shared = !one.units.is_disjoint(&other.units);
        let led = !self.coaches(one.wish).is_disjoint(&self.coaches(other.wish));
        overlap && (own || shared) || near || led && self.too_far(one, other)
    }
}

/// Days from one to the other, the shorter way round the week.
pub fn apart(one: &Spot, other: &Spot) -> usize {
    let days = one.day.index().abs_diff(other.day.index());
    days.min(7 - days)
}
