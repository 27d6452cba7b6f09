//! The dates of requests.

use crate::{
    StoreError, Tx,
    row::TableRow,
    value::{Field, args, ids},
};
use chrono::NaiveDate;
use ledig_domain::{
    decision::Offer,
    id::{LineId, RequestId, SpaceId},
    outcome::DateOutcome,
    request::LineState,
    time::{Minute, Span, Timestamp, WallSpan},
};

row! {
    /// One date of a request.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Line {
        /// Which.
        pub id: LineId,
        /// Of which request.
        pub request_id: RequestId,
        /// Its place, from 1.
        pub position: u32,
        /// The date on the clock.
        pub date: NaiveDate,
        /// The space that was wished for; never changes.
        pub wish_space_id: SpaceId,
        /// The wished first minute; never changes.
        pub wish_from: Minute,
        /// The minute after the wished last; never changes.
        pub wish_to: Minute,
        /// The space that it stands at.
        pub space_id: SpaceId,
        /// The first minute that it stands at.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// The first second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// Where it stands.
        pub state: LineState,
        /// What became of it when it was sent.
        pub outcome: DateOutcome,
        /// Since when it waits.
        pub waiting_since: Option<Timestamp>,
        /// What is offered, while it is.
        pub offer: Option<Offer>,
        /// Grows with each change.
        pub version: i64,
    }

    #[derive(Clone, Copy, Debug)]
    /// A request, of one of its lines.
    struct OfRequest {
        /// Which.
        request_id: RequestId,
    }
}

impl Line {
    /// The time that it stands at, on the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }

    /// The time that was wished for, on the clock.
    pub fn wished(&self) -> WallSpan {
        WallSpan {
            from: self.wish_from,
            to: self.wish_to,
        }
    }

    /// When, without setup and teardown.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }
}

/// The dates of a request, in order.
pub async fn lines(tx: &mut Tx, request: RequestId) -> Result<Vec<Line>, StoreError> {
    lines_of(tx, &[request]).await
}

/// The dates of several requests, by request, then in order.
pub async fn lines_of(tx: &mut Tx, requests: &[RequestId]) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.request_id IN IDS($1) ORDER BY l.request_id, l.position",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(requests)]).await
}

/// The dates of these requests that wait or are offered and have not begun, by date.
pub async fn waiting_or_offered(
    tx: &mut Tx,
    requests: &[RequestId],
    now: Timestamp,
) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.request_id IN IDS($1) AND l.state IN ('waiting', 'offered') \
         AND l.starts_at > $2 ORDER BY l.starts_at, l.id",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(requests), now.bind()]).await
}

/// The undecided dates of these requests, by request, then in order.
pub async fn asked(tx: &mut Tx, requests: &[RequestId]) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.request_id IN IDS($1) AND l.state = 'asked' \
         ORDER BY l.request_id, l.position",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(requests)]).await
}

/// Several dates by id, in order.
pub async fn lines_by_id(tx: &mut Tx, list: &[LineId]) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.id IN IDS($1) ORDER BY l.request_id, l.position",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// Sets what the dates stand at: space, times, instants, state, waiting since, offer.
///
/// # Errors
/// [`StoreError::Stale`] when one is not in the version given any more; the transaction must be given up.
pub async fn update_lines(tx: &mut Tx, lines: &[Line]) -> Result<(), StoreError> {
    let rows = lines
        .iter()
        .map(|l| {
            args![
                l.id,
                l.version,
                l.space_id,
                l.from_minute,
                l.to_minute,
                l.starts_at,
                l.ends_at,
                l.state,
                l.waiting_since,
                l.offer
            ]
        })
        .collect();
    let columns = [
        "space_id",
        "from_minute",
        "to_minute",
        "starts_at",
        "ends_at",
        "state",
        "waiting_since",
        "offer",
    ];
    tx.update_versioned("request_line", &columns, "TRUE", rows).await
}

/// Requests with an offer that nobody answered in time, or with a date that still waits though it has begun; at most
/// so many.
pub async fn with_lapsed_dates(
    tx: &mut Tx,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<RequestId>, StoreError> {
    let rows: Vec<OfRequest> = tx
        .all(
            "SELECT DISTINCT l.request_id FROM request_line l LEFT JOIN hold h ON h.line_id = l.id \
             WHERE (l.state = 'offered' AND (h.id IS NULL OR h.expires_at <= $1)) \
               OR (l.state = 'waiting' AND l.starts_at <= $1) ORDER BY l.request_id LIMIT $2",
            args![now, limit],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.request_id).collect())
}
