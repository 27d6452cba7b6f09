//! Whether the nearest wish that would have been served would have been.

use super::{
    next::{Verdict, judge},
    placements::choices,
    prospects::{is_sought, placed},
    timetable::{Spot, Timetable},
    trials::anywhere,
    violation::{Thing, Violation},
    world::World,
};
use crate::format::{
    refusal::{Differs, Nearest},
    wish::Extent,
};

/// The slot differs in what is said, and in nothing else is anything in the way.
pub(super) fn check(
    world: &World<'_>,
    table: &Timetable<'_>,
    wish: usize,
    nearest: &Nearest,
    found: &mut Vec<Violation>,
) {
    let slot = &nearest.slot;
    if let Some(id) = slot.spaces.iter().find(|id| world.spaces.find(id).is_none()) {
        found.push(Violation::Unknown {
            what: Thing::Space,
            id: id.clone(),
        });
        return;
    }
    let spaces = slot
        .spaces
        .iter()
        .filter_map(|id| world.spaces.find(id))
        .collect();
    let spot = anywhere(
        world,
        wish,
        spaces,
        slot.day,
        (slot.from.minutes(), slot.to.minutes()),
    );
    let session = || placed(world, &spot);
    let bound = world.requests[wish].bound.is_some();
    if bound || !is_sought(world, table, wish) || !differs(world, &spot, nearest.differs) {
        found.push(Violation::NearestNotSo {
            session: session(),
            differs: nearest.differs,
        });
        return;
    }
    match judge(world, table, std::slice::from_ref(&spot)) {
        Verdict::Possible(goes) if goes.is_empty() => {}
        Verdict::Possible(_) => found.push(Violation::NearestNotFree {
            session: session(),
            why: None,
        }),
        Verdict::Not(why) => found.push(Violation::NearestNotFree {
            session: session(),
            why: Some(why),
        }),
    }
}

/// Whether the slot is one on the grid that differs in that, and in nothing else that the wish says by itself.
fn differs(world: &World<'_>, spot: &Spot, differs: Differs) -> bool {
    let request = &world.requests[spot.wish];
    let grid = world.instance.grid.max(1);
    if spot.from >= spot.to
        || !spot.from.is_multiple_of(grid)
        || !spot.to.is_multiple_of(grid)
        || spot.units.is_empty()
    {
        return false;
    }
    let length = spot.to - spot.from;
    let as_long = (request.shortest..=request.longest).contains(&length);
    let placement = request
        .placements
        .iter()
        .any(|placement| placement.spaces == spot.spaces);
    let other_place = request
        .placements
        .iter()
        .all(|placement| placement.units != spot.units)
        && alike(world, spot);
    let within = request.acceptable.cover(spot.day, spot.from, spot.to);
    let other_day = request.acceptable.nothing_on(spot.day);
    match differs {
        Differs::Time => placement && as_long && !within && !other_day,
        Differs::Day => placement && as_long && other_day,
        Differs::Place => other_place && as_long && within,
        Differs::Length => placement && within && length < request.shortest,
        Differs::PlaceAndTime => other_place && as_long && !within,
    }
}

/// Whether the spaces are as much of a space, and of the kind, as one of the placements of the wish.
fn alike(world: &World<'_>, spot: &Spot) -> bool {
    let request = &world.requests[spot.wish];
    let Some(&first) = spot.spaces.first() else {
        return false;
    };
    let is_whole = |space: usize| world.spaces.whole(space) == space;
    let as_much = match request.wish.extent {
        Extent::AsNamed => spot.spaces.len() == 1,
        extent => choices(&world.spaces, extent, world.spaces.whole(first)).contains(&spot.spaces),
    };
    as_much
        && request
            .placements
            .iter()
            .filter_map(|placement| placement.spaces.first())
            .any(|&other| {
                let of_kind = world.spaces.kind(other) == world.spaces.kind(first);
                of_kind && is_whole(other) == is_whole(first)
            })
}
