//! What the applicant can do with a case before and after the decision, save cancelling.

mod again;

use super::{
    decide::thing,
    plan::World,
    step::CaseEvent,
    write::{Case, Change, Freed, Notify},
};
use crate::{Fault, Service, ServiceError, Viewer, access::Action};
use ledig_domain::{
    id::{DecisionId, LineId, RequestId},
    request::{LineMove, LineState, RequestState},
};
use ledig_store::{Tx, holds};
use serde::{Deserialize, Serialize};

/// What the applicant wants for dates of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineWish {
    /// Leave them out.
    Drop,
    /// Let them wait until they come free.
    Wait,
    /// Ask for them again.
    Ask,
}

impl Service {
    /// Takes the offers on these dates (every open one when none is named): they are booked, by a new decision.
    ///
    /// # Errors
    /// `NotSignedIn`, `NotFound`, `Forbidden`; `Stale` when the case changed; `Conflict` when an offer ran out.
    pub async fn accept_offer(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
        lines: &[LineId],
    ) -> Result<DecisionId, ServiceError> {
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let (mut change, mut case) = self.act(tx, viewer, request, version).await?;
                    let offered = some(case.in_state(LineState::Offered, lines))?;
                    let world = change.world_of(&case.request, viewer).await?;
                    let by = change.take_offers(&mut case, &offered).await?;
                    change.give(&mut case, &offered, LineMove::Accept, &world).await?;
                    let decision = change.decision(&mut case, by, &Default::default(), "").await?;
                    change.save(&mut case).await?;
                    let event = CaseEvent::OfferAccepted {
                        dates: case.dates(&offered),
                        decision,
                    };
                    change.record(&case.request, &event, Notify::Managers).await?;
                    change.tell_rivals(&case, &offered, &world).await?;
                    Ok(decision)
                }
            })
            .await
    }

    /// Declines the offers on these dates (every open one when none is named).
    ///
    /// A counter-offered date is asked for as it was; a waiting date that came free is left out.
    ///
    /// # Errors
    /// As [`Self::accept_offer`].
    pub async fn decline_offer(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
        lines: &[LineId],
    ) -> Result<(), ServiceError> {
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let (mut change, mut case) = self.act(tx, viewer, request, version).await?;
                    let offered = some(case.in_state(LineState::Offered, lines))?;
                    let world = change.world_of(&case.request, viewer).await?;
                    let freed = change.let_go(&mut case, &offered, &world, LineMove::Drop).await?;
                    change.save(&mut case).await?;
                    let event = CaseEvent::OfferDeclined {
                        dates: case.dates(&offered),
                        expired: false,
                    };
                    change.record(&case.request, &event, Notify::Managers).await?;
                    change.turn(&freed, &offered, &world).await?;
                    Ok(())
                }
            })
            .await
    }

    /// Takes the request back; nothing of it is undecided or waits afterwards. Given dates stand.
    ///
    /// # Errors
    /// As [`Self::accept_offer`]; `Invalid` when there is nothing to take back.
    pub async fn withdraw_request(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
    ) -> Result<(), ServiceError> {
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let (mut change, mut case) = self.act(tx, viewer, request, version).await?;
                    let world = change.world_of(&case.request, viewer).await?;
                    let open = [LineState::Asked, LineState::Waiting, LineState::Offered];
                    let lines: Vec<LineId> = case
                        .lines
                        .iter()
                        .filter(|line| open.contains(&line.state))
                        .map(|line| line.id)
                        .collect();
                    let lines = some(lines)?;
                    let offered = case.in_state(LineState::Offered, &[]);
                    let freed = freed_by(&case, &offered, &world);
                    holds::release(change.tx, &offered).await?;
                    for line in &lines {
                        case.step(*line, LineMove::Drop, change.now)?;
                    }
                    if case.lines.iter().all(|line| line.state == LineState::Dropped) {
                        case.request.state = RequestState::Withdrawn;
                    }
                    change.save(&mut case).await?;
                    change
                        .record(&case.request, &CaseEvent::RequestWithdrawn, Notify::Managers)
                        .await?;
                    change.turn(&freed, &lines, &world).await?;
                    Ok(())
                }
            })
            .await
    }

    /// Leaves dates out, lets them wait, or asks for them again. Asked-again dates are judged by the rules at once.
    ///
    /// # Errors
    /// As [`Self::accept_offer`]; `Stale` for a date that does not allow it any more; `Invalid` for one that the
    /// space's rules are against now.
    pub async fn change_lines(
        &self,
        viewer: &Viewer,
        request: RequestId,
        version: i64,
        lines: &[LineId],
        wish: LineWish,
    ) -> Result<(), ServiceError> {
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let (mut change, mut case) = self.act(tx, viewer, request, version).await?;
                    let lines = &some(lines.to_vec())?;
                    let world = change.world_of(&case.request, viewer).await?;
                    let offered = case.in_state(LineState::Offered, lines);
                    let freed = freed_by(&case, &offered, &world);
                    holds::release(change.tx, &offered).await?;
                    let (wanted, became) = match wish {
                        LineWish::Drop => (LineMove::Drop, LineState::Dropped),
                        LineWish::Wait => (LineMove::Wait, LineState::Waiting),
                        LineWish::Ask => (LineMove::Ask, LineState::Asked),
                    };
                    for line in lines {
                        case.step(*line, wanted, change.now)?;
                        // What one waits for is the wish, not what was chosen instead of it.
                        if wish == LineWish::Wait {
                            let line = case.line_mut(*line)?;
                            change.place_as_wished(line);
                        }
                    }
                    let event = CaseEvent::DateChanged {
                        dates: case.dates(lines),
                        became,
                    };
                    change.record(&case.request, &event, Notify::Nobody).await?;
                    if wish == LineWish::Ask {
                        change.ask_anew(&mut case, lines, world).await
                    } else {
                        change.save(&mut case).await?;
                        change.turn(&freed, lines, &world).await?;
                        Ok(())
                    }
                }
            })
            .await
    }

    /// Begins an act of the applicant's side on a case.
    async fn act<'a>(
        &'a self,
        tx: &'a mut Tx,
        viewer: &Viewer,
        id: RequestId,
        version: i64,
    ) -> Result<(Change<'a>, Case), ServiceError> {
        if viewer.person.is_none() {
            return Err(ServiceError::NotSignedIn);
        }
        let mut change = Change::by(self, tx, viewer);
        let case = change.case(id).await?;
        if !viewer.can(Action::SeeCase, &thing(&case.request)) {
            return Err(ServiceError::NotFound);
        }
        viewer.may(Action::ChangeCase, &thing(&case.request))?;
        if case.request.version != version || case.request.state == RequestState::Withdrawn {
            return Err(ServiceError::Stale);
        }
        Ok((change, case))
    }
}

/// The lines, if there are any.
fn some(lines: Vec<LineId>) -> Result<Vec<LineId>, ServiceError> {
    if lines.is_empty() {
        Err(ServiceError::field("lines", Fault::Required))
    } else {
        Ok(lines)
    }
}

/// The time that open offers hold.
pub(crate) fn freed_by(case: &Case, lines: &[LineId], world: &World) -> Vec<Freed> {
    case.lines
        .iter()
        .filter(|line| lines.contains(&line.id))
        .filter_map(|line| line.offer.as_ref())
        .map(|offer| Freed {
            space: offer.space,
            span: world.range(offer.space, offer.date, offer.times),
        })
        .collect()
}
