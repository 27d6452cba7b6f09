//! A case that is sent: stored, then decided by a rule or left to a person.

use super::Submitted;
use crate::ServiceError;
use crate::case::{
    plan::{Plan, Settled, Slot, World},
    step::CaseEvent,
    write::{Case, Change, Notify, by_rule, outcome_of},
};
use chrono::Datelike;
use ledig_domain::{
    auto_rule::Verdict,
    decision::DecidedBy,
    id::{DecisionId, LineId, PersonId},
    preview::Wish,
    request::{LineMove, LineState, RequestState},
    time::local_date,
};
use ledig_store::{
    StoreError,
    requests::{self, Line, Request},
};

impl Change<'_> {
    pub(super) async fn new_case(
        &mut self,
        wish: &Wish,
        person: PersonId,
        plan: &Plan,
        world: &World,
        key: &str,
    ) -> Result<Case, ServiceError> {
        let municipality = self.service.settings().municipality;
        let year = local_date(self.now, world.zone).year();
        let request = Request {
            id: self.service.new_id(self.now),
            case_number: requests::next_case_number(self.tx, municipality, year).await?,
            municipality_id: municipality,
            facility_id: world.facility(wish.space).ok_or(ServiceError::NotFound)?,
            space_id: wish.space,
            organisation_id: wish.organisation,
            team_id: wish.team,
            person_id: person,
            purpose: wish.purpose.trim().to_owned(),
            persons: wish.persons,
            recurrence: wish.recurrence.clone(),
            state: RequestState::Open,
            class_place: world.asker.class.clone(),
            verdict: plan.preview.verdict.clone(),
            sent_at: self.now,
            decided_at: None,
            idempotency_key: key.to_owned(),
            version: 1,
        };
        let lines: Vec<Line> = (1..)
            .zip(&plan.slots)
            .map(|(position, slot)| self.new_line(&request, wish, position, slot))
            .collect();
        match requests::insert(self.tx, &request, &lines).await {
            // The twin of a double click was faster.
            Err(StoreError::Duplicate(_)) => return Err(ServiceError::Conflict(Vec::new())),
            other => other?,
        }
        let count = |state| {
            let found = lines.iter().filter(|line| line.state == state).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        let event = CaseEvent::Sent {
            asked: count(LineState::Asked),
            waiting: count(LineState::Waiting),
            dropped: count(LineState::Dropped),
        };
        self.record(&request, &event, Notify::Nobody).await?;
        Ok(Case::fresh(request, lines))
    }

    fn new_line(&self, request: &Request, wish: &Wish, position: u32, slot: &Slot) -> Line {
        let state = match slot.settled {
            Settled::Wait => LineState::Waiting,
            Settled::Drop => LineState::Dropped,
            Settled::Have | Settled::Ask | Settled::Open => LineState::Asked,
        };
        Line {
            id: self.service.new_id(self.now),
            request_id: request.id,
            position,
            date: slot.date,
            wish_space_id: wish.space,
            wish_from: wish.recurrence.times.from,
            wish_to: wish.recurrence.times.to,
            space_id: slot.space,
            from_minute: slot.times.from,
            to_minute: slot.times.to,
            starts_at: slot.span.start,
            ends_at: slot.span.end,
            state,
            outcome: slot.outcome.clone(),
            waiting_since: (state == LineState::Waiting).then_some(self.now),
            offer: None,
            version: 1,
        }
    }

    /// Lets the rules decide, or leaves it to a person.
    pub(super) async fn settle(
        &mut self,
        mut case: Case,
        verdict: Verdict,
        world: &World,
    ) -> Result<Submitted, ServiceError> {
        let request = case.request.id;
        let Some(by) = by_rule(verdict.clone()) else {
            self.save(&mut case).await?;
            // Where every date waits there is nothing yet for a person to decide.
            let notify = match case.request.state {
                RequestState::Open => Notify::Managers,
                _ => Notify::Applicant,
            };
            let event = CaseEvent::LeftToPerson {
                verdict: verdict.clone(),
            };
            self.record(&case.request, &event, notify).await?;
            return Ok(Submitted::LeftToPerson {
                request,
                verdict,
                usual_seconds: world.usual_seconds,
            });
        };
        let asked: Vec<LineId> = case.in_state(LineState::Asked, &[]);
        let decision = self.approve_by(&mut case, &asked, by, world).await?;
        Ok(Submitted::DecidedAtOnce { request, decision })
    }

    /// Gives dates in the name of a rule: booked, decided, told.
    pub(crate) async fn approve_by(
        &mut self,
        case: &mut Case,
        lines: &[LineId],
        by: DecidedBy,
        world: &World,
    ) -> Result<DecisionId, ServiceError> {
        self.give(case, lines, LineMove::Approve, world).await?;
        let decision = self.decision(case, by.clone(), &Default::default(), "").await?;
        self.save(case).await?;
        let dates = case.dates(lines);
        let event = match by {
            DecidedBy::Rule { rule, version, name } => CaseEvent::DecidedByRule {
                decision,
                rule,
                version,
                name,
                dates,
            },
            DecidedBy::Person { .. } => CaseEvent::Decided {
                decision,
                outcome: outcome_of(case),
                approved: dates,
                rejected: Vec::new(),
            },
        };
        self.record(&case.request, &event, Notify::Applicant).await?;
        self.tell_rivals(case, lines, world).await?;
        Ok(decision)
    }
}
