//! Facilities: one address with one or more spaces.

use crate::{
    StoreError, Tx,
    row::TableRow,
    value::{args, ids},
};
use ledig_domain::{
    booking_rules::BookingRules,
    coded,
    hours::OpeningHours,
    id::{FacilityId, MunicipalityId},
};

coded! {
    /// Whether one gets in and around with a wheelchair.
    pub enum Wheelchair {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Partly; the note says how.
        Partly = "partly",
        /// Nobody has told.
        Unknown = "unknown",
    }
}

row! {
    /// A facility.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Facility {
        /// Which.
        pub id: FacilityId,
        /// Whose.
        pub municipality_id: MunicipalityId,
        /// Its name in addresses, unique.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// Street and number.
        pub address: String,
        /// Four digits.
        pub postal_code: String,
        /// Postal town.
        pub town: String,
        /// Part of the municipality.
        pub district: String,
        /// Degrees north.
        pub lat: Option<f64>,
        /// Degrees east.
        pub lon: Option<f64>,
        /// In the manager's words.
        pub description: String,
        /// Wheelchair access.
        pub wheelchair: Wheelchair,
        /// How, where it is not plain.
        pub wheelchair_note: String,
        /// Opening hours of spaces that have none of their own.
        pub hours: OpeningHours,
        /// Booking rules of spaces that have none of their own.
        pub rules: BookingRules,
        /// Where the facts come from.
        pub source: String,
        /// Out of use; kept for its history.
        pub archived: bool,
        /// Grows with each change.
        pub version: i64,
    }
}

/// Every facility, by name; archived ones too if asked.
pub async fn all(tx: &mut Tx, archived_too: bool) -> Result<Vec<Facility>, StoreError> {
    let sql = format!(
        "SELECT {} FROM facility f WHERE f.archived = $1 OR f.archived = $2 ORDER BY f.name COLLATE norwegian, f.id",
        Facility::select("f")
    );
    tx.all(&sql, args![false, archived_too]).await
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: FacilityId) -> Result<Option<Facility>, StoreError> {
    let sql = format!("SELECT {} FROM facility f WHERE f.id = $1", Facility::select("f"));
    tx.optional(&sql, args![id]).await
}

/// Several by id, by name.
pub async fn by_ids(tx: &mut Tx, list: &[FacilityId]) -> Result<Vec<Facility>, StoreError> {
    let sql = format!(
        "SELECT {} FROM facility f WHERE f.id IN IDS($1) ORDER BY f.name COLLATE norwegian, f.id",
        Facility::select("f")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// By its name in addresses.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Facility>, StoreError> {
    let sql = format!(
        "SELECT {} FROM facility f WHERE f.slug = $1",
        Facility::select("f")
    );
    tx.optional(&sql, args![slug.to_owned()]).await
}

/// Adds facilities.
pub async fn insert(tx: &mut Tx, facilities: &[Facility]) -> Result<(), StoreError> {
    tx.insert("facility", facilities).await
}

/// Changes everything but id and municipality; [`StoreError::Stale`] unless `version` is the latest.
pub async fn update(tx: &mut Tx, f: &Facility) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE facility SET slug = $3, name = $4, address = $5, postal_code = $6, town = $7, district = $8, lat = $9, \
         lon = $10, description = $11, wheelchair = $12, wheelchair_note = $13, hours = $14, rules = $15, source = $16, \
         archived = $17, version = version + 1 WHERE id = $1 AND version = $2",
        args![
            f.id, f.version, f.slug, f.name, f.address, f.postal_code, f.town, f.district, f.lat, f.lon, f.description,
            f.wheelchair, f.wheelchair_note, f.hours, f.rules, f.source, f.archived
        ],
    )
    .await
}
