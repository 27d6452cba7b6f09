//! Sessions of wishes that are linked by a must come together or not at all.

use super::{timetable::Timetable, violation::Violation, world::World};

/// Each session that is not locked has one of each wish that it is linked to.
pub(super) fn check(world: &World<'_>, table: &Timetable<'_>, found: &mut Vec<Violation>) {
    for (number, held) in table.held.iter().enumerate().filter(|(_, held)| !held.locked) {
        let Some(link) = world.requests[held.spot.wish].bound else {
            continue;
        };
        let mates = table.mates(world, number);
        for partner in world
            .linked(link)
            .into_iter()
            .filter(|&wish| wish != held.spot.wish)
        {
            if !mates.iter().any(|&mate| table.held[mate].spot.wish == partner) {
                let partner = world.requests[partner].wish.id.clone();
                found.push(Violation::Unbundled {
                    session: held.placed(),
                    partner,
                });
            }
        }
    }
}
