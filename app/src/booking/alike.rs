//! Which choices a date allows, and which other dates are like it.

use super::choice;
use chrono::NaiveDate;
use ledig_domain::{
    outcome::DateOutcome,
    preview::{Choice, PreviewLine},
};
use std::collections::BTreeMap;

/// Whether the choice can be made for the date.
pub fn allows(line: &PreviewLine, chosen: Choice) -> bool {
    match chosen {
        Choice::Drop => true,
        Choice::Wait | Choice::Ask => matches!(line.outcome, DateOutcome::Taken(_)),
        Choice::Take { space, times } => line
            .alternatives
            .iter()
            .any(|other| other.space == space && other.times == times),
    }
}

/// The other dates that cannot be had for the same kind of reason, allow the choice, and have not made it.
pub fn like(lines: &[PreviewLine], date: NaiveDate, chosen: Choice) -> BTreeMap<NaiveDate, Choice> {
    let Some(model) = lines.iter().find(|line| line.date == date) else {
        return BTreeMap::new();
    };
    lines
        .iter()
        .filter(|line| line.date != date && line.outcome.needs_choice())
        .filter(|line| std::mem::discriminant(&line.outcome) == std::mem::discriminant(&model.outcome))
        .filter(|line| line.choice != Some(chosen) && allows(line, chosen))
        .map(|line| (line.date, chosen))
        .collect()
}

/// The form's value for the choice, and whether it is made.
pub fn field(line: &PreviewLine, offered: Choice) -> (String, bool) {
    (choice::write(offered), line.choice == Some(offered))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_domain::{
        alternative::{Alternative, Way},
        id::SpaceId,
        outcome::Clash,
        time::WallSpan,
    };

    fn evening() -> WallSpan {
        WallSpan::new("18:00".parse().unwrap(), "19:30".parse().unwrap()).unwrap()
    }

    fn part_b() -> SpaceId {
        "0190a0b0-0000-7000-8000-00000000000b".parse().unwrap()
    }

    fn line(date: &str, outcome: DateOutcome, with_part_b: bool) -> PreviewLine {
        let part = Alternative {
            space: part_b(),
            space_name: "Del B".to_owned(),
            facility_name: "Hallen".to_owned(),
            times: evening(),
            why: Way::OtherPart,
        };
        PreviewLine {
            date: date.parse().unwrap(),
            outcome,
            alternatives: with_part_b.then_some(part).into_iter().collect(),
            choice: None,
            choice_lost: false,
        }
    }

    fn taken() -> DateOutcome {
        DateOutcome::Taken(vec![Clash {
            times: evening(),
            space: "Del A".to_owned(),
            by: None,
            own: false,
        }])
    }

    fn dates(found: &BTreeMap<NaiveDate, Choice>) -> Vec<String> {
        found.keys().map(ToString::to_string).collect()
    }

    #[test]
    fn an_alternative_is_given_only_to_dates_that_have_it() {
        let lines = [
            line("2026-09-08", taken(), true),
            line("2026-09-15", taken(), true),
            line("2026-09-22", taken(), false),
            line("2026-09-29", DateOutcome::Free, false),
        ];
        let take = Choice::Take {
            space: part_b(),
            times: evening(),
        };
        assert_eq!(dates(&like(&lines, lines[0].date, take)), ["2026-09-15"]);
    }

    #[test]
    fn a_closed_date_is_not_like_a_taken_one() {
        let lines = [
            line("2026-09-08", taken(), false),
            line("2026-09-15", DateOutcome::Closed("Maling".to_owned()), false),
            line("2026-09-22", taken(), false),
        ];
        assert_eq!(dates(&like(&lines, lines[0].date, Choice::Drop)), ["2026-09-22"]);
    }

    #[test]
    fn nobody_waits_for_a_closed_date() {
        let closed = line("2026-09-15", DateOutcome::Closed(String::new()), false);
        assert!(!allows(&closed, Choice::Wait));
        assert!(allows(&closed, Choice::Drop));
    }
}
