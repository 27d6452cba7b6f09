//! What people read.

use super::*;
use crate::{
    allocate::allocate,
    format::Instance,
    read::read,
    scenario::{Comparison, Weight, paired},
    search::Limits,
};
use serde_json::{Value, json};

fn hours(days: &[&str], from: &str, to: &str) -> Value {
    json!({ "days": days, "from": from, "to": to })
}

/// Two wishes for one hour of a hall; one that is excluded; one that is too large.
fn season() -> Instance {
    let wish = |id: &str, age: u8, size: u32| {
        json!({
            "id": id, "organisation": "club",
            "team": { "name": "J", "age_from": age, "age_to": age, "size": size },
            "sessions": 2, "min_minutes": 60, "max_minutes": 60, "places": [{ "space": "hall" }],
            "windows": [{ "hours": hours(&["mon"], "17:00", "19:00") }]
        })
    };
    let file = json!({
        "format": 1, "name": "", "grid": 30, "season": { "weeks": 40 },
        "spaces": [{ "id": "hall", "name": "Hallen", "capacity": 40, "kind": "gym",
                     "open": [hours(&["mon", "tue"], "18:00", "20:00")],
                     "blocks": [{ "hours": hours(&["mon"], "19:00", "20:00") }] }],
        "organisations": [{ "id": "club", "name": "Haslum", "kind": "sports_club" }],
        "wishes": [wish("child", 10, 20), wish("adult", 30, 20), wish("baby", 3, 20), wish("crowd", 10, 41)],
        "rules": { "id": "test", "version": 3,
            "classes": [{ "name": "Barn", "who": { "age_to": 12 } }, { "name": "Voksne" }],
            "excluded": [{ "who": { "age_to": 5 }, "reason": "under 6 år", "source": "§ 2" }] }
    });
    read(&file.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn draft() -> Draft {
    let limits = Limits {
        work: 10_000,
        threads: 1,
    };
    allocate(&season(), &limits, &mut ())
}

#[test]
fn a_summary_says_how_good_the_draft_is() {
    let mut draft = draft();
    draft.classes[1].given = vec![71];
    draft.classes[1].at_most = 72;
    draft.classes[1].at_most_in_place = 72;
    let text = summary(&draft);
    assert!(text.starts_with("1 session.\n"), "{text}");
    assert!(text.contains("  Barn    1 of 4, proven optimal\n"), "{text}");
    assert!(
        text.contains("  Voksne  71 of 2, at most 1 more possible (1.4 %)\n"),
        "{text}"
    );
    assert!(text.contains("4 wishes got less than asked for"), "{text}");
    draft.classes[1].given = vec![0];
    assert!(summary(&draft).contains("0 of 2, at most 72 possible\n"));
    draft.classes[1].at_most_in_place = 3;
    assert!(
        summary(&draft).contains("at most 72 possible; at most 3 while those before stay where they are\n")
    );
    draft.classes[1].at_most_in_place = 0;
    assert!(summary(&draft).contains("at most 72 possible; none while those before stay where they are\n"));
}

#[test]
fn what_stood_in_the_way_is_told_by_place_day_and_start() {
    let (season, draft) = (season(), draft());
    let text = explain(Some(&season), &draft, "adult").unwrap();
    let lot = draft
        .refusals
        .iter()
        .find(|refusal| refusal.wish == "adult")
        .unwrap()
        .tie
        .lot;
    let expected = format!(
        "«adult» (Haslum J): asked for 2 sessions a week, got 0.\n\
         By the rules «test», version 3: class 2, «Voksne».\n\
         Number 1 of 1 among those of its class that got less than they may have: 0 sessions given, its organisation \
         has 100.0 % of its entitlement, lot {lot}.\n\
         What stood in the way, by place, day and start:\n\
         \x20 Hallen, Monday\n\
         \x20   17:00 to 17:30  closed, blocked, or outside the hours of the class\n\
         \x20   18:00           taken by «child» (Haslum J), which comes before: class 1, «Barn»\n\
         It would have been served on another day: Tuesday 18:00–19:00 in Hallen.\n"
    );
    assert_eq!(text, expected);
}

#[test]
fn a_draft_alone_tells_it_in_ids() {
    let text = explain(None, &draft(), "adult").unwrap();
    assert!(
        text.starts_with("«adult»: asked for 2 sessions a week, got 0.\n"),
        "{text}"
    );
    assert!(
        text.contains("taken by «child», which comes before: class 1, «Barn»"),
        "{text}"
    );
    assert!(text.contains("Tuesday 18:00–19:00 in hall."), "{text}");
}

#[test]
fn what_bars_a_wish_is_told() {
    let (season, draft) = (season(), draft());
    let text = explain(Some(&season), &draft, "baby").unwrap();
    assert!(
        text.contains("The rules give such wishes nothing: under 6 år (§ 2)."),
        "{text}"
    );
    assert!(
        text.contains("The rules let it have 0 sessions at most."),
        "{text}"
    );
    let alone = explain(None, &draft, "baby").unwrap();
    assert!(alone.contains("number 1 of what they exclude"), "{alone}");
    let text = explain(Some(&season), &draft, "crowd").unwrap();
    assert!(
        text.contains("No place that it names can hold it at any time."),
        "{text}"
    );
    assert!(
        text.contains("Hallen, every day") || text.contains("Hallen, Monday"),
        "{text}"
    );
    assert!(text.contains("too few people fit"), "{text}");
}

#[test]
fn what_was_given_is_told_too() {
    let (season, mut draft) = (season(), draft());
    let text = explain(Some(&season), &draft, "child").unwrap();
    assert!(text.contains("  Monday 18:00–19:00 in Hallen\n"), "{text}");
    assert!(text.contains("its own session, or too near to one"), "{text}");
    draft.refusals.clear();
    draft.sessions[0].locked = true;
    let text = explain(Some(&season), &draft, "child").unwrap();
    assert_eq!(
        text,
        "«child» (Haslum J): got all that it asked for.\n  Monday 18:00–19:00 in Hallen, fixed by an officer\n"
    );
}

#[test]
fn a_wish_that_is_not_there_is_told() {
    let nobody = || "nobody".to_owned();
    let told = explain(Some(&season()), &draft(), "nobody").unwrap_err();
    assert_eq!(told, NotExplained::NoSuchWish(nobody()));
    let told = explain(None, &draft(), "nobody").unwrap_err();
    assert_eq!(told, NotExplained::NotInDraft(nobody()));
}

/// The season and another one with the hall closed, each run once, the first again with so many other seeds.
fn compared(noise_runs: u32) -> (Instance, Instance, Comparison) {
    let mut before = season();
    let mut after = before.clone();
    (before.name, after.name) = ("høst".into(), "stengt hall".into());
    after.spaces[0].open.clear();
    let limits = Limits {
        work: 10_000,
        threads: 1,
    };
    let told = paired(&before, &after, noise_runs, &limits, &mut ()).unwrap();
    (before, after, told)
}

#[test]
fn what_would_be_otherwise_is_a_table_with_those_who_lose() {
    let (before, after, told) = compared(0);
    let text = comparison(&before, &after, &told);
    let expected = "\
Hours over the season: «høst» and «stengt hall».
Both with seed 0. No more runs were made: nobody knows what of it is chance.
              before  after  difference
Everything      40.0    0.0       −40.0
By age
  0–5            0.0    0.0         0.0
  6–12          40.0    0.0       −40.0
  20–66          0.0    0.0         0.0
By sport
  (not said)    40.0    0.0       −40.0
By gender
  (not said)    40.0    0.0       −40.0
By the organisation's district
  (not said)    40.0    0.0       −40.0
By the hall's district
  (not said)    40.0    0.0       −40.0
Organisations that gain: 0
Organisations that lose: 1
  Haslum        40.0    0.0       −40.0
Wishes with more or fewer sessions: 1
  «child» (Haslum): 0 instead of 1
";
    assert_eq!(text, expected);
}

#[test]
fn what_is_no_more_than_chance_is_said_to_be_so() {
    let (before, after, mut told) = compared(2);
    let text = comparison(&before, &after, &told);
    assert!(
        text.contains("By 2 more runs with other seeds, ± is what chance alone may change.\n"),
        "{text}"
    );
    assert!(text.contains("       −40.0  more than chance (±0.0)\n"), "{text}");
    assert!(
        !text.contains("no more than chance") && !text.contains("stopped"),
        "{text}"
    );
    told.total.noise_minutes = Some(40 * 60);
    told.total.weight = Weight::Noise;
    told.stopped = true;
    let text = comparison(&before, &after, &told);
    assert!(
        text.contains("       −40.0  no more than chance (±40.0)\n"),
        "{text}"
    );
    assert!(text.contains("It was stopped before its end"), "{text}");
}

#[test]
fn of_many_changes_the_first_are_told_and_the_number_of_the_rest() {
    let (before, after, mut told) = compared(0);
    told.wishes = vec![told.wishes[0].clone(); 25];
    (told.gain, told.lose) = (vec![told.lose[0].clone(); 21], Vec::new());
    told.gain[0].difference.more_minutes = 38 * 60 + 4;
    let text = comparison(&before, &after, &told);
    assert!(text.contains("more or fewer sessions: 25\n"), "{text}");
    assert_eq!(text.matches("«child»").count(), 20);
    assert!(text.ends_with("  and 5 more\n"), "{text}");
    assert!(text.contains("Organisations that gain: 21\n"), "{text}");
    assert!(
        text.contains("  and 1 more\nOrganisations that lose: 0\n"),
        "{text}"
    );
    assert!(text.contains("+38.1\n"), "{text}");
}
