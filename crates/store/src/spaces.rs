//! Spaces of facilities. Their tree and its units are kept by [`crate::tree`].

use crate::{
    StoreError, Tx,
    facilities::Wheelchair,
    row::TableRow,
    value::{args, ids},
};
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};

row! {
    /// A space.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Space {
        /// Which.
        pub id: SpaceId,
        /// Where.
        pub facility_id: FacilityId,
        /// The space it is a part of.
        pub parent_id: Option<SpaceId>,
        /// Its name in addresses, unique in the facility.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// What kind.
        pub kind: SpaceKind,
        /// How many persons it holds.
        pub capacity: Option<u32>,
        /// Floor, square metres.
        pub size_m2: Option<u32>,
        /// What is there.
        pub equipment: Vec<String>,
        /// Wheelchair access.
        pub wheelchair: Wheelchair,
        /// Can be booked; otherwise it only groups its parts.
        pub bookable: bool,
        /// Its own hours; `None` takes the parent's, then the facility's.
        pub hours: Option<OpeningHours>,
        /// Its own rules; `None` takes the parent's, then the facility's.
        pub rules: Option<BookingRules>,
        /// What was assumed about it for want of a source.
        pub assumption: String,
        /// Its place among its siblings.
        pub sort: i64,
        /// Out of use; kept for its history. Its parent no longer counts it as a part.
        pub archived: bool,
        /// Grows with each change.
        pub version: i64,
    }
}

row! {
    /// Tells whether any facility or space was changed: versions only grow, and nothing is taken out.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Edition {
        /// Facilities.
        pub facilities: i64,
        /// Their versions together.
        pub facility_versions: i64,
        /// Spaces.
        pub spaces: i64,
        /// Their versions together.
        pub space_versions: i64,
    }
}

/// The edition of all facilities and spaces.
pub async fn edition(tx: &mut Tx) -> Result<Edition, StoreError> {
    tx.one(
        "SELECT (SELECT COUNT(*) FROM facility) AS facilities, \
           (SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM facility) AS facility_versions, \
           (SELECT COUNT(*) FROM space) AS spaces, \
           (SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM space) AS space_versions",
        args![],
    )
    .await
}

/// Every space in use of facilities in use, by facility, then in order of the tree's siblings.
pub async fn all(tx: &mut Tx) -> Result<Vec<Space>, StoreError> {
    let sql = format!(
        "SELECT {} FROM space s JOIN facility f ON f.id = s.facility_id WHERE NOT (s.archived OR f.archived) \
         ORDER BY s.facility_id, s.sort, s.name COLLATE norwegian",
        Space::select("s")
    );
    tx.all(&sql, args![]).await
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: SpaceId) -> Result<Option<Space>, StoreError> {
    let sql = format!("SELECT {} FROM space s WHERE s.id = $1", Space::select("s"));
    tx.optional(&sql, args![id]).await
}

/// Several by id.
pub async fn by_ids(tx: &mut Tx, list: &[SpaceId]) -> Result<Vec<Space>, StoreError> {
    let sql = format!(
        "SELECT {} FROM space s WHERE s.id IN IDS($1) ORDER BY s.sort, s.name COLLATE norwegian",
        Space::select("s")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// By its name in addresses.
pub async fn by_slug(tx: &mut Tx, facility: FacilityId, slug: &str) -> Result<Option<Space>, StoreError> {
    let sql = format!(
        "SELECT {} FROM space s WHERE s.facility_id = $1 AND s.slug = $2",
        Space::select("s")
    );
    tx.optional(&sql, args![facility, slug.to_owned()]).await
}

/// Every space of a facility, archived ones too, in order.
pub async fn by_facility(tx: &mut Tx, facility: FacilityId) -> Result<Vec<Space>, StoreError> {
    by_facilities(tx, &[facility]).await
}

/// Every space of several facilities, archived ones too, by facility, then in order.
pub async fn by_facilities(tx: &mut Tx, facilities: &[FacilityId]) -> Result<Vec<Space>, StoreError> {
    let sql = format!(
        "SELECT {} FROM space s WHERE s.facility_id IN IDS($1) ORDER BY s.facility_id, s.sort, s.name COLLATE norwegian",
        Space::select("s")
    );
    tx.all(&sql, vec![ids(facilities)]).await
}

/// Adds spaces; a parent must come before its parts. Call [`crate::tree::rederive`] in the same transaction.
pub async fn insert(tx: &mut Tx, spaces: &[Space]) -> Result<(), StoreError> {
    tx.insert("space", spaces).await
}

/// Changes everything but id and facility; [`StoreError::Stale`] unless `version` is the latest.
///
/// After a change of `parent_id` or `archived`, call [`crate::tree::rederive`] in the same transaction.
pub async fn update(tx: &mut Tx, s: &Space) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE space SET parent_id = $3, slug = $4, name = $5, kind = $6, capacity = $7, size_m2 = $8, equipment = $9, \
         wheelchair = $10, bookable = $11, hours = $12, rules = $13, assumption = $14, sort = $15, archived = $16, \
         version = version + 1 WHERE id = $1 AND version = $2",
        args![
            s.id, s.version, s.parent_id, s.slug, s.name, s.kind, s.capacity, s.size_m2, s.equipment, s.wheelchair,
            s.bookable, s.hours, s.rules, s.assumption, s.sort, s.archived
        ],
    )
    .await
}
