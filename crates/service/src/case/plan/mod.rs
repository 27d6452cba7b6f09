//! What becomes of a wish, computed in memory from what was loaded in a fixed number of queries.

mod asker;
mod busy;
mod facts;
mod land;
mod load;
mod make;
mod world;

pub(crate) use asker::asker;
pub(crate) use busy::{Occupied, What, named, on_clock};
pub(crate) use facts::judge_slots;
pub(crate) use land::LandCache;
pub(crate) use make::{Plan, Settled, Slot, make, tries};
pub(crate) use world::{Around, World};
