//! Persons who sign in, and for whom they may act.

mod memberships;

pub use memberships::*;

use crate::{
    StoreError, Tx,
    row::TableRow,
    value::{args, ids},
};
use chrono::NaiveDate;
use ledig_domain::{id::PersonId, time::Timestamp};

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
        /// The password is a one-time one, and taken until then; `None` for one of one's own.
        pub password_until: Option<Timestamp>,
        /// The day on which the person turns 18; nothing for adults.
        pub minor_until: Option<NaiveDate>,
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
        /// The password is a one-time one, and taken until then.
        pub password_until: Option<Timestamp>,
        /// May not sign in.
        pub disabled: bool,
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

/// Sets the password's hash; `until` for a one-time password, which is taken until then.
pub async fn set_password(
    tx: &mut Tx,
    id: PersonId,
    hash: &str,
    until: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE person SET password_hash = $2, password_until = $3, version = version + 1 WHERE id = $1";
    match tx.execute(sql, args![id, hash.to_owned(), until]).await? {
        0 => Err(StoreError::Missing),
        _ => Ok(()),
    }
}

/// Forgets of everybody who is 18 today that they were under age; gives how many.
pub async fn forget_minors(tx: &mut Tx, today: NaiveDate) -> Result<u64, StoreError> {
    let sql = "UPDATE person SET minor_until = NULL WHERE minor_until <= $1";
    tx.execute(sql, args![today]).await
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: PersonId) -> Result<Option<Person>, StoreError> {
    let sql = format!("SELECT {} FROM person p WHERE p.id = $1", Person::select("p"));
    tx.optional(&sql, args![id]).await
}

/// Several by id, by name.
pub async fn by_ids(tx: &mut Tx, list: &[PersonId]) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {} FROM person p WHERE p.id IN IDS($1) ORDER BY p.name COLLATE norwegian, p.id",
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
        "SELECT id, password_hash, password_until, disabled FROM person WHERE email_norm = $1",
        args![email_norm(email)],
    )
    .await
}

/// What signing in needs, by id: its hash is part of what keeps a session valid.
pub async fn credentials_by_id(tx: &mut Tx, id: PersonId) -> Result<Option<Credentials>, StoreError> {
    tx.optional(
        "SELECT id, password_hash, password_until, disabled FROM person WHERE id = $1",
        args![id],
    )
    .await
}

/// Persons whose name, address or number holds the text, by name, at most so many; everyone for an empty text.
pub async fn search(tx: &mut Tx, text: &str, limit: u32) -> Result<Vec<Person>, StoreError> {
    let sql = format!(
        "SELECT {} FROM person p WHERE p.search LIKE $1 ESCAPE '!' ORDER BY p.name COLLATE norwegian, p.id LIMIT $2",
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
