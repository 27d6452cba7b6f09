//! The municipality of this installation.

use crate::{StoreError, Tx, row::TableRow, value::args};
use ledig_domain::{id::MunicipalityId, time::Zone};

row! {
    /// A municipality.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Municipality {
        /// Which.
        pub id: MunicipalityId,
        /// Its name.
        pub name: String,
        /// Its name in addresses.
        pub slug: String,
        /// The zone in which every wall-clock time is meant.
        pub zone: Zone,
        /// Days to appeal a decision.
        pub appeal_days: u16,
        /// Who handles appeals.
        pub appeal_body: String,
        /// The theme's main colour, `#rrggbb`.
        pub colour: String,
        /// Anything else, by name.
        pub settings: serde_json::Value,
        /// Grows with each change.
        pub version: i64,
    }
}

/// The one municipality; `None` in an empty database.
pub async fn get(tx: &mut Tx) -> Result<Option<Municipality>, StoreError> {
    let sql = format!(
        "SELECT {} FROM municipality m ORDER BY m.name COLLATE norwegian LIMIT 1",
        Municipality::select("m")
    );
    tx.optional(&sql, args![]).await
}

/// Adds it.
pub async fn insert(tx: &mut Tx, municipality: &Municipality) -> Result<(), StoreError> {
    tx.insert("municipality", std::slice::from_ref(municipality))
        .await
}

/// Changes everything but id and slug; [`StoreError::Stale`] unless `version` is the latest.
pub async fn update(tx: &mut Tx, m: &Municipality) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE municipality SET name = $3, zone = $4, appeal_days = $5, appeal_body = $6, colour = $7, settings = $8, \
         version = version + 1 WHERE id = $1 AND version = $2",
        args![m.id, m.version, m.name, m.zone, m.appeal_days, m.appeal_body, m.colour, m.settings],
    )
    .await
}
