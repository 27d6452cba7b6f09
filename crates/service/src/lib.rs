//! Use cases: who may do what, in one transaction, leaving an event.
//!
//! **Invariant: the only crate that joins domain and store.** Every use case is an `async fn` on
//! [`Service`], names the [`access::Action`] it needs, and gives plain data with typed codes; words
//! are the app's business. Every write is check → change → event → outbox in one transaction.

pub mod access;
pub mod case;
mod core;
mod error;
pub mod import;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod viewer;

pub use crate::core::{Clock, Hashing, Ids, Service, Settings, uuid_v7};
pub use error::{DateConflict, Fault, FieldFault, ServiceError};
pub use viewer::{Membership, SignedIn, StaffPost, Viewer};
