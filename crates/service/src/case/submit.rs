//! Sending a wish.

mod settle;

use super::{plan::Settled, write::Change};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
};
use ledig_domain::{
    auto_rule::Verdict,
    id::{DecisionId, PersonId, RequestId},
    people::{MembershipRole, Standing},
    preview::{Preview, Wish},
    recurrence::RecurrenceFault,
};
use ledig_store::{
    Tx, decisions,
    requests::{self, Request},
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
        if self.is_minor(tx, person).await? {
            return Err(ServiceError::field("organisation", Fault::Minor));
        }
        let (plan, world) = self.plan(tx, viewer, wish).await?;
        if let Some(fault) = plan.preview.fault {
            return Err(ServiceError::field("recurrence", Fault::Recurrence(fault)));
        }
        if !plan.is_settled() {
            // What took the time since the key was looked for may be the twin of a double click.
            return match requests::by_idempotency_key(tx, key).await? {
                Some(known) => self.same_answer(tx, known).await,
                None => Ok(Submitted::DatesChanged(Box::new(plan.preview))),
            };
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
