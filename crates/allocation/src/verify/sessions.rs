//! Every session by itself, and two in one unit.

use super::{
    fit,
    hours::overlap,
    timetable::{Held, Timetable},
    violation::Violation,
    world::World,
};
use crate::format::wish::Strength;

/// All that a session that is not locked has to keep, and that no unit is taken twice.
pub(super) fn check(world: &World<'_>, table: &Timetable<'_>, found: &mut Vec<Violation>) {
    for held in table.held.iter().filter(|held| !held.locked) {
        shape(world, held, found);
        place(world, held, found);
        time(world, held, found);
    }
    for (unit, one, other) in table.pairs_in_units() {
        if overlap(one.spot.span(), other.spot.span()) {
            let unit = world.spaces.id(unit).to_owned();
            found.push(Violation::UnitTaken {
                unit,
                one: one.placed(),
                other: other.placed(),
            });
        }
    }
}

fn shape(world: &World<'_>, held: &Held<'_>, found: &mut Vec<Violation>) {
    let request = &world.requests[held.spot.wish];
    let (from, to) = held.spot.span();
    let on_grid = |minute: u16| minute.is_multiple_of(world.instance.grid.max(1));
    if !on_grid(from) || !on_grid(to) || from >= to {
        found.push(Violation::OffGrid {
            session: held.placed(),
        });
    }
    if !request
        .placements
        .iter()
        .any(|placement| placement.spaces == held.spot.spaces)
    {
        found.push(Violation::NoPlacement {
            session: held.placed(),
        });
    }
    let (shortest, longest) = (request.shortest, request.longest);
    if !(u64::from(shortest)..=u64::from(longest)).contains(&held.minutes()) {
        found.push(Violation::Length {
            session: held.placed(),
            shortest,
            longest,
        });
    }
    if request.held_back {
        found.push(Violation::HeldBack {
            session: held.placed(),
        });
    }
    if request.excluded.is_some() {
        found.push(Violation::Excluded {
            session: held.placed(),
        });
    }
}

fn place(world: &World<'_>, held: &Held<'_>, found: &mut Vec<Violation>) {
    let spot = &held.spot;
    let size = world.requests[spot.wish].wish.team.size;
    if fit::too_small(world, spot.wish, &spot.spaces) {
        found.push(Violation::TooSmall {
            session: held.placed(),
            size,
        });
    }
    if fit::group_too_small(world, spot.wish, &spot.spaces) {
        found.push(Violation::GroupTooSmall {
            session: held.placed(),
            size,
        });
    }
    for feature in fit::lacking(world, spot.wish, &spot.units, Strength::Must) {
        found.push(Violation::Lacks {
            session: held.placed(),
            feature: feature.to_owned(),
        });
    }
}

fn time(world: &World<'_>, held: &Held<'_>, found: &mut Vec<Violation>) {
    let (request, spot) = (&world.requests[held.spot.wish], &held.spot);
    let (day, from, to) = (spot.day, spot.from, spot.to);
    for &unit in &spot.units {
        let id = || world.spaces.id(unit).to_owned();
        if !world.spaces.is_open(unit, day, from, to) {
            found.push(Violation::NotOpen {
                unit: id(),
                session: held.placed(),
            });
        }
        if world.spaces.is_blocked(unit, day, from, to) {
            found.push(Violation::Blocked {
                unit: id(),
                session: held.placed(),
            });
        }
    }
    if held.weeks == 0 {
        found.push(Violation::NoWeeks {
            session: held.placed(),
        });
    }
    if !request.acceptable.cover(day, from, to) {
        found.push(Violation::OutsideWindows {
            session: held.placed(),
        });
    }
    if outside_class_hours(world, spot.wish, true, (day, from, to)) {
        found.push(Violation::OutsideClassHours {
            session: held.placed(),
        });
    }
}

/// Whether the class has hours that are (or are not) a must, and this is not within them.
pub(super) fn outside_class_hours(
    world: &World<'_>,
    wish: usize,
    must: bool,
    (day, from, to): (crate::format::time::Day, u16, u16),
) -> bool {
    let request = &world.requests[wish];
    let hours = request
        .class_hours
        .as_ref()
        .filter(|_| request.rule.is_some_and(|class| class.hours_must == must));
    hours.is_some_and(|hours| !hours.cover(day, from, to))
}
