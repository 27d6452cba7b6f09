//! The sessions of one wish among themselves.

use super::{
    hours::overlap,
    timetable::{Held, Timetable},
    violation::Violation,
    world::World,
};
use crate::format::{
    time::Day,
    wish::{FreeDays, Strength},
};

/// Numbers, days and minutes of each wish. What only locks break is not broken.
pub(super) fn check(world: &World<'_>, table: &Timetable<'_>, found: &mut Vec<Violation>) {
    for (number, request) in world.requests.iter().enumerate() {
        let own: Vec<_> = table.of_wish(number).collect();
        if own.iter().all(|held| held.locked) {
            continue;
        }
        let wish = &request.wish.id;
        if own.len() > request.wanted && !request.held_back && request.excluded.is_none() {
            let (wanted, given) = (request.wanted, own.len());
            found.push(Violation::TooMany {
                wish: wish.clone(),
                wanted: short(wanted),
                found: short(given),
            });
        }
        let minutes: u64 = own.iter().map(|held| held.minutes()).sum();
        if let Some(most) = request
            .rule
            .and_then(|class| class.most_minutes)
            .filter(|&most| minutes > most.into())
        {
            let found_minutes = u32::try_from(minutes).unwrap_or(u32::MAX);
            found.push(Violation::MostMinutes {
                wish: wish.clone(),
                most,
                found: found_minutes,
            });
        }
        per_day(
            request.wish.per_day.most,
            &own,
            request.wish.per_day.strength,
            wish,
            found,
        );
        pairs(world, number, &own, found);
    }
}

fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn per_day(most: u8, own: &[&Held<'_>], strength: Strength, wish: &str, found: &mut Vec<Violation>) {
    for day in Day::ALL.into_iter().filter(|_| strength == Strength::Must) {
        let on_day: Vec<_> = own.iter().filter(|held| held.spot.day == day).collect();
        if on_day.len() > most.into() && on_day.iter().any(|held| !held.locked) {
            found.push(Violation::PerDay {
                wish: wish.to_owned(),
                day,
                most,
                found: short(on_day.len()),
            });
        }
    }
}

fn pairs(world: &World<'_>, wish: usize, own: &[&Held<'_>], found: &mut Vec<Violation>) {
    let free_days = must_be_free(world, wish);
    for (at, one) in own.iter().enumerate() {
        for other in own[at + 1..].iter().filter(|other| !(one.locked && other.locked)) {
            if one.spot.day == other.spot.day && overlap(one.spot.span(), other.spot.span()) {
                found.push(Violation::OwnOverlap {
                    one: one.placed(),
                    other: other.placed(),
                });
            }
            if let Some(days) = free_days.filter(|&days| too_near(one.spot.day, other.spot.day, days)) {
                found.push(Violation::FreeDays {
                    one: one.placed(),
                    other: other.placed(),
                    days,
                });
            }
        }
    }
}

/// How many days between two sessions have to be free.
pub(super) fn must_be_free(world: &World<'_>, wish: usize) -> Option<u8> {
    let FreeDays { days, strength } = world.requests[wish].wish.free_days_between?;
    (strength == Strength::Must).then_some(days)
}

/// Whether two days have fewer free days between them, the shorter way round the week; one day is not too near itself.
pub(super) fn too_near(one: Day, other: Day, free: u8) -> bool {
    let apart = one.index().abs_diff(other.index());
    apart > 0 && apart.min(7 - apart) < usize::from(free) + 1
}
