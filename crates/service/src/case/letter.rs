//! A decision, complete enough for a letter.

use super::parts::{Applicant, Contact, SpaceRef};
use crate::{Service, ServiceError, Viewer};
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Terms,
    decision::{DecidedBy, Outcome, RejectionReason},
    id::{DecisionId, LineId, RequestId},
    priority::ClassPlace,
    recurrence::Recurrence,
    time::{Timestamp, WallSpan},
};
use serde::{Deserialize, Serialize};

/// A decision as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Which.
    pub id: DecisionId,
    /// The case.
    pub request: RequestId,
    /// The case's number.
    pub number: String,
    /// Who decides here.
    pub municipality: String,
    /// Who asked.
    pub applicant: Applicant,
    /// What for.
    pub purpose: String,
    /// Where, as it was asked for.
    pub space: SpaceRef,
    /// When, as it was asked for.
    pub recurrence: Recurrence,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// As a whole.
    pub outcome: Outcome,
    /// Who decided.
    pub by: DecidedBy,
    /// What the rule said, when a rule decided.
    pub terms: Option<Terms>,
    /// Where the applicant stood.
    pub class: Option<ClassPlace>,
    /// Every date it speaks of.
    pub dates: Vec<LetterDate>,
    /// The reasons in the decider's words; empty for a rule.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// The date of notice in the municipality's zone.
    pub date: NaiveDate,
    /// Last day to appeal.
    pub appeal_until: NaiveDate,
    /// Who handles appeals.
    pub appeal_body: String,
    /// How many days there are to appeal.
    pub appeal_days: u16,
    /// The newer decision that stands in its place.
    pub superseded_by: Option<DecisionId>,
    /// The older one that it stands in the place of.
    pub supersedes: Option<DecisionId>,
    /// Whom to ask.
    pub contact: Contact,
}

/// A date in a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDate {
    /// Which.
    pub line: LineId,
    /// On which date.
    pub date: NaiveDate,
    /// When.
    pub times: WallSpan,
    /// Where.
    pub space: SpaceRef,
    /// What it says.
    pub says: LineSays,
    /// As it was wished, when that differs: date, place's name and times.
    pub wished: Option<(NaiveDate, String, WallSpan)>,
}

/// What a decision says of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineSays {
    /// Given.
    Approved,
    /// Refused.
    Rejected {
        /// Why.
        reason: RejectionReason,
        /// In own words; may be empty.
        text: String,
    },
    /// Something else was offered, as told.
    Offered {
        /// Held until.
        until: Timestamp,
    },
    /// Not decided yet, or waits.
    Waiting,
}

impl Service {
    /// A decision, for the applicant's people and for staff.
    ///
    /// # Errors
    /// `NotSignedIn`; `NotFound` for everybody else.
    pub async fn decision(&self, viewer: &Viewer, id: DecisionId) -> Result<Letter, ServiceError> {
        todo!("{viewer:?} {id}")
    }
}
