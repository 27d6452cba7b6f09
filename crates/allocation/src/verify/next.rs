//! A wish's next session: every place, day and start at which it could be, and what stands in its way there.

use super::{
    coaches::clash,
    fit,
    hours::overlap,
    sessions::outside_class_hours,
    standing,
    teams::{must_be_free, too_near},
    timetable::{Spot, Timetable},
    world::World,
};
use crate::format::{refusal::Why, wish::Strength};
use std::collections::BTreeSet;

/// What a trial of a next session comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It could be, if these sessions went.
    Possible(Vec<usize>),
    /// It could not, because of this.
    Not(Why),
}

/// What stands in the way of a bundle (of one session, where no link is a must): the first reason that holds.
pub(super) fn judge(world: &World<'_>, table: &Timetable<'_>, bundle: &[Spot]) -> Verdict {
    match barrier(world, table, bundle) {
        Some(why) => Verdict::Not(why),
        None => standing::of_those_in_the_way(world, table, bundle),
    }
}

/// The first reason that is not another wish's session.
fn barrier(world: &World<'_>, table: &Timetable<'_>, bundle: &[Spot]) -> Option<Why> {
    let any = |holds: &dyn Fn(&Spot) -> bool| bundle.iter().any(holds);
    if any(&|spot| fit::too_small(world, spot.wish, &spot.spaces)) {
        return Some(Why::TooSmall);
    }
    if any(&|spot| fit::group_too_small(world, spot.wish, &spot.spaces)) {
        return Some(Why::GroupTooSmall);
    }
    let lacking = |spot: &Spot| {
        fit::lacking(world, spot.wish, &spot.units, Strength::Must)
            .first()
            .copied()
    };
    if let Some(feature) = bundle.iter().find_map(lacking) {
        return Some(Why::Lacks {
            feature: feature.to_owned(),
        });
    }
    if any(&|spot| closed(world, spot)) {
        return Some(Why::Closed);
    }
    if any(&|spot| own_in_the_way(world, table, bundle, spot)) {
        return Some(Why::OwnSession);
    }
    any(&|spot| too_many_minutes(world, table, spot)).then_some(Why::MostMinutes)
}

fn closed(world: &World<'_>, spot: &Spot) -> bool {
    let &Spot { day, from, to, .. } = spot;
    let usable = |&unit: &usize| {
        world.spaces.is_open(unit, day, from, to) && !world.spaces.is_blocked(unit, day, from, to)
    };
    !spot.units.iter().all(usable)
        || world.spaces.weeks(&spot.units) == 0
        || outside_class_hours(world, spot.wish, true, (day, from, to))
}

/// Whether the wish has its sessions of the day, has one too near, or one of the bundle's wishes is in the way itself.
fn own_in_the_way(world: &World<'_>, table: &Timetable<'_>, bundle: &[Spot], spot: &Spot) -> bool {
    let per_day = world.requests[spot.wish].wish.per_day;
    let on_day = table
        .of_wish(spot.wish)
        .filter(|held| held.spot.day == spot.day)
        .count();
    let free = must_be_free(world, spot.wish);
    let full = per_day.strength == Strength::Must && on_day >= per_day.most.into();
    let near = |held: &Spot| free.is_some_and(|days| too_near(held.day, spot.day, days));
    let at_once = |held: &Spot| held.day == spot.day && overlap(held.span(), spot.span());
    full || table
        .of_wish(spot.wish)
        .any(|held| near(&held.spot) || at_once(&held.spot))
        || bundle
            .iter()
            .flat_map(|of| table.of_wish(of.wish))
            .any(|held| in_the_way(world, spot, &held.spot))
}

fn too_many_minutes(world: &World<'_>, table: &Timetable<'_>, spot: &Spot) -> bool {
    let most = world.requests[spot.wish]
        .rule
        .and_then(|class| class.most_minutes);
    let minutes: u64 = table.of_wish(spot.wish).map(|held| held.minutes()).sum();
    most.is_some_and(|most| minutes + u64::from(spot.to - spot.from) > most.into())
}

/// Whether a session keeps another from being: they share a unit, or somebody without whom neither can be held.
pub(super) fn in_the_way(world: &World<'_>, spot: &Spot, held: &Spot) -> bool {
    unit_in_the_way(spot, held) || coach_in_the_way(world, spot, held)
}

/// Whether both are in a unit at the same time.
pub(super) fn unit_in_the_way(spot: &Spot, held: &Spot) -> bool {
    spot.day == held.day && overlap(spot.span(), held.span()) && spot.shares_unit(held)
}

fn coach_in_the_way(world: &World<'_>, spot: &Spot, held: &Spot) -> bool {
    if world.together(spot.wish, held.wish) {
        return false;
    }
    let (ours, theirs) = (
        &world.requests[spot.wish].must_coaches,
        &world.requests[held.wish].must_coaches,
    );
    ours.iter().any(|coach| theirs.contains(coach)) && clash(world, spot, held)
}

/// The sessions of other wishes that keep the bundle from being, each once.
pub(super) fn blockers(world: &World<'_>, table: &Timetable<'_>, bundle: &[Spot]) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    for spot in bundle {
        let near = spot.units.iter().flat_map(|&unit| table.in_unit(unit, spot.day));
        let coaches = &world.requests[spot.wish].must_coaches;
        let led = coaches.iter().flat_map(|coach| table.led_by(coach, spot.day));
        let others = |number: &usize| bundle.iter().all(|of| of.wish != table.held[*number].spot.wish);
        let candidates: BTreeSet<usize> = near.chain(led).copied().filter(others).collect();
        all.extend(
            candidates
                .into_iter()
                .filter(|&number| in_the_way(world, spot, &table.held[number].spot)),
        );
    }
    all
}
