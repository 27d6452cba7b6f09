//! The verifier: a draft is what FORMAT.md says, or it is told what is not.
//!
//! Slow and obvious on purpose, and shares no code with the search: what both get wrong, nobody sees. It reads the
//! instance anew, looks at every start by itself, and takes nothing from the draft on trust but its sessions, its
//! bounds (which only a proof could check) and the work done.

mod bundles;
mod classes;
mod coaches;
mod eligible;
mod entitlement;
mod fairness;
mod fit;
mod header;
mod hours;
mod ids;
mod locks;
mod nearest;
mod next;
mod obstacles;
mod placements;
mod points;
mod prospects;
mod refusals;
mod results;
mod sessions;
mod spaces;
mod standing;
mod teams;
#[cfg(test)]
mod tests;
mod ties;
mod timetable;
mod trials;
mod violation;
mod world;

pub use violation::{Placed, Thing, Violation};

use crate::format::{Draft, Instance};
use fairness::Fairness;
use timetable::Timetable;
use world::World;

/// Everything in the draft that is not as FORMAT.md says; nothing if it is a valid draft of the instance.
///
/// The instance is one that the reader accepts. Of any other the answer may miss things, but there is one.
pub fn verify(instance: &Instance, draft: &Draft) -> Vec<Violation> {
    let mut found = Vec::new();
    let world = World::of(instance);
    let table = Timetable::of(&world, draft);
    let fairness = Fairness::of(&world, &table);
    header::check(instance, draft, &mut found);
    ids::check(&world, draft, &mut found);
    locks::check(instance, draft, &mut found);
    sessions::check(&world, &table, &mut found);
    teams::check(&world, &table, &mut found);
    coaches::check(&world, &table, &mut found);
    bundles::check(&world, &table, &mut found);
    classes::check(&world, &table, &fairness, draft, &mut found);
    results::check(&world, &table, &fairness, draft, &mut found);
    refusals::check(&world, &table, &fairness, draft, &mut found);
    found
}
