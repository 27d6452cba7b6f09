//! What happened, in order: added, never changed.

use crate::{
    StoreError, Tx,
    value::{args, ids},
};
use ledig_domain::{
    event::EventKind,
    id::{EventId, FacilityId, OrganisationId, PersonId, RequestId},
    time::Timestamp,
};

row! {
    /// An event to add.
    #[derive(Clone, Debug, PartialEq)]
    pub struct NewEvent {
        /// Which.
        pub id: EventId,
        /// When.
        pub at: Timestamp,
        /// What.
        pub kind: EventKind,
        /// Who did it; `None` for a rule or the system.
        pub actor: Option<PersonId>,
        /// For whom.
        pub acting_for: Option<OrganisationId>,
        /// On which request.
        pub request_id: Option<RequestId>,
        /// At which facility.
        pub facility_id: Option<FacilityId>,
        /// To what: kinds and ids.
        pub subject: serde_json::Value,
        /// What exactly: codes and ids, before and after.
        pub detail: serde_json::Value,
    }

    /// An event, with names.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Event {
        /// Its place in the order of all.
        pub seq: i64,
        /// Which.
        pub id: EventId,
        /// When.
        pub at: Timestamp,
        /// What.
        pub kind: EventKind,
        /// Who did it; `None` for a rule or the system.
        pub actor: Option<PersonId>,
        /// The name.
        pub actor_name: Option<String>,
        /// For whom.
        pub acting_for: Option<OrganisationId>,
        /// The organisation's name.
        pub acting_for_name: Option<String>,
        /// On which request.
        pub request_id: Option<RequestId>,
        /// At which facility.
        pub facility_id: Option<FacilityId>,
        /// To what.
        pub subject: serde_json::Value,
        /// What exactly.
        pub detail: serde_json::Value,
    }
}

/// Adds events, in order.
pub async fn append(tx: &mut Tx, events: &[NewEvent]) -> Result<(), StoreError> {
    tx.insert("event", events).await
}

const EVENT: &str = "SELECT e.seq, e.id, e.at, e.kind, e.actor, p.name AS actor_name, e.acting_for, \
     g.name AS acting_for_name, e.request_id, e.facility_id, e.subject, e.detail FROM event e \
     LEFT JOIN person p ON p.id = e.actor LEFT JOIN organisation g ON g.id = e.acting_for";

/// What happened on a request, in order.
pub async fn of_request(tx: &mut Tx, request: RequestId) -> Result<Vec<Event>, StoreError> {
    tx.all(
        &format!("{EVENT} WHERE e.request_id = $1 ORDER BY e.seq"),
        args![request],
    )
    .await
}

/// What happened at a facility, latest first, at most so many.
pub async fn of_facility(tx: &mut Tx, facility: FacilityId, limit: u32) -> Result<Vec<Event>, StoreError> {
    let sql = format!("{EVENT} WHERE e.facility_id = $1 ORDER BY e.seq DESC LIMIT $2");
    tx.all(&sql, args![facility, limit]).await
}

/// What happened last, before that place in the order (`None` for the end), latest first, at most so many.
pub async fn latest(tx: &mut Tx, before: Option<i64>, limit: u32) -> Result<Vec<Event>, StoreError> {
    let sql = format!("{EVENT} WHERE e.seq < $1 ORDER BY e.seq DESC LIMIT $2");
    tx.all(&sql, args![before.unwrap_or(i64::MAX), limit]).await
}

/// What happened last on each of these requests.
pub async fn last_of_requests(tx: &mut Tx, requests: &[RequestId]) -> Result<Vec<Event>, StoreError> {
    let sql = format!(
        "{EVENT} WHERE e.seq IN (SELECT MAX(seq) FROM event WHERE request_id IN IDS($1) GROUP BY request_id) ORDER BY e.seq"
    );
    tx.all(&sql, vec![ids(requests)]).await
}
