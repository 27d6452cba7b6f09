//! Dates of different requests that want the same time.

use crate::{
    StoreError, Tx, occupancy,
    value::{Field, ids, spans},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{LineId, OrganisationId, PersonId, RequestId, SpaceId},
    people::ApplicantKind,
    priority::ClassPlace,
    request::LineState,
    time::{Minute, Span, Timestamp, WallSpan},
};

row! {
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

const RIVAL: &str = "WITH w AS MATERIALIZED (SELECT starts_at, ends_at FROM SPAN_ROWS($6) listed) SELECT l.id AS line_id, l.request_id, r.case_number, l.space_id, s.name AS space_name, l.date, \
     l.from_minute, l.to_minute, l.starts_at, l.ends_at, l.state, l.waiting_since, l.version, r.organisation_id, \
     g.name AS organisation_name, g.kind AS organisation_kind, t.name AS team_name, r.person_id, r.purpose, r.class_place, \
     r.sent_at FROM request_line l JOIN request r ON r.id = l.request_id JOIN space s ON s.id = l.space_id \
     LEFT JOIN organisation g ON g.id = r.organisation_id LEFT JOIN team t ON t.id = r.team_id \
     WHERE l.space_id IN (SELECT space_id FROM space_unit WHERE unit_id IN IDS($1)) \
       AND l.ends_at > $2 AND l.starts_at < $3 AND r.state <> 'withdrawn' \
       AND EXISTS (SELECT 1 FROM w WHERE w.starts_at < l.ends_at AND w.ends_at > l.starts_at)";

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
    list: &[Span],
    except: Option<RequestId>,
) -> Result<Vec<Rival>, StoreError> {
    let Some(all) = occupancy::around(list) else {
        return Ok(Vec::new());
    };
    let sql = format!("{RIVAL} AND ($4 OR l.request_id <> $5) AND {condition}");
    let args = vec![
        ids(units),
        all.start.bind(),
        all.end.bind(),
        except.is_none().bind(),
        except.bind(),
        spans(list),
    ];
    tx.all(&sql, args).await
}
