//! Where and when a wish's next session could be: alone, or with those that it is linked to.

use super::{placements::units_of, timetable::Spot, world::World};
use crate::format::{time::Day, wish::LinkKind};

/// The bundles in which the wish's next session could be in its placement, at that time; just the session where no
/// link is a must. None if that is not acceptable.
pub(super) fn bundles(
    world: &World<'_>,
    wish: usize,
    placement: usize,
    day: Day,
    from: u16,
) -> Vec<Vec<Spot>> {
    let request = &world.requests[wish];
    let Some(link) = request.bound else {
        return spot(world, wish, placement, (day, from, request.shortest))
            .into_iter()
            .map(|spot| vec![spot])
            .collect();
    };
    let linked = world.linked(link);
    let own = &request.placements[placement];
    match link.kind {
        LinkKind::BackToBack => {
            let before = linked.iter().take_while(|&&other| other != wish);
            let before: u32 = before
                .map(|&other| u32::from(world.requests[other].shortest))
                .sum();
            let Some(mut start) = u16::try_from(before)
                .ok()
                .and_then(|before| from.checked_sub(before))
            else {
                return Vec::new();
            };
            let mut bundle = Vec::new();
            for other in linked {
                let same = |at: &usize| world.requests[other].placements[*at].units == own.units;
                let found = (0..world.requests[other].placements.len()).find(same);
                let next =
                    found.and_then(|at| spot(world, other, at, (day, start, world.requests[other].shortest)));
                let Some(next) = next else { return Vec::new() };
                start = next.to;
                bundle.push(next);
            }
            vec![bundle]
        }
        LinkKind::Together => {
            let length = common_length(world, &linked);
            let Some(first) = length.and_then(|length| spot(world, wish, placement, (day, from, length)))
            else {
                return Vec::new();
            };
            let whole = world.spaces.whole(own.spaces[0]);
            let mut all = vec![vec![first.clone()]];
            for &other in linked.iter().filter(|&&other| other != wish) {
                let places = &world.requests[other].placements;
                let here = (0..places.len()).filter(|&at| world.spaces.whole(places[at].spaces[0]) == whole);
                let spots: Vec<Spot> = here
                    .filter_map(|at| spot(world, other, at, (day, from, first.to - from)))
                    .collect();
                all = all
                    .into_iter()
                    .flat_map(|bundle| {
                        let fits = |spot: &&Spot| bundle.iter().all(|with| !with.shares_unit(spot));
                        let longer = |spot: &Spot| [bundle.clone(), vec![spot.clone()]].concat();
                        spots.iter().filter(fits).map(longer).collect::<Vec<_>>()
                    })
                    .collect();
            }
            all
        }
    }
}

/// The length of the next session: the shortest, or the longest of the shortest of those at the same time.
pub(super) fn length(world: &World<'_>, wish: usize) -> Option<u16> {
    let request = &world.requests[wish];
    match request.bound.filter(|link| link.kind == LinkKind::Together) {
        Some(link) => common_length(world, &world.linked(link)),
        None => Some(request.shortest),
    }
}

fn common_length(world: &World<'_>, linked: &[usize]) -> Option<u16> {
    let length = linked.iter().map(|&wish| world.requests[wish].shortest).max()?;
    linked
        .iter()
        .all(|&wish| length <= world.requests[wish].longest)
        .then_some(length)
}

/// A session in a placement of the wish, if it is within the day and the windows.
fn spot(
    world: &World<'_>,
    wish: usize,
    placement: usize,
    (day, from, minutes): (Day, u16, u16),
) -> Option<Spot> {
    let request = &world.requests[wish];
    let to = from.checked_add(minutes)?;
    let placement = &request.placements[placement];
    let (spaces, units) = (placement.spaces.clone(), placement.units.clone());
    request.acceptable.cover(day, from, to).then_some(Spot {
        wish,
        spaces,
        units,
        day,
        from,
        to,
    })
}

/// A session of the wish in any spaces, asked for or not.
pub(super) fn anywhere(
    world: &World<'_>,
    wish: usize,
    spaces: Vec<usize>,
    day: Day,
    (from, to): (u16, u16),
) -> Spot {
    let units = units_of(&world.spaces, &spaces);
    Spot {
        wish,
        spaces,
        units,
        day,
        from,
        to,
    }
}
