//! What the rules say of some dates of a case, apart from the rest.

use super::{Change, case::Case};
use crate::{
    ServiceError, Viewer,
    case::plan::{Settled, Slot, World, asker, judge_slots},
};
use ledig_domain::{
    auto_rule::Verdict,
    decision::DecidedBy,
    id::{LineId, RequestId},
    outcome::DateOutcome,
    time::Span,
};
use ledig_store::{requests::Request, rules};

impl Change<'_> {
    /// The world as the case's applicant finds it; nothing is busy in it yet.
    pub async fn world_of(&mut self, request: &Request, viewer: &Viewer) -> Result<World, ServiceError> {
        let asker = asker(
            self.tx,
            request.organisation_id,
            request.team_id,
            Some(request.person_id),
        )
        .await?;
        self.service
            .bare_world(self.tx, viewer, asker, request.persons)
            .await
    }

    /// Loads what the rules look at for some dates of a case.
    pub async fn look_at(
        &mut self,
        world: &mut World,
        case: &Case,
        lines: &[LineId],
    ) -> Result<(), ServiceError> {
        let chosen = case.lines.iter().filter(|line| lines.contains(&line.id));
        let (mut spaces, mut dates, mut windows): (Vec<_>, Vec<_>, Vec<Span>) = Default::default();
        for line in chosen {
            spaces.extend([line.space_id, line.wish_space_id]);
            dates.push(line.date);
            windows.push(world.window(line.date, line.times()));
            windows.push(world.window(line.date, line.wished()));
        }
        let except: Option<RequestId> = Some(case.request.id);
        world.load_held(self.tx, &dates).await?;
        world.load_near(self.tx, &spaces, &windows, except).await?;
        world.rules = rules::active(self.tx).await?;
        Ok(())
    }
}

/// Each of the dates where it stands, as the rules would judge it now.
pub(crate) fn slots(world: &World, case: &Case, lines: &[LineId]) -> Vec<(LineId, Slot)> {
    case.lines
        .iter()
        .filter(|line| lines.contains(&line.id))
        .map(|line| {
            let besides = world
                .facility(line.space_id)
                .map_or(0, |facility| world.held.at(facility, line.date));
            let outcome = world.outcome(line.space_id, line.date, line.times(), besides);
            let settled = match outcome {
                DateOutcome::Free => Settled::Have,
                DateOutcome::Taken(_) => Settled::Ask,
                _ => Settled::Open,
            };
            let slot = Slot {
                date: line.date,
                space: line.space_id,
                times: line.times(),
                span: line.span(),
                settled,
                outcome,
            };
            (line.id, slot)
        })
        .collect()
}

/// What the rules say of the dates.
pub(crate) fn verdict_on(world: &World, case: &Case, slots: &[(LineId, Slot)]) -> Verdict {
    let slots: Vec<Slot> = slots.iter().map(|(_, slot)| slot.clone()).collect();
    judge_slots(world, case.request.space_id, &slots)
}

/// The rule of a verdict that says yes.
pub(crate) fn by_rule(verdict: Verdict) -> Option<DecidedBy> {
    match verdict {
        Verdict::Approve { rule, version, name } => Some(DecidedBy::Rule { rule, version, name }),
        Verdict::Person { .. } => None,
    }
}
