//! Persons who sign in, and for whom they may act.

use crate::{
    StoreError, Tx,
    row::TableRow,
    value::{Field, args, ids},
};
use ledig_domain::{
    id::{OrganisationId, PersonId},
    people::{ApplicantKind, MembershipRole, PriceGroup, Standing},
    time::Timestamp,
};
use uuid::Uuid;

row! {
    /// A person.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Person {
        /// Which.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// The address as it was typed.
        pub email: String,
        /// The number as it was typed; may be empty.
        pub phone: String,
        /// `nb`, `nn` or `en`.
        pub language: String,
        /// May not sign in.
        pub disabled: bool,
        /// Since when.
        pub created_at: Timestamp,
        /// Grows with each change.
        pub version: i64,
    }

    /// What signing in needs.
    #[derive(Clone, PartialEq)]
    pub struct Credentials {
        /// Who.
        pub id: PersonId,
        /// The password's hash, as argon2 writes it; `None` for one who signs in elsewhere.
        pub password_hash: Option<String>,
        /// May not sign in.
        pub disabled: bool,
    }

    /// A right to act for an organisation.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Membership {
        /// Which.
        pub id: Uuid,
        /// Who.
        pub person_id: PersonId,
        /// For whom.
        pub organisation_id: OrganisationId,
        /// What one may do.
        pub role: MembershipRole,
        /// Since when.
        pub since: Timestamp,
        /// Until when; `None` while it lasts.
        pub until: Option<Timestamp>,
    }

    /// A person's membership, with the organisation.
    #[derive(Clone, Debug, PartialEq)]
    pub struct MembershipOf {
        /// Which.
        pub id: Uuid,
        /// For whom.
        pub organisation_id: OrganisationId,
        /// Its name.
        pub organisation_name: String,
        /// Its name in addresses.
        pub organisation_slug: String,
        /// Its kind.
        pub kind: ApplicantKind,
        /// Its standing.
        pub standing: Standing,
        /// Its price group.
        pub price_group: PriceGroup,
        /// What one may do.
        pub role: MembershipRole,
        /// Since when.
        pub since: Timestamp,
    }

    /// An organisation's member, with the person.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Member {
        /// The membership.
        pub id: Uuid,
        /// Who.
        pub person_id: PersonId,
        /// The name.
        pub name: String,
        /// The address.
        pub email: String,
        /// The number.
        pub phone: String,
        /// What one may do.
        pub role: MembershipRole,
        /// Since when.
        pub since: Timestamp,
    }
}

/// The form in which an address is unique: without space around, in small letters.
pub fn email_norm(email: &str) -> String {
    email.trim().to_lowercase()
}

fn search_words(person: &Person) -> String {
    format!("{} {} {}", person.name, person.email, person.phone).to_lowercase()
}

/// Adds a person.
///
/// # Errors
/// [`StoreError::Duplicate`] when the address is known.
pub async fn insert(tx: &mut Tx, person: &Person, password_hash: Option<&str>) -> Result<(), StoreError> {
    let mut columns = Person::COLUMNS.to_vec();
    columns.extend(["email_norm", "search", "password_hash"]);
    let mut values = person.args();
    values.extend(args![
        email_norm(&person.email),
        search_words(person),
        password_hash.map(str::to_owned)
    ]);
    tx.insert_values("person", &columns, vec![values]).await
}

/// Changes name, address, number, language and whether one may sign in; [`StoreError::Stale`] unless `version` is the latest.
pub async fn update(tx: &mut Tx, p: &Person) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE person SET name = $3, email = $4, email_norm = $5, phone = $6, language = $7, disabled = $8, search = $9, \
         version = version + 1 WHERE id = $1 AND version = $2",
        args![
            p.id,
            p.version,
            p.name,
            p.email,
            email_norm(&p.email),
            p.phone,
            p.language,
            p.disabled,
            search_words(p)
        ],
    )
    .await
}

/// Sets the password's hash.
pub async fn set_password(tx: &mut Tx, id: PersonId, hash: &str) -> Result<(), StoreError> {
    let sql = "UPDATE person SET password_hash = $2, version = version + 1 WHERE id = $1";
    match tx.execute(sql, args![id, hash.to_owned()]).await? {
        0 => Err(StoreError::Missing),
        _ => Ok(()),
    }
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, StoreError> {
    let sql = format!("SELECT {} FROM person p WHERE p.id = $1", Person::select("p"));
    tx.optional(&sql, args![id]).await
}

/// Several by id, by name.
pub async fn by_ids(tx: &mut Tx, list: &[PersonId]) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {} FROM person p WHERE p.id IN IDS($1) ORDER BY p.name, p.id",
        Person::select("p")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// By address, in any spelling.
pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<Person>, StoreError> {
    let sql = format!(
        "SELECT {} FROM person p WHERE p.email_norm = $1",
        Person::select("p")
    );
    tx.optional(&sql, args![email_norm(email)]).await
}

/// What signing in with an address needs.
pub async fn credentials(tx: &mut Tx, email: &str) -> Result<Option<Credentials>, StoreError> {
    tx.optional(
        "SELECT id, password_hash, disabled FROM person WHERE email_norm = $1",
        args![email_norm(email)],
    )
    .await
}

/// What signing in needs, by id: its hash is part of what keeps a session valid.
pub async fn credentials_by_id(tx: &mut Tx, id: PersonId) -> Result<Option<Credentials>, StoreError> {
    tx.optional(
        "SELECT id, password_hash, disabled FROM person WHERE id = $1",
        args![id],
    )
    .await
}

/// Persons whose name, address or number holds the text, by name, at most so many; everyone for an empty text.
pub async fn search(tx: &mut Tx, text: &str, limit: u32) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {} FROM person p WHERE p.search LIKE $1 ESCAPE '!' ORDER BY p.name, p.id LIMIT $2",
        Person::select("p")
    );
    tx.all(&sql, args![like(text), limit]).await
}

/// A LIKE pattern for "holds the text", with `!` as its escape.
pub(crate) fn like(text: &str) -> String {
    let escaped = text
        .trim()
        .to_lowercase()
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    format!("%{escaped}%")
}

/// Adds memberships.
pub async fn add_memberships(tx: &mut Tx, memberships: &[Membership]) -> Result<(), StoreError> {
    tx.insert("membership", memberships).await
}

/// Ends a membership; it stays on record. [`StoreError::Missing`] when it does not last.
pub async fn end_membership(tx: &mut Tx, id: Uuid, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE membership SET until = $2 WHERE id = $1 AND until IS NULL";
    match tx.execute(sql, args![id, at]).await? {
        0 => Err(StoreError::Missing),
        _ => Ok(()),
    }
}

/// A membership, ended ones too.
pub async fn membership(tx: &mut Tx, id: Uuid) -> Result<Option<Membership>, StoreError> {
    let sql = format!(
        "SELECT {} FROM membership m WHERE m.id = $1",
        Membership::select("m")
    );
    tx.optional(&sql, args![id]).await
}

/// A person's lasting memberships, by the organisation's name.
pub async fn memberships_of(
    tx: &mut Tx,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<MembershipOf>, StoreError> {
    tx.all(
        "SELECT m.id, m.organisation_id, g.name AS organisation_name, g.slug AS organisation_slug, g.kind, g.standing, \
         g.price_group, m.role, m.since FROM membership m JOIN organisation g ON g.id = m.organisation_id \
         WHERE m.person_id = $1 AND m.since <= $2 AND (m.until IS NULL OR m.until > $2) ORDER BY g.name, m.id",
        args![person, now],
    )
    .await
}

/// The lasting members of several organisations, by name, each with its organisation.
pub async fn members(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    now: Timestamp,
) -> Result<Vec<(OrganisationId, Member)>, StoreError> {
    let rows: Vec<MemberRow> = tx
        .all(
            "SELECT m.organisation_id, m.id, m.person_id, p.name, p.email, p.phone, m.role, m.since \
             FROM membership m JOIN person p ON p.id = m.person_id \
             WHERE m.organisation_id IN IDS($1) AND m.since <= $2 AND (m.until IS NULL OR m.until > $2) \
             ORDER BY p.name, m.id",
            vec![ids(organisations), now.bind()],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organisation_id, row.member))
        .collect())
}

struct MemberRow {
    organisation_id: OrganisationId,
    member: Member,
}

impl crate::row::FromRow for MemberRow {
    fn from_row(row: &crate::row::DbRow<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            organisation_id: Field::read(row, "organisation_id")?,
            member: Member::from_row(row)?,
        })
    }
}
