//! Links, locks, published sessions.

use super::*;

#[test]
fn links_that_cannot_be() {
    let wishes = "/links/0/wishes";
    at(wishes, json!(["j13"]), wishes, &K::TooFewWishes { found: 1 });
    let told = faults(&with(wishes, Some(json!(["j13", "j13"]))));
    assert_eq!(told[0].path, "/links/0/wishes/1");
    assert_eq!(told[0].what, twice("j13"));
    assert_eq!(told[1].what, K::TooFewWishes { found: 1 });
    let second = json!({ "kind": "back_to_back", "wishes": ["g13", "j13"], "strength": "must" });
    let told = faults(&with("/links/-", Some(second)));
    let first = || text("/links/0");
    let paths: Vec<_> = told.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(paths, ["/links/1/wishes/0", "/links/1/wishes/1"]);
    let wish = text("g13");
    assert_eq!(told[0].what, K::LinkedTwice { wish, first: first() });
    let differ = K::SessionsDiffer {
        wish: text("g13"),
        sessions: 1,
        other: text("j13"),
        others: 2,
    };
    at("/wishes/1/sessions", json!(1), "/links/0/wishes/1", &differ);
    let what = K::NoCommonLength {
        shortest: 75,
        longest: 60,
    };
    at("/wishes/0/min_minutes", json!(75), wishes, &what);
}

#[test]
fn sessions_one_after_the_other_that_no_day_holds() {
    let mut season = with("/links/0/kind", Some(json!("back_to_back")));
    put(&mut season, "/wishes/0/max_minutes", Some(json!(1440)));
    put(&mut season, "/wishes/0/min_minutes", Some(json!(1395)));
    put(
        &mut season,
        "/wishes/0/windows/0/hours/from",
        Some(json!("00:00")),
    );
    put(&mut season, "/wishes/0/windows/0/hours/to", Some(json!("24:00")));
    assert_only(&season, "/links/0/wishes", &K::LongerThanADay { minutes: 1455 });
}

#[test]
fn locks_that_cannot_stand() {
    let slot = "/locks/0/slot";
    let path = |field: &str| format!("{slot}/{field}");
    let off = |hour, minute| K::OffGrid {
        time: clock(hour, minute),
        grid: 15,
    };
    at(&path("from"), json!("10:05"), &path("from"), &off(10, 5));
    at(&path("to"), json!("12:10"), &path("to"), &off(12, 10));
    let ends = K::EndsBeforeStart {
        from: clock(10, 0),
        to: clock(9, 45),
    };
    at(&path("to"), json!("09:45"), &path("to"), &ends);
    at(&path("spaces"), json!([]), &path("spaces"), &K::NoSpaces);
    for spaces in [&["a", "c"][..], &["hall", "a"], &["a", "gym"], &["hall", "gym"]] {
        let what = K::NoPlacement {
            spaces: spaces.iter().copied().map(text).collect(),
        };
        at(&path("spaces"), json!(spaces), &path("spaces"), &what);
    }
}

#[test]
fn locks_that_contradict_each_other() {
    let lock = |wish: &str, spaces: &[&str], from: &str, to: &str| json!({ "wish": wish, "slot": { "spaces": spaces, "day": "sat", "from": from, "to": to } });
    let first = || text("/locks/0");
    let same = lock("sang", &["gym"], "10:00", "12:00");
    at("/locks/-", same, "/locks/1", &K::SessionTwice { first: first() });
    let other = lock("j13", &["gym"], "11:45", "12:45");
    at("/locks/-", other, "/locks/1", &K::LocksCollide { first: first() });
    let mut season = with("/locks/-", Some(lock("j13", &["b", "a"], "10:00", "11:00")));
    put(
        &mut season,
        "/locks/-",
        Some(lock("g13", &["hall"], "10:30", "11:30")),
    );
    let collide = K::LocksCollide {
        first: text("/locks/1"),
    };
    assert_only(&season, "/locks/2", &collide);
    let mut season = super::season();
    for hour in 0..7 {
        let (from, to) = (format!("0{hour}:00"), format!("0{hour}:30"));
        put(&mut season, "/locks/-", Some(lock("sang", &["hall"], &from, &to)));
    }
    let what = K::TooManyLocks {
        wish: text("sang"),
        most: 7,
    };
    assert_only(&season, "/locks/7", &what);
    let again = super::season()["published"]["sessions"][0].clone();
    let first = text("/published/sessions/0");
    let path = "/published/sessions/1";
    at("/published/sessions/-", again, path, &K::SessionTwice { first });
}

#[test]
fn more_ways_to_be_side_by_side_than_anybody_tries() {
    let mut season = super::season();
    let wish = season["wishes"][1].clone();
    let mut linked = vec!["j13".to_owned(), "g13".to_owned()];
    for more in 0..8 {
        let mut wish = wish.clone();
        wish["id"] = json!(format!("g{more}"));
        linked.push(format!("g{more}"));
        put(&mut season, "/wishes/-", Some(wish));
    }
    for part in 0..20 {
        put(
            &mut season,
            "/spaces/-",
            Some(json!({ "id": format!("part{part}"), "parent": "hall" })),
        );
    }
    put(&mut season, "/links/0/wishes", Some(json!(linked[..3])));
    assert!(read(&season.to_string()).is_ok());
    put(&mut season, "/links/0/wishes", Some(json!(linked)));
    assert_only(&season, "/links/0/wishes", &K::TooManyBundles { most: 1_000_000 });
}
