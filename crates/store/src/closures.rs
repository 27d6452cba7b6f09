//! Closures: they lie beside what was booked before them, and keep everything later out (docs/decisions/0005-closures.md).

use crate::{
    StoreError, Tx,
    occupancy::{self, NewOccupancy, Occupant},
    row::TableRow,
    value::{Field, args, ids},
};
use ledig_domain::{
    id::{ClosureId, PersonId, SpaceId},
    time::{Span, Timestamp},
};

row! {
    /// A time in which a space is closed.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Closure {
        /// Which.
        pub id: ClosureId,
        /// Where; its parts are closed too.
        pub space_id: SpaceId,
        /// First second.
        pub starts_at: Timestamp,
        /// The second after the last.
        pub ends_at: Timestamp,
        /// Why, in the manager's words.
        pub reason: String,
        /// Whether the reason is for everyone.
        pub public: bool,
        /// Who closed it; `None` when it was imported.
        pub created_by: Option<PersonId>,
        /// Since when it is known.
        pub created_at: Timestamp,
        /// When it was lifted, if it was.
        pub lifted_at: Option<Timestamp>,
    }
}

impl Closure {
    /// When, as it was made.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }
}

/// Closes spaces. What is booked in that time stays booked until somebody cancels it.
pub async fn insert(tx: &mut Tx, closures: &[Closure]) -> Result<(), StoreError> {
    let mut spaces: Vec<SpaceId> = closures.iter().map(|closure| closure.space_id).collect();
    spaces.sort_unstable();
    spaces.dedup();
    if tx.dialect() == crate::Dialect::Postgres {
        tx.execute(
            "SELECT id FROM space WHERE id IN IDS($1) ORDER BY id FOR NO KEY UPDATE",
            vec![ids(&spaces)],
        )
        .await?;
    }
    let units = crate::tree::units(tx, &spaces).await?;
    tx.insert("closure", closures).await?;
    let mut rows = Vec::new();
    for closure in closures {
        let its = units.get(&closure.space_id).ok_or(StoreError::Missing)?;
        rows.extend(its.iter().map(|unit| NewOccupancy {
            unit: *unit,
            span: closure.span(),
            by: Occupant::Closure(closure.id),
        }));
    }
    match occupancy::insert(tx, rows).await? {
        true => Ok(()),
        false => Err(tx.try_again()),
    }
}

/// Opens again from that instant on.
///
/// # Errors
/// [`StoreError::Stale`] when it is lifted already, [`StoreError::Missing`] when there is none.
pub async fn lift(tx: &mut Tx, id: ClosureId, at: Timestamp) -> Result<(), StoreError> {
    by_id(tx, id).await?.ok_or(StoreError::Missing)?;
    tx.execute_versioned(
        "UPDATE closure SET lifted_at = $2 WHERE id = $1 AND lifted_at IS NULL",
        args![id, at],
    )
    .await?;
    tx.execute(
        "DELETE FROM occupancy WHERE closure_id = $1 AND starts_at >= $2",
        args![id, at],
    )
    .await?;
    tx.execute(
        "UPDATE occupancy SET ends_at = $2 WHERE closure_id = $1 AND ends_at > $2",
        args![id, at],
    )
    .await?;
    Ok(())
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: ClosureId) -> Result<Option<Closure>, StoreError> {
    let sql = format!("SELECT {} FROM closure c WHERE c.id = $1", Closure::select("c"));
    tx.optional(&sql, args![id]).await
}

/// Several by id, by start; those that there are.
pub async fn by_ids(tx: &mut Tx, list: &[ClosureId]) -> Result<Vec<Closure>, StoreError> {
    let sql = format!(
        "SELECT {} FROM closure c WHERE c.id IN IDS($1) ORDER BY c.starts_at, c.id",
        Closure::select("c")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// The closures of these spaces that are not over at that instant and not lifted, by start.
pub async fn coming(tx: &mut Tx, spaces: &[SpaceId], now: Timestamp) -> Result<Vec<Closure>, StoreError> {
    let sql = format!(
        "SELECT {} FROM closure c WHERE c.space_id IN IDS($1) AND c.ends_at > $2 AND c.lifted_at IS NULL \
         ORDER BY c.starts_at, c.id",
        Closure::select("c")
    );
    tx.all(&sql, vec![ids(spaces), now.bind()]).await
}

/// Every closure of these spaces, lifted and past ones too, latest first, at most so many.
pub async fn history(tx: &mut Tx, spaces: &[SpaceId], limit: u32) -> Result<Vec<Closure>, StoreError> {
    let sql = format!(
        "SELECT {} FROM closure c WHERE c.space_id IN IDS($1) ORDER BY c.starts_at DESC, c.id LIMIT $2",
        Closure::select("c")
    );
    tx.all(&sql, vec![ids(spaces), limit.bind()]).await
}
