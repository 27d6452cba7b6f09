//! Decisions: added, never changed.

use crate::{
    StoreError, Tx,
    row::TableRow,
    value::{args, ids},
};
use chrono::NaiveDate;
use ledig_domain::{
    decision::{DecidedBy, Outcome, RejectionReason},
    id::{DecisionId, FacilityId, LineId, RequestId, SpaceId},
    request::LineState,
    time::{Minute, Timestamp, WallSpan},
};
use std::collections::BTreeMap;

row! {
    /// A decision on a request.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Decision {
        /// Which.
        pub id: DecisionId,
        /// On which request.
        pub request_id: RequestId,
        /// Its number on the request, from 1.
        pub number: u32,
        /// What it says as a whole.
        pub outcome: Outcome,
        /// By whom.
        pub decided_by: DecidedBy,
        /// Why dates are refused.
        pub reason: Option<RejectionReason>,
        /// The reasons in words.
        pub reason_text: String,
        /// The last day to appeal.
        pub appeal_deadline: NaiveDate,
        /// Who handles an appeal, as it was then.
        pub appeal_body: String,
        /// The decision that this one takes the place of.
        pub supersedes: Option<DecisionId>,
        /// When.
        pub decided_at: Timestamp,
    }

    /// What a decision says of one date.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DecisionLine {
        /// Of which decision.
        pub decision_id: DecisionId,
        /// Of which line.
        pub line_id: LineId,
        /// The date.
        pub date: NaiveDate,
        /// Where.
        pub space_id: SpaceId,
        /// First minute.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// What it says.
        pub state: LineState,
        /// Why the date is refused.
        pub reason: Option<RejectionReason>,
        /// In own words; may be empty.
        pub reason_text: String,
    }

    /// How many decisions a version of a rule has made.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ByRule {
        /// The rule's version.
        pub decided_by: DecidedBy,
        /// How many.
        pub decisions: u32,
    }

    #[derive(Clone, Copy, Debug)]
    /// How long a decision took.
    pub struct Took {
        /// At which facility.
        pub facility_id: FacilityId,
        /// When.
        pub decided_at: Timestamp,
        /// Seconds from sending.
        pub seconds: i64,
    }
}

impl DecisionLine {
    /// On the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }
}

/// Adds a decision with what it says of each date.
///
/// # Errors
/// [`StoreError::Duplicate`] when the request has a decision of that number, or another supersedes the same one.
pub async fn insert(tx: &mut Tx, decision: &Decision, lines: &[DecisionLine]) -> Result<(), StoreError> {
    let mut columns = Decision::COLUMNS.to_vec();
    columns.push("person_id");
    let mut values = decision.args();
    let person = match &decision.decided_by {
        DecidedBy::Person { person, .. } => Some(*person),
        DecidedBy::Rule { .. } => None,
    };
    values.extend(args![person]);
    tx.insert_values("decision", &columns, vec![values]).await?;
    tx.insert("decision_line", lines).await
}

/// By id.
pub async fn by_id(tx: &mut Tx, id: DecisionId) -> Result<Option<Decision>, StoreError> {
    let sql = format!("SELECT {} FROM decision d WHERE d.id = $1", Decision::select("d"));
    tx.optional(&sql, args![id]).await
}

/// The decisions on a request, first one first.
pub async fn of_request(tx: &mut Tx, request: RequestId) -> Result<Vec<Decision>, StoreError> {
    let sql = format!(
        "SELECT {} FROM decision d WHERE d.request_id = $1 ORDER BY d.number",
        Decision::select("d")
    );
    tx.all(&sql, args![request]).await
}

/// The decisions on several requests, by request, first one first.
pub async fn of_requests(tx: &mut Tx, requests: &[RequestId]) -> Result<Vec<Decision>, StoreError> {
    let sql = format!(
        "SELECT {} FROM decision d WHERE d.request_id IN IDS($1) ORDER BY d.request_id, d.number",
        Decision::select("d")
    );
    tx.all(&sql, vec![ids(requests)]).await
}

/// The decision in force on a request: the newest.
pub async fn in_force(tx: &mut Tx, request: RequestId) -> Result<Option<Decision>, StoreError> {
    Ok(of_request(tx, request).await?.pop())
}

/// How many decisions each version of each rule has made.
pub async fn counts_by_rule(tx: &mut Tx) -> Result<Vec<ByRule>, StoreError> {
    tx.all(
        "SELECT d.decided_by, COUNT(*) AS decisions FROM decision d WHERE d.person_id IS NULL GROUP BY d.decided_by \
         ORDER BY d.decided_by",
        args![],
    )
    .await
}

/// What several decisions say of each date, by decision, then date.
pub async fn lines(tx: &mut Tx, decisions: &[DecisionId]) -> Result<Vec<DecisionLine>, StoreError> {
    let sql = format!(
        "SELECT {} FROM decision_line l WHERE l.decision_id IN IDS($1) ORDER BY l.decision_id, l.date, l.line_id",
        DecisionLine::select("l")
    );
    tx.all(&sql, vec![ids(decisions)]).await
}

/// How many of the last cases tell how long a decision takes.
const USUAL_OVER: u32 = 50;
/// With fewer cases nothing is usual.
const USUAL_FROM: usize = 5;

/// How long a person took until the first decision: the median over a facility's last 50 cases so decided, seconds.
///
/// With fewer than five there, that of the whole municipality; `None` with fewer than five in all.
pub async fn usual_seconds(tx: &mut Tx, facility: FacilityId) -> Result<Option<i64>, StoreError> {
    for anywhere in [false, true] {
        let rows: Vec<Took> = tx
            .all(
                "SELECT r.facility_id, d.decided_at - r.sent_at AS seconds, d.decided_at \
                 FROM decision d JOIN request r ON r.id = d.request_id \
                 WHERE ($3 OR r.facility_id = $1) AND d.number = 1 AND d.person_id IS NOT NULL \
                 ORDER BY d.decided_at DESC, d.id LIMIT $2",
                args![facility, USUAL_OVER, anywhere],
            )
            .await?;
        if let Some(usual) = median(rows.iter().map(|row| row.seconds).collect()) {
            return Ok(Some(usual));
        }
    }
    Ok(None)
}

/// How long a person takes to decide, by facility.
#[derive(Clone, Debug, Default)]
pub struct Usual {
    by_facility: BTreeMap<FacilityId, i64>,
    anywhere: Option<i64>,
}

impl Usual {
    /// The facility's own, or the municipality's.
    pub fn of(&self, facility: FacilityId) -> Option<i64> {
        self.by_facility.get(&facility).copied().or(self.anywhere)
    }

    /// The municipality's.
    pub fn anywhere(&self) -> Option<i64> {
        self.anywhere
    }
}

/// How long a person took until the first decision, by facility: see [`usual_seconds`].
pub async fn usual(tx: &mut Tx) -> Result<Usual, StoreError> {
    let rows: Vec<Took> = tx
        .all(
            "SELECT facility_id, seconds, decided_at FROM (SELECT r.facility_id, d.decided_at - r.sent_at AS seconds, \
               d.decided_at, ROW_NUMBER() OVER (PARTITION BY r.facility_id ORDER BY d.decided_at DESC, d.id) AS place \
             FROM decision d JOIN request r ON r.id = d.request_id \
             WHERE d.number = 1 AND d.person_id IS NOT NULL) last WHERE place <= $1 ORDER BY decided_at DESC, seconds",
            args![USUAL_OVER],
        )
        .await?;
    let mut by_facility: BTreeMap<FacilityId, Vec<i64>> = BTreeMap::new();
    for row in &rows {
        by_facility.entry(row.facility_id).or_default().push(row.seconds);
    }
    let over = usize::try_from(USUAL_OVER).unwrap_or(usize::MAX);
    let latest = rows.iter().take(over).map(|row| row.seconds).collect();
    Ok(Usual {
        by_facility: by_facility
            .into_iter()
            .filter_map(|(facility, seconds)| Some((facility, median(seconds)?)))
            .collect(),
        anywhere: median(latest),
    })
}

fn median(mut seconds: Vec<i64>) -> Option<i64> {
    if seconds.len() < USUAL_FROM {
        return None;
    }
    seconds.sort_unstable();
    seconds.get(seconds.len() / 2).copied()
}
