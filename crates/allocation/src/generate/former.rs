//! Last season: a plan that three of four of the teams took part in.

use super::{
    chance::Chance,
    hall::{Ground, QUARTERS},
};
use crate::format::{
    time::{Clock, Day},
    wish::{Extent, Place, Slot, Strength, Window, Wish},
};
use std::{collections::BTreeMap, ops::Range};

/// Fills in what three of four teams had: at times and places that they want again, nobody in another's way.
pub(super) fn fill(wishes: &mut [Wish], ground: &Ground, chance: &mut Chance) {
    let mut plan = Plan {
        ground,
        taken: ground
            .halls
            .iter()
            .map(|hall| vec![[[false; QUARTERS]; 7]; hall.units.len()])
            .collect(),
        coaches: BTreeMap::new(),
    };
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    chance.shuffle(&mut order);
    for at in order {
        if chance.percent(78) {
            let mut days = Day::ALL;
            chance.shuffle(&mut days);
            wishes[at].last_season = plan.place(&wishes[at], &days);
        }
    }
}

/// What is taken, and by which coach.
struct Plan<'a> {
    ground: &'a Ground,
    /// By hall, unit, day, quarter.
    taken: Vec<Vec<[[bool; QUARTERS]; 7]>>,
    coaches: BTreeMap<String, Vec<(Day, Range<usize>, usize)>>,
}

/// Some units of a hall, and what the file calls them.
struct Spot {
    hall: usize,
    units: Range<usize>,
    spaces: Vec<String>,
}

impl Plan<'_> {
    fn place(&mut self, wish: &Wish, days: &[Day]) -> Vec<Slot> {
        let spots = self.spots(wish);
        let mut slots: Vec<Slot> = Vec::new();
        for day in days {
            let apart = slots.iter().all(|slot| far_enough(wish, slot.day, *day));
            if slots.len() < usize::from(wish.sessions) && apart {
                slots.extend(self.place_on(wish, *day, &spots));
            }
        }
        slots.sort_by_key(|slot| slot.day);
        slots
    }

    /// The first that is free: wanted times before possible ones, places in the order of the wish.
    fn place_on(&mut self, wish: &Wish, day: Day, spots: &[Spot]) -> Option<Slot> {
        let quarters = usize::from(wish.min_minutes) / 15;
        let mut windows: Vec<&Window> = wish.windows.iter().collect();
        windows.sort_by_key(|window| !window.preferred);
        for window in windows
            .into_iter()
            .filter(|window| window.hours.days.contains(&day))
        {
            let (from, to) = (window.hours.from.minutes() / 15, window.hours.to.minutes() / 15);
            for spot in spots {
                for start in (usize::from(from)..usize::from(to)).step_by(2) {
                    let span = start..start + quarters;
                    if span.end <= usize::from(to) && self.free(wish, day, spot, &span) {
                        return Some(self.take(wish, day, spot, span));
                    }
                }
            }
        }
        None
    }

    fn free(&self, wish: &Wish, day: Day, spot: &Spot, span: &Range<usize>) -> bool {
        let Some(hall) = self.ground.halls.get(spot.hall) else {
            return false;
        };
        let empty = self.taken[spot.hall][spot.units.clone()]
            .iter()
            .all(|unit| unit[day.index()][span.clone()].iter().all(|taken| !taken));
        let elsewhere = |(on, busy, hall): &(Day, Range<usize>, usize)| {
            let way = if *hall == spot.hall { 0 } else { 3 };
            *on == day && busy.start < span.end + way && span.start < busy.end + way
        };
        let mut busy = wish
            .coaches
            .iter()
            .filter_map(|coach| self.coaches.get(&coach.id))
            .flatten();
        empty && hall.usable(day, span.clone()) && !busy.any(elsewhere)
    }

    fn take(&mut self, wish: &Wish, day: Day, spot: &Spot, span: Range<usize>) -> Slot {
        for unit in &mut self.taken[spot.hall][spot.units.clone()] {
            unit[day.index()][span.clone()].fill(true);
        }
        for coach in &wish.coaches {
            let busy = self.coaches.entry(coach.id.clone()).or_default();
            busy.push((day, span.clone(), spot.hall));
        }
        Slot {
            spaces: spot.spaces.clone(),
            day,
            from: Clock::at(span.start as u16 * 15),
            to: Clock::at(span.end as u16 * 15),
        }
    }

    /// What the wish names and the team fits in.
    fn spots(&self, wish: &Wish) -> Vec<Spot> {
        let mut spots = Vec::new();
        for place in &wish.places {
            let Place::Space(id) = place else { continue };
            let named = self.ground.find(id).map(|(place, hall)| (place, hall, None));
            let part = || {
                self.ground
                    .find_unit(id)
                    .map(|(place, hall, unit)| (place, hall, Some(unit)))
            };
            let Some((place, hall, unit)) = named.or_else(part) else {
                continue;
            };
            let all = hall.units.len();
            let runs: Vec<Range<usize>> = match (unit, wish.extent) {
                (Some(unit), _) => std::iter::once(unit..unit + 1).collect(),
                (None, Extent::AsNamed | Extent::Whole) => std::iter::once(0..all).collect(),
                (None, Extent::Part) => (0..all).map(|unit| unit..unit + 1).collect(),
                (None, Extent::Adjoining(units)) => (0..all)
                    .map(|unit| unit..unit + usize::from(units))
                    .filter(|run| run.end <= all)
                    .collect(),
            };
            let lacks = |feature: &String| !hall.features.contains(feature);
            let mut musts = wish.needs.iter().filter(|need| need.strength == Strength::Must);
            if musts.any(|need| lacks(&need.feature)) {
                continue;
            }
            for units in runs {
                if units.len() as u32 * hall.unit_capacity < wish.team.size {
                    continue;
                }
                let spaces = if units.len() == all {
                    vec![hall.id.clone()]
                } else {
                    hall.units[units.clone()].to_vec()
                };
                spots.push(Spot {
                    hall: place,
                    units,
                    spaces,
                });
            }
        }
        spots
    }
}

/// Whether two sessions may lie on these days.
fn far_enough(wish: &Wish, one: Day, other: Day) -> bool {
    let apart = one.index().abs_diff(other.index());
    let free = wish.free_days_between.map_or(0, |free| usize::from(free.days));
    apart.min(7 - apart) > free
}
