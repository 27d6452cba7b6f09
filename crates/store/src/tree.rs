//! The units of spaces, and what becomes of bookings when a tree changes.

use crate::{
    InTheWay, StoreError, Tx,
    occupancy::{self, Occupant},
    row::TableRow,
    spaces,
    value::{args, ids},
};
use ledig_domain::{
    id::{ClosureId, FacilityId, HoldId, OccurrenceId, SpaceId},
    space::{SpaceNode, SpaceTree},
    time::{Span, Timestamp},
};
use std::collections::{BTreeMap, BTreeSet};

row! {
    /// A space and one of its units.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub struct SpaceUnit {
        /// The space.
        pub space_id: SpaceId,
        /// A leaf below it, or itself.
        pub unit_id: SpaceId,
    }
}

row! {
    #[derive(Clone, Copy, Debug)]
    /// An occupant that a change may touch.
    pub struct OccupantRow {
        /// The space it books.
        pub space_id: SpaceId,
        /// First second, setup included.
        pub starts_at: Timestamp,
        /// The second after the last, teardown included.
        pub ends_at: Timestamp,
        /// One of the three.
        pub occurrence_id: Option<OccurrenceId>,
        /// One of the three.
        pub hold_id: Option<HoldId>,
        /// One of the three.
        pub closure_id: Option<ClosureId>,
        /// When a hold ends.
        pub expires_at: Option<Timestamp>,
    }
}

/// The units of several spaces, in order.
pub async fn units(
    tx: &mut Tx,
    list: &[SpaceId],
) -> Result<BTreeMap<SpaceId, BTreeSet<SpaceId>>, StoreError> {
    let rows: Vec<SpaceUnit> = tx
        .all(
            "SELECT space_id, unit_id FROM space_unit WHERE space_id IN IDS($1) ORDER BY space_id, unit_id",
            vec![ids(list)],
        )
        .await?;
    Ok(grouped(rows))
}

/// The units of every space.
pub async fn all_units(tx: &mut Tx) -> Result<BTreeMap<SpaceId, BTreeSet<SpaceId>>, StoreError> {
    let rows: Vec<SpaceUnit> = tx
        .all(
            "SELECT space_id, unit_id FROM space_unit ORDER BY space_id, unit_id",
            args![],
        )
        .await?;
    Ok(grouped(rows))
}

fn grouped(rows: Vec<SpaceUnit>) -> BTreeMap<SpaceId, BTreeSet<SpaceId>> {
    let mut map: BTreeMap<SpaceId, BTreeSet<SpaceId>> = BTreeMap::new();
    for row in rows {
        map.entry(row.space_id).or_default().insert(row.unit_id);
    }
    map
}

/// Derives the units of a facility's spaces anew, and moves everything that is not over onto them.
///
/// Archived spaces are no part of their parents and have no units, but what is booked there stays.
/// Bookings made meanwhile wait for this transaction.
///
/// # Errors
/// [`StoreError::InTheWay`] with every booked date, hold or closure that would then stand on top of another, or that books a space
/// which is archived now; the transaction must be given up. [`StoreError::Unreadable`] when the spaces are no tree.
pub async fn rederive(tx: &mut Tx, facility: FacilityId, now: Timestamp) -> Result<(), StoreError> {
    lock(tx, facility).await?;
    let spaces = spaces::by_facility(tx, facility).await?;
    let every: Vec<SpaceId> = spaces.iter().map(|space| space.id).collect();
    let nodes: Vec<SpaceNode> = spaces
        .iter()
        .filter(|space| !space.archived)
        .map(|space| SpaceNode {
            id: space.id,
            parent: space.parent_id,
        })
        .collect();
    let tree = SpaceTree::new(&nodes).map_err(|fault| StoreError::Unreadable {
        column: "space.parent_id".to_owned(),
        fault: fault.to_string(),
    })?;
    let before = units(tx, &every).await?;
    let after: BTreeMap<SpaceId, BTreeSet<SpaceId>> =
        nodes.iter().map(|node| (node.id, tree.units(node.id))).collect();
    let changed: Vec<SpaceId> = every
        .iter()
        .copied()
        .filter(|space| before.get(space) != after.get(space))
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    let touched = occupants(tx, &changed, now).await?;
    let homeless: Vec<InTheWay> = touched
        .iter()
        .filter(|row| !after.contains_key(&row.space_id))
        .map(in_the_way)
        .collect();
    if !homeless.is_empty() {
        return Err(StoreError::InTheWay(homeless));
    }
    tx.execute(
        "DELETE FROM occupancy WHERE occurrence_id IN IDS($1) OR hold_id IN IDS($2) OR closure_id IN IDS($3)",
        vec![
            ids(&touched
                .iter()
                .filter_map(|row| row.occurrence_id)
                .collect::<Vec<_>>()),
            ids(&touched.iter().filter_map(|row| row.hold_id).collect::<Vec<_>>()),
            ids(&touched
                .iter()
                .filter_map(|row| row.closure_id)
                .collect::<Vec<_>>()),
        ],
    )
    .await?;
    tx.execute(
        "DELETE FROM space_unit WHERE space_id IN IDS($1)",
        vec![ids(&every)],
    )
    .await?;
    let rows: Vec<SpaceUnit> = after
        .iter()
        .flat_map(|(space, units)| {
            units.iter().map(|unit| SpaceUnit {
                space_id: *space,
                unit_id: *unit,
            })
        })
        .collect();
    tx.insert("space_unit", &rows).await?;
    settle(tx, &touched, &after).await
}

/// Puts the occupants onto their new units: bookings and holds first, closures after them, so that one made for a flood today
/// does not throw out what it was laid over.
async fn settle(
    tx: &mut Tx,
    touched: &[OccupantRow],
    after: &BTreeMap<SpaceId, BTreeSet<SpaceId>>,
) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    for occupant in touched {
        for unit in after.get(&occupant.space_id).into_iter().flatten() {
            rows.push((*unit, occupant));
        }
    }
    let clashing: BTreeSet<InTheWay> = clashes(&mut rows).into_iter().collect();
    if !clashing.is_empty() {
        return Err(StoreError::InTheWay(clashing.into_iter().collect()));
    }
    let of = |(unit, row): &(SpaceId, &OccupantRow)| occupancy::NewOccupancy {
        unit: *unit,
        span: Span {
            start: row.starts_at,
            end: row.ends_at,
        },
        by: occupant(row),
    };
    let (closures, blocking): (Vec<_>, Vec<_>) = rows
        .iter()
        .map(of)
        .partition(|row| matches!(row.by, Occupant::Closure(_)));
    if occupancy::insert(tx, blocking).await? && occupancy::insert(tx, closures).await? {
        return Ok(());
    }
    // Something outside of the changed spaces has the units: a booking of a part that became whole, say.
    let span = |row: &OccupantRow| Span {
        start: row.starts_at,
        end: row.ends_at,
    };
    let units: BTreeSet<SpaceId> = rows.iter().map(|(unit, _)| *unit).collect();
    let standing = occupancy::raw(tx, &units.into_iter().collect::<Vec<_>>()).await?;
    let found: BTreeSet<InTheWay> = rows
        .iter()
        .filter(|(unit, row)| {
            standing
                .iter()
                .any(|other| other.unit_id == *unit && other.span().overlaps(span(row)))
        })
        .map(|(_, row)| in_the_way(row))
        .collect();
    Err(StoreError::InTheWay(found.into_iter().collect()))
}

/// Pairs among the rows that would stand on top of each other.
fn clashes(rows: &mut [(SpaceId, &OccupantRow)]) -> Vec<InTheWay> {
    rows.sort_by_key(|(unit, row)| (*unit, row.starts_at, row.ends_at));
    let mut found = Vec::new();
    let mut last: Option<(SpaceId, &OccupantRow)> = None;
    for (unit, row) in rows.iter().filter(|(_, row)| row.closure_id.is_none()) {
        if let Some((at, previous)) = last
            && at == *unit
            && previous.ends_at > row.starts_at
        {
            found.extend([in_the_way(previous), in_the_way(row)]);
            if previous.ends_at >= row.ends_at {
                continue;
            }
        }
        last = Some((*unit, row));
    }
    found
}

fn in_the_way(row: &OccupantRow) -> InTheWay {
    InTheWay {
        occurrence: row.occurrence_id,
        space: row.space_id,
        span: Span {
            start: row.starts_at,
            end: row.ends_at,
        },
    }
}

fn occupant(row: &OccupantRow) -> Occupant {
    match (row.occurrence_id, row.hold_id, row.closure_id) {
        (Some(id), _, _) => Occupant::Occurrence(id),
        (_, Some(id), _) => Occupant::Hold(id, row.expires_at.unwrap_or_default()),
        // The table's CHECK gives exactly one of the three.
        (_, _, id) => Occupant::Closure(id.unwrap_or(ClosureId(uuid::Uuid::nil()))),
    }
}

/// Locks a facility's spaces against bookings and other changes until the transaction ends.
async fn lock(tx: &mut Tx, facility: FacilityId) -> Result<(), StoreError> {
    if tx.dialect() == crate::Dialect::Postgres {
        tx.execute(
            "SELECT id FROM space WHERE facility_id = $1 ORDER BY id FOR NO KEY UPDATE",
            args![facility],
        )
        .await?;
    }
    Ok(())
}

/// What is not over yet in these spaces: standing dates, live holds, closures that are not lifted.
async fn occupants(tx: &mut Tx, list: &[SpaceId], now: Timestamp) -> Result<Vec<OccupantRow>, StoreError> {
    let sql = format!(
        "SELECT {columns} FROM ( \
           SELECT o.space_id, y.starts_at, y.ends_at, y.occurrence_id, y.hold_id, y.closure_id, y.expires_at \
             FROM occupancy y JOIN occurrence o ON o.id = y.occurrence_id WHERE o.space_id IN IDS($1) AND y.ends_at > $2 \
           UNION SELECT h.space_id, y.starts_at, y.ends_at, y.occurrence_id, y.hold_id, y.closure_id, y.expires_at \
             FROM occupancy y JOIN hold h ON h.id = y.hold_id WHERE h.space_id IN IDS($1) AND y.expires_at > $2 \
           UNION SELECT c.space_id, y.starts_at, y.ends_at, y.occurrence_id, y.hold_id, y.closure_id, y.expires_at \
             FROM occupancy y JOIN closure c ON c.id = y.closure_id WHERE c.space_id IN IDS($1) AND y.ends_at > $2 \
         ) AS u ORDER BY starts_at, space_id",
        columns = OccupantRow::select("u")
    );
    tx.all(&sql, vec![ids(list), crate::value::Field::bind(&now)])
        .await
}
