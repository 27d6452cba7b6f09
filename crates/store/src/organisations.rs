//! Organisations and their teams.

use crate::{
    StoreError, Tx,
    people::like,
    row::TableRow,
    value::{args, ids},
};
use ledig_domain::{
    id::{MunicipalityId, OrganisationId, TeamId},
    people::{ApplicantKind, Gender, OrganisationNumber, PriceGroup, Standing},
};

row! {
    /// An organisation.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Organisation {
        /// Which.
        pub id: OrganisationId,
        /// Whose.
        pub municipality_id: MunicipalityId,
        /// Its name.
        pub name: String,
        /// Its name in addresses, unique.
        pub slug: String,
        /// Its kind.
        pub kind: ApplicantKind,
        /// Its number, if it has one; unique.
        pub org_number: Option<OrganisationNumber>,
        /// What it does, in words.
        pub activities: String,
        /// Where it is at home.
        pub home_area: String,
        /// How the municipality regards it.
        pub standing: Standing,
        /// What it pays.
        pub price_group: PriceGroup,
        /// Where the facts come from.
        pub source: String,
        /// Grows with each change.
        pub version: i64,
    }

    /// A team.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Team {
        /// Which.
        pub id: TeamId,
        /// Whose.
        pub organisation_id: OrganisationId,
        /// Its name.
        pub name: String,
        /// What it does.
        pub sport: String,
        /// The youngest, years.
        pub age_from: Option<u8>,
        /// The oldest, years.
        pub age_to: Option<u8>,
        /// Whom it is for.
        pub gender: Gender,
        /// Adapted for disabled people.
        pub adapted: bool,
        /// At which level.
        pub level: String,
        /// How many persons.
        pub size: Option<u32>,
        /// No longer there; kept for its history.
        pub archived: bool,
        /// Grows with each change.
        pub version: i64,
    }
}

fn search_words(o: &Organisation) -> String {
    let number = o.org_number.as_ref().map_or("", OrganisationNumber::as_str);
    format!("{} {number} {} {}", o.name, o.activities, o.home_area).to_lowercase()
}

/// Adds organisations.
///
/// # Errors
/// [`StoreError::Duplicate`] when a number or a slug is known.
pub async fn insert(tx: &mut Tx, organisations: &[Organisation]) -> Result<(), StoreError> {
    let mut columns = Organisation::COLUMNS.to_vec();
    columns.push("search");
    let rows = organisations
        .iter()
        .map(|organisation| {
            let mut values = organisation.args();
            values.extend(args![search_words(organisation)]);
            values
        })
        .collect();
    tx.insert_values("organisation", &columns, rows).await
}

/// Changes everything but id and municipality; [`StoreError::Stale`] unless `version` is the latest.
pub async fn update(tx: &mut Tx, o: &Organisation) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE organisation SET name = $3, slug = $4, kind = $5, org_number = $6, activities = $7, home_area = $8, \
         standing = $9, price_group = $10, source = $11, search = $12, version = version + 1 WHERE id = $1 AND version = $2",
        args![
            o.id,
            o.version,
            o.name,
            o.slug,
            o.kind,
            o.org_number,
            o.activities,
            o.home_area,
            o.standing,
            o.price_group,
            o.source,
            search_words(o)
        ],
    )
    .await
}

/// Every organisation, by name.
pub async fn all(tx: &mut Tx) -> Result<Vec<Organisation>, StoreError> {
    let sql = format!(
        "SELECT {} FROM organisation g ORDER BY g.name COLLATE norwegian, g.id",
        Organisation::select("g")
    );
    tx.all(&sql, args![]).await
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
    let sql = format!(
        "SELECT {} FROM organisation g WHERE g.id = $1",
        Organisation::select("g")
    );
    tx.optional(&sql, args![id]).await
}

/// Several by id, by name.
pub async fn by_ids(tx: &mut Tx, list: &[OrganisationId]) -> Result<Vec<Organisation>, StoreError> {
    let sql = format!(
        "SELECT {} FROM organisation g WHERE g.id IN IDS($1) ORDER BY g.name COLLATE norwegian, g.id",
        Organisation::select("g")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// By its name in addresses.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Organisation>, StoreError> {
    let sql = format!(
        "SELECT {} FROM organisation g WHERE g.slug = $1",
        Organisation::select("g")
    );
    tx.optional(&sql, args![slug.to_owned()]).await
}

/// By its number.
pub async fn by_number(tx: &mut Tx, number: &OrganisationNumber) -> Result<Option<Organisation>, StoreError> {
    let sql = format!(
        "SELECT {} FROM organisation g WHERE g.org_number = $1",
        Organisation::select("g")
    );
    tx.optional(&sql, args![number.clone()]).await
}

/// Organisations whose name, number, activities or home area hold the text, by name, at most so many.
pub async fn search(tx: &mut Tx, text: &str, limit: u32) -> Result<Vec<Organisation>, StoreError> {
    let sql = format!(
        "SELECT {} FROM organisation g WHERE g.search LIKE $1 ESCAPE '!' ORDER BY g.name COLLATE norwegian, g.id LIMIT $2",
        Organisation::select("g")
    );
    tx.all(&sql, args![like(text), limit]).await
}

/// Locks an organisation until the transaction ends: sums over what it holds, such as a weekly quota, cannot change meanwhile.
pub async fn lock(tx: &mut Tx, id: OrganisationId) -> Result<(), StoreError> {
    // SQLite's one writer is alone anyway.
    if tx.dialect() == crate::Dialect::Postgres {
        tx.execute(
            "SELECT id FROM organisation WHERE id = $1 FOR NO KEY UPDATE",
            args![id],
        )
        .await?;
    }
    Ok(())
}

/// Adds teams.
pub async fn insert_teams(tx: &mut Tx, teams: &[Team]) -> Result<(), StoreError> {
    tx.insert("team", teams).await
}

/// Changes everything but id and organisation; [`StoreError::Stale`] unless `version` is the latest.
pub async fn update_team(tx: &mut Tx, t: &Team) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE team SET name = $3, sport = $4, age_from = $5, age_to = $6, gender = $7, adapted = $8, level = $9, \
         size = $10, archived = $11, version = version + 1 WHERE id = $1 AND version = $2",
        args![
            t.id, t.version, t.name, t.sport, t.age_from, t.age_to, t.gender, t.adapted, t.level, t.size, t.archived
        ],
    )
    .await
}

/// A team.
pub async fn team(tx: &mut Tx, id: TeamId) -> Result<Option<Team>, StoreError> {
    let sql = format!("SELECT {} FROM team t WHERE t.id = $1", Team::select("t"));
    tx.optional(&sql, args![id]).await
}

/// The teams of several organisations, archived ones too, by organisation, then name.
pub async fn teams(tx: &mut Tx, organisations: &[OrganisationId]) -> Result<Vec<Team>, StoreError> {
    let sql = format!(
        "SELECT {} FROM team t WHERE t.organisation_id IN IDS($1) ORDER BY t.organisation_id, t.name COLLATE norwegian, t.id",
        Team::select("t")
    );
    tx.all(&sql, vec![ids(organisations)]).await
}
