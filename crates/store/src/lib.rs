//! Persistence on SQLite and PostgreSQL through one layer of queries.

/// The handle on the database.
#[derive(Clone, Debug)]
pub struct Store {}

/// Why the store does not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Time is taken.
    #[error("taken")]
    Taken,
    /// Too much is going on.
    #[error("busy")]
    Busy,
    /// Changed since it was read.
    #[error("stale")]
    Stale,
    /// Not there.
    #[error("missing")]
    Missing,
    /// Anything else.
    #[error("{0}")]
    Other(String),
}
