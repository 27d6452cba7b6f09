//! Wishes and rules.

use super::*;

#[test]
fn wishes_that_say_something_impossible() {
    let wish = "/wishes/2";
    let path = |field: &str| format!("{wish}/{field}");
    let ages = K::AgesReversed { from: 91, to: 90 };
    at(&path("team/age_from"), json!(91), &path("team/age_to"), &ages);
    let ages = K::AgesReversed { from: 13, to: 12 };
    let members = "/organisations/0/members/0";
    at(
        &format!("{members}/age_from"),
        json!(13),
        &format!("{members}/age_to"),
        &ages,
    );
    at(&path("sessions"), json!(0), &path("sessions"), &low("0", 1));
    at(&path("sessions"), json!(8), &path("sessions"), &high("8", 7));
    at(&path("min_minutes"), json!(0), &path("min_minutes"), &low("0", 1));
    at(
        &path("max_minutes"),
        json!(1441),
        &path("max_minutes"),
        &high("1441", 1440),
    );
    let what = K::LengthsReversed {
        shortest: 120,
        longest: 90,
    };
    at(&path("max_minutes"), json!(90), &path("max_minutes"), &what);
    at(
        "/wishes/0/extent/adjoining",
        json!(1),
        "/wishes/0/extent/adjoining",
        &low("1", 2),
    );
    at(&path("places"), json!([]), &path("places"), &K::NoPlaces);
    at(&path("windows"), json!([]), &path("windows"), &K::NoWindows);
    at(
        &path("places/0/any/kinds"),
        json!([]),
        &path("places/0/any/kinds"),
        &K::NoKinds,
    );
    at(
        &path("per_day"),
        json!({ "most": 0 }),
        &path("per_day/most"),
        &low("0", 1),
    );
    at(
        &path("per_day"),
        json!({ "most": 8 }),
        &path("per_day/most"),
        &high("8", 7),
    );
    let free = path("free_days_between");
    at(&free, json!({ "days": 0 }), &format!("{free}/days"), &low("0", 1));
    at(
        &free,
        json!({ "days": 7 }),
        &format!("{free}/days"),
        &high("7", 6),
    );
    for percent in [
        "/organisations/0/local_percent",
        "/organisations/0/unused_percent",
    ] {
        at(percent, json!(101), percent, &high("101", 100));
    }
}

#[test]
fn a_length_that_the_grid_does_not_have() {
    let mut season = season();
    put(&mut season, "/wishes/2/min_minutes", Some(json!(121)));
    put(&mut season, "/wishes/2/max_minutes", Some(json!(134)));
    let what = K::NoLengthOnGrid {
        shortest: 121,
        longest: 134,
        grid: 15,
    };
    assert_only(&season, "/wishes/2/max_minutes", &what);
}

#[test]
fn a_window_that_holds_no_session() {
    let what = K::WindowTooShort {
        holds: 105,
        shortest: 120,
    };
    let to = "/wishes/2/windows/0/hours/to";
    at(to, json!("11:59"), "/wishes/2/windows/0/hours", &what);
}

#[test]
fn rules_that_say_something_impossible() {
    let class = "/rules/classes/0";
    let path = |field: &str| format!("{class}/{field}");
    at(
        &path("most_sessions"),
        json!(0),
        &path("most_sessions"),
        &low("0", 1),
    );
    at(
        &path("most_sessions"),
        json!(8),
        &path("most_sessions"),
        &high("8", 7),
    );
    at(
        &path("most_minutes"),
        json!(0),
        &path("most_minutes"),
        &low("0", 1),
    );
    at("/rules/version", json!(0), "/rules/version", &low("0", 1));
    at("/rules/id", json!(""), "/rules/id", &K::EmptyId);
    for who in [
        "/rules/classes/0/who",
        "/rules/excluded/0/who",
        "/rules/quotas/0/who",
    ] {
        let ages = json!({ "age_from": 14, "age_to": 13 });
        let what = K::AgesReversed { from: 14, to: 13 };
        at(who, ages, &format!("{who}/age_to"), &what);
        let percent = format!("{who}/local_percent");
        at(&percent, json!(101), &percent, &high("101", 100));
    }
    let entitlement = "/rules/entitlement";
    let path = |field: &str| format!("{entitlement}/{field}");
    let cap = K::FloorAboveCap { floor: 30, cap: 29 };
    at(&path("cap_minutes"), json!(29), &path("floor_minutes"), &cap);
    let line = path("basis/members/0");
    let ages = K::AgesReversed { from: 20, to: 19 };
    at(
        &format!("{line}/age_from"),
        json!(20),
        &format!("{line}/age_to"),
        &ages,
    );
    let worth = format!("{line}/milli_minutes");
    at(&worth, json!(1_000_001), &worth, &high("1000001", 1_000_000));
    let teams = json!({ "teams": [{ "who": { "age_from": 2, "age_to": 1 }, "minutes": 10 }] });
    let ages = K::AgesReversed { from: 2, to: 1 };
    at(&path("basis"), teams, &path("basis/teams/0/who/age_to"), &ages);
    let teams = json!({ "teams": [{ "minutes": 10_081 }] });
    at(
        &path("basis"),
        teams,
        &path("basis/teams/0/minutes"),
        &high("10081", 10_080),
    );
    for percent in [
        "unused_malus_percent",
        "local/below_percent",
        "local/factor_percent",
    ] {
        at(&path(percent), json!(101), &path(percent), &high("101", 100));
    }
    let quota = "/rules/quotas/0/percent";
    at(quota, json!(101), quota, &high("101", 100));
}
