//! Requests and their dates.

use crate::{
    Dialect, StoreError, Tx, occupancy,
    row::TableRow,
    value::{Field, args, ids},
};
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Verdict,
    decision::Offer,
    id::{FacilityId, LineId, MunicipalityId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    outcome::DateOutcome,
    people::ApplicantKind,
    priority::ClassPlace,
    recurrence::Recurrence,
    request::{LineState, RequestState},
    time::{Minute, Span, Timestamp, WallSpan},
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

    /// One date of a request.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Line {
        /// Which.
        pub id: LineId,
        /// Of which request.
        pub request_id: RequestId,
        /// Its place, from 1.
        pub position: u32,
        /// The date on the clock.
        pub date: NaiveDate,
        /// The space that was wished for; never changes.
        pub wish_space_id: SpaceId,
        /// The wished first minute; never changes.
        pub wish_from: Minute,
        /// The minute after the wished last; never changes.
        pub wish_to: Minute,
        /// The space that it stands at.
        pub space_id: SpaceId,
        /// The first minute that it stands at.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// The first second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// Where it stands.
        pub state: LineState,
        /// What became of it when it was sent.
        pub outcome: DateOutcome,
        /// Since when it waits.
        pub waiting_since: Option<Timestamp>,
        /// What is offered, while it is.
        pub offer: Option<Offer>,
        /// Grows with each change.
        pub version: i64,
    }

    /// A date of another request that wants some of the same time.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Rival {
        /// Its line.
        pub line_id: LineId,
        /// Its request.
        pub request_id: RequestId,
        /// The request's number.
        pub case_number: String,
        /// Where.
        pub space_id: SpaceId,
        /// The space's name.
        pub space_name: String,
        /// The date on the clock.
        pub date: NaiveDate,
        /// First minute.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// First second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// Where the date stands.
        pub state: LineState,
        /// Since when it waits.
        pub waiting_since: Option<Timestamp>,
        /// Its version.
        pub version: i64,
        /// For whom; `None` for a private person.
        pub organisation_id: Option<OrganisationId>,
        /// Its name.
        pub organisation_name: Option<String>,
        /// Its kind.
        pub organisation_kind: Option<ApplicantKind>,
        /// The team's name.
        pub team_name: Option<String>,
        /// Who asked.
        pub person_id: PersonId,
        /// What for.
        pub purpose: String,
        /// Its priority class when it was sent.
        pub class_place: Option<ClassPlace>,
        /// When it was sent.
        pub sent_at: Timestamp,
    }
}

impl Line {
    /// The time that it stands at, on the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }

    /// The time that was wished for, on the clock.
    pub fn wished(&self) -> WallSpan {
        WallSpan {
            from: self.wish_from,
            to: self.wish_to,
        }
    }

    /// When, without setup and teardown.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }
}

impl Rival {
    /// On the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }

    /// When, without setup and teardown.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
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
    pub struct Last {
        /// The number given last.
        pub last: i64,
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

/// The dates of a request, in order.
pub async fn lines(tx: &mut Tx, request: RequestId) -> Result<Vec<Line>, StoreError> {
    lines_of(tx, &[request]).await
}

/// The dates of several requests, by request, then in order.
pub async fn lines_of(tx: &mut Tx, requests: &[RequestId]) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.request_id IN IDS($1) ORDER BY l.request_id, l.position",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(requests)]).await
}

/// The dates of these requests that wait or are offered and have not begun, by date.
pub async fn waiting_or_offered(
    tx: &mut Tx,
    requests: &[RequestId],
    now: Timestamp,
) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.request_id IN IDS($1) AND l.state IN ('waiting', 'offered') \
         AND l.starts_at > $2 ORDER BY l.starts_at, l.id",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(requests), now.bind()]).await
}

/// The undecided dates of these requests, by request, then in order.
pub async fn asked(tx: &mut Tx, requests: &[RequestId]) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.request_id IN IDS($1) AND l.state = 'asked' \
         ORDER BY l.request_id, l.position",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(requests)]).await
}

/// Several dates by id, in order.
pub async fn lines_by_id(tx: &mut Tx, list: &[LineId]) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "SELECT {} FROM request_line l WHERE l.id IN IDS($1) ORDER BY l.request_id, l.position",
        Line::select("l")
    );
    tx.all(&sql, vec![ids(list)]).await
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

/// Sets what the dates stand at: space, times, instants, state, waiting since, offer.
///
/// # Errors
/// [`StoreError::Stale`] when one is not in the version given any more; the transaction must be given up.
pub async fn update_lines(tx: &mut Tx, lines: &[Line]) -> Result<(), StoreError> {
    let rows = lines
        .iter()
        .map(|l| {
            args![
                l.id,
                l.version,
                l.space_id,
                l.from_minute,
                l.to_minute,
                l.starts_at,
                l.ends_at,
                l.state,
                l.waiting_since,
                l.offer
            ]
        })
        .collect();
    let columns = [
        "space_id",
        "from_minute",
        "to_minute",
        "starts_at",
        "ends_at",
        "state",
        "waiting_since",
        "offer",
    ];
    tx.update_versioned("request_line", &columns, "TRUE", rows).await
}

/// Requests with an offer that nobody answered in time, at most so many.
pub async fn with_lapsed_offers(
    tx: &mut Tx,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<RequestId>, StoreError> {
    let rows: Vec<OfRequest> = tx
        .all(
            "SELECT DISTINCT l.request_id FROM request_line l LEFT JOIN hold h ON h.line_id = l.id \
             WHERE l.state = 'offered' AND (h.id IS NULL OR h.expires_at <= $1) ORDER BY l.request_id LIMIT $2",
            args![now, limit],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.request_id).collect())
}

row! {
    #[derive(Clone, Copy, Debug)]
    /// A request, of one of its lines.
    pub struct OfRequest {
        /// Which.
        pub request_id: RequestId,
    }
}

const RIVAL: &str = "SELECT l.id AS line_id, l.request_id, r.case_number, l.space_id, s.name AS space_name, l.date, \
     l.from_minute, l.to_minute, l.starts_at, l.ends_at, l.state, l.waiting_since, l.version, r.organisation_id, \
     g.name AS organisation_name, g.kind AS organisation_kind, t.name AS team_name, r.person_id, r.purpose, r.class_place, \
     r.sent_at FROM request_line l JOIN request r ON r.id = l.request_id JOIN space s ON s.id = l.space_id \
     LEFT JOIN organisation g ON g.id = r.organisation_id LEFT JOIN team t ON t.id = r.team_id \
     WHERE l.space_id IN (SELECT space_id FROM space_unit WHERE unit_id IN IDS($1)) \
       AND l.ends_at > $2 AND l.starts_at < $3 AND r.state <> 'withdrawn'";

/// Undecided dates of other requests that want some of these units in one of these spans, by start.
pub async fn rivals(
    tx: &mut Tx,
    units: &[SpaceId],
    spans: &[Span],
    except: Option<RequestId>,
) -> Result<Vec<Rival>, StoreError> {
    overlapping(
        tx,
        "l.state IN ('asked', 'offered') ORDER BY l.starts_at, r.sent_at, l.id",
        units,
        spans,
        except,
    )
    .await
}

/// Dates that wait for some of these units in one of these spans, longest waiting first.
pub async fn waiting(
    tx: &mut Tx,
    units: &[SpaceId],
    spans: &[Span],
    except: Option<RequestId>,
) -> Result<Vec<Rival>, StoreError> {
    overlapping(
        tx,
        "l.state = 'waiting' ORDER BY l.waiting_since, l.starts_at, l.id",
        units,
        spans,
        except,
    )
    .await
}

async fn overlapping(
    tx: &mut Tx,
    condition: &str,
    units: &[SpaceId],
    spans: &[Span],
    except: Option<RequestId>,
) -> Result<Vec<Rival>, StoreError> {
    let Some(all) = occupancy::around(spans) else {
        return Ok(Vec::new());
    };
    let sql = format!("{RIVAL} AND ($4 OR l.request_id <> $5) AND {condition}");
    let args = vec![
        ids(units),
        all.start.bind(),
        all.end.bind(),
        except.is_none().bind(),
        except.bind(),
    ];
    let mut found: Vec<Rival> = tx.all(&sql, args).await?;
    found.retain(|rival| spans.iter().any(|span| span.overlaps(rival.span())));
    Ok(found)
}
