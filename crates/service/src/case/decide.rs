//! A person decides: yes, no, or something else instead, date by date.

use crate::{Service, ServiceError, Viewer};
use chrono::NaiveDate;
use ledig_domain::{
    decision::RejectionReason,
    id::{DecisionId, LineId, RequestId, SpaceId},
    outcome::Clash,
    time::WallSpan,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A decision to make. Dates that are not named stay undecided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decide {
    /// Which case.
    pub request: RequestId,
    /// The version that was looked at.
    pub version: i64,
    /// Per date.
    pub lines: BTreeMap<LineId, LineDecision>,
    /// Reasons for the whole, in own words; may be empty when all is approved.
    pub text: String,
}

/// What is decided for a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineDecision {
    /// Yes.
    Approve,
    /// No.
    Reject {
        /// Why.
        reason: RejectionReason,
        /// In own words; needed for [`RejectionReason::Other`].
        text: String,
    },
    /// Something else instead; held for the applicant for a while.
    Offer {
        /// Where.
        space: SpaceId,
        /// On which date.
        date: NaiveDate,
        /// When.
        times: WallSpan,
    },
}

/// What came of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Which case.
    pub request: RequestId,
    /// The decision; none when something was offered and nothing decided.
    pub decision: Option<DecisionId>,
    /// Dates given.
    pub approved: u32,
    /// Dates refused.
    pub rejected: u32,
    /// Dates offered otherwise.
    pub offered: u32,
    /// Other cases that wanted some of the time that was given.
    pub told: Vec<RequestId>,
}

/// What came of one of several decisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneOfMany {
    /// Which case.
    pub request: RequestId,
    /// Its number, when it may be seen.
    pub number: Option<String>,
    /// What came of it.
    pub result: ManyResult,
}

/// Why one of several was decided or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ManyResult {
    /// Every undecided date was given.
    Approved(Decided),
    /// Some dates are taken: nothing of this case was decided.
    Taken(Vec<(NaiveDate, Vec<Clash>)>),
    /// One's own organisation.
    OwnOrganisation,
    /// Somebody else changed or decided it meanwhile.
    Stale,
    /// Not there, or not one's own to decide.
    NotFound,
    /// Too much going on; try again.
    Busy,
}

impl Service {
    /// Decides dates of a case, all or nothing.
    ///
    /// # Errors
    /// `NotSignedIn`, `NotFound`; `Forbidden` without the role, or for one's own organisation; `Stale`; `Invalid` for
    /// a refusal without a reason; `Conflict` with each date that was given away meanwhile.
    pub async fn decide(&self, viewer: &Viewer, decide: &Decide) -> Result<Decided, ServiceError> {
        todo!("{viewer:?} {decide:?}")
    }

    /// Approves every undecided date of several cases, each case for itself, in the order given.
    ///
    /// # Errors
    /// `NotSignedIn`; what concerns one case is told in its result.
    pub async fn approve_many(
        &self,
        viewer: &Viewer,
        requests: &[(RequestId, i64)],
    ) -> Result<Vec<OneOfMany>, ServiceError> {
        todo!("{viewer:?} {requests:?}")
    }
}
