use super::small::{assert_found, assert_none, faults, only, season, session, wish, with};
use crate::{
    format::{Instance, time::Hours},
    verify::Violation,
};
use serde_json::json;

fn hours(day: &str, from: &str, to: &str) -> Hours {
    serde_json::from_value(json!({"days": [day], "from": from, "to": to})).unwrap()
}

fn at(season: &Instance, from: &str, to: &str) -> Vec<Violation> {
    faults(season, [session("a", "H1", "mon", from, to)])
}

#[test]
fn a_session_begins_and_ends_on_the_grid() {
    let season = with([wish("a", 10, &["H1"])]);
    assert_none!(at(&season, "17:00", "18:30"));
    assert_found!(at(&season, "17:15", "18:30"), Violation::OffGrid { .. });
    assert_found!(at(&season, "17:00", "18:15"), Violation::OffGrid { .. });
    assert_found!(at(&season, "18:00", "17:00"), Violation::OffGrid { .. });
}

#[test]
fn a_session_lasts_as_long_as_is_asked_for_on_the_grid() {
    let mut season = with([wish("a", 10, &["H1"])]);
    season.wishes[0].min_minutes = 50;
    season.wishes[0].max_minutes = 100;
    assert_found!(
        at(&season, "17:00", "17:30"),
        Violation::Length {
            shortest: 60,
            longest: 90,
            ..
        }
    );
    assert_none!(at(&season, "17:00", "18:00"));
    assert_none!(at(&season, "17:00", "18:30"));
    assert_found!(at(&season, "17:00", "19:00"), Violation::Length { .. });
    season.wishes[0].max_minutes = 55;
    assert_none!(at(&season, "17:00", "18:00"));
}

#[test]
fn a_session_lies_within_open_hours_that_may_touch() {
    let mut season = with([wish("a", 10, &["H1"])]);
    season.spaces[0].open = vec![hours("mon", "16:00", "17:30"), hours("mon", "17:30", "18:00")];
    assert_none!(at(&season, "17:00", "18:00"));
    assert_found!(at(&season, "17:00", "18:30"), Violation::NotOpen { .. });
    season.spaces[0].open[1] = hours("mon", "17:45", "18:00");
    assert_found!(at(&season, "17:00", "18:00"), Violation::NotOpen { .. });
    season.spaces[1].open = vec![hours("mon", "17:00", "18:00")];
    assert_none!(at(&season, "17:00", "18:00"));
}

#[test]
fn a_block_holds_for_the_parts_and_for_the_whole() {
    let block = |season: &mut Instance, space: usize| {
        season.spaces[space].blocks =
            vec![serde_json::from_value(json!({"hours": hours("mon", "17:50", "18:10")})).unwrap()];
    };
    let mut above = with([wish("a", 10, &["H1"])]);
    block(&mut above, 0);
    assert_found!(at(&above, "17:00", "18:00"), Violation::Blocked { .. });
    assert_none!(at(&above, "18:30", "19:30"));
    let mut below = with([wish("a", 10, &["H"])]);
    block(&mut below, 3);
    let in_hall = |from, to| faults(&below, [session("a", "H", "mon", from, to)]);
    assert_found!(in_hall("17:00", "18:00"), Violation::Blocked { unit, .. } if unit == "H3");
    assert_none!(in_hall("18:30", "19:30"));
    let mut beside = with([wish("a", 10, &["H1"])]);
    block(&mut beside, 3);
    assert_none!(at(&beside, "17:00", "18:00"));
}

#[test]
fn a_session_lies_within_the_windows_joined() {
    let mut season = with([only(wish("a", 10, &["H1"]), "mon", "17:00", "18:00")]);
    assert_none!(at(&season, "17:00", "18:00"));
    assert_found!(at(&season, "17:30", "18:30"), Violation::OutsideWindows { .. });
    let more = season.wishes[0].windows[0].clone();
    season.wishes[0].windows.push(more);
    season.wishes[0].windows[1].hours = hours("mon", "18:00", "18:30");
    assert_none!(at(&season, "17:30", "18:30"));
}

#[test]
fn hours_of_duty_are_windows_of_those_who_ask_for_much() {
    let mut season = with([only(wish("a", 10, &["H1"]), "mon", "17:00", "18:00")]);
    let duty = |over: u32| {
        serde_json::from_value(json!({"over_minutes": over, "hours": [hours("mon", "18:00", "22:00")]}))
    };
    season.rules.off_peak_duty = duty(59).unwrap();
    assert_none!(at(&season, "17:30", "18:30"));
    assert_none!(at(&season, "20:30", "21:30"));
    season.rules.off_peak_duty = duty(60).unwrap();
    assert_found!(at(&season, "17:30", "18:30"), Violation::OutsideWindows { .. });
}

#[test]
fn the_hours_of_a_class_are_kept_where_they_must() {
    let mut season = with([wish("a", 10, &["H1"]), wish("b", 30, &["H2"])]);
    season.rules.classes[0].hours = vec![hours("mon", "16:00", "18:00"), hours("mon", "18:00", "19:00")];
    let with_b = |season: &Instance, from: &str, to: &str| {
        faults(
            season,
            [
                session("a", "H1", "mon", from, to),
                session("b", "H2", "mon", "19:00", "20:00"),
            ],
        )
    };
    assert_none!(with_b(&season, "18:00", "19:00"));
    assert_found!(
        with_b(&season, "18:30", "19:30"),
        Violation::OutsideClassHours { .. }
    );
    season.rules.classes[0].hours_must = false;
    assert_none!(with_b(&season, "18:30", "19:30"));
}

#[test]
fn a_season_without_wishes_is_shared_out_by_nothing() {
    assert_none!(faults(&season(), []));
}
