//! Time held for somebody until it expires: the offered time of a counter-offer.

use crate::{
    StoreError, Tx,
    occupancy::{self, Occupant, Wanted},
    row::TableRow,
    value::{args, ids},
};
use ledig_domain::{
    id::{HoldId, LineId, RequestId, SpaceId},
    time::{Span, Timestamp},
};

row! {
    /// A hold on a line's offered time.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Hold {
        /// Which.
        pub id: HoldId,
        /// For which line; a line has at most one.
        pub line_id: LineId,
        /// Where.
        pub space_id: SpaceId,
        /// First second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// Minutes to make ready; held too.
        pub setup_minutes: u16,
        /// Minutes to clear up; held too.
        pub teardown_minutes: u16,
        /// It blocks until then.
        pub expires_at: Timestamp,
    }
}

/// Holds times, all or none; an older hold of the same line is let go.
///
/// # Errors
/// [`StoreError::Taken`] with everything that stands in the way; then nothing was written, and the transaction can go on.
pub async fn place(tx: &mut Tx, holds: &[Hold], now: Timestamp) -> Result<(), StoreError> {
    if holds.is_empty() {
        return Ok(());
    }
    tx.execute("SAVEPOINT taking", args![]).await?;
    let lines: Vec<LineId> = holds.iter().map(|hold| hold.line_id).collect();
    release(tx, &lines).await?;
    tx.insert("hold", holds).await?;
    let wanted: Vec<Wanted> = holds
        .iter()
        .map(|hold| Wanted {
            line: hold.line_id,
            space: hold.space_id,
            span: Span {
                start: hold.starts_at,
                end: hold.ends_at,
            }
            .widened(hold.setup_minutes, hold.teardown_minutes),
            by: Occupant::Hold(hold.id, hold.expires_at),
        })
        .collect();
    occupancy::take(tx, &wanted, now).await
}

/// Lets go what is held for these lines.
pub async fn release(tx: &mut Tx, lines: &[LineId]) -> Result<(), StoreError> {
    tx.execute("DELETE FROM hold WHERE line_id IN IDS($1)", vec![ids(lines)])
        .await?;
    Ok(())
}

/// The holds for a request's lines, expired ones too.
pub async fn by_request(tx: &mut Tx, request: RequestId) -> Result<Vec<Hold>, StoreError> {
    let sql = format!(
        "SELECT {} FROM hold h JOIN request_line l ON l.id = h.line_id WHERE l.request_id = $1 ORDER BY h.starts_at, h.id",
        Hold::select("h")
    );
    tx.all(&sql, args![request]).await
}

/// Holds that have expired, oldest first, at most so many: their offers lapse.
pub async fn expired(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<Hold>, StoreError> {
    let sql = format!(
        "SELECT {} FROM hold h WHERE h.expires_at <= $1 ORDER BY h.expires_at, h.id LIMIT $2",
        Hold::select("h")
    );
    tx.all(&sql, args![now, limit]).await
}
