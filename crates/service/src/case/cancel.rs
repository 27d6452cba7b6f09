//! Cancelling booked dates, by the one who booked or by the owner.

use super::{
    decide::{party, thing},
    parts::{Contact, contact},
    plan::World,
    step::CaseEvent,
    write::{Case, Change, Freed, Notify},
};
use crate::{Fault, Service, ServiceError, Viewer, access::Action};
use chrono::NaiveDate;
use ledig_domain::{
    coded,
    id::{LineId, RequestId},
    request::{LineMove, OccurrenceState},
    time::Timestamp,
};
use ledig_store::{
    Tx,
    bookings::{self, Occurrence},
};
use serde::{Deserialize, Serialize};

coded! {
    /// How much is cancelled.
    pub enum CancelScope {
        /// This date.
        One = "one",
        /// This and the following dates.
        Following = "following",
        /// Every coming date.
        All = "all",
    }
}

/// The most characters of a reason.
const REASON_MAX: usize = 1000;

/// What to cancel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancel {
    /// Of which case.
    pub request: RequestId,
    /// Which date; for [`CancelScope::All`] any date of the case.
    pub line: LineId,
    /// How much.
    pub scope: CancelScope,
    /// Why; staff must give one.
    pub reason: String,
}

/// What was cancelled, and what was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// These are free for others now.
    pub dates: Vec<NaiveDate>,
    /// These are too close: only the municipality can cancel them. When `dates` is empty nothing was changed.
    pub too_late: Vec<TooLate>,
    /// Whom to ask about those.
    pub contact: Contact,
}

/// A date that is too close to be cancelled by the one who booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TooLate {
    /// Which.
    pub date: NaiveDate,
    /// Until when it could be cancelled.
    pub deadline: Timestamp,
}

impl Service {
    /// Cancels booked dates that have not begun. The time is free at once, and offered to those who wait for it.
    ///
    /// # Errors
    /// `NotSignedIn`, `NotFound`, `Forbidden`; `Invalid` when staff give no reason, or when there is nothing to cancel.
    pub async fn cancel(&self, viewer: &Viewer, cancel: &Cancel) -> Result<Cancelled, ServiceError> {
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        if cancel.reason.chars().count() > REASON_MAX {
            return Err(ServiceError::field("reason", Fault::TooLong { max: REASON_MAX }));
        }
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let mut change = Change::by(self, tx, viewer);
                    let case = change.case(cancel.request).await?;
                    if !viewer.can(Action::SeeCase, &thing(&case.request)) {
                        return Err(ServiceError::NotFound);
                    }
                    // One who is both cancels as the one who booked: the owner's freedom is not for own cases.
                    let as_owner = !party(viewer, &case.request);
                    if as_owner {
                        viewer.may(Action::CancelAsOwner, &thing(&case.request))?;
                        if cancel.reason.trim().is_empty() {
                            return Err(ServiceError::field("reason", Fault::Required));
                        }
                    } else {
                        viewer.may(Action::ChangeCase, &thing(&case.request))?;
                    }
                    change.call_off(viewer, case, cancel, as_owner).await
                }
            })
            .await
    }
}

impl Change<'_> {
    async fn call_off(
        &mut self,
        viewer: &Viewer,
        mut case: Case,
        cancel: &Cancel,
        as_owner: bool,
    ) -> Result<Cancelled, ServiceError> {
        let world = self.world_of(&case.request, viewer).await?;
        let pivot = case.line(cancel.line)?.starts_at;
        let chosen = |occurrence: &Occurrence| match cancel.scope {
            CancelScope::One => occurrence.line_id == cancel.line,
            CancelScope::Following => occurrence.starts_at >= pivot,
            CancelScope::All => true,
        };
        let standing: Vec<Occurrence> = bookings::occurrences(self.tx, case.request.id)
            .await?
            .into_iter()
            .filter(|one| one.state == OccurrenceState::Confirmed && one.starts_at > self.now && chosen(one))
            .collect();
        if standing.is_empty() {
            return Err(ServiceError::field("line", Fault::Required));
        }
        let (called_off, late): (Vec<Occurrence>, Vec<Occurrence>) = standing
            .into_iter()
            .partition(|one| as_owner || may_cancel(one, &world));
        let done = Cancelled {
            dates: called_off.iter().map(|one| one.date).collect(),
            too_late: late
                .iter()
                .map(|one| TooLate {
                    date: one.date,
                    deadline: cancel_until(one, &world),
                })
                .collect(),
            contact: contact(self.tx, &world, case.request.space_id).await?,
        };
        if called_off.is_empty() {
            return Ok(done);
        }
        let state = if as_owner {
            OccurrenceState::Cancelled
        } else {
            OccurrenceState::Withdrawn
        };
        let versions: Vec<_> = called_off.iter().map(|one| (one.id, one.version)).collect();
        let reason = cancel.reason.trim();
        bookings::release(self.tx, &versions, state, reason).await?;
        let lines: Vec<LineId> = called_off.iter().map(|one| one.line_id).collect();
        for line in &lines {
            case.step(*line, LineMove::Cancel, self.now)?;
        }
        self.save(&mut case).await?;
        let dates = done.dates.clone();
        let (event, notify) = if as_owner {
            let reason = reason.to_owned();
            (CaseEvent::Cancelled { dates, reason }, Notify::Applicant)
        } else {
            (CaseEvent::Withdrawn { dates }, Notify::Managers)
        };
        self.record(&case.request, &event, notify).await?;
        let freed: Vec<Freed> = called_off
            .iter()
            .map(|one| Freed {
                space: one.space_id,
                span: one.occupied(),
            })
            .collect();
        self.turn(&freed, &lines, &world).await?;
        Ok(done)
    }
}

/// Until when the one who booked may cancel.
pub(crate) fn cancel_until(occurrence: &Occurrence, world: &World) -> Timestamp {
    let hours = world
        .land
        .footing
        .get(&occurrence.space_id)
        .map_or(0, |footing| footing.rules.cancel_hours);
    occurrence.starts_at.plus(-i64::from(hours) * 3600)
}

/// Whether the one who booked may cancel now.
pub(crate) fn may_cancel(occurrence: &Occurrence, world: &World) -> bool {
    world
        .land
        .footing
        .get(&occurrence.space_id)
        .is_none_or(|footing| footing.rules.may_cancel(occurrence.starts_at, world.now))
}
