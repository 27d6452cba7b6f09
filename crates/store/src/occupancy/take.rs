//! Taking time: the one way in which bookings and holds get their units.

use super::{Occupant, around, busy};
use crate::{
    StoreError, Tx,
    error::TakenSlot,
    value::{Field, args, ids},
};
use ledig_domain::{
    id::{LineId, SpaceId},
    time::{Span, Timestamp},
};

/// A unit that becomes occupied.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewOccupancy {
    pub(crate) unit: SpaceId,
    pub(crate) span: Span,
    pub(crate) by: Occupant,
}

/// Occupies units, in the one order that everybody keeps: by unit, then start. `false` when the constraint refuses.
pub(crate) async fn insert(tx: &mut Tx, mut rows: Vec<NewOccupancy>) -> Result<bool, StoreError> {
    rows.sort_by_key(|row| (row.unit, row.span));
    let values = rows
        .iter()
        .map(|row| {
            let (occurrence, hold, closure, expires) = match row.by {
                Occupant::Occurrence(id) => (Some(id), None, None, None),
                Occupant::Hold(id, until) => (None, Some(id), None, Some(until)),
                Occupant::Closure(id) => (None, None, Some(id), None),
            };
            args![
                row.unit,
                row.span.start,
                row.span.end,
                occurrence,
                hold,
                closure,
                expires,
                closure.is_none()
            ]
        })
        .collect();
    let columns = [
        "unit_id",
        "starts_at",
        "ends_at",
        "occurrence_id",
        "hold_id",
        "closure_id",
        "expires_at",
        "blocking",
    ];
    tx.insert_guarded("occupancy", &columns, values).await
}

/// A time wished for a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) line: LineId,
    pub(crate) space: SpaceId,
    pub(crate) span: Span,
    pub(crate) by: Occupant,
}

/// Takes times, all or none. Locks the spaces' trees as they are, and removes expired holds that stand there.
///
/// The caller has put the occupants into their tables inside the savepoint `taking`; it is gone afterwards.
///
/// # Errors
/// [`StoreError::Taken`] with everything that stands in the way; then nothing was written since the savepoint.
pub(crate) async fn take(tx: &mut Tx, wanted: &[Wanted], now: Timestamp) -> Result<(), StoreError> {
    let mut spaces: Vec<SpaceId> = wanted.iter().map(|want| want.space).collect();
    spaces.sort_unstable();
    spaces.dedup();
    if tx.dialect() == crate::Dialect::Postgres {
        tx.execute(
            "SELECT id FROM space WHERE id IN IDS($1) ORDER BY id FOR SHARE",
            vec![ids(&spaces)],
        )
        .await?;
    }
    let units = crate::tree::units(tx, &spaces).await?;
    let mut rows: Vec<(LineId, NewOccupancy)> = Vec::new();
    for want in wanted {
        // A space without units is archived or not derived: nothing would guard the time.
        let its = units.get(&want.space).ok_or(StoreError::Missing)?;
        rows.extend(its.iter().map(|unit| {
            (
                want.line,
                NewOccupancy {
                    unit: *unit,
                    span: want.span,
                    by: want.by,
                },
            )
        }));
    }
    let every: Vec<SpaceId> = units.values().flatten().copied().collect();
    tx.execute(
        "DELETE FROM hold WHERE expires_at <= $2 AND id IN (SELECT hold_id FROM occupancy WHERE unit_id IN IDS($1))",
        vec![ids(&every), now.bind()],
    )
    .await?;
    if insert(tx, rows.iter().map(|(_, row)| *row).collect()).await? {
        return tx.execute("RELEASE SAVEPOINT taking", args![]).await.map(|_| ());
    }
    // Before the roll-back: what a moved date or a renewed hold let go must not seem to stand in its own way.
    let taken = what_stands(tx, &rows, &every, now).await?;
    tx.execute("ROLLBACK TO SAVEPOINT taking", args![]).await?;
    tx.execute("RELEASE SAVEPOINT taking", args![]).await?;
    if taken.is_empty() {
        return Err(tx.try_again());
    }
    Err(StoreError::Taken(taken))
}

async fn what_stands(
    tx: &mut Tx,
    rows: &[(LineId, NewOccupancy)],
    units: &[SpaceId],
    now: Timestamp,
) -> Result<Vec<TakenSlot>, StoreError> {
    let spans: Vec<Span> = rows.iter().map(|(_, row)| row.span).collect();
    let Some(all) = around(&spans) else {
        return Ok(Vec::new());
    };
    let standing = busy(tx, units, all, now).await?;
    let mut taken = Vec::new();
    for (index, (line, row)) in rows.iter().enumerate() {
        let others = standing
            .iter()
            .filter(|other| other.unit_id == row.unit && other.span().overlaps(row.span))
            .map(|other| TakenSlot {
                line: *line,
                unit: row.unit,
                span: other.span(),
                closed: other.closure_id.is_some(),
            });
        taken.extend(others);
        // The same request may wish for the same time twice.
        let own = rows[..index]
            .iter()
            .filter(|(_, earlier)| earlier.unit == row.unit && earlier.span.overlaps(row.span))
            .map(|(_, earlier)| TakenSlot {
                line: *line,
                unit: row.unit,
                span: earlier.span,
                closed: false,
            });
        taken.extend(own);
    }
    taken.sort_unstable();
    taken.dedup();
    Ok(taken)
}
