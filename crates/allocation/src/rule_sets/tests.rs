//! Each rule set can be used, says where it comes from, and does what its source says.

use super::*;
use crate::{
    allocate::allocate,
    format::{Draft, refusal::Barred},
    read::{read, remarks},
    search::Limits,
    verify::verify,
};
use serde_json::{Value, json};

/// A team of this organisation that asks for sessions of an hour in the hall at any time.
struct Asks {
    kind: &'static str,
    ages: (u8, u8),
    sport: &'static str,
    level: &'static str,
    adapted: bool,
    sessions: u8,
}

const CLUB: Asks = Asks {
    kind: "sports_club",
    ages: (14, 15),
    sport: "handball",
    level: "",
    adapted: false,
    sessions: 1,
};

fn aged(from: u8, to: u8) -> Asks {
    Asks {
        ages: (from, to),
        ..CLUB
    }
}

fn of(kind: &'static str) -> Asks {
    Asks {
        kind,
        ages: (30, 60),
        sport: "",
        ..CLUB
    }
}

/// A hall that is open in these hours every day, and these teams, in this order.
fn draft_of(set: &RuleSet, kind: &str, (from, to): (&str, &str), teams: &[Asks]) -> Draft {
    let week = json!(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
    let hall = json!({ "id": "hall", "kind": kind, "open": [{ "days": week, "from": from, "to": to }] });
    let space: Space = serde_json::from_value(hall.clone()).unwrap();
    let wishes: Vec<Value> = (0..)
        .zip(teams)
        .map(|(place, asks)| {
            json!({
                "id": format!("w{place}"), "organisation": format!("o{place}"),
                "team": { "age_from": asks.ages.0, "age_to": asks.ages.1, "sport": asks.sport, "level": asks.level,
                          "adapted": asks.adapted, "size": 15 },
                "sessions": asks.sessions, "min_minutes": 60, "max_minutes": 60, "places": [{ "space": "hall" }],
                "windows": [{ "hours": { "days": week, "from": "00:00", "to": "24:00" } }]
            })
        })
        .collect();
    let organisations: Vec<Value> = (0..)
        .zip(teams)
        .map(|(place, asks)| json!({ "id": format!("o{place}"), "kind": asks.kind }))
        .collect();
    let file = json!({
        "format": 1, "name": "", "grid": 15, "season": { "weeks": 40 }, "spaces": [hall],
        "organisations": organisations, "wishes": wishes, "rules": set.for_spaces(&[space])
    });
    let instance = read(&file.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(remarks(&instance), []);
    let limits = Limits {
        work: 200_000,
        threads: 1,
    };
    let draft = allocate(&instance, &limits, &mut ());
    assert_eq!(verify(&instance, &draft), []);
    draft
}

fn sessions(draft: &Draft, wish: &str) -> usize {
    draft
        .sessions
        .iter()
        .filter(|session| session.wish == wish)
        .count()
}

fn set(id: &str) -> &'static RuleSet {
    named(id).unwrap()
}

/// These come before each other in this order: where the hall has an hour a day and each asks for all of them, the first
/// gets them, wherever it stands in the file.
fn order(id: &str, teams: &[Asks]) {
    for first in 0..teams.len() {
        let last_first = teams[first..].iter().rev();
        let week: Vec<Asks> = last_first.map(|asks| Asks { sessions: 7, ..*asks }).collect();
        let draft = draft_of(set(id), "sports_hall", ("18:00", "19:00"), &week);
        let expected = format!("w{}", week.len() - 1);
        assert!(!draft.sessions.is_empty());
        assert!(
            draft.sessions.iter().all(|session| session.wish == expected),
            "{id}, from {first}"
        );
    }
}

#[test]
fn each_can_be_read_and_says_where_it_comes_from() {
    assert_eq!(all().len(), FILES.len());
    for file in FILES {
        let set: RuleSet = serde_json::from_str(file).unwrap();
        let rules = &set.rules;
        assert!(
            !rules.sources.is_empty() && !rules.remarks.is_empty(),
            "{}",
            rules.id
        );
        for source in &rules.sources {
            assert!(source.url.starts_with("https://") && !source.title.is_empty());
        }
        let mut versions = all().iter().filter(|other| other.rules.id == rules.id);
        assert!(versions.any(|other| *other == set));
    }
    let key = |set: &RuleSet| (set.rules.id.clone(), set.rules.version);
    assert!(all().is_sorted_by_key(key), "by id and version");
    assert_eq!(set("lorenskog").rules.version, 2);
    assert_eq!(named("nowhere"), None);
}

#[test]
fn baerum_gives_hall_time_from_ten_years_and_athletics_comes_first_in_its_hall() {
    let baerum = set("baerum-halls");
    let draft = draft_of(
        baerum,
        "sports_hall",
        ("17:00", "22:00"),
        &[aged(8, 9), aged(9, 10), aged(10, 11)],
    );
    assert_eq!(draft.refusals[0].barred, Some(Barred::Excluded { rule: 0 }));
    assert_eq!(
        (
            sessions(&draft, "w0"),
            sessions(&draft, "w1"),
            sessions(&draft, "w2")
        ),
        (0, 1, 1)
    );
    let week = |sport| Asks {
        sport,
        sessions: 7,
        ..CLUB
    };
    let both = [week("handball"), week("athletics")];
    let draft = draft_of(baerum, "athletics_hall", ("18:00", "19:00"), &both);
    assert_eq!(sessions(&draft, "w1"), 7, "athletics");
    let draft = draft_of(baerum, "sports_hall", ("18:00", "19:00"), &both);
    assert!(sessions(&draft, "w0") > 0, "only in its own hall");
}

#[test]
fn baerum_gives_swimmers_two_or_three_hours_and_counts_athletes_by_lane() {
    let pool = set("baerum-swimming");
    let swims = |from, to| Asks {
        sport: "swimming",
        sessions: 5,
        ..aged(from, to)
    };
    let draft = draft_of(
        pool,
        "pool",
        ("06:00", "22:00"),
        &[swims(10, 12), swims(13, 19), of("music")],
    );
    assert_eq!((sessions(&draft, "w0"), sessions(&draft, "w1")), (2, 3));
    assert_eq!(
        draft.refusals.last().unwrap().barred,
        Some(Barred::Excluded { rule: 0 })
    );
    let entitled = pool.rules.entitlement.clone();
    let written = serde_json::to_value(entitled).unwrap();
    let worth = |line: usize| {
        written["basis"]["members"][line]["milli_minutes"]
            .as_u64()
            .unwrap()
    };
    // Ten on a lane for two hours, six on a lane for three.
    assert_eq!((worth(0) * 10, worth(1) * 6), (2 * 60_000, 3 * 60_000));
}

#[test]
fn baerum_lends_school_rooms_in_order_and_until_a_quarter_to_ten() {
    let teams = [of("school"), of("adult_education"), of("music"), of("company")];
    order("baerum-school-rooms", &teams);
    let rooms = set("baerum-school-rooms");
    let late = [
        Asks {
            sessions: 7,
            ..of("scouts")
        },
        Asks {
            sessions: 7,
            ..of("adult_education")
        },
    ];
    let draft = draft_of(rooms, "school_room", ("20:45", "22:00"), &late);
    let last = draft
        .sessions
        .iter()
        .map(|session| session.slot.to.minutes())
        .max();
    assert_eq!(last, Some(21 * 60 + 45));
    assert_eq!(
        sessions(&draft, "w1"),
        4,
        "Monday to Thursday; too late on Friday"
    );
    let early = draft_of(rooms, "school_room", ("19:00", "21:00"), &late);
    assert_eq!(
        (sessions(&early, "w0"), sessions(&early, "w1")),
        (4, 5),
        "and on Friday for adults who learn"
    );
}

#[test]
fn drammen_puts_indoor_sports_first_and_shares_unpopular_times() {
    let football = Asks {
        sport: "football",
        ..aged(14, 15)
    };
    order("drammen-halls", &[aged(8, 9), aged(14, 15), football]);
    let drammen = set("drammen-halls");
    let draft = draft_of(drammen, "sports_hall", ("16:00", "22:00"), &[aged(8, 9)]);
    let slot = &draft.sessions[0].slot;
    assert!(
        (17 * 60..=19 * 60).contains(&slot.from.minutes()),
        "children from 17 to 20"
    );
    let duty = drammen.rules.off_peak_duty.as_ref().unwrap();
    assert_eq!(duty.over_minutes, 4 * 60);
}

#[test]
fn lorenskog_lets_the_young_be_done_by_half_past_eight() {
    let draft = draft_of(
        set("lorenskog"),
        "sports_hall",
        ("19:00", "22:00"),
        &[aged(11, 12)],
    );
    assert!(draft.sessions[0].slot.to.minutes() <= 20 * 60 + 30);
    // As far as possible: a hall that opens later is better than none.
    let late = draft_of(
        set("lorenskog"),
        "sports_hall",
        ("20:45", "22:00"),
        &[aged(11, 12)],
    );
    assert_eq!(sessions(&late, "w0"), 1);
    let football = Asks {
        sport: "football",
        ..aged(11, 12)
    };
    order("lorenskog", &[aged(11, 12), aged(14, 15), football]);
}

#[test]
fn lorenskog_before_gave_hours_by_level_and_age() {
    let before = all().iter().find(|set| set.rules.id == "lorenskog").unwrap();
    assert_eq!(before.rules.version, 1);
    let asks = |level, from, to| Asks {
        level,
        sessions: 7,
        ..aged(from, to)
    };
    let teams = [
        asks("elite", 18, 35),
        asks("level_2", 18, 35),
        asks("level_3", 18, 35),
        asks("", 16, 19),
        asks("", 12, 15),
        asks("", 10, 11),
    ];
    let draft = draft_of(before, "sports_hall", ("08:00", "23:00"), &teams);
    let hours: Vec<usize> = (0..6).map(|wish| sessions(&draft, &format!("w{wish}"))).collect();
    assert_eq!(hours, [6, 4, 3, 2, 2, 1]);
    let entitled: Vec<u32> = draft
        .organisations
        .iter()
        .map(|one| one.entitled_minutes)
        .collect();
    assert_eq!(entitled, [360, 240, 180, 120, 120, 60]);
}

#[test]
fn trondheim_puts_para_and_those_under_twenty_first_and_children_early() {
    let para = Asks {
        adapted: true,
        ..aged(30, 60)
    };
    order("trondheim", &[para, aged(6, 12), aged(13, 19), aged(20, 35)]);
    let early = draft_of(
        set("trondheim"),
        "sports_hall",
        ("19:00", "22:00"),
        &[aged(6, 12), aged(13, 19), of("music")],
    );
    let end = |wish| {
        let mut of_wish = early.sessions.iter().filter(|session| session.wish == wish);
        of_wish.next().unwrap().slot.to.minutes()
    };
    assert!(end("w0") <= 20 * 60 && end("w1") <= 21 * 60);
    assert_eq!(sessions(&early, "w2"), 0, "sports clubs only");
}

#[test]
fn denmark_puts_the_young_before_adult_education_and_adults() {
    order(
        "denmark-21",
        &[aged(10, 24), of("adult_education"), aged(20, 60), of("company")],
    );
}

#[test]
fn helsinki_puts_its_own_services_and_the_public_before_clubs() {
    let own = Asks {
        level: "own",
        ..of("municipal")
    };
    let teams = [own, of("municipal"), aged(8, 19), aged(20, 60), of("company")];
    order("helsinki", &teams);
}
