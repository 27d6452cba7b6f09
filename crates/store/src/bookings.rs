//! Bookings and their dates. A date occupies its units by constraint: what is taken cannot be inserted.

mod lists;

pub use lists::*;

use crate::{
    StoreError, Tx,
    occupancy::{self, Occupant, Wanted},
    row::TableRow,
    value::{args, ids},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{BookingId, LineId, OccurrenceId, RequestId, SpaceId},
    request::OccurrenceState,
    time::{Minute, Span, Timestamp, WallSpan},
};

row! {
    /// What a decision gave: one per request.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Booking {
        /// Which.
        pub id: BookingId,
        /// Of which request.
        pub request_id: RequestId,
        /// Since when.
        pub created_at: Timestamp,
    }

    /// One booked date.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Occurrence {
        /// Which.
        pub id: OccurrenceId,
        /// Of which booking.
        pub booking_id: BookingId,
        /// Of which line.
        pub line_id: LineId,
        /// Where.
        pub space_id: SpaceId,
        /// The date on the clock.
        pub date: NaiveDate,
        /// First minute on the clock.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// First second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// Minutes to make ready; occupied too.
        pub setup_minutes: u16,
        /// Minutes to clear up; occupied too.
        pub teardown_minutes: u16,
        /// Where it stands.
        pub state: OccurrenceState,
        /// Why it was changed or cancelled; empty otherwise.
        pub changed_reason: String,
        /// Grows with each change.
        pub version: i64,
    }
}

impl Occurrence {
    /// When, without setup and teardown.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }

    /// When it occupies its units: setup and teardown included.
    pub fn occupied(&self) -> Span {
        self.span().widened(self.setup_minutes, self.teardown_minutes)
    }

    /// On the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }
}

/// The booking of a request, made now if there is none yet.
pub async fn ensure(tx: &mut Tx, booking: Booking) -> Result<Booking, StoreError> {
    tx.execute(
        "INSERT INTO booking (id, request_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (request_id) DO NOTHING",
        args![booking.id, booking.request_id, booking.created_at],
    )
    .await?;
    let sql = format!(
        "SELECT {} FROM booking b WHERE b.request_id = $1",
        Booking::select("b")
    );
    tx.one(&sql, args![booking.request_id]).await
}

/// The booking of a request.
pub async fn by_request(tx: &mut Tx, request: RequestId) -> Result<Option<Booking>, StoreError> {
    let sql = format!(
        "SELECT {} FROM booking b WHERE b.request_id = $1",
        Booking::select("b")
    );
    tx.optional(&sql, args![request]).await
}

/// Books dates, all or none.
///
/// # Errors
/// [`StoreError::Taken`] with everything that stands in the way; then nothing was written, and the transaction can go on.
/// [`StoreError::Missing`] when a space has no units: it is archived.
pub async fn book(tx: &mut Tx, dates: &[Occurrence], now: Timestamp) -> Result<(), StoreError> {
    if dates.is_empty() {
        return Ok(());
    }
    tx.execute("SAVEPOINT taking", args![]).await?;
    tx.insert("occurrence", dates).await?;
    let wanted: Vec<Wanted> = dates
        .iter()
        .map(|date| Wanted {
            line: date.line_id,
            space: date.space_id,
            span: date.occupied(),
            by: Occupant::Occurrence(date.id),
        })
        .collect();
    occupancy::take(tx, &wanted, now).await
}

/// Gives dates back: their time is free as soon as the transaction is committed.
///
/// # Errors
/// [`StoreError::Stale`] when one is not in the version given, or does not stand any more.
pub async fn release(
    tx: &mut Tx,
    dates: &[(OccurrenceId, i64)],
    state: OccurrenceState,
    reason: &str,
) -> Result<(), StoreError> {
    let rows = dates
        .iter()
        .map(|(id, version)| args![*id, *version, state, reason.to_owned()])
        .collect();
    tx.update_versioned(
        "occurrence",
        &["state", "changed_reason"],
        "occurrence.state = 'confirmed'",
        rows,
    )
    .await?;
    let list: Vec<OccurrenceId> = dates.iter().map(|(id, _)| *id).collect();
    tx.execute(
        "DELETE FROM occupancy WHERE occurrence_id IN IDS($1)",
        vec![ids(&list)],
    )
    .await?;
    Ok(())
}

/// Moves a date to the space and time given in it; its own old time never stands in its way.
///
/// # Errors
/// As [`book`]; [`StoreError::Stale`] unless `version` is the latest.
pub async fn move_to(tx: &mut Tx, date: &Occurrence, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("SAVEPOINT taking", args![]).await?;
    tx.execute_versioned(
        "UPDATE occurrence SET space_id = $3, date = $4, from_minute = $5, to_minute = $6, starts_at = $7, ends_at = $8, \
         setup_minutes = $9, teardown_minutes = $10, changed_reason = $11, version = version + 1 \
         WHERE id = $1 AND version = $2 AND state = 'confirmed'",
        args![
            date.id, date.version, date.space_id, date.date, date.from_minute, date.to_minute, date.starts_at,
            date.ends_at, date.setup_minutes, date.teardown_minutes, date.changed_reason
        ],
    )
    .await?;
    tx.execute("DELETE FROM occupancy WHERE occurrence_id = $1", args![date.id])
        .await?;
    let wanted = Wanted {
        line: date.line_id,
        space: date.space_id,
        span: date.occupied(),
        by: Occupant::Occurrence(date.id),
    };
    occupancy::take(tx, &[wanted], now).await
}

/// Every date of a request's booking, in order.
pub async fn occurrences(tx: &mut Tx, request: RequestId) -> Result<Vec<Occurrence>, StoreError> {
    let sql = format!(
        "SELECT {} FROM occurrence o JOIN booking b ON b.id = o.booking_id WHERE b.request_id = $1 ORDER BY o.starts_at, o.id",
        Occurrence::select("o")
    );
    tx.all(&sql, args![request]).await
}

/// Several dates by id, in order.
pub async fn by_ids(tx: &mut Tx, list: &[OccurrenceId]) -> Result<Vec<Occurrence>, StoreError> {
    let sql = format!(
        "SELECT {} FROM occurrence o WHERE o.id IN IDS($1) ORDER BY o.starts_at, o.id",
        Occurrence::select("o")
    );
    tx.all(&sql, vec![ids(list)]).await
}
