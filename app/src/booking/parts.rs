//! The dates as chips, by month.

use super::{counts, draft::Draft, name, ways};
use crate::{
    islands::booking::{Chip, ChipKind, Month, Tick},
    texts::{Lang, booking as t, common, day},
};
use chrono::{Datelike as _, NaiveDate};
use ledig_domain::{
    outcome::DateOutcome,
    preview::{Choice, Preview, PreviewLine},
    recurrence::LeftOut,
    time::WallSpan,
};

/// Every date as a chip, by month.
pub(super) fn months(l: Lang, preview: &Preview, times: WallSpan) -> Vec<Month> {
    let one_weekday = counts::only_weekday(preview.lines.iter().map(|line| line.date)).is_some();
    let mut months: Vec<Month> = Vec::new();
    let mut at = None;
    for line in &preview.lines {
        let month = (line.date.year(), line.date.month());
        if at != Some(month) {
            let name = day::month(l, month.1);
            let new_year = at.map_or(month.0 != preview.today.year(), |(year, _)| year != month.0);
            months.push(Month {
                name: if new_year {
                    format!("{name} {}", month.0)
                } else {
                    name.to_owned()
                },
                chips: Vec::new(),
            });
            at = Some(month);
        }
        if let Some(month) = months.last_mut() {
            month.chips.push(chip(l, line, times, one_weekday));
        }
    }
    months
}

fn chip(l: Lang, line: &PreviewLine, times: WallSpan, one_weekday: bool) -> Chip {
    let dropped = line.choice == Some(Choice::Drop);
    let (kind, on, what) = match &line.outcome {
        DateOutcome::Free if line.choice_lost => {
            (ChipKind::Clash, false, pair(common::free(l), t::see_ways(l)))
        }
        DateOutcome::Free if dropped => (
            ChipKind::Free,
            true,
            format!("{}, {}", common::free(l), t::skipped(l)),
        ),
        DateOutcome::Free => (ChipKind::Free, false, pair(common::free(l), t::press_to_skip(l))),
        DateOutcome::LeftOut(LeftOut::Excluded) => (ChipKind::Excluded, false, t::taken_out(l).to_owned()),
        DateOutcome::LeftOut(why) => (
            ChipKind::LeftOut,
            false,
            pair(counts::left_out(l, *why), t::press_to_take_in(l)),
        ),
        DateOutcome::Taken(_) => clashing(l, line, common::taken(l)),
        DateOutcome::Closed(_) => clashing(l, line, common::closed(l)),
        DateOutcome::Breaks(_) => clashing(l, line, t::against_rules(l)),
    };
    let day = line.date.day();
    Chip {
        date: line.date.to_string(),
        label: if one_weekday {
            format!("{day}.")
        } else {
            format!("{} {day}.", day::weekday_short(l, line.date.weekday()))
        },
        spoken: ways::spoken(l, line, times, &what),
        kind,
        on,
    }
}

fn clashing(l: Lang, line: &PreviewLine, what: &str) -> (ChipKind, bool, String) {
    let (kind, then) = match line.choice {
        None => (ChipKind::Clash, t::see_ways(l)),
        Some(Choice::Drop) => (ChipKind::Settled, t::skipped(l)),
        Some(Choice::Wait) => (ChipKind::Settled, t::chose_wait(l)),
        Some(Choice::Ask) => (ChipKind::Settled, t::chose_ask(l)),
        Some(Choice::Take { .. }) => (ChipKind::Settled, t::chose_other(l)),
    };
    (kind, false, pair(what, then))
}

fn pair(what: &str, then: &str) -> String {
    format!("{what}. {then}")
}

/// The dates that were put in or taken out by hand.
pub(super) fn ticks(l: Lang, draft: &Draft) -> (Vec<Tick>, Vec<Tick>) {
    if !draft.repeats() {
        return (Vec::new(), Vec::new());
    }
    let tick = |date: NaiveDate| Tick {
        date: date.to_string(),
        label: day::date(l, date),
    };
    let of = |field| draft.dates(field).into_iter().map(tick).collect();
    (of(name::ADDED), of(name::EXCLUDED))
}
