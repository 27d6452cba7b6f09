//! What can go wrong in the store, in the words of its callers.

use ledig_domain::{
    id::{LineId, OccurrenceId, SpaceId},
    time::Span,
};

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Some of the wished time is taken or closed: what stands in the way, per wished line. Nothing was written.
    #[error("{} wished times are taken or closed", .0.len())]
    Taken(Vec<TakenSlot>),
    /// A change to a space tree is impossible while these stand.
    #[error("{} bookings stand in the way of the change", .0.len())]
    InTheWay(Vec<InTheWay>),
    /// The database was busy with others for too long; trying again may help.
    #[error("the database is busy")]
    Busy,
    /// Somebody else changed it since it was read.
    #[error("changed by somebody else meanwhile")]
    Stale,
    /// There is no such thing.
    #[error("not found")]
    Missing,
    /// Something that must be unique is there already: the constraint or the column.
    #[error("already there: {0}")]
    Duplicate(String),
    /// A stored value cannot be read as what it should be.
    #[error("column {column} holds what it cannot: {fault}")]
    Unreadable { column: String, fault: String },
    /// The migrations could not be run.
    #[error("migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Anything else from the database.
    #[error(transparent)]
    Other(sqlx::Error),
}

/// A wished time that cannot be had, and what has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TakenSlot {
    /// The line that wished for it.
    pub line: LineId,
    /// The unit that is taken.
    pub unit: SpaceId,
    /// When it is taken, setup and teardown included.
    pub span: Span,
    /// It is a closure, not a booking or a hold.
    pub closed: bool,
}

/// A booked date that stands in the way of a change to a space tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InTheWay {
    /// The booked date; `None` for a hold or a closure.
    pub occurrence: Option<OccurrenceId>,
    /// The space it books.
    pub space: SpaceId,
    /// When.
    pub span: Span,
}

/// What kind of failure a database error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The occupancy constraint, by an occupant or a closure.
    Occupied,
    /// A unique constraint.
    Unique,
    /// Worth trying again: deadlock, serialisation, busy.
    Transient,
    /// Anything else.
    Other,
}

impl Failure {
    /// Sorts a database error. SQLSTATEs and SQLite's primary result codes are the databases' documented ones.
    pub(crate) fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolTimedOut => Self::Transient,
            sqlx::Error::Database(inner) => {
                if let Some(pg) = inner.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
                    return match pg.code() {
                        "23P01" => Self::Occupied,
                        "23505" => Self::Unique,
                        "40001" | "40P01" | "55P03" => Self::Transient,
                        _ => Self::Other,
                    };
                }
                if inner.is_unique_violation() {
                    return Self::Unique;
                }
                if inner.message().starts_with("occupancy ") {
                    return Self::Occupied;
                }
                // SQLITE_BUSY (5) and SQLITE_LOCKED (6), with any extension in the higher bits.
                match inner.code().and_then(|code| code.parse::<i64>().ok()) {
                    Some(code) if matches!(code & 0xff, 5 | 6) => Self::Transient,
                    _ => Self::Other,
                }
            }
            _ => Self::Other,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match Failure::of(&error) {
            Failure::Transient => Self::Busy,
            Failure::Unique => {
                let what = error.as_database_error().map_or_else(String::new, |inner| {
                    inner
                        .constraint()
                        .map_or_else(|| inner.message().to_owned(), str::to_owned)
                });
                Self::Duplicate(what)
            }
            Failure::Occupied => Self::Taken(Vec::new()),
            Failure::Other => Self::Other(error),
        }
    }
}
