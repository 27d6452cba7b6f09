//! Sending a wish.

use super::{
    plan::{Plan, Settled, Slot, World},
    step::CaseEvent,
    write::{Case, Change, Notify, by_rule},
};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
};
use chrono::Datelike;
use ledig_domain::{
    auto_rule::Verdict,
    id::{DecisionId, LineId, PersonId, RequestId},
    people::{MembershipRole, Standing},
    preview::{Preview, Wish},
    recurrence::RecurrenceFault,
    request::{LineMove, LineState, RequestState},
    time::local_date,
};
use ledig_store::{
    StoreError, Tx, decisions,
    requests::{self, Line, Request},
};
use serde::{Deserialize, Serialize};

/// What became of a wish that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Submitted {
    /// A rule said yes: the time is booked.
    DecidedAtOnce {
        /// The case.
        request: RequestId,
        /// The decision.
        decision: DecisionId,
    },
    /// A person will look.
    LeftToPerson {
        /// The case.
        request: RequestId,
        /// Why no rule decided.
        verdict: Verdict,
        /// How long it has usually taken here, seconds.
        usual_seconds: Option<i64>,
    },
    /// Some dates need a choice, or a choice was lost to another meanwhile: nothing is stored.
    DatesChanged(Box<Preview>),
}

/// The most characters of a purpose.
const PURPOSE_MAX: usize = 500;

/// How often a wish is looked at anew when another took its time in the very moment of sending.
const ATTEMPTS: u32 = 4;

impl Service {
    /// Sends the wish. The same key gives the same answer, and one request.
    ///
    /// # Errors
    /// `NotSignedIn`; `Forbidden` for an organisation one does not belong to; `Invalid` with every fault of the form.
    pub async fn submit(&self, viewer: &Viewer, wish: &Wish, key: &str) -> Result<Submitted, ServiceError> {
        let Some(person) = viewer.id() else {
            return Err(ServiceError::NotSignedIn);
        };
        self.may_ask(viewer, wish)?;
        // A key counts for its sender only: another's key must not show another's case.
        let key = &format!("{person}:{key}");
        let mut attempt = 1;
        loop {
            let sent = self
                .store()
                .write(|| async move |tx: &mut Tx| self.send(tx, viewer, person, wish, key).await)
                .await;
            match sent {
                // Lost in the very moment: the next look tells which date, or finds the twin of a double click.
                Err(ServiceError::Conflict(_)) if attempt < ATTEMPTS => attempt += 1,
                other => return other,
            }
        }
    }

    fn may_ask(&self, viewer: &Viewer, wish: &Wish) -> Result<(), ServiceError> {
        let mut faults = Faults::default();
        match wish.organisation {
            None => viewer.may(Action::RequestForSelf, &Thing::NONE)?,
            Some(organisation) => {
                let membership = viewer
                    .person
                    .as_ref()
                    .and_then(|person| person.membership(organisation))
                    .ok_or(ServiceError::Forbidden)?;
                if membership.role == MembershipRole::Coach {
                    faults.add("organisation", Fault::MayNotBook);
                } else {
                    viewer.may(Action::RequestFor, &Thing::organisation(organisation))?;
                }
                if matches!(membership.standing, Standing::Suspended | Standing::Dissolved) {
                    faults.add("organisation", Fault::Standing(membership.standing));
                }
            }
        }
        let _ = faults.text("purpose", &wish.purpose, PURPOSE_MAX);
        if wish.persons == Some(0) {
            faults.add("persons", Fault::OutOfRange { min: 1, max: 100_000 });
        }
        faults.check()
    }

    async fn send(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        person: PersonId,
        wish: &Wish,
        key: &str,
    ) -> Result<Submitted, ServiceError> {
        if let Some(known) = requests::by_idempotency_key(tx, key).await? {
            return self.same_answer(tx, known).await;
        }
        let (plan, world) = self.plan(tx, viewer, wish).await?;
        if let Some(fault) = plan.preview.fault {
            return Err(ServiceError::field("recurrence", Fault::Recurrence(fault)));
        }
        if !plan.is_settled() {
            return Ok(Submitted::DatesChanged(Box::new(plan.preview)));
        }
        if plan.slots.iter().all(|slot| slot.settled == Settled::Drop) {
            let fault = Fault::Recurrence(RecurrenceFault::NoDates);
            return Err(ServiceError::field("recurrence", fault));
        }
        let mut change = Change::by(self, tx, viewer);
        let case = change.new_case(wish, person, &plan, &world, key).await?;
        change.settle(case, plan.preview.verdict, &world).await
    }

    async fn same_answer(&self, tx: &mut Tx, known: Request) -> Result<Submitted, ServiceError> {
        let first = decisions::of_request(tx, known.id).await?.into_iter().next();
        match (&known.verdict, first) {
            (Verdict::Approve { .. }, Some(decision)) => Ok(Submitted::DecidedAtOnce {
                request: known.id,
                decision: decision.id,
            }),
            _ => Ok(Submitted::LeftToPerson {
                request: known.id,
                usual_seconds: decisions::usual_seconds(tx, known.facility_id).await?,
                verdict: known.verdict,
            }),
        }
    }
}

impl Change<'_> {
    async fn new_case(
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
    async fn settle(
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
        by: ledig_domain::decision::DecidedBy,
        world: &World,
    ) -> Result<DecisionId, ServiceError> {
        self.give(case, lines, LineMove::Approve, world).await?;
        let decision = self.decision(case, by.clone(), &Default::default(), "").await?;
        self.save(case).await?;
        let dates = case.dates(lines);
        let event = match by {
            ledig_domain::decision::DecidedBy::Rule { rule, version, name } => CaseEvent::DecidedByRule {
                decision,
                rule,
                version,
                name,
                dates,
            },
            ledig_domain::decision::DecidedBy::Person { .. } => CaseEvent::Decided {
                decision,
                outcome: super::write::outcome_of(case),
                approved: dates,
                rejected: Vec::new(),
            },
        };
        self.record(&case.request, &event, Notify::Applicant).await?;
        self.tell_rivals(case, lines, world).await?;
        Ok(decision)
    }
}
