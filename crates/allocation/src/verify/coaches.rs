//! Nobody is in two places at once, nor in another place at once.

use super::{
    spaces::Spaces,
    timetable::{Spot, Timetable},
    violation::Violation,
    world::World,
};
use crate::format::{ground::metres, place::Travel};

/// The minutes from one place to another.
fn way(travel: Travel, spaces: &Spaces<'_>, one: usize, other: usize) -> u64 {
    if spaces.facility(one) == spaces.facility(other) {
        return 0;
    }
    let (one, other) = (spaces.point(spaces.whole(one)), spaces.point(spaces.whole(other)));
    let riding = one.zip(other).map_or(0, |(one, other)| {
        (u64::from(metres(one, other)) * u64::from(travel.minutes_per_km)).div_ceil(1000)
    });
    u64::from(travel.fixed_minutes) + riding
}

/// Whether one person cannot be at both.
pub(super) fn clash(world: &World<'_>, one: &Spot, other: &Spot) -> bool {
    let (Some(&here), Some(&there)) = (one.spaces.first(), other.spaces.first()) else {
        return false;
    };
    if one.day != other.day {
        return false;
    }
    let way = way(world.instance.travel, &world.spaces, here, there);
    let in_time = |first: &Spot, second: &Spot| u64::from(first.to) + way <= u64::from(second.from);
    !in_time(one, other) && !in_time(other, one)
}

/// No two sessions, not both locked, for which a coach would have to be in two places.
pub(super) fn check(world: &World<'_>, table: &Timetable<'_>, found: &mut Vec<Violation>) {
    for (coach, one, other) in table.pairs_of_coaches() {
        let exempt = (one.locked && other.locked) || world.together(one.spot.wish, other.spot.wish);
        if !exempt && clash(world, &one.spot, &other.spot) {
            let coach = coach.to_owned();
            found.push(Violation::Coach {
                coach,
                one: one.placed(),
                other: other.placed(),
            });
        }
    }
}
