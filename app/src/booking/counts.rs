//! The answer: how many dates are free, and what is with the others.

use crate::texts::{Lang, booking as t, day};
use chrono::{Datelike as _, NaiveDate, Weekday};
use ledig_domain::{
    outcome::DateOutcome,
    preview::{Choice, Preview, PreviewLine},
    recurrence::LeftOut,
    time::WallSpan,
};
use std::collections::BTreeSet;

/// «36 av 40 tirsdager er ledige. 3 er opptatt, 1 er i vinterferien.»
pub(super) fn answer(l: Lang, preview: &Preview, times: WallSpan) -> String {
    match preview.lines.as_slice() {
        [] => String::new(),
        [line] => alone(l, line, times),
        lines => many(l, preview, lines),
    }
}

fn alone(l: Lang, line: &PreviewLine, times: WallSpan) -> String {
    let when = day::capital(&day::date_times(l, line.date, times));
    match &line.outcome {
        DateOutcome::Free => t::one_is_free(l, &when),
        DateOutcome::Taken(_) => t::one_is_taken(l, &when),
        DateOutcome::Closed(_) => t::one_is_closed(l, &when),
        DateOutcome::Breaks(_) => t::one_breaks(l, &when),
        DateOutcome::LeftOut(why) => format!("{}.", t::n_out_at(l, 1, left_out(l, *why))),
    }
}

fn many(l: Lang, preview: &Preview, lines: &[PreviewLine]) -> String {
    let counts = preview.counts();
    let noun = only_weekday(lines.iter().map(|line| line.date)).map_or_else(
        || t::many_dates(l).to_owned(),
        |weekday| day::weekdays(l, weekday),
    );
    if counts.free == lines.len() {
        return t::all_free(l, counts.free, &noun);
    }
    let mut rest = Vec::new();
    let told = [
        (counts.taken, t::n_taken as fn(Lang, usize) -> String),
        (counts.closed, t::n_closed),
        (counts.breaks, t::n_break),
    ];
    rest.extend(
        told.into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, tell)| tell(l, n)),
    );
    rest.extend(left_out_groups(l, lines));
    format!(
        "{} {}.",
        t::some_free(l, counts.free, lines.len(), &noun),
        rest.join(", ")
    )
}

/// The weekday of all dates, if it is one and the same.
pub(super) fn only_weekday(dates: impl Iterator<Item = NaiveDate>) -> Option<Weekday> {
    let mut weekdays = dates.map(|date| date.weekday());
    let first = weekdays.next()?;
    weekdays.all(|weekday| weekday == first).then_some(first)
}

/// «4 er i skoleferier», «1 er i vinterferien», «2 er på helligdager», «1 er tatt ut».
fn left_out_groups(l: Lang, lines: &[PreviewLine]) -> Vec<String> {
    let (mut school, mut public, mut by_hand) = (Vec::new(), 0, 0);
    for line in lines {
        match &line.outcome {
            DateOutcome::LeftOut(LeftOut::SchoolHoliday(kind)) => school.push(*kind),
            DateOutcome::LeftOut(LeftOut::PublicHoliday(_)) => public += 1,
            DateOutcome::LeftOut(LeftOut::Excluded) => by_hand += 1,
            _ => {}
        }
    }
    let mut told = Vec::new();
    if let Some(first) = school.first() {
        let one_kind = school.iter().all(|kind| kind == first);
        let place = if one_kind {
            t::in_break(l, *first)
        } else {
            t::in_school_holidays(l)
        };
        told.push(t::n_out_at(l, school.len(), place));
    }
    if public > 0 {
        let place = if public == 1 {
            t::on_a_public_holiday(l)
        } else {
            t::on_public_holidays(l)
        };
        told.push(t::n_out_at(l, public, place));
    }
    if by_hand > 0 {
        told.push(t::n_taken_out(l, by_hand));
    }
    told
}

/// «i vinterferien», «på en helligdag».
pub(super) fn left_out(l: Lang, why: LeftOut) -> &'static str {
    match why {
        LeftOut::Excluded => t::taken_out(l),
        LeftOut::SchoolHoliday(kind) => t::in_break(l, kind),
        LeftOut::PublicHoliday(_) => t::on_a_public_holiday(l),
    }
}

/// «Du søker om 37 datoer · 1 venter · 2 må du velge for», for the bar with the button.
pub(super) fn summary(l: Lang, preview: &Preview) -> String {
    let made = |chosen: Choice| {
        preview
            .lines
            .iter()
            .filter(|line| line.choice == Some(chosen))
            .count()
    };
    let (waits, skipped) = (made(Choice::Wait), made(Choice::Drop));
    let asked = preview.lines.iter().filter(|line| asks(line)).count();
    if preview.lines.len() == 1 && !unsettled(preview).is_empty() {
        return t::asks_none(l).to_owned();
    }
    let mut told = vec![t::asks_for(l, asked)];
    for (n, tell) in [
        (waits, t::n_wait as fn(Lang, usize) -> String),
        (skipped, t::n_skipped),
        (unsettled(preview).len(), t::n_unsettled),
    ] {
        if n > 0 {
            told.push(tell(l, n));
        }
    }
    told.join(" · ")
}

/// Whether the date would be asked for, as it is or with another time or place.
fn asks(line: &PreviewLine) -> bool {
    match line.choice {
        Some(Choice::Drop | Choice::Wait) => false,
        Some(Choice::Take { .. } | Choice::Ask) => true,
        None => line.outcome.is_free(),
    }
}

/// The dates that are still to be chosen for.
pub fn unsettled(preview: &Preview) -> BTreeSet<NaiveDate> {
    let open = preview
        .lines
        .iter()
        .filter(|line| line.choice.is_none() && (line.outcome.needs_choice() || line.choice_lost));
    open.map(|line| line.date).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_domain::{auto_rule::Verdict, calendar::DayOffKind};

    fn line(date: &str, outcome: DateOutcome) -> PreviewLine {
        PreviewLine {
            date: date.parse().unwrap(),
            outcome,
            alternatives: Vec::new(),
            choice: None,
            choice_lost: false,
        }
    }

    fn told(lines: Vec<PreviewLine>) -> [String; 3] {
        let preview = Preview {
            lines,
            fault: None,
            verdict: Verdict::Person { tried: Vec::new() },
            usual_seconds: None,
            class: None,
            proxy_calendar: false,
            today: "2026-08-01".parse().unwrap(),
        };
        let times = WallSpan::new("18:00".parse().unwrap(), "19:30".parse().unwrap()).unwrap();
        Lang::ALL.map(|l| answer(l, &preview, times))
    }

    #[test]
    fn the_answer_counts_what_is_free_and_says_what_is_with_the_rest() {
        let winter = DateOutcome::LeftOut(LeftOut::SchoolHoliday(DayOffKind::WinterBreak));
        let lines = vec![
            line("2027-02-02", DateOutcome::Free),
            line("2027-02-09", DateOutcome::Free),
            line("2027-02-16", DateOutcome::Taken(Vec::new())),
            line("2027-02-23", winter),
        ];
        assert_eq!(
            told(lines),
            [
                "2 av 4 tirsdager er ledige. 1 er opptatt, 1 er i vinterferien.",
                "2 av 4 tysdagar er ledige. 1 er oppteken, 1 er i vinterferien.",
                "2 of 4 Tuesdays are free. 1 is taken, 1 in the winter break.",
            ]
        );
    }

    #[test]
    fn dates_of_several_weekdays_are_just_dates() {
        let lines = vec![
            line("2026-09-08", DateOutcome::Free),
            line("2026-09-10", DateOutcome::Free),
        ];
        assert_eq!(told(lines)[0], "Begge datoer er ledige.");
    }

    #[test]
    fn one_date_is_told_in_full() {
        assert_eq!(
            told(vec![line("2026-09-08", DateOutcome::Free)])[0],
            "Tirsdag 8. september kl. 18.00–19.30 er ledig."
        );
    }
}
