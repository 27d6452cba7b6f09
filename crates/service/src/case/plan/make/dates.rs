//! One date after the other: its outcome, the choice that was made for it, and its ways on.

use super::{Settled, Slot};
use crate::case::plan::world::{Around, World};
use chrono::NaiveDate;
use ledig_domain::{
    alternative::{Attempt, Ground, free_alternatives},
    id::{FacilityId, SpaceId},
    outcome::{Clash, DateOutcome},
    preview::{Choice, PreviewLine, Wish},
    recurrence::PlannedDate,
    time::{Span, WallSpan, resolve_span},
};

/// Goes through the dates in order.
pub(super) struct Maker<'a> {
    pub(super) world: &'a World,
    pub(super) wish: &'a Wish,
    pub(super) dates: &'a [PlannedDate],
    pub(super) tries: &'a [Attempt],
    /// What the dates so far take: units and range.
    pub(super) mine: Vec<(SpaceId, Span)>,
}

impl Maker<'_> {
    /// What becomes of the next date: as the applicant sees it, and as it would be sent unless it is left out.
    pub(super) fn line(&mut self, planned: PlannedDate) -> (PreviewLine, Option<Slot>) {
        let date = planned.date;
        let mut line = PreviewLine {
            date,
            outcome: DateOutcome::Free,
            alternatives: Vec::new(),
            choice: None,
            choice_lost: false,
        };
        if let Some(why) = planned.left_out {
            line.outcome = DateOutcome::LeftOut(why);
            return (line, None);
        }
        let (space, times) = (self.wish.space, self.wish.recurrence.times);
        line.outcome = self.outcome(date);
        let mut slot = Slot {
            date,
            space,
            times,
            span: resolve_span(date, times, self.world.zone),
            settled: if line.outcome.is_free() {
                Settled::Have
            } else {
                Settled::Open
            },
            outcome: line.outcome.clone(),
        };
        if let Some(choice) = self.wish.choices.get(&date) {
            self.choose(*choice, &mut line, &mut slot);
        }
        if line.outcome.needs_choice() || line.choice_lost {
            let (besides, mine) = (
                |facility, date| self.besides(facility, date),
                |space, range| self.takes(space, range),
            );
            let ground = Around {
                world: self.world,
                besides: &besides,
                mine: &mine,
            };
            line.alternatives = free_alternatives(
                self.tries,
                &self.world.land.spaces,
                self.world.party(),
                date,
                &ground,
            );
        }
        if slot.settled == Settled::Have {
            let range = self.world.range(slot.space, date, slot.times);
            self.mine.push((slot.space, range));
        }
        (line, Some(slot))
    }

    fn outcome(&self, date: NaiveDate) -> DateOutcome {
        let (space, times) = (self.wish.space, self.wish.recurrence.times);
        let besides = self
            .world
            .facility(space)
            .map_or(0, |facility| self.besides(facility, date));
        let outcome = self.world.outcome(space, date, times, besides);
        if outcome.is_free() && self.takes(space, self.world.range(space, date, times)) {
            let own = Clash {
                times,
                space: self.world.name(space),
                by: None,
                own: true,
            };
            return DateOutcome::Taken(vec![own]);
        }
        outcome
    }

    fn choose(&self, choice: Choice, line: &mut PreviewLine, slot: &mut Slot) {
        let free = line.outcome.is_free();
        match choice {
            Choice::Drop => slot.settled = Settled::Drop,
            // A date that came free meanwhile is simply asked for.
            Choice::Wait | Choice::Ask if free => return,
            Choice::Wait if matches!(line.outcome, DateOutcome::Taken(_) | DateOutcome::Closed(_)) => {
                slot.settled = Settled::Wait;
            }
            Choice::Ask if matches!(line.outcome, DateOutcome::Taken(_)) => slot.settled = Settled::Ask,
            Choice::Take { space, times } if self.can_take(space, slot.date, times) => {
                slot.settled = Settled::Have;
                slot.space = space;
                slot.times = times;
                slot.span = resolve_span(slot.date, times, self.world.zone);
            }
            Choice::Take { .. } | Choice::Wait | Choice::Ask => {
                line.choice_lost = true;
                return;
            }
        }
        line.choice = Some(choice);
    }

    fn can_take(&self, space: SpaceId, date: NaiveDate, times: WallSpan) -> bool {
        let (besides, mine) = (
            |facility, date| self.besides(facility, date),
            |space, range| self.takes(space, range),
        );
        let ground = Around {
            world: self.world,
            besides: &besides,
            mine: &mine,
        };
        let open = ground
            .hours(space)
            .is_some_and(|hours| hours.check(date, times).is_ok());
        open && self.world.info(space).is_some_and(|info| info.bookable) && ground.is_free(space, date, times)
    }

    /// Minutes in the date's week at the facility besides the date: held ones, and the wish's other dates.
    fn besides(&self, facility: FacilityId, date: NaiveDate) -> u32 {
        use chrono::Datelike;
        let week = date.iso_week();
        let others = self
            .dates
            .iter()
            .filter(|one| one.left_out.is_none() && one.date != date && one.date.iso_week() == week)
            .filter_map(|one| match self.wish.choices.get(&one.date) {
                Some(Choice::Drop | Choice::Wait) => None,
                Some(Choice::Take { space, times }) => Some((*space, *times)),
                Some(Choice::Ask) | None => Some((self.wish.space, self.wish.recurrence.times)),
            })
            .filter(|(space, _)| self.world.facility(*space) == Some(facility))
            .map(|(_, times)| u32::from(times.minutes()));
        self.world.held.at(facility, date) + others.sum::<u32>()
    }

    /// Whether an earlier date of the wish takes some of the range.
    fn takes(&self, space: SpaceId, range: Span) -> bool {
        let units = |space: SpaceId| self.world.land.footing.get(&space).map(|footing| &footing.units);
        self.mine.iter().rev().any(|(other, taken)| {
            taken.overlaps(range)
                && match (units(*other), units(space)) {
                    (Some(one), Some(two)) => one.iter().any(|unit| two.contains(unit)),
                    _ => false,
                }
        })
    }
}
