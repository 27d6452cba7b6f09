//! The draft names what the instance has, in its order.

use super::{
    violation::{Thing, Violation},
    world::World,
};
use crate::format::Draft;

/// Ids of sessions, and the order in which sessions stand.
pub(super) fn check(world: &World<'_>, draft: &Draft, found: &mut Vec<Violation>) {
    let mut last = None;
    for session in &draft.sessions {
        let wish = world.find(&session.wish);
        if wish.is_none() {
            found.push(Violation::Unknown {
                what: Thing::Wish,
                id: session.wish.clone(),
            });
        }
        for id in session
            .slot
            .spaces
            .iter()
            .filter(|id| world.spaces.find(id).is_none())
        {
            found.push(Violation::Unknown {
                what: Thing::Space,
                id: id.clone(),
            });
        }
        let place = wish.map(|wish| (wish, session.slot.day, session.slot.from));
        if place.is_some() && place < last {
            found.push(Violation::Lines {
                what: Thing::Session,
                id: session.wish.clone(),
            });
        }
        last = place.or(last);
    }
}
