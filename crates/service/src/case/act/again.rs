//! Ending offers, and asking for dates anew.

use super::freed_by;
use crate::case::{
    plan::{Settled, World},
    step::CaseEvent,
    write::{Case, Change, Freed, Notify, by_rule, slots, verdict_on},
};
use crate::{DateConflict, Fault, ServiceError};
use ledig_domain::{decision::DecidedBy, id::LineId, outcome::DateOutcome, request::LineMove};
use ledig_store::holds;

impl Change<'_> {
    /// Puts lines at their offers and lets the holds go, so that they can be booked in the same transaction.
    pub(super) async fn take_offers(
        &mut self,
        case: &mut Case,
        lines: &[LineId],
    ) -> Result<DecidedBy, ServiceError> {
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
    pub(super) async fn ask_anew(
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
