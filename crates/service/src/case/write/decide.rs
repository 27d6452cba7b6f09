//! Writing a decision: cumulative, immutable, superseding the one before.

use super::{Change, case::Case};
use crate::ServiceError;
use ledig_domain::{
    decision::{DecidedBy, Outcome, RejectionReason, appeal_deadline},
    id::{DecisionId, LineId},
    request::LineState,
    time::local_date,
};
use ledig_store::{
    decisions::{self, Decision, DecisionLine},
    municipality,
};
use std::collections::BTreeMap;

/// Why dates are refused, with own words.
pub(crate) type Refusals = BTreeMap<LineId, (RejectionReason, String)>;

impl Change<'_> {
    /// Decides the case as its dates stand now. Dates that are left out or cancelled are not spoken of.
    ///
    /// Earlier refusals keep their reasons.
    pub async fn decision(
        &mut self,
        case: &mut Case,
        by: DecidedBy,
        refusals: &Refusals,
        text: &str,
    ) -> Result<DecisionId, ServiceError> {
        let municipality = municipality::get(self.tx).await?.ok_or(ServiceError::NotFound)?;
        let before = match &case.decision {
            Some(decision) => decisions::lines(self.tx, &[decision.id]).await?,
            None => Vec::new(),
        };
        let zone = self.service.zone();
        let id: DecisionId = self.service.new_id(self.now);
        let mut lines = Vec::new();
        for line in &case.lines {
            if matches!(line.state, LineState::Dropped | LineState::Cancelled) {
                continue;
            }
            let earlier = before.iter().find(|old| old.line_id == line.id);
            let refusal = refusals.get(&line.id).cloned().or_else(|| {
                let old = earlier.filter(|_| line.state == LineState::Rejected)?;
                Some((old.reason?, old.reason_text.clone()))
            });
            let (reason, reason_text) =
                refusal.map_or((None, String::new()), |(why, text)| (Some(why), text));
            lines.push(DecisionLine {
                decision_id: id,
                line_id: line.id,
                date: local_date(line.starts_at, zone),
                space_id: line.space_id,
                from_minute: line.from_minute,
                to_minute: line.to_minute,
                state: line.state,
                reason,
                reason_text,
            });
        }
        let decision = Decision {
            id,
            request_id: case.request.id,
            number: case.decision.as_ref().map_or(1, |old| old.number + 1),
            outcome: outcome_of(case),
            decided_by: by,
            reason: refusals.values().next().map(|(reason, _)| *reason),
            reason_text: text.trim().to_owned(),
            appeal_deadline: appeal_deadline(local_date(self.now, zone), municipality.appeal_days),
            appeal_body: municipality.appeal_body,
            supersedes: case.decision.as_ref().map(|old| old.id),
            decided_at: self.now,
        };
        decisions::insert(self.tx, &decision, &lines).await?;
        case.decision = Some(decision);
        case.request.decided_at = Some(self.now);
        Ok(id)
    }
}

/// What the decision says as a whole: of the dates that were given or refused.
pub(crate) fn outcome_of(case: &Case) -> Outcome {
    let given = |state| matches!(state, LineState::Approved | LineState::Cancelled);
    let refused = |state| state == LineState::Rejected;
    let has = |test: &dyn Fn(LineState) -> bool| case.lines.iter().any(|line| test(line.state));
    let open = has(&|state| matches!(state, LineState::Asked | LineState::Offered | LineState::Waiting));
    match (has(&given), has(&refused)) {
        (true, false) if !open => Outcome::Approved,
        (true, _) => Outcome::Partly,
        (false, _) => Outcome::Rejected,
    }
}
