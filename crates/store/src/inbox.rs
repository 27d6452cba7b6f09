//! Lists of cases: a manager's inbox, an applicant's own.

use crate::{
    StoreError, Tx,
    people::like,
    value::{Field, codes, ids},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    people::ApplicantKind,
    priority::ClassPlace,
    recurrence::Recurrence,
    request::RequestState,
    time::Timestamp,
};

row! {
    /// A case in a list.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Case {
        /// Which.
        pub id: RequestId,
        /// Its number.
        pub case_number: String,
        /// Its facility.
        pub facility_id: FacilityId,
        /// The facility's name.
        pub facility_name: String,
        /// The space that was asked for.
        pub space_id: SpaceId,
        /// Its name.
        pub space_name: String,
        /// For whom; `None` for a private person.
        pub organisation_id: Option<OrganisationId>,
        /// Its name.
        pub organisation_name: Option<String>,
        /// Its kind.
        pub organisation_kind: Option<ApplicantKind>,
        /// The team.
        pub team_id: Option<TeamId>,
        /// The team's name.
        pub team_name: Option<String>,
        /// Who asked.
        pub person_id: PersonId,
        /// The name.
        pub person_name: String,
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
        /// When it was sent.
        pub sent_at: Timestamp,
        /// When it was decided last.
        pub decided_at: Option<Timestamp>,
        /// Its version.
        pub version: i64,
        /// How many dates.
        pub lines: u32,
        /// How many of them are asked for.
        pub asked: u32,
        /// How many of them are offered.
        pub offered: u32,
        /// How many of them wait.
        pub waiting: u32,
        /// How many of them are given.
        pub approved: u32,
        /// How many of them are refused.
        pub rejected: u32,
        /// How many of them are left out.
        pub dropped: u32,
        /// How many of them were given and are cancelled.
        pub cancelled: u32,
        /// The first date.
        pub first_date: NaiveDate,
        /// The last date.
        pub last_date: NaiveDate,
        /// When the first date that is asked for starts.
        pub next_start: Option<Timestamp>,
    }

    /// How many cases of a facility stand where.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Count {
        /// Its facility.
        pub facility_id: FacilityId,
        /// Where they stand.
        pub state: RequestState,
        /// How many.
        pub cases: u32,
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The one sent first comes first.
    #[default]
    OldestFirst,
    /// The one sent last comes first.
    NewestFirst,
    /// The one whose first asked date is nearest comes first.
    NextDate,
}

/// Which cases. An empty or absent condition asks for nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// In one of these states.
    pub states: Vec<RequestState>,
    /// At one of these facilities; `None` for all, an empty list for none.
    pub facilities: Option<Vec<FacilityId>>,
    /// Of this organisation.
    pub organisation: Option<OrganisationId>,
    /// Asked by this person for nobody else.
    pub private_person: Option<PersonId>,
    /// The number, or the organisation's name, number, activities or home area hold the text.
    pub text: String,
    /// In which order.
    pub order: Order,
    /// At most so many.
    pub limit: u32,
    /// After so many.
    pub offset: u32,
}

/// The cases that fit.
pub async fn cases(tx: &mut Tx, filter: &Filter) -> Result<Vec<Case>, StoreError> {
    let next_start = "COALESCE((SELECT MIN(l.starts_at) FROM request_line l WHERE l.request_id = r.id \
                      AND l.state IN ('asked', 'offered')), 9223372036854775807), r.sent_at, r.id";
    let (order, again) = match filter.order {
        Order::OldestFirst => ("r.sent_at, r.id", "r.sent_at, r.id"),
        Order::NewestFirst => ("r.sent_at DESC, r.id DESC", "r.sent_at DESC, r.id DESC"),
        Order::NextDate => (next_start, "n.next_start IS NULL, n.next_start, r.sent_at, r.id"),
    };
    let pick = format!(
        "SELECT r.id FROM request r LEFT JOIN organisation g ON g.id = r.organisation_id \
         WHERE {WHERE} ORDER BY {order} LIMIT $10 OFFSET $11"
    );
    let mut args = conditions(filter);
    args.extend([filter.limit.bind(), filter.offset.bind()]);
    tx.all(&picked(&pick, again), args).await
}

/// The newest cases of organisations, and those that a person asked for nobody else, at most so many.
pub async fn of_applicants(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    person: Option<PersonId>,
    limit: u32,
) -> Result<Vec<Case>, StoreError> {
    let order = "r.sent_at DESC, r.id DESC";
    let pick = format!(
        "SELECT r.id FROM request r WHERE r.organisation_id IN IDS($1) \
         OR (r.organisation_id IS NULL AND r.person_id = $2) ORDER BY {order} LIMIT $3"
    );
    let args = vec![ids(organisations), person.bind(), limit.bind()];
    tx.all(&picked(&pick, order), args).await
}

/// Cases by id, as in a list.
pub async fn by_ids(tx: &mut Tx, list: &[RequestId]) -> Result<Vec<Case>, StoreError> {
    let pick = "SELECT r.id FROM request r WHERE r.id IN IDS($1)";
    tx.all(&picked(pick, "r.sent_at, r.id"), vec![ids(list)]).await
}

/// The cases of a pick, so that only their lines are counted.
fn picked(pick: &str, order: &str) -> String {
    format!("WITH page AS ({pick}) {CASE} ORDER BY {order}")
}

const CASE: &str = "SELECT r.id, r.case_number, r.facility_id, f.name AS facility_name, r.space_id, s.name AS space_name, \
           r.organisation_id, g.name AS organisation_name, g.kind AS organisation_kind, r.team_id, t.name AS team_name, r.person_id, \
           p.name AS person_name, r.purpose, r.persons, r.recurrence, r.state, r.class_place, r.sent_at, r.decided_at, r.version, \
           n.lines, n.asked, n.offered, n.waiting, n.approved, n.rejected, n.dropped, n.cancelled, n.first_date, n.last_date, n.next_start \
         FROM page JOIN request r ON r.id = page.id JOIN facility f ON f.id = r.facility_id JOIN space s ON s.id = r.space_id \
         JOIN person p ON p.id = r.person_id LEFT JOIN organisation g ON g.id = r.organisation_id \
         LEFT JOIN team t ON t.id = r.team_id \
         JOIN (SELECT l.request_id, COUNT(*) AS lines, \
             COUNT(CASE WHEN l.state = 'asked' THEN 1 END) AS asked, \
             COUNT(CASE WHEN l.state = 'offered' THEN 1 END) AS offered, \
             COUNT(CASE WHEN l.state = 'waiting' THEN 1 END) AS waiting, \
             COUNT(CASE WHEN l.state = 'approved' THEN 1 END) AS approved, \
             COUNT(CASE WHEN l.state = 'rejected' THEN 1 END) AS rejected, \
             COUNT(CASE WHEN l.state = 'dropped' THEN 1 END) AS dropped, \
             COUNT(CASE WHEN l.state = 'cancelled' THEN 1 END) AS cancelled, \
             MIN(l.date) AS first_date, MAX(l.date) AS last_date, \
             MIN(CASE WHEN l.state IN ('asked', 'offered') THEN l.starts_at END) AS next_start \
           FROM request_line l WHERE l.request_id IN (SELECT id FROM page) GROUP BY l.request_id) n ON n.request_id = r.id";

const WHERE: &str = "($1 OR r.state IN TEXTS($2)) AND ($3 OR r.facility_id IN IDS($4)) \
     AND ($5 OR r.organisation_id = $6) AND ($7 OR (r.person_id = $9 AND r.organisation_id IS NULL)) \
     AND ($8 = '%%' OR r.case_number LIKE $8 ESCAPE '!' OR g.search LIKE $8 ESCAPE '!')";

fn conditions(filter: &Filter) -> Vec<crate::value::Arg> {
    let facilities = filter.facilities.as_deref();
    vec![
        filter.states.is_empty().bind(),
        codes(&filter.states),
        facilities.is_none().bind(),
        ids(facilities.unwrap_or_default()),
        filter.organisation.is_none().bind(),
        filter.organisation.bind(),
        filter.private_person.is_none().bind(),
        like(&filter.text).bind(),
        filter.private_person.bind(),
    ]
}

/// How many cases of these facilities (`None` for all) stand where.
pub async fn counts(tx: &mut Tx, facilities: Option<&[FacilityId]>) -> Result<Vec<Count>, StoreError> {
    tx.all(
        "SELECT r.facility_id, r.state, COUNT(*) AS cases FROM request r WHERE ($1 OR r.facility_id IN IDS($2)) \
         GROUP BY r.facility_id, r.state ORDER BY r.facility_id, r.state",
        vec![facilities.is_none().bind(), ids(facilities.unwrap_or_default())],
    )
    .await
}
