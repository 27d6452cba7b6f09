//! What a preview counts.

use super::*;
use crate::{
    booking_rules::Breach,
    hours::NotOpen,
    recurrence::LeftOut,
    testing::{date, space_id, span},
};

fn preview(lines: Vec<(DateOutcome, Option<Choice>)>) -> Preview {
    let lines = lines
        .into_iter()
        .map(|(outcome, choice)| PreviewLine {
            date: date("2026-11-24"),
            outcome,
            alternatives: vec![],
            choice,
            choice_lost: false,
        })
        .collect();
    Preview {
        lines,
        fault: None,
        verdict: Verdict::Person { tried: vec![] },
        usual_seconds: None,
        class: None,
        proxy_calendar: false,
        today: date("2026-11-21"),
    }
}

#[test]
fn each_date_is_counted_once_by_its_outcome() {
    let counts = preview(vec![
        (DateOutcome::Free, None),
        (DateOutcome::Free, None),
        (DateOutcome::Taken(vec![]), None),
        (DateOutcome::Closed("Flom".into()), None),
        (DateOutcome::Breaks(vec![Breach::Past]), None),
        (DateOutcome::LeftOut(LeftOut::Excluded), None),
    ])
    .counts();
    let expected = Counts {
        free: 2,
        taken: 1,
        closed: 1,
        breaks: 1,
        left_out: 1,
        unsettled: 3,
    };
    assert_eq!(counts, expected);
}

#[test]
fn outside_opening_hours_counts_as_closed_whatever_else_is_broken() {
    let breaches = vec![Breach::OffGrid { grid: 15 }, Breach::NotOpen(NotOpen::ClosedDay)];
    let counts = preview(vec![(DateOutcome::Breaks(breaches), None)]).counts();
    assert_eq!((counts.closed, counts.breaks), (1, 0));
}

#[test]
fn every_choice_settles_a_conflicting_date() {
    let take = Choice::Take {
        space: space_id(3),
        times: span("18:00-19:30"),
    };
    for choice in [take, Choice::Drop, Choice::Wait, Choice::Ask] {
        let counts = preview(vec![(DateOutcome::Taken(vec![]), Some(choice))]).counts();
        assert_eq!((counts.taken, counts.unsettled), (1, 0));
    }
}

#[test]
fn free_and_left_out_dates_need_no_choice() {
    let free = preview(vec![
        (DateOutcome::Free, None),
        (DateOutcome::LeftOut(LeftOut::Excluded), None),
    ]);
    assert_eq!(free.counts().unsettled, 0);
}

#[test]
fn choices_read_back_as_they_were_written() {
    let take = Choice::Take {
        space: space_id(3),
        times: span("23:00-01:00"),
    };
    let choices = BTreeMap::from([(date("2026-11-24"), take), (date("2026-12-01"), Choice::Drop)]);
    let text = serde_json::to_string(&choices).unwrap();
    assert_eq!(
        serde_json::from_str::<BTreeMap<NaiveDate, Choice>>(&text).unwrap(),
        choices
    );
}
