//! A person decides: yes, no, or something else instead, date by date.

mod carry_out;
pub(crate) mod offer;

pub use offer::OfferSpace;

use super::write::Change;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
};
use chrono::NaiveDate;
use ledig_domain::{
    decision::{DecidedBy, RejectionReason},
    id::{DecisionId, LineId, RequestId, SpaceId},
    outcome::Clash,
    request::LineState,
    time::WallSpan,
};
use ledig_store::{
    Tx,
    requests::{self, Request},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most characters of reasons in own words.
const TEXT_MAX: usize = 4000;

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
    /// a refusal without a reason or an offer that cannot be given; `Conflict` with each date that was given away meanwhile.
    pub async fn decide(&self, viewer: &Viewer, decide: &Decide) -> Result<Decided, ServiceError> {
        let decider = viewer.person.as_ref().ok_or(ServiceError::NotSignedIn)?;
        let by = DecidedBy::Person {
            person: decider.id,
            name: decider.name.clone(),
        };
        check_form(decide)?;
        let by = &by;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let mut change = Change::by(self, tx, viewer);
                    let mut case = change.case_to_decide(viewer, decide.request).await?;
                    if case.request.version != decide.version {
                        return Err(ServiceError::Stale);
                    }
                    change.carry_out(viewer, &mut case, decide, by.clone()).await
                }
            })
            .await
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
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        let mut results = Vec::with_capacity(requests.len());
        for (request, version) in requests {
            let (number, result) = self.approve_one(viewer, *request, *version).await?;
            results.push(OneOfMany {
                request: *request,
                number,
                result,
            });
        }
        Ok(results)
    }

    async fn approve_one(
        &self,
        viewer: &Viewer,
        id: RequestId,
        version: i64,
    ) -> Result<(Option<String>, ManyResult), ServiceError> {
        let (request, lines) = self
            .store()
            .read(async |tx| {
                let request = requests::by_id(tx, id).await?;
                Ok::<_, ServiceError>((request, requests::lines(tx, id).await?))
            })
            .await?;
        let Some(request) = request.filter(|request| viewer.can(Action::SeeCaseAsStaff, &thing(request)))
        else {
            return Ok((None, ManyResult::NotFound));
        };
        let now = self.now();
        let asked = lines
            .iter()
            .filter(|line| line.state == LineState::Asked && line.starts_at > now);
        let decide = Decide {
            request: id,
            version,
            lines: asked.map(|line| (line.id, LineDecision::Approve)).collect(),
            text: String::new(),
        };
        let result = match self.decide(viewer, &decide).await {
            Ok(decided) => ManyResult::Approved(decided),
            Err(ServiceError::Conflict(conflicts)) => ManyResult::Taken(
                conflicts
                    .into_iter()
                    .map(|conflict| (conflict.date, conflict.clashes))
                    .collect(),
            ),
            Err(ServiceError::Forbidden) if party(viewer, &request) => ManyResult::OwnOrganisation,
            Err(ServiceError::Forbidden | ServiceError::NotFound) => ManyResult::NotFound,
            Err(ServiceError::Stale | ServiceError::Invalid(_)) => ManyResult::Stale,
            Err(ServiceError::Busy) => ManyResult::Busy,
            Err(fault) => return Err(fault),
        };
        Ok((Some(request.case_number), result))
    }
}

/// Whether the viewer belongs to the applicant.
pub(crate) fn party(viewer: &Viewer, request: &Request) -> bool {
    match request.organisation_id {
        Some(organisation) => viewer.is_member(organisation),
        None => viewer.id() == Some(request.person_id),
    }
}

/// A case, as far as access goes.
pub(crate) fn thing(request: &Request) -> Thing {
    Thing::case(request.facility_id, request.organisation_id, request.person_id)
}

fn check_form(decide: &Decide) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    if decide.lines.is_empty() {
        faults.add("lines", Fault::Required);
    }
    for decision in decide.lines.values() {
        if let LineDecision::Reject { reason, text } = decision {
            // "Something else" needs words, for the date or for the whole.
            let silent = text.trim().is_empty() && decide.text.trim().is_empty();
            if *reason == RejectionReason::Other && silent {
                faults.add("text", Fault::Required);
                break;
            }
        }
    }
    if decide.text.chars().count() > TEXT_MAX {
        faults.add("text", Fault::TooLong { max: TEXT_MAX });
    }
    faults.check()
}
