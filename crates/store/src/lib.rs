//! Persistence: one set of queries for SQLite and PostgreSQL.
//!
//! [`Store`] gives transactions ([`Tx`]); one module per aggregate holds the functions that read and write through them.
//! Times are occupied by constraint: see [`bookings`], [`holds`] and [`closures`].

#[macro_use]
mod row;

mod bind;
mod clear;
mod error;
mod sql;
mod store;
mod tx;
mod value;

pub mod bookings;
pub mod calendar;
pub mod closures;
pub mod decisions;
pub mod events;
pub mod facilities;
pub mod holds;
pub mod inbox;
pub mod municipality;
pub mod names;
pub mod occupancy;
pub mod organisations;
pub mod outbox;
pub mod people;
pub mod requests;
pub mod rules;
pub mod spaces;
pub mod staff;
pub mod tree;

pub use clear::{UNFINISHED, is_unfinished};
pub use error::{InTheWay, StoreError, TakenSlot};
pub use store::{Pool, Store};
pub use tx::{Dialect, Tx};
