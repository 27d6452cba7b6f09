//! Use cases: who may do what, in one transaction, leaving an event.
//!
//! **Invariant: the only crate that joins domain and store.** Every use case is an `async fn` on
//! [`Service`], names the [`access::Action`] it needs, and gives plain data with typed codes; words
//! are the app's business. Every write is check → change → event → outbox in one transaction.

pub mod access;
pub mod board;
pub mod case;
mod core;
pub mod day;
pub mod demo;
mod error;
pub mod import;
mod installation;
mod landscape;
pub mod manage;
pub mod people;
pub mod places;
mod record;
pub mod search;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod viewer;
pub mod week;

pub use crate::core::{Clock, Hashing, Ids, Service, Settings, uuid_v7};
pub use error::{DateConflict, Fault, FieldFault, Obstacle, ObstacleKind, ServiceError};
pub use ledig_store::names;
pub use viewer::{Membership, SignedIn, StaffPost, Viewer};
