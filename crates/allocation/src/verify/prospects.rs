//! Every start that a wish's next session could have, with what each comes to; and the priority invariant.

use super::{
    fit,
    next::{Verdict, judge},
    timetable::{Spot, Timetable},
    trials::{bundles, length},
    violation::{Placed, Violation},
    world::World,
};
use crate::format::{
    refusal::Barred,
    time::{Clock, Day},
    wish::Slot,
};
use std::collections::BTreeMap;

/// What each acceptable placement (by its place among the wish's), day and start comes to: one verdict for each bundle.
pub(super) type Prospects = BTreeMap<(usize, Day, u16), Vec<Verdict>>;

/// Why there is nothing to look for, if that is so.
pub(super) fn barred(world: &World<'_>, table: &Timetable<'_>, wish: usize) -> Option<Barred> {
    let request = &world.requests[wish];
    if request.held_back {
        return Some(Barred::HeldBack);
    }
    if let Some(rule) = request.excluded {
        return Some(Barred::Excluded { rule });
    }
    if no_place(world, wish) {
        return Some(Barred::NoPlace);
    }
    let lacks = |wish: usize| table.given(wish) < world.requests[wish].wanted;
    let hopeless = |other: &usize| {
        let partner = &world.requests[*other];
        partner.held_back
            || partner.excluded.is_some()
            || no_place(world, *other)
            || (lacks(wish) && !lacks(*other))
    };
    let linked = request.bound.map(|link| world.linked(link)).unwrap_or_default();
    let partner = linked.into_iter().filter(|&other| other != wish).find(hopeless)?;
    Some(Barred::Link {
        wish: world.requests[partner].wish.id.clone(),
    })
}

fn no_place(world: &World<'_>, wish: usize) -> bool {
    let mut placements = world.requests[wish].placements.iter();
    placements.all(|placement| fit::never(world, wish, &placement.spaces, &placement.units))
}

/// Whether the wish has a next session to look for.
pub(super) fn is_sought(world: &World<'_>, table: &Timetable<'_>, wish: usize) -> bool {
    let lacks = table.given(wish) < world.requests[wish].wanted;
    lacks && matches!(barred(world, table, wish), None | Some(Barred::NoPlace))
}

/// All acceptable starts of the wish's next session.
pub(super) fn of(world: &World<'_>, table: &Timetable<'_>, wish: usize) -> Prospects {
    let mut prospects = Prospects::new();
    let Some(length) = length(world, wish) else {
        return prospects;
    };
    let starts: Vec<(Day, u16)> = world.starts(length).collect();
    for placement in 0..world.requests[wish].placements.len() {
        for &(day, from) in &starts {
            let verdicts: Vec<_> = bundles(world, wish, placement, day, from)
                .iter()
                .map(|bundle| judge(world, table, bundle))
                .collect();
            if !verdicts.is_empty() {
                prospects.insert((placement, day, from), verdicts);
            }
        }
    }
    prospects
}

/// The priority invariant: nowhere could the wish's next session be, were it not for sessions that may go.
pub(super) fn check(
    world: &World<'_>,
    table: &Timetable<'_>,
    wish: usize,
    prospects: &Prospects,
    found: &mut Vec<Violation>,
) {
    for (&(placement, day, from), verdicts) in prospects {
        for verdict in verdicts {
            if let Verdict::Possible(goes) = verdict {
                let minutes = length(world, wish).unwrap_or(0);
                let request = &world.requests[wish];
                let spaces = request.placements[placement].spaces.clone();
                let spot = Spot {
                    wish,
                    spaces,
                    units: Vec::new(),
                    day,
                    from,
                    to: from + minutes,
                };
                let goes = goes
                    .iter()
                    .map(|&number| table.held[number].session.wish.clone())
                    .collect();
                found.push(Violation::PassedOver {
                    session: placed(world, &spot),
                    goes,
                });
                return;
            }
        }
    }
}

/// As a draft would tell it.
pub(super) fn placed(world: &World<'_>, spot: &Spot) -> Placed {
    let spaces = spot
        .spaces
        .iter()
        .map(|&space| world.spaces.id(space).to_owned())
        .collect();
    let slot = Slot {
        spaces,
        day: spot.day,
        from: Clock::at(spot.from),
        to: Clock::at(spot.to),
    };
    Placed {
        wish: world.requests[spot.wish].wish.id.clone(),
        slot,
    }
}
