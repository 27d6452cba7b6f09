//! Time that came free goes to those who wait for it: by priority class, then by how long they waited.

use super::{
    Change, Notify,
    case::Case,
    judge::{by_rule, slots, verdict_on},
};
use crate::{
    Service, ServiceError, Viewer,
    case::{
        plan::{Settled, World, asker},
        step::{CaseEvent, Turn, TurnBecause},
    },
};
use ledig_domain::{
    decision::{DecidedBy, Offer, Outcome},
    id::{LineId, SpaceId},
    priority::ClassPlace,
    request::LineMove,
    time::{Span, Timestamp},
};
use ledig_store::{
    Tx,
    requests::{self, Rival},
};

/// Time that came free: a space and the range that was taken there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Freed {
    /// Where.
    pub space: SpaceId,
    /// When, setup and teardown included.
    pub span: Span,
}

/// Who stands before whom: lower class first, then longest waiting, then the older line.
fn standing(rival: &Rival) -> (u8, Timestamp, LineId) {
    let place = rival.class_place.as_ref().map_or(u8::MAX, |class| class.place);
    (place, rival.waiting_since.unwrap_or(rival.sent_at), rival.line_id)
}

impl Service {
    /// Offers time that came free, other than by a cancellation, to those who wait for it.
    pub(crate) async fn time_came_free(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        space: SpaceId,
        span: Span,
    ) -> Result<(), ServiceError> {
        let asker = asker(tx, None, None, None).await?;
        let world = self.bare_world(tx, viewer, asker, None).await?;
        let freed = [Freed { space, span }];
        Change::by(self, tx, viewer).turn(&freed, &[], &world).await?;
        Ok(())
    }
}

impl Change<'_> {
    /// Gives what came free to those who wait; gives how many dates got their turn. `passed` are not asked again now.
    ///
    /// The first in line gets the time held if a rule, or the decision in force on the case, answers for it.
    /// Otherwise everybody who waits for it is asked for anew, and a person chooses between them.
    pub async fn turn(
        &mut self,
        freed: &[Freed],
        passed: &[LineId],
        world: &World,
    ) -> Result<u32, ServiceError> {
        let units = world.units_of(freed.iter().map(|one| one.space));
        // Setup and teardown of those who wait may reach into what came free: an hour is ample.
        let spans: Vec<Span> = freed.iter().map(|one| one.span.widened(60, 60)).collect();
        let mut queue = requests::waiting(self.tx, &units, &spans, None).await?;
        queue.retain(|rival| {
            let wanted = world.units_of([rival.space_id]);
            !passed.contains(&rival.line_id)
                && freed.iter().any(|one| {
                    one.span.widened(60, 60).overlaps(rival.span())
                        && world
                            .units_of([one.space])
                            .iter()
                            .any(|unit| wanted.contains(unit))
                })
        });
        queue.sort_by_key(standing);
        let mut turned = 0;
        let mut done: Vec<LineId> = Vec::new();
        for index in 0..queue.len() {
            let rival = queue[index].clone();
            if done.contains(&rival.line_id) {
                continue;
            }
            let same: Vec<Rival> = queue[index + 1..]
                .iter()
                .filter(|other| !done.contains(&other.line_id) && wants_same(world, &rival, other))
                .cloned()
                .collect();
            let turn = turn_of(&rival, &same);
            match self.first_in_line(&rival, turn.clone()).await? {
                First::Nothing => {}
                First::Held => {
                    turned += 1;
                    done.push(rival.line_id);
                    // The others go on waiting for it.
                    done.extend(same.iter().map(|other| other.line_id));
                }
                First::PersonChooses => {
                    turned += 1;
                    done.push(rival.line_id);
                    for other in same {
                        let turn = Turn {
                            class: class_of(&other),
                            waited_since: other.waiting_since.unwrap_or(other.sent_at),
                            ..turn.clone()
                        };
                        if self.ask_again(&other, turn).await? {
                            turned += 1;
                            done.push(other.line_id);
                        }
                    }
                }
            }
        }
        Ok(turned)
    }

    async fn first_in_line(&mut self, rival: &Rival, turn: Turn) -> Result<First, ServiceError> {
        let mut case = self.case(rival.request_id).await?;
        let mut world = self.world_of(&case.request, &Viewer::ANYBODY).await?;
        let line = [rival.line_id];
        self.look_at(&mut world, &case, &line).await?;
        let found = slots(&world, &case, &line);
        if found.iter().any(|(_, slot)| slot.settled != Settled::Have) {
            return Ok(First::Nothing);
        }
        let by = by_rule(verdict_on(&world, &case, &found)).or_else(|| answered_for(&case));
        let Some(by) = by else {
            let turn = Turn {
                because: TurnBecause::PersonChooses,
                ..turn
            };
            self.ask(&mut case, rival, turn).await?;
            return Ok(First::PersonChooses);
        };
        let standing = case.line(rival.line_id)?;
        let hours = i64::from(self.service.settings().offer_hours);
        // Never held beyond the start.
        let until = self.now.plus(hours * 3600).min(standing.starts_at);
        let offer = Offer {
            space: standing.space_id,
            date: standing.date,
            times: standing.times(),
            until,
            by,
            came_free: true,
        };
        match self.offer(&mut case, vec![(rival.line_id, offer)], &world).await {
            Err(ServiceError::Conflict(_)) => return Ok(First::Nothing),
            other => other?,
        }
        self.save(&mut case).await?;
        let event = CaseEvent::WaitingCameFree {
            date: rival.date,
            until: Some(until),
            turn,
        };
        self.record(&case.request, &event, Notify::Applicant).await?;
        Ok(First::Held)
    }

    async fn ask_again(&mut self, rival: &Rival, turn: Turn) -> Result<bool, ServiceError> {
        let mut case = self.case(rival.request_id).await?;
        let world = self.world_of(&case.request, &Viewer::ANYBODY).await?;
        let standing = case.line(rival.line_id)?;
        let besides = 0;
        if !world
            .breaches(standing.space_id, standing.date, standing.times(), besides)
            .is_empty()
        {
            return Ok(false);
        }
        self.ask(&mut case, rival, turn).await?;
        Ok(true)
    }

    async fn ask(&mut self, case: &mut Case, rival: &Rival, mut turn: Turn) -> Result<(), ServiceError> {
        turn.because = TurnBecause::PersonChooses;
        case.step(rival.line_id, LineMove::Ask, self.now)?;
        self.save(case).await?;
        let event = CaseEvent::WaitingCameFree {
            date: rival.date,
            until: None,
            turn,
        };
        self.record(&case.request, &event, Notify::Applicant).await
    }
}

/// What became of the first in line.
enum First {
    /// The time is not wholly free, or the rules for the space are against it: nothing changed.
    Nothing,
    /// It is held for the applicant.
    Held,
    /// It is asked for anew.
    PersonChooses,
}

/// In whose name more of the case may be given: that of the decision in force, if it gave anything.
fn answered_for(case: &Case) -> Option<DecidedBy> {
    case.decision
        .as_ref()
        .filter(|decision| decision.outcome != Outcome::Rejected)
        .map(|decision| decision.decided_by.clone())
}

fn wants_same(world: &World, one: &Rival, other: &Rival) -> bool {
    let (first, second) = (world.units_of([one.space_id]), world.units_of([other.space_id]));
    one.span().overlaps(other.span()) && first.iter().any(|unit| second.contains(unit))
}

fn class_of(rival: &Rival) -> ClassPlace {
    rival.class_place.clone().unwrap_or(ClassPlace {
        place: u8::MAX,
        name: String::new(),
        version: 0,
    })
}

fn turn_of(rival: &Rival, others: &[Rival]) -> Turn {
    let class = class_of(rival);
    let because = match others.first() {
        None => TurnBecause::Only,
        Some(next) if class_of(next).place > class.place => TurnBecause::HigherClass,
        Some(_) => TurnBecause::WaitedLongest,
    };
    Turn {
        others: u32::try_from(others.len()).unwrap_or(u32::MAX),
        because,
        class,
        waited_since: rival.waiting_since.unwrap_or(rival.sent_at),
    }
}
