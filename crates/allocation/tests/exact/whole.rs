//! All things counted: shares, lengths, places and times, too, in either order.

use crate::{
    brute::{Lengths, Tiny},
    classes, counts, first,
    goals::BestOfAll,
    letter::Spot,
    seasons, share_out, told,
};
use ledig_allocation::{
    format::{rules::Order, wish::Slot},
    read::read,
    verify::verify,
};
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{RngSeed, TestRunner},
};
use serde_json::json;

/// Of so many seasons, how often the draft has the best counts, and how often it is the best of all.
#[derive(Debug, Default)]
struct Tally {
    tried: u32,
    counts: u32,
    best: u32,
}

/// Shares out 400 seasons in one order. Fails if a draft is better than the best, or a figure of it is wrong.
fn tally(seed: u64, order: Order, work: u64) -> Tally {
    let config = ProptestConfig {
        rng_seed: RngSeed::Fixed(seed),
        ..ProptestConfig::default()
    };
    let mut runner = TestRunner::new(config);
    let seasons = seasons::season(1..=3, 2);
    let mut tally = Tally::default();
    for _ in 0..400 {
        let mut season = seasons.new_tree(&mut runner).unwrap().current();
        season.rules.order = order;
        let tiny = Tiny::of(&season, Lengths::All);
        let mut goal = BestOfAll {
            first: first(&season),
            best: None,
        };
        if !tiny.try_all(&mut goal, 20_000) {
            continue;
        }
        let draft = share_out(&season, work);
        let sessions = draft.sessions.iter();
        let plan: Vec<Spot> = sessions
            .map(|session| tiny.letter.spot(&session.wish, &session.slot))
            .collect();
        assert_eq!(i64::try_from(draft.change_price).unwrap(), tiny.changes(&plan));
        for (class, result) in classes(&season, &draft).into_iter().enumerate().skip(1) {
            let Some(result) = result else { continue };
            let (shares, points) = (tiny.shares(&plan, class), tiny.all_points(&plan, class));
            let lowest = shares.iter().min().copied().unwrap_or(0);
            let said = (result.lowest_share, result.points);
            assert_eq!(
                (u64::try_from(lowest).unwrap(), u64::try_from(points).unwrap()),
                said,
                "{}",
                told(&season, &draft)
            );
        }
        let (best_counts, most) = goal.best.unwrap();
        let worth = tiny.worth(&plan);
        let here = told(&season, &draft);
        assert!(
            worth <= most,
            "{worth:?} is better than the best, {most:?}: {here}"
        );
        tally.tried += 1;
        tally.counts += u32::from(counts(&season, &draft) == best_counts);
        tally.best += u32::from(worth == most);
    }
    tally
}

/// That the counts are the best is what the search is made for; of all else it takes what it finds in time. On
/// the day of writing it found the best counts in all 399 and the best of all in 398.
#[test]
fn counts_first_no_plan_is_counted_wrongly_and_few_are_better_in_anything() {
    let tally = tally(5, Order::CountsFirst, 200_000);

    assert!(
        tally.tried >= 380 && tally.counts * 1000 >= tally.tried * 995,
        "{tally:?}"
    );
    assert!(tally.best * 100 >= tally.tried * 98, "{tally:?}");
}

/// Here a class's shares and points come before the counts of the next. On the day of writing it found the best counts
/// in all 400 and the best of all in 399.
#[test]
fn class_by_class_no_plan_is_counted_wrongly_and_few_are_better_in_anything() {
    let tally = tally(6, Order::ClassByClass, 200_000);

    assert!(
        tally.tried >= 380 && tally.counts * 100 >= tally.tried * 98,
        "{tally:?}"
    );
    assert!(tally.best * 100 >= tally.tried * 98, "{tally:?}");
}

/// Two hours, a child's team that is content with one but would like both, and a grown-ups' team that wants one.
fn minutes(order: Order, work: u64) -> Vec<(String, u16)> {
    let wish = |id: &str, age: u8, most: u16| {
        json!({
            "id": id, "organisation": "o", "sessions": 1, "min_minutes": 60, "max_minutes": most,
            "team": { "age_from": age, "age_to": age, "size": 5 }, "places": [{ "space": "H" }],
            "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "19:00" } }],
        })
    };
    let season = json!({
        "format": 1, "name": "", "grid": 30, "seed": 0, "season": { "weeks": 5 },
        "spaces": [{ "id": "H", "open": [{ "days": ["mon"], "from": "17:00", "to": "19:00" }] }],
        "organisations": [{ "id": "o", "kind": "sports_club" }],
        "wishes": [wish("adults", 40, 60), wish("children", 9, 120)],
        "rules": { "id": "tiny", "version": 1, "order": order, "classes": [{ "name": "", "who": { "age_to": 12 } }] },
    });
    let sessions = share_out(&read(&season.to_string()).unwrap(), work)
        .sessions
        .into_iter();
    let minutes = |slot: &Slot| slot.to.minutes() - slot.from.minutes();
    sessions
        .map(|session| (session.wish, minutes(&session.slot)))
        .collect()
}

#[test]
fn a_class_has_its_lengths_before_the_next_is_counted_or_after_as_the_order_says() {
    for work in [0, 10_000] {
        let both = [("adults".to_owned(), 60), ("children".to_owned(), 60)];
        assert_eq!(minutes(Order::CountsFirst, work), both);
        assert_eq!(minutes(Order::ClassByClass, work), [("children".to_owned(), 120)]);
    }
}

#[test]
fn what_is_linked_gets_longer_too() {
    let wish = |id: &str, place: &str| {
        json!({
            "id": id, "organisation": "o", "sessions": 1, "min_minutes": 60, "max_minutes": 90,
            "team": { "age_from": 9, "age_to": 9, "size": 5 }, "places": [{ "space": place }],
            "windows": [{ "hours": { "days": ["mon"], "from": "17:00", "to": "20:00" } }],
        })
    };
    let season = |kind: &str, first: &str, to: &str| {
        let season = json!({
            "format": 1, "name": "", "grid": 30, "seed": 0, "season": { "weeks": 5 },
            "spaces": [
                { "id": "H", "open": [{ "days": ["mon"], "from": "17:00", "to": to }] },
                { "id": "H1", "parent": "H" },
                { "id": "H2", "parent": "H" },
            ],
            "organisations": [{ "id": "o", "kind": "sports_club" }],
            "wishes": [wish("one", first), wish("other", "H2")],
            "links": [{ "kind": kind, "wishes": ["one", "other"], "strength": "must" }],
            "rules": { "id": "tiny", "version": 1, "classes": [] },
        });
        read(&season.to_string()).unwrap()
    };
    for season in [
        season("together", "H1", "18:30"),
        season("back_to_back", "H2", "20:00"),
    ] {
        let draft = share_out(&season, 10_000);

        assert_eq!(verify(&season, &draft), []);
        let lengths = draft
            .sessions
            .iter()
            .map(|one| one.slot.to.minutes() - one.slot.from.minutes());
        assert_eq!(lengths.collect::<Vec<_>>(), [90, 90]);
    }
}
