use super::small::{Change, assert_found, assert_none, draft, session, wish, with};
use crate::verify::{Thing, Violation, verify};

#[test]
fn the_drafts_instance_rules_and_seed_are_those_of_the_instance() {
    let season = with([wish("a", 10, &["H1"])]);
    let right = draft(&season, [session("a", "H1", "mon", "17:00", "18:00")]);
    assert_none!(verify(&season, &right));
    let change: [Change; 5] = [
        ("format", |draft| draft.format = 2),
        ("instance", |draft| draft.instance.replace_range(..1, "x")),
        ("rules", |draft| draft.rules.push('2')),
        ("rules_version", |draft| draft.rules_version = 4),
        ("seed", |draft| draft.seed = 8),
    ];
    for (name, change) in change {
        let mut wrong = right.clone();
        change(&mut wrong);
        let found = verify(&season, &wrong);
        assert!(
            matches!(&found[..], [Violation::Header { field, .. }] if field == name),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn sessions_name_wishes_and_spaces_that_there_are() {
    let season = with([wish("a", 10, &["H1"])]);
    let right = session("a", "H1", "mon", "17:00", "18:00");
    for (what, wrong) in [
        (Thing::Wish, session("b", "H1", "tue", "17:00", "18:00")),
        (Thing::Space, session("a", "H9", "tue", "17:00", "18:00")),
    ] {
        let mut draft = draft(&season, [right.clone()]);
        draft.sessions.push(wrong);
        let found = verify(&season, &draft);
        assert!(
            matches!(&found[..], [Violation::Unknown { what: is, .. }] if *is == what),
            "{found:?}"
        );
    }
}

#[test]
fn sessions_stand_in_the_order_of_wishes_days_and_starts() {
    let mut twice = wish("a", 10, &["H1"]);
    twice.sessions = 2;
    let season = with([twice, wish("b", 10, &["H2"])]);
    let right = draft(
        &season,
        [
            session("a", "H1", "mon", "17:00", "18:00"),
            session("a", "H1", "tue", "17:00", "18:00"),
            session("b", "H2", "mon", "17:00", "18:00"),
        ],
    );
    assert_none!(verify(&season, &right));
    for pair in [(0, 1), (1, 2)] {
        let mut wrong = right.clone();
        wrong.sessions.swap(pair.0, pair.1);
        assert_found!(
            verify(&season, &wrong),
            Violation::Lines {
                what: Thing::Session,
                ..
            }
        );
    }
}
