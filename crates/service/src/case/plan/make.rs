//! From wish and world to each date's outcome, ways on, and who would decide.

mod dates;

use super::{facts::judge_slots, world::World};
use chrono::NaiveDate;
use dates::Maker;
use ledig_domain::{
    alternative::{Attempt, WishedTime, attempts},
    auto_rule::Verdict,
    id::SpaceId,
    outcome::DateOutcome,
    preview::{Preview, Wish},
    recurrence::{PlannedDate, RecurrenceFault},
    time::{Span, WallSpan, local_date},
};

/// What becomes of a wish.
#[derive(Debug)]
pub(crate) struct Plan {
    /// As the applicant sees it.
    pub preview: Preview,
    /// Every date that is not left out, as it would be sent.
    pub slots: Vec<Slot>,
}

/// A date as it would be sent.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// Which.
    pub date: NaiveDate,
    /// Where: as wished, or as chosen instead.
    pub space: SpaceId,
    /// When, on the clock.
    pub times: WallSpan,
    /// When, without setup and teardown.
    pub span: Span,
    /// What becomes of it.
    pub settled: Settled,
    /// What became of it as it was wished.
    pub outcome: DateOutcome,
}

/// What becomes of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    /// It can be had.
    Have,
    /// It cannot, and a person shall judge.
    Ask,
    /// It waits.
    Wait,
    /// It is left out.
    Drop,
    /// A choice is needed.
    Open,
}

impl Plan {
    /// Whether it can be sent as it is.
    pub fn is_settled(&self) -> bool {
        self.preview.fault.is_none()
            && self.slots.iter().all(|slot| slot.settled != Settled::Open)
            && self.preview.lines.iter().all(|line| !line.choice_lost)
    }
}

/// Computes the plan, with ways on out of `tries`.
pub(crate) fn make(world: &World, wish: &Wish, tries: &[Attempt]) -> Plan {
    let mut preview = Preview {
        lines: Vec::new(),
        fault: None,
        verdict: Verdict::Person { tried: Vec::new() },
        usual_seconds: world.usual_seconds,
        class: world.asker.class.clone(),
        proxy_calendar: false,
        today: local_date(world.now, world.zone),
    };
    let dates = match wish.recurrence.expand(&world.calendar) {
        Ok(dates) => dates,
        Err(fault) => return faulty(preview, fault),
    };
    preview.proxy_calendar = uses_proxy(world, wish, &dates);
    let mut maker = Maker {
        world,
        wish,
        dates: &dates,
        tries,
        mine: Vec::new(),
    };
    let mut slots = Vec::new();
    for planned in &dates {
        let (line, slot) = maker.line(*planned);
        preview.lines.push(line);
        slots.extend(slot);
    }
    preview.verdict = judge_slots(world, wish.space, &slots);
    Plan { preview, slots }
}

/// What is worth trying instead of the wish, on any date.
pub(crate) fn tries(world: &World, wish: &Wish) -> Vec<Attempt> {
    let grid = world
        .land
        .footing
        .get(&wish.space)
        .map_or(15, |footing| footing.rules.grid_minutes);
    attempts(
        &WishedTime {
            space: wish.space,
            times: wish.recurrence.times,
            persons: wish.persons,
            grid,
        },
        &world.land.spaces,
    )
}

fn faulty(mut preview: Preview, fault: RecurrenceFault) -> Plan {
    preview.fault = Some(fault);
    Plan {
        preview,
        slots: Vec::new(),
    }
}

fn uses_proxy(world: &World, wish: &Wish, dates: &[PlannedDate]) -> bool {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else {
        return false;
    };
    let touches = |from: NaiveDate, to: NaiveDate| from <= last.date && first.date <= to;
    let mut off = world.calendar.school.iter();
    wish.recurrence.not_school_holidays && off.any(|off| off.proxy && touches(off.dates.from, off.dates.to))
}
