//! A decision, complete enough for a letter.

use super::{
    decide::thing,
    names::{Party, Places},
    parts::{Applicant, Contact, SpaceRef, contact},
    plan::asker,
};
use crate::{Service, ServiceError, Viewer, access::Action};
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::Terms,
    decision::{DecidedBy, Outcome, RejectionReason},
    id::{DecisionId, FacilityId, LineId, RequestId},
    priority::ClassPlace,
    recurrence::Recurrence,
    request::LineState,
    time::{Timestamp, WallSpan, local_date},
};
use ledig_store::{
    Tx,
    decisions::{self, Decision, DecisionLine},
    municipality,
    requests::{self, Line, Request},
    rules,
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
    /// Something else was offered, as told; unanswered then.
    Offered,
    /// Not decided then.
    Undecided,
    /// Waited to come free then.
    Waiting,
}

impl Service {
    /// A decision, for the applicant's people and for staff.
    ///
    /// # Errors
    /// `NotSignedIn`; `NotFound` for everybody else.
    pub async fn decision(&self, viewer: &Viewer, id: DecisionId) -> Result<Letter, ServiceError> {
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        self.store()
            .read(async |tx| {
                let decision = decisions::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?;
                let request = requests::by_id(tx, decision.request_id)
                    .await?
                    .filter(|request| viewer.can(Action::SeeCase, &thing(request)))
                    .ok_or(ServiceError::NotFound)?;
                self.letter(tx, viewer, decision, request).await
            })
            .await
    }

    async fn letter(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        decision: Decision,
        request: Request,
    ) -> Result<Letter, ServiceError> {
        let asker = asker(tx, None, None, viewer.id()).await?;
        let world = self.bare_world(tx, viewer, asker, request.persons).await?;
        let said = decisions::lines(tx, &[decision.id]).await?;
        let lines = requests::lines(tx, request.id).await?;
        let wanted = said
            .iter()
            .map(|line| line.space_id)
            .chain([request.space_id])
            .chain(lines.iter().map(|line| line.wish_space_id))
            .collect();
        let places = Places::load(tx, &world, wanted).await?;
        let terms = match &decision.decided_by {
            DecidedBy::Rule { rule, version, .. } => rules::history(tx, *rule)
                .await?
                .into_iter()
                .find(|one| one.version == *version)
                .map(|one| one.terms),
            DecidedBy::Person { .. } => None,
        };
        let superseded_by = decisions::of_request(tx, request.id)
            .await?
            .into_iter()
            .find(|other| other.supersedes == Some(decision.id))
            .map(|other| other.id);
        let date = local_date(decision.decided_at, self.zone());
        let days = (decision.appeal_deadline - date).num_days();
        let dates = said
            .iter()
            .filter_map(|said| {
                let line = lines.iter().find(|line| line.id == said.line_id)?;
                Some(letter_date(said, line, &places, request.facility_id))
            })
            .collect();
        Ok(Letter {
            id: decision.id,
            request: request.id,
            number: request.case_number.clone(),
            municipality: municipality::get(tx)
                .await?
                .map_or_else(String::new, |one| one.name),
            applicant: Party::load(tx, &request).await?.seen_by(viewer),
            purpose: request.purpose,
            space: places.get(request.space_id, request.facility_id),
            recurrence: request.recurrence,
            sent_at: request.sent_at,
            outcome: decision.outcome,
            by: decision.decided_by,
            terms,
            class: request.class_place,
            dates,
            text: decision.reason_text,
            at: decision.decided_at,
            date,
            appeal_until: decision.appeal_deadline,
            appeal_body: decision.appeal_body,
            appeal_days: u16::try_from(days).unwrap_or(0),
            superseded_by,
            supersedes: decision.supersedes,
            contact: contact(tx, &world, request.space_id).await?,
        })
    }
}

fn letter_date(said: &DecisionLine, line: &Line, places: &Places, facility: FacilityId) -> LetterDate {
    let says = match said.state {
        LineState::Approved | LineState::Cancelled => LineSays::Approved,
        LineState::Rejected => LineSays::Rejected {
            reason: said.reason.unwrap_or(RejectionReason::Other),
            text: said.reason_text.clone(),
        },
        LineState::Offered => LineSays::Offered,
        LineState::Waiting => LineSays::Waiting,
        LineState::Asked | LineState::Dropped => LineSays::Undecided,
    };
    let as_wished =
        said.date == line.date && said.times() == line.wished() && said.space_id == line.wish_space_id;
    LetterDate {
        line: line.id,
        date: said.date,
        times: said.times(),
        space: places.get(said.space_id, facility),
        says,
        wished: (!as_wished).then(|| {
            (
                line.date,
                places.get(line.wish_space_id, facility).name,
                line.wished(),
            )
        }),
    }
}
