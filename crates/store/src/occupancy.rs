//! Who has which unit when.

mod take;

pub(crate) use take::{NewOccupancy, Wanted, insert, take};

use crate::{
    Dialect, StoreError, Tx,
    row::TableRow,
    value::{Field, ids, spans},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{ClosureId, HoldId, LineId, OccurrenceId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    people::ApplicantKind,
    time::{Minute, Span, Timestamp, WallSpan},
};

/// What occupies a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Occupant {
    /// A booked date.
    Occurrence(OccurrenceId),
    /// Held for somebody until then.
    Hold(HoldId, Timestamp),
    /// A closure: it keeps new ones out, but lies beside what stood before it.
    Closure(ClosureId),
}

row! {
    /// A time in which a unit is not free.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Busy {
        /// The unit.
        pub unit_id: SpaceId,
        /// First second, setup included.
        pub starts_at: Timestamp,
        /// The second after the last, teardown included.
        pub ends_at: Timestamp,
        /// The booked date, if it is one.
        pub occurrence_id: Option<OccurrenceId>,
        /// The hold, if it is one.
        pub hold_id: Option<HoldId>,
        /// The closure, if it is one.
        pub closure_id: Option<ClosureId>,
    }
}

row! {
    /// A time in which a unit is not free, with everything that some viewer may see. Who may see what is the service's to judge.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Occupied {
        /// The unit.
        pub unit_id: SpaceId,
        /// First second, setup included.
        pub starts_at: Timestamp,
        /// The second after the last, teardown included.
        pub ends_at: Timestamp,
        /// The booked date, if it is one.
        pub occurrence_id: Option<OccurrenceId>,
        /// The hold, if it is one.
        pub hold_id: Option<HoldId>,
        /// The closure, if it is one.
        pub closure_id: Option<ClosureId>,
        /// The space that is booked, held or closed: the unit or one above it.
        pub space_id: SpaceId,
        /// The date on the clock, of a booked date.
        pub date: Option<NaiveDate>,
        /// Its first minute, without setup.
        pub from_minute: Option<Minute>,
        /// The minute after its last, without teardown.
        pub to_minute: Option<Minute>,
        /// Minutes to make ready.
        pub setup_minutes: Option<u16>,
        /// Minutes to clear up.
        pub teardown_minutes: Option<u16>,
        /// The request behind it.
        pub request_id: Option<RequestId>,
        /// Its line.
        pub line_id: Option<LineId>,
        /// Its number.
        pub case_number: Option<String>,
        /// The one who asked.
        pub person_id: Option<PersonId>,
        /// The name.
        pub person_name: Option<String>,
        /// For whom; `None` for a private person.
        pub organisation_id: Option<OrganisationId>,
        /// Its name.
        pub organisation_name: Option<String>,
        /// Its kind.
        pub organisation_kind: Option<ApplicantKind>,
        /// For which team.
        pub team_id: Option<TeamId>,
        /// Its name.
        pub team_name: Option<String>,
        /// What for.
        pub purpose: Option<String>,
        /// Why closed.
        pub reason: Option<String>,
        /// Whether the reason is for everyone.
        pub public: Option<bool>,
    }
}

impl Busy {
    /// When.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }
}

impl Occupied {
    /// When, setup and teardown included.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }

    /// A booked date's times on the clock, without setup and teardown.
    pub fn times(&self) -> Option<WallSpan> {
        Some(WallSpan {
            from: self.from_minute?,
            to: self.to_minute?,
        })
    }
}

/// `WITH hit`: the rows that overlap one of the spans `$2` in one of the units `$1`, expired holds too.
///
/// Blocking rows of a unit never overlap: those that start inside of a span, and the last one that starts before it, are all that
/// can. So each span is two short walks along an index, however long the history. PostgreSQL needs to be told to walk: hence
/// LATERAL and OFFSET 0.
pub(crate) fn hit(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => {
            "WITH u AS MATERIALIZED (SELECT DISTINCT id FROM ID_ROWS($1)), \
             w AS MATERIALIZED (SELECT starts_at, ends_at FROM SPAN_ROWS($2)), \
             hit AS ( \
               SELECT y.* FROM u CROSS JOIN w CROSS JOIN occupancy y \
                 WHERE y.unit_id = u.id AND y.blocking AND y.starts_at >= w.starts_at AND y.starts_at < w.ends_at \
               UNION SELECT y.* FROM u CROSS JOIN w CROSS JOIN occupancy y \
                 WHERE y.id = (SELECT b.id FROM occupancy b WHERE b.unit_id = u.id AND b.blocking \
                   AND b.starts_at < w.starts_at ORDER BY b.starts_at DESC LIMIT 1) AND y.ends_at > w.starts_at \
               UNION SELECT y.* FROM u CROSS JOIN w CROSS JOIN occupancy y \
                 WHERE y.unit_id = u.id AND y.closure_id IS NOT NULL AND y.ends_at > w.starts_at AND y.starts_at < w.ends_at) "
        }
        Dialect::Postgres => {
            "WITH hit AS MATERIALIZED (SELECT DISTINCT y.* FROM ID_ROWS($1) u CROSS JOIN SPAN_ROWS($2) w CROSS JOIN LATERAL ( \
               (SELECT * FROM occupancy WHERE unit_id = u.id AND blocking \
                 AND starts_at >= w.starts_at AND starts_at < w.ends_at) \
               UNION ALL (SELECT * FROM (SELECT * FROM occupancy WHERE unit_id = u.id AND blocking \
                 AND starts_at < w.starts_at ORDER BY starts_at DESC LIMIT 1) before WHERE ends_at > w.starts_at) \
               UNION ALL (SELECT * FROM occupancy WHERE unit_id = u.id AND closure_id IS NOT NULL \
                 AND ends_at > w.starts_at AND starts_at < w.ends_at) OFFSET 0) y) "
        }
    }
}

/// Everything that occupies these units in the span, by start, then unit. A space of several units comes once for each.
pub async fn in_span(
    tx: &mut Tx,
    units: &[SpaceId],
    span: Span,
    now: Timestamp,
) -> Result<Vec<Occupied>, StoreError> {
    in_spans(tx, units, &[span], now).await
}

/// As [`in_span`], of many spans: what overlaps one of them is given once.
pub async fn in_spans(
    tx: &mut Tx,
    units: &[SpaceId],
    list: &[Span],
    now: Timestamp,
) -> Result<Vec<Occupied>, StoreError> {
    if units.is_empty() || list.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{} SELECT y.unit_id, y.starts_at, y.ends_at, y.occurrence_id, y.hold_id, y.closure_id, \
           COALESCE(o.space_id, h.space_id, c.space_id) AS space_id, o.date, o.from_minute, o.to_minute, \
           COALESCE(o.setup_minutes, h.setup_minutes) AS setup_minutes, \
           COALESCE(o.teardown_minutes, h.teardown_minutes) AS teardown_minutes, \
           r.id AS request_id, l.id AS line_id, r.case_number, r.person_id, \
           p.name AS person_name, r.organisation_id, \
           g.name AS organisation_name, g.kind AS organisation_kind, r.team_id, t.name AS team_name, r.purpose, \
           c.reason, c.public \
         FROM hit y \
         LEFT JOIN occurrence o ON o.id = y.occurrence_id \
         LEFT JOIN hold h ON h.id = y.hold_id \
         LEFT JOIN closure c ON c.id = y.closure_id \
         LEFT JOIN request_line l ON l.id = COALESCE(o.line_id, h.line_id) \
         LEFT JOIN request r ON r.id = l.request_id \
         LEFT JOIN person p ON p.id = r.person_id \
         LEFT JOIN organisation g ON g.id = r.organisation_id \
         LEFT JOIN team t ON t.id = r.team_id \
         WHERE y.expires_at IS NULL OR y.expires_at > $3 ORDER BY y.starts_at, y.unit_id, y.id",
        hit(tx.dialect())
    );
    tx.all(&sql, vec![ids(units), spans(list), now.bind()]).await
}

/// When these units are not free in the span, by unit, then start: all that a search needs.
pub async fn busy(
    tx: &mut Tx,
    units: &[SpaceId],
    span: Span,
    now: Timestamp,
) -> Result<Vec<Busy>, StoreError> {
    busy_in(tx, units, &[span], now).await
}

/// As [`busy`], of many spans: what overlaps one of them is given once.
pub async fn busy_in(
    tx: &mut Tx,
    units: &[SpaceId],
    list: &[Span],
    now: Timestamp,
) -> Result<Vec<Busy>, StoreError> {
    if units.is_empty() || list.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "{} SELECT {} FROM hit y \
         WHERE y.expires_at IS NULL OR y.expires_at > $3 ORDER BY y.unit_id, y.starts_at, y.id",
        hit(tx.dialect()),
        Busy::select("y")
    );
    tx.all(&sql, vec![ids(units), spans(list), now.bind()]).await
}

/// The span from the first start to the last end.
pub(crate) fn around(spans: &[Span]) -> Option<Span> {
    Some(Span {
        start: spans.iter().map(|span| span.start).min()?,
        end: spans.iter().map(|span| span.end).max()?,
    })
}

/// All rows of units, expired holds too.
pub(crate) async fn raw(tx: &mut Tx, units: &[SpaceId]) -> Result<Vec<Busy>, StoreError> {
    let sql = format!(
        "SELECT {} FROM occupancy y WHERE y.unit_id IN IDS($1)",
        Busy::select("y")
    );
    tx.all(&sql, vec![ids(units)]).await
}
