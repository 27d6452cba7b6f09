//! My page: next times, waiting dates, open offers, cases.

mod load;
mod show;

use super::{
    parts::{Applicant, LineCounts, OpenOffer, SpaceRef},
    step::Step,
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{DecisionId, LineId, OccurrenceId, OrganisationId, RequestId},
    recurrence::Recurrence,
    request::RequestState,
    time::{Timestamp, WallSpan},
};
use serde::{Deserialize, Serialize};

/// Everything on my page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyPage {
    /// The municipality's date.
    pub today: NaiveDate,
    /// Now.
    pub now: Timestamp,
    /// For whom the page is; `None` for everything that one is part of.
    pub acting_for: Option<OrganisationId>,
    /// Coming times, soonest first; what goes on now is among them.
    pub next: Vec<NextTime>,
    /// How many coming times there are in all.
    pub next_total: u32,
    /// Dates that wait.
    pub waiting: Vec<WaitingDate>,
    /// Offers to answer, the one that runs out first at the top.
    pub offers: Vec<MyOffer>,
    /// Cases, the one with the newest step first.
    pub cases: Vec<CaseSummary>,
}

/// A coming time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextTime {
    /// Its case.
    pub request: RequestId,
    /// Its date in the case.
    pub line: LineId,
    /// The booked date.
    pub occurrence: OccurrenceId,
    /// On which date.
    pub date: NaiveDate,
    /// When.
    pub times: WallSpan,
    /// Where.
    pub space: SpaceRef,
    /// Who has it.
    pub applicant: Applicant,
    /// What for.
    pub purpose: String,
    /// When it starts.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// May be cancelled until then.
    pub cancel_until: Timestamp,
    /// The viewer may cancel it now.
    pub may_cancel: bool,
}

/// A date that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingDate {
    /// Its case.
    pub request: RequestId,
    /// Its date in the case.
    pub line: LineId,
    /// On which date.
    pub date: NaiveDate,
    /// When.
    pub times: WallSpan,
    /// Where.
    pub space: SpaceRef,
    /// Who waits.
    pub applicant: Applicant,
    /// Since when.
    pub since: Timestamp,
}

/// An offer to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyOffer {
    /// Its case.
    pub request: RequestId,
    /// The case's version, which an answer must name.
    pub version: i64,
    /// Its date in the case.
    pub line: LineId,
    /// What was wished: date, place's name and times.
    pub wished: (NaiveDate, String, WallSpan),
    /// What is offered.
    pub offer: OpenOffer,
    /// Who is asked.
    pub applicant: Applicant,
    /// The viewer may answer.
    pub may_answer: bool,
}

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSummary {
    /// Which.
    pub id: RequestId,
    /// The number that people say.
    pub number: String,
    /// Who asks.
    pub applicant: Applicant,
    /// Where.
    pub space: SpaceRef,
    /// When, as it was asked for.
    pub recurrence: Recurrence,
    /// What for.
    pub purpose: String,
    /// Its first date.
    pub first: NaiveDate,
    /// Its last date.
    pub last: NaiveDate,
    /// Where it stands.
    pub state: RequestState,
    /// How many dates stand where.
    pub counts: LineCounts,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// What happened last.
    pub last_step: Option<Step>,
    /// What happens next.
    pub next_step: NextStep,
}

/// What happens next in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// The municipality decides.
    WaitForDecision {
        /// Usually that long after sending, seconds.
        usual_seconds: Option<i64>,
    },
    /// The applicant answers an offer.
    AnswerOffer {
        /// How many dates.
        dates: u32,
        /// Until when.
        until: Timestamp,
    },
    /// Dates wait to come free.
    WaitForFree {
        /// How many.
        dates: u32,
    },
    /// Decided; the decision can be read.
    SeeDecision {
        /// Which.
        decision: DecisionId,
    },
    /// Over.
    Nothing,
}
