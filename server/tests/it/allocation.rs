//! Sharing out a season from files, as the program that an officer starts.

use crate::cli::Console;
use serde_json::Value;
use std::{
    io::{BufRead as _, BufReader, Read as _},
    process::Command,
};

/// Two teams, and one hour in a hall.
const SEASON: &str = r#"{
  "format": 1, "name": "Prøve", "grid": 30, "season": { "weeks": 40 },
  "spaces": [{ "id": "hall", "name": "Hallen", "capacity": 0,
               "open": [{ "days": ["mon"], "from": "18:00", "to": "19:00" }] },
             { "id": "gym", "name": "Gymsalen", "open": [{ "days": ["mon"], "from": "18:00", "to": "19:00" }] }],
  "organisations": [{ "id": "club", "name": "Haslum", "kind": "sports_club" }],
  "wishes": [
    { "id": "adult", "organisation": "club", "team": { "age_from": 30, "age_to": 50, "size": 20 }, "sessions": 1,
      "min_minutes": 60, "max_minutes": 60, "places": [{ "space": "gym" }],
      "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "22:00" } }] },
    { "id": "child", "organisation": "club", "team": { "age_from": 8, "age_to": 9, "size": 20 }, "sessions": 1,
      "min_minutes": 60, "max_minutes": 60, "places": [{ "space": "gym" }, { "space": "hall" }],
      "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "22:00" } }] }
  ],
  "rules": { "id": "test", "version": 1, "classes": [{ "name": "Barn", "who": { "age_to": 12 } }, { "name": "Voksne" }] }
}"#;

fn console() -> Console {
    let console = Console::new();
    console.write("season.json", SEASON);
    console
}

#[test]
fn a_season_is_shared_out_verified_and_explained() {
    let console = console();
    let args = [
        "allocate",
        "season.json",
        "--out",
        "draft.json",
        "--work",
        "1000",
        "--threads",
        "1",
    ];
    let (code, told, aside) = console.ended(&args, "");
    assert_eq!(code, Some(0), "{aside}");
    assert!(told.contains("Barn    1 of 1, proven optimal"), "{told}");
    assert!(aside.contains("Odd, but allowed: /spaces/0/capacity"), "{aside}");
    let right = console.ok(&["verify", "season.json", "draft.json"]);
    assert_eq!(right, "The draft is right.\n");
    let why = console.ok(&["explain", "season.json", "draft.json", "adult"]);
    assert!(
        why.starts_with("«adult» (Haslum): asked for 1 session a week, got 0."),
        "{why}"
    );
    assert!(why.contains("Gymsalen, Monday"), "{why}");
    let alone = console.ok(&["explain", "draft.json", "adult"]);
    assert!(alone.contains("  gym, Monday"), "{alone}");
    // Nothing of it needs a database.
    assert!(!console.path().join("data").exists());
}

#[test]
fn a_dash_stands_for_the_standard_streams_and_the_draft_is_the_same() {
    let console = console();
    console.ok(&["allocate", "season.json", "--out", "draft.json"]);
    let (code, draft, aside) = console.ended(&["allocate", "-", "--max-seconds", "600"], SEASON);
    assert_eq!(code, Some(0), "{aside}");
    assert!(aside.contains("proven optimal"), "{aside}");
    let written = std::fs::read_to_string(console.path().join("draft.json")).unwrap();
    assert_eq!(draft, written);
    let (code, told, _) = console.ended(&["verify", "season.json", "-"], &draft);
    assert_eq!((code, told.as_str()), (Some(0), "The draft is right.\n"));
}

#[test]
fn a_draft_that_somebody_changed_is_told_to_be_wrong() {
    let console = console();
    let draft = console.ok(&["allocate", "season.json"]);
    let mut draft: Value = serde_json::from_str(&draft).unwrap();
    draft["sessions"][0]["wish"] = "adult".into();
    console.write("draft.json", &draft.to_string());
    let (code, told, _) = console.ended(&["verify", "season.json", "draft.json"], "");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("priority: «child»"), "{told}");
    draft["instance"] = "another".into();
    console.write("draft.json", &draft.to_string());
    let (code, _, fault) = console.ended(&["explain", "season.json", "draft.json", "adult"], "");
    assert_eq!(code, Some(2));
    assert!(fault.contains("another season"), "{fault}");
}

#[test]
fn bad_input_is_told_whole_with_an_exit_code_of_its_own() {
    let console = console();
    let bad = SEASON
        .replace("\"grid\": 30", "\"grid\": 20")
        .replace("\"organisation\": \"club\"", "\"organisation\": \"nobody\"");
    console.write("bad.json", &bad);
    let (code, told, fault) = console.ended(&["allocate", "bad.json"], "");
    assert_eq!((code, told.as_str()), (Some(2), ""));
    let expected = "ledig: bad.json has faults:\n\
        \x20 /grid: a grid of 20 minutes is not possible; allowed: 15, 30\n\
        \x20 /wishes/0/organisation: there is no organisation with the id “nobody” in this file\n\
        \x20 /wishes/1/organisation: there is no organisation with the id “nobody” in this file\n";
    assert_eq!(fault, expected);
    console.write("draft.json", "{");
    for args in [
        &["verify", "season.json", "draft.json"][..],
        &["explain", "draft.json", "adult"],
        &["allocate", "gone.json"],
        &["allocation-rules", "nowhere"],
    ] {
        let (code, _, fault) = console.ended(args, "");
        assert_eq!(code, Some(2), "{args:?}: {fault}");
        assert!(fault.starts_with("ledig: "), "{fault}");
    }
    console.ok(&["allocate", "season.json", "--out", "draft.json"]);
    let (code, _, fault) = console.ended(&["explain", "draft.json", "nobody"], "");
    assert_eq!(code, Some(2));
    assert!(fault.contains("«nobody»"), "{fault}");
}

#[test]
fn schemas_made_up_seasons_and_published_rules_are_printed() {
    let console = console();
    let json = |args: &[&str]| -> Value { serde_json::from_str(&console.ok(args)).unwrap() };
    assert_eq!(json(&["allocation-schema"])["title"], "Instance");
    assert_eq!(json(&["allocation-schema", "--draft"])["title"], "Draft");
    let made = console.ok(&["allocation-instance", "--size", "s", "--seed", "7"]);
    assert_eq!(
        made,
        console.ok(&["allocation-instance", "--size", "S", "--seed", "7"])
    );
    let made: Value = serde_json::from_str(&made).unwrap();
    assert_eq!(made["wishes"].as_array().unwrap().len(), 190);
    let list = console.ok(&["allocation-rules"]);
    assert!(
        list.lines().count() >= 8 && list.contains("baerum-halls"),
        "{list}"
    );
    assert_eq!(json(&["allocation-rules", "lorenskog"])["version"], 2);
}

/// A made-up season in a file, so large that nobody is done with it at once.
fn town() -> Console {
    let console = Console::new();
    console.write("town.json", &console.ok(&["allocation-instance", "--size", "s"]));
    console
}

fn ended(console: &Console, draft: &str) -> Value {
    let draft = std::fs::read(console.path().join(draft)).unwrap();
    serde_json::from_slice::<Value>(&draft).unwrap()["ended"].clone()
}

#[test]
fn time_that_is_up_stops_it_and_the_best_so_far_is_kept() {
    let console = town();
    let told = console.ok(&[
        "allocate",
        "town.json",
        "--max-seconds",
        "0",
        "--out",
        "draft.json",
    ]);
    assert!(told.contains("It was stopped before its end"), "{told}");
    assert_eq!(ended(&console, "draft.json"), "stopped");
    let right = console.ok(&["verify", "town.json", "draft.json"]);
    assert_eq!(right, "The draft is right.\n");
}

#[test]
#[cfg(unix)]
fn ctrl_c_stops_it_and_the_best_so_far_is_kept() {
    let console = town();
    let for_ever = u64::MAX.to_string();
    let mut child = console.begun(&[
        "allocate",
        "town.json",
        "--work",
        &for_ever,
        "--out",
        "draft.json",
    ]);
    // It is under way when it says so.
    let mut aside = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("Going through classes") {
        line.clear();
        assert!(aside.read_line(&mut line).unwrap() > 0, "it ended by itself");
    }
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    let mut rest = String::new();
    aside.read_to_string(&mut rest).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{rest}");
    assert!(
        rest.contains("Stopping; the best draft so far is kept."),
        "{rest}"
    );
    assert_eq!(ended(&console, "draft.json"), "stopped");
    let right = console.ok(&["verify", "town.json", "draft.json"]);
    assert_eq!(right, "The draft is right.\n");
}

#[test]
fn a_season_is_compared_with_another_one() {
    let console = console();
    let closed = SEASON.replace("\"id\": \"gym\", ", "\"id\": \"gym\", \"closed_weeks\": [1, 2], ");
    console.write("closed.json", &closed);
    let told = console.ok(&[
        "compare",
        "season.json",
        "closed.json",
        "--noise-runs",
        "1",
        "--work",
        "1000",
    ]);
    assert!(
        told.contains("Everything      40.0   38.0        −2.0  more than chance (±0.0)\n"),
        "{told}"
    );
    let json = console.ok(&[
        "compare",
        "season.json",
        "closed.json",
        "--noise-runs",
        "0",
        "--json",
    ]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["total"]["more_minutes"], -120);
    assert_eq!(json["total"]["weight"], "unknown");
    assert_eq!(
        (&json["noise_runs"], &json["stopped"]),
        (&0.into(), &false.into())
    );
    let (code, _, fault) = console.ended(&["compare", "season.json", "gone.json"], "");
    assert_eq!(code, Some(2), "{fault}");
}
