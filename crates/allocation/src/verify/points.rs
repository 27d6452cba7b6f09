//! How good a session is.

use super::{
    coaches::clash,
    fit,
    placements::units_of,
    sessions::outside_class_hours,
    teams::too_near,
    timetable::{Held, Spot, Timetable, alongside, follows},
    world::World,
};
use crate::format::wish::{Link, LinkKind, Strength};

/// From 100, more for the slot of last season, less for what is not as it should be; never below 0.
pub(super) fn of(world: &World<'_>, table: &Timetable<'_>, number: usize) -> u64 {
    let (held, points) = (&table.held[number], &world.instance.rules.points);
    let spot = &held.spot;
    let request = &world.requests[spot.wish];
    let same = request
        .placements
        .iter()
        .find(|placement| placement.units == spot.units);
    let placement = same.filter(|at| !fit::never(world, spot.wish, &at.spaces, &at.units));
    let rank = placement.map_or(5, |placement| placement.rank.min(5));
    let within = request.windows.cover(spot.day, spot.from, spot.to);
    let preferred = request
        .preferred
        .as_ref()
        .is_none_or(|hours| hours.cover(spot.day, spot.from, spot.to));
    let mut good = 100_u64;
    let mut bad = u64::from(points.place_step) * rank as u64;
    if within && !preferred {
        bad += u64::from(points.possible);
    }
    if !within {
        bad += u64::from(points.duty);
    }
    if as_last_season(world, spot) {
        good += u64::from(points.last_season);
    }
    bad += u64::from(points.should) * missing(world, table, number, held) as u64;
    good.saturating_sub(bad)
}

fn as_last_season(world: &World<'_>, spot: &Spot) -> bool {
    world.requests[spot.wish].wish.last_season.iter().any(|slot| {
        let spaces: Vec<usize> = slot
            .spaces
            .iter()
            .filter_map(|id| world.spaces.find(id))
            .collect();
        let same_time = slot.day == spot.day && slot.from.minutes() == spot.from;
        same_time && spaces.len() == slot.spaces.len() && units_of(&world.spaces, &spaces) == spot.units
    })
}

/// How many things should be so and are not.
fn missing(world: &World<'_>, table: &Timetable<'_>, number: usize, held: &Held<'_>) -> usize {
    let (wish, spot) = (world.requests[held.spot.wish].wish, &held.spot);
    let hours = outside_class_hours(world, spot.wish, false, (spot.day, spot.from, spot.to));
    let needs = fit::lacking(world, spot.wish, &spot.units, Strength::Should).len();
    let on_day = table
        .of_wish(spot.wish)
        .filter(|own| own.spot.day == spot.day)
        .count();
    let crowded = wish.per_day.strength == Strength::Should && on_day > wish.per_day.most.into();
    let free = wish
        .free_days_between
        .filter(|free| free.strength == Strength::Should);
    let near = |own: &Held<'_>| free.is_some_and(|free| too_near(own.spot.day, spot.day, free.days));
    let near = table.of_wish(spot.wish).any(near);
    let links = world
        .instance
        .links
        .iter()
        .filter(|link| link.strength == Strength::Should);
    let links = links.filter(|link| link.wishes.contains(&wish.id) && !has_partner(world, table, link, spot));
    usize::from(hours)
        + needs
        + usize::from(crowded)
        + usize::from(near)
        + coaches_away(world, table, number)
        + links.count()
}

/// How many of those who should lead it are at another session that they could not have besides this one.
fn coaches_away(world: &World<'_>, table: &Timetable<'_>, number: usize) -> usize {
    let spot = &table.held[number].spot;
    let coaches = &world.requests[spot.wish].wish.coaches;
    let should = coaches.iter().filter(|coach| coach.strength == Strength::Should);
    let away = |coach: &str| {
        let others = table
            .touched_by(coach, spot.day)
            .iter()
            .filter(|&&other| other != number);
        others
            .map(|&other| &table.held[other].spot)
            .any(|other| !world.together(spot.wish, other.wish) && clash(world, spot, other))
    };
    should.filter(|coach| away(&coach.id)).count()
}

/// Whether a session of another wish of the link is with it as it should be.
fn has_partner(world: &World<'_>, table: &Timetable<'_>, link: &Link, spot: &Spot) -> bool {
    let linked = world.linked(link);
    let is_with =
        |wish: usize, with: &dyn Fn(&Spot) -> bool| table.of_wish(wish).any(|held| with(&held.spot));
    match link.kind {
        LinkKind::Together => linked
            .iter()
            .filter(|&&wish| wish != spot.wish)
            .any(|&wish| is_with(wish, &|other| alongside(world, spot, other))),
        LinkKind::BackToBack => linked.windows(2).any(|pair| {
            (pair[0] == spot.wish && is_with(pair[1], &|other| follows(spot, other)))
                || (pair[1] == spot.wish && is_with(pair[0], &|other| follows(other, spot)))
        }),
    }
}
