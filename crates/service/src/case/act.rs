//! What the applicant can do with a case before and after the decision, save cancelling.

use super::{
    decide::thing,
    plan::{Settled, World},
    step::CaseEvent,
    write::{Case, Change, Freed, Notify, by_rule, slots, verdict_on},
};
use crate::{DateConflict, Fault, Service, ServiceError, Viewer, access::Action};
use ledig_domain::{
    decision::DecidedBy,
    id::{DecisionId, LineId, RequestId},
    outcome::DateOutcome,
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
                        let line = case.line_mut(*line)?;
                        change.place_as_wished(line);
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
                        if wish != LineWish::Ask {
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
fn freed_by(case: &Case, lines: &[LineId], world: &World) -> Vec<Freed> {
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

impl Change<'_> {
    /// Puts lines at their offers and lets the holds go, so that they can be booked in the same transaction.
    async fn take_offers(&mut self, case: &mut Case, lines: &[LineId]) -> Result<DecidedBy, ServiceError> {
        let mut by = None;
        let mut lapsed = Vec::new();
        for id in lines {
            let line = case.line_mut(*id)?;
            let Some(offer) = line.offer.clone() else {
                return Err(ServiceError::Stale);
            };
            if offer.until <= self.now {
                lapsed.push(DateConflict {
                    line: Some(*id),
                    date: line.date,
                    clashes: Vec::new(),
                });
            }
            self.place_as_offered(line, &offer);
            by = Some(offer.by);
        }
        if !lapsed.is_empty() {
            return Err(ServiceError::Conflict(lapsed));
        }
        holds::release(self.tx, lines).await?;
        by.ok_or(ServiceError::Stale)
    }

    /// Ends offers: a counter-offered date is asked for as it was, one that came free makes the given move.
    pub(crate) async fn let_go(
        &mut self,
        case: &mut Case,
        lines: &[LineId],
        world: &World,
        came_free: LineMove,
    ) -> Result<Vec<Freed>, ServiceError> {
        let freed = freed_by(case, lines, world);
        holds::release(self.tx, lines).await?;
        for id in lines {
            let free = case
                .line(*id)?
                .offer
                .as_ref()
                .is_some_and(|offer| offer.came_free);
            let wanted = if free { came_free } else { LineMove::Decline };
            case.step(*id, wanted, self.now)?;
        }
        Ok(freed)
    }

    /// Judges dates that are asked for again: given at once if a rule says yes, left to a person otherwise.
    async fn ask_anew(
        &mut self,
        case: &mut Case,
        lines: &[LineId],
        mut world: World,
    ) -> Result<(), ServiceError> {
        self.look_at(&mut world, case, lines).await?;
        let found = slots(&world, case, lines);
        for (_, slot) in &found {
            match &slot.outcome {
                DateOutcome::Breaks(breaches) => {
                    let fault = Fault::Breaks(breaches.clone());
                    return Err(ServiceError::field("lines", fault));
                }
                DateOutcome::Closed(_) => {
                    let conflict = DateConflict {
                        line: None,
                        date: slot.date,
                        clashes: Vec::new(),
                    };
                    return Err(ServiceError::Conflict(vec![conflict]));
                }
                DateOutcome::Free | DateOutcome::Taken(_) | DateOutcome::LeftOut(_) => {}
            }
        }
        let free: Vec<LineId> = found
            .iter()
            .filter(|(_, slot)| slot.settled == Settled::Have)
            .map(|(id, _)| *id)
            .collect();
        let can_be_had: Vec<_> = found
            .iter()
            .filter(|(id, _)| free.contains(id))
            .cloned()
            .collect();
        // What is taken does not keep the rules from giving the rest.
        let verdict = verdict_on(&world, case, &can_be_had);
        let left = free.len() < lines.len();
        match by_rule(verdict.clone()) {
            Some(by) => {
                self.approve_by(case, &free, by, &world).await?;
                if !left {
                    return Ok(());
                }
            }
            None => self.save(case).await?,
        }
        let event = CaseEvent::LeftToPerson { verdict };
        self.record(&case.request, &event, Notify::Managers).await
    }
}
