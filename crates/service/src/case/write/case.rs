//! A case in hand: its request and dates, locked for a change.

use super::Change;
use crate::ServiceError;
use ledig_domain::{
    decision::Offer,
    id::{LineId, RequestId, SpaceId},
    request::{LineMove, LineState, RequestState, state_of},
    time::{Timestamp, WallSpan, resolve_span},
};
use ledig_store::{
    decisions::{self, Decision},
    requests::{self, Line, Request},
};
use std::collections::BTreeSet;

/// A case that is being changed.
#[derive(Debug)]
pub(crate) struct Case {
    /// The request.
    pub request: Request,
    /// Its dates, in order.
    pub lines: Vec<Line>,
    /// The decision in force.
    pub decision: Option<Decision>,
    changed: BTreeSet<LineId>,
}

impl Case {
    /// A case that is not stored yet.
    pub fn fresh(request: Request, lines: Vec<Line>) -> Self {
        Self {
            request,
            lines,
            decision: None,
            changed: BTreeSet::new(),
        }
    }

    /// A date of it.
    pub fn line(&self, id: LineId) -> Result<&Line, ServiceError> {
        self.lines
            .iter()
            .find(|line| line.id == id)
            .ok_or(ServiceError::NotFound)
    }

    /// A date of it, to be changed.
    pub fn line_mut(&mut self, id: LineId) -> Result<&mut Line, ServiceError> {
        self.changed.insert(id);
        self.lines
            .iter_mut()
            .find(|line| line.id == id)
            .ok_or(ServiceError::NotFound)
    }

    /// Moves a date; `Stale` when its state does not allow it any more.
    pub fn step(&mut self, id: LineId, wanted: LineMove, now: Timestamp) -> Result<&mut Line, ServiceError> {
        let line = self.line_mut(id)?;
        line.state = line.state.after(wanted).map_err(|_| ServiceError::Stale)?;
        line.waiting_since = (line.state == LineState::Waiting).then_some(now);
        if line.state != LineState::Offered {
            line.offer = None;
        }
        Ok(line)
    }

    /// Its dates in the given state, of those named; all of them when none is named.
    pub fn in_state(&self, state: LineState, named: &[LineId]) -> Vec<LineId> {
        self.lines
            .iter()
            .filter(|line| line.state == state && (named.is_empty() || named.contains(&line.id)))
            .map(|line| line.id)
            .collect()
    }

    /// The wished calendar dates of some of its lines.
    pub fn dates(&self, of: &[LineId]) -> Vec<chrono::NaiveDate> {
        self.lines
            .iter()
            .filter(|line| of.contains(&line.id))
            .map(|line| line.date)
            .collect()
    }
}

impl Change<'_> {
    /// Loads a case and locks it until the transaction ends.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn case(&mut self, id: RequestId) -> Result<Case, ServiceError> {
        let request = requests::lock(self.tx, id).await?.ok_or(ServiceError::NotFound)?;
        let lines = requests::lines(self.tx, id).await?;
        let decision = decisions::in_force(self.tx, id).await?;
        Ok(Case {
            request,
            lines,
            decision,
            changed: BTreeSet::new(),
        })
    }

    /// Puts a line at a place and time.
    pub fn place(&self, line: &mut Line, space: SpaceId, date: chrono::NaiveDate, times: WallSpan) {
        let span = resolve_span(date, times, self.service.zone());
        line.space_id = space;
        line.from_minute = times.from;
        line.to_minute = times.to;
        line.starts_at = span.start;
        line.ends_at = span.end;
    }

    /// Puts a line back to its wish.
    pub fn place_as_wished(&self, line: &mut Line) {
        let (space, date, times) = (line.wish_space_id, line.date, line.wished());
        self.place(line, space, date, times);
    }

    /// Puts a line at its offer.
    pub fn place_as_offered(&self, line: &mut Line, offer: &Offer) {
        self.place(line, offer.space, offer.date, offer.times);
    }

    /// Stores what was changed, and the request's state that follows from it.
    pub async fn save(&mut self, case: &mut Case) -> Result<(), ServiceError> {
        let changed: Vec<Line> = case
            .lines
            .iter()
            .filter(|line| case.changed.contains(&line.id))
            .cloned()
            .collect();
        requests::update_lines(self.tx, &changed).await?;
        for line in &mut case.lines {
            if case.changed.contains(&line.id) {
                line.version += 1;
            }
        }
        case.changed.clear();
        if case.request.state != RequestState::Withdrawn {
            let states: Vec<LineState> = case.lines.iter().map(|line| line.state).collect();
            case.request.state = state_of(&states);
        }
        let request = &case.request;
        requests::set_state(
            self.tx,
            request.id,
            request.version,
            request.state,
            request.decided_at,
        )
        .await?;
        case.request.version += 1;
        Ok(())
    }
}
