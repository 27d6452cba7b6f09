//! A case as its applicant sees it: dates by state, timeline, and what can be done now.

use super::{
    file::File,
    parts::{Applicant, Contact, LineCounts, OpenOffer, SpaceRef},
    step::Step,
};
use crate::{Service, ServiceError, Viewer};
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Verdict,
    decision::{DecidedBy, Outcome, RejectionReason},
    id::{DecisionId, LineId, OccurrenceId, RequestId},
    priority::ClassPlace,
    recurrence::Recurrence,
    request::{LineState, RequestState},
    time::{Timestamp, WallSpan},
};
use serde::{Deserialize, Serialize};

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePage {
    /// Which.
    pub id: RequestId,
    /// The number that people say, e.g. `2026-000123`.
    pub number: String,
    /// The version that an act must name.
    pub version: i64,
    /// Where it stands.
    pub state: RequestState,
    /// Who asks.
    pub applicant: Applicant,
    /// The viewer is on the applicant's side (otherwise staff).
    pub own: bool,
    /// Where.
    pub space: SpaceRef,
    /// When, as it was asked for.
    pub recurrence: Recurrence,
    /// What for, in the applicant's words.
    pub purpose: String,
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// Where the applicant stood when it was sent.
    pub class: Option<ClassPlace>,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Who decides, and why a person must look.
    pub verdict: Verdict,
    /// How long a person has usually taken here, seconds.
    pub usual_seconds: Option<i64>,
    /// Every date, in order.
    pub lines: Vec<CaseLine>,
    /// How many stand where.
    pub counts: LineCounts,
    /// Decisions, newest first; only the first is in force.
    pub decisions: Vec<DecisionSummary>,
    /// What happened, oldest first.
    pub timeline: Vec<Step>,
    /// What the viewer can do now.
    pub may: CaseActions,
    /// Whom to ask.
    pub contact: Contact,
    /// Now, for "in two hours".
    pub now: Timestamp,
    /// The municipality's date.
    pub today: NaiveDate,
}

/// One date of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// Which.
    pub id: LineId,
    /// On which date it is now.
    pub date: NaiveDate,
    /// When.
    pub times: WallSpan,
    /// Where.
    pub space: SpaceRef,
    /// Where it stands.
    pub state: LineState,
    /// As it was wished, when that differs: date, place's name and times.
    pub wished: Option<(NaiveDate, String, WallSpan)>,
    /// The offer to answer.
    pub offer: Option<OpenOffer>,
    /// The booked date.
    pub occurrence: Option<OccurrenceId>,
    /// Why it was refused, with own words where given.
    pub rejected: Option<(RejectionReason, String)>,
    /// How it was cancelled.
    pub cancelled: Option<LineCancelled>,
    /// Since when it waits.
    pub waiting_since: Option<Timestamp>,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The applicant may cancel until then; `None` where there is nothing to cancel.
    pub cancel_until: Option<Timestamp>,
    /// What the viewer can do with it now.
    pub may: LineActions,
}

/// How a date was cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCancelled {
    /// By the owner of the space, not by the one who booked.
    pub by_owner: bool,
    /// Why, in their words.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// What can be done with a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineActions {
    /// Take or decline its offer.
    pub answer: bool,
    /// Leave it out.
    pub drop: bool,
    /// Let it wait.
    pub wait: bool,
    /// Ask for it again.
    pub ask: bool,
    /// Cancel it.
    pub cancel: bool,
}

/// What can be done with a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseActions {
    /// Take the request back.
    pub withdraw: bool,
    /// Take or decline every open offer.
    pub answer_all: bool,
    /// Cancel every coming date.
    pub cancel_all: bool,
    /// Decide it, as staff.
    pub decide: bool,
}

/// A decision in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionSummary {
    /// Which.
    pub id: DecisionId,
    /// As a whole.
    pub outcome: Outcome,
    /// Who decided.
    pub by: DecidedBy,
    /// When.
    pub at: Timestamp,
    /// Last day to appeal.
    pub appeal_until: NaiveDate,
    /// A newer one stands in its place.
    pub superseded: bool,
}

impl Service {
    /// A case, for its applicant's people and for staff of its facility.
    ///
    /// # Errors
    /// `NotSignedIn`; `NotFound` for everybody else, as for a case that does not exist.
    pub async fn case(&self, viewer: &Viewer, id: RequestId) -> Result<CasePage, ServiceError> {
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        self.store()
            .read(async |tx| {
                let file = File::load(self, tx, viewer, id).await?;
                file.page(tx, viewer).await
            })
            .await
    }
}
