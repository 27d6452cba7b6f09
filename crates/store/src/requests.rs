//! Requests and their dates.

mod lines;
mod rivals;

pub use lines::*;
pub use rivals::*;

use crate::{
    Dialect, StoreError, Tx,
    row::TableRow,
    value::{args, ids},
};
use ledig_domain::{
    auto_rule::Verdict,
    id::{FacilityId, MunicipalityId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    priority::ClassPlace,
    recurrence::Recurrence,
    request::RequestState,
    time::Timestamp,
};

row! {
    /// A request: the case.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Request {
        /// Which.
        pub id: RequestId,
        /// Its number for people, e.g. `2026/0042`; see [`next_case_number`].
        pub case_number: String,
        /// Whose.
        pub municipality_id: MunicipalityId,
        /// The facility of its space.
        pub facility_id: FacilityId,
        /// The space that was asked for.
        pub space_id: SpaceId,
        /// For whom; `None` for a private person.
        pub organisation_id: Option<OrganisationId>,
        /// For which team.
        pub team_id: Option<TeamId>,
        /// Who asked.
        pub person_id: PersonId,
        /// What for.
        pub purpose: String,
        /// How many persons.
        pub persons: Option<u32>,
        /// The dates as they were asked for.
        pub recurrence: Recurrence,
        /// Where it stands.
        pub state: RequestState,
        /// Its priority class when it was sent.
        pub class_place: Option<ClassPlace>,
        /// What the rules said when it was sent.
        pub verdict: Verdict,
        /// When it was sent.
        pub sent_at: Timestamp,
        /// When it was decided last.
        pub decided_at: Option<Timestamp>,
        /// The sender's mark that keeps a form sent twice from becoming two requests.
        pub idempotency_key: String,
        /// Grows with each change.
        pub version: i64,
    }
}

/// The next case number of a year, e.g. `2026/0042`. Numbers have no holes: one that is not committed is given again.
pub async fn next_case_number(
    tx: &mut Tx,
    municipality: MunicipalityId,
    year: i32,
) -> Result<String, StoreError> {
    let row: Last = tx
        .one(
            "INSERT INTO case_counter (municipality_id, year, last) VALUES ($1, $2, 1) \
             ON CONFLICT (municipality_id, year) DO UPDATE SET last = case_counter.last + 1 RETURNING last",
            args![municipality, i64::from(year)],
        )
        .await?;
    Ok(format!("{year}/{:04}", row.last))
}

row! {
    #[derive(Clone, Copy, Debug)]
    /// The counter.
    struct Last {
        /// The number given last.
        last: i64,
    }
}

/// Adds a request with its dates.
///
/// # Errors
/// [`StoreError::Duplicate`] when its idempotency key is known: see [`by_idempotency_key`].
pub async fn insert(tx: &mut Tx, request: &Request, lines: &[Line]) -> Result<(), StoreError> {
    tx.insert("request", std::slice::from_ref(request)).await?;
    tx.insert("request_line", lines).await
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, StoreError> {
    let sql = format!("SELECT {} FROM request r WHERE r.id = $1", Request::select("r"));
    tx.optional(&sql, args![id]).await
}

/// By id, locked until the transaction ends: others who would change it wait.
pub async fn lock(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, StoreError> {
    let lock = match tx.dialect() {
        Dialect::Postgres => "FOR UPDATE",
        // SQLite has one writer at a time.
        Dialect::Sqlite => "",
    };
    let sql = format!(
        "SELECT {} FROM request r WHERE r.id = $1 {lock}",
        Request::select("r")
    );
    tx.optional(&sql, args![id]).await
}

/// Several by id.
pub async fn by_ids(tx: &mut Tx, list: &[RequestId]) -> Result<Vec<Request>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request r WHERE r.id IN IDS($1) ORDER BY r.sent_at, r.id",
        Request::select("r")
    );
    tx.all(&sql, vec![ids(list)]).await
}

/// The request that was sent under this key.
pub async fn by_idempotency_key(tx: &mut Tx, key: &str) -> Result<Option<Request>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request r WHERE r.idempotency_key = $1",
        Request::select("r")
    );
    tx.optional(&sql, args![key.to_owned()]).await
}

/// Sets a request's state and when it was decided; [`StoreError::Stale`] unless `version` is the latest.
///
/// In PostgreSQL others who would change the same request wait from here on, so do this first.
pub async fn set_state(
    tx: &mut Tx,
    id: RequestId,
    version: i64,
    state: RequestState,
    decided_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    tx.execute_versioned(
        "UPDATE request SET state = $3, decided_at = COALESCE($4, decided_at), version = version + 1 \
         WHERE id = $1 AND version = $2",
        args![id, version, state, decided_at],
    )
    .await
}
