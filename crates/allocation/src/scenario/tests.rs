//! Seasons compared.

use super::*;
use crate::{allocate::allocate, generate, read::read, search::Limits};
use serde_json::{Value, json};

const LIMITS: Limits = Limits {
    work: 20_000,
    threads: 1,
};

/// Two halls in two districts with an hour each; girls, boys and a choir who ask for both.
fn season() -> Value {
    let hall = |id: &str, district: &str| {
        json!({ "id": id, "district": district,
                "open": [{ "days": ["mon"], "from": "18:00", "to": "19:00" }] })
    };
    let wish = |id: &str, organisation: &str, (from, to): (u8, u8), gender: Value, sport: &str| {
        json!({
            "id": id, "organisation": organisation,
            "team": { "age_from": from, "age_to": to, "gender": gender, "sport": sport, "size": 10 },
            "sessions": 1, "min_minutes": 60, "max_minutes": 60,
            "places": [{ "space": "north" }, { "space": "south" }],
            "windows": [{ "hours": { "days": ["mon"], "from": "18:00", "to": "19:00" } }]
        })
    };
    json!({
        "format": 1, "name": "", "grid": 30, "seed": 5, "season": { "weeks": 40, "closed_weeks": [8, 20] },
        "spaces": [hall("north", "Nord"), hall("south", "Sør")],
        "organisations": [{ "id": "club", "kind": "sports_club", "district": "Nord" },
                          { "id": "choir", "kind": "music" }],
        "wishes": [wish("girls", "club", (12, 13), json!("female"), "handball"),
                   wish("boys", "club", (14, 15), json!("male"), "handball"),
                   wish("choir", "choir", (20, 80), json!(null), "")],
        "rules": { "id": "test", "version": 1,
                   "classes": [{ "name": "Barn", "who": { "age_to": 13 } }, { "name": "Ungdom", "who": { "age_to": 19 } }] }
    })
}

fn instance(season: &Value) -> Instance {
    read(&season.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn drafted(season: &Value) -> (Instance, Draft) {
    let instance = instance(season);
    let draft = allocate(&instance, &LIMITS, &mut ());
    (instance, draft)
}

fn pair(of: &(Instance, Draft)) -> Drafted<'_> {
    (&of.0, &of.1)
}

fn minutes(comparison: &Comparison, by: By, group: &str) -> (u64, u64, i64) {
    let mut groups = comparison.groups.iter();
    let found = groups.find(|one| one.by == by && one.group == group).unwrap();
    let Difference {
        before,
        after,
        more_minutes,
        ..
    } = found.difference;
    (before.season_minutes, after.season_minutes, more_minutes)
}

#[test]
fn a_closed_hall_is_told_by_every_group_with_those_who_lose() {
    let before = drafted(&season());
    let mut closed = season();
    closed["spaces"][1]["open"] = json!([]);
    let after = drafted(&closed);
    let told = compare(pair(&before), pair(&after), &[]).unwrap();
    // 38 open weeks of an hour: the girls keep theirs, the boys lose it, the choir had none.
    let hour = 38 * 60;
    assert_eq!(minutes(&told, By::Age, "6–12"), (hour, hour, 0));
    assert_eq!(minutes(&told, By::Age, "13–19"), (hour, 0, -38 * 60));
    assert_eq!(minutes(&told, By::Age, "20–66"), (0, 0, 0));
    assert_eq!(minutes(&told, By::Sport, "handball"), (2 * hour, hour, -38 * 60));
    assert_eq!(minutes(&told, By::Gender, "female"), (hour, hour, 0));
    assert_eq!(minutes(&told, By::Gender, "male"), (hour, 0, -38 * 60));
    assert_eq!(
        minutes(&told, By::HomeDistrict, "Nord"),
        (2 * hour, hour, -38 * 60)
    );
    assert_eq!(minutes(&told, By::PlaceDistrict, "Sør"), (hour, 0, -38 * 60));
    assert_eq!(
        minutes(&told, By::Organisation, "club"),
        (2 * hour, hour, -38 * 60)
    );
    assert_eq!(told.total.more_minutes, -38 * 60);
    assert_eq!(
        (told.total.before.sessions, told.total.after.weekly_minutes),
        (2, 60)
    );
    assert_eq!(told.gain, []);
    assert_eq!(told.lose.len(), 1);
    assert_eq!(told.lose[0].organisation, "club");
    let boys = WishChange {
        wish: "boys".into(),
        organisation: "club".into(),
        before: 1,
        after: 0,
    };
    assert_eq!(told.wishes, [boys]);
}

#[test]
fn another_rule_is_told_with_those_who_gain() {
    let before = drafted(&season());
    let mut other = season();
    other["rules"]["classes"] = json!([{ "name": "Kor", "who": { "kinds": ["music"] } }, { "name": "Alle" }]);
    let after = drafted(&other);
    let told = compare(pair(&before), pair(&after), &[]).unwrap();
    assert_eq!(told.gain[0].organisation, "choir");
    assert_eq!(told.lose[0].organisation, "club");
    assert_eq!(told.total.weight, Weight::Same);
    assert_eq!(told.wishes.len(), 2);
}

#[test]
fn weeks_in_which_a_hall_is_closed_count() {
    let before = drafted(&season());
    let mut shorter = season();
    // Week 8 is closed anyway.
    shorter["spaces"][0]["closed_weeks"] = json!([8, 9, 10]);
    let after = drafted(&shorter);
    let told = compare(pair(&before), pair(&after), &[]).unwrap();
    assert_eq!(told.total.more_minutes, -2 * 60);
    assert_eq!(told.total.before.weekly_minutes, told.total.after.weekly_minutes);
}

#[test]
fn a_wish_or_group_in_one_of_the_two_gets_nothing_in_the_other() {
    let before = drafted(&season());
    let mut fewer = season();
    fewer["wishes"].as_array_mut().unwrap().remove(0);
    let after = drafted(&fewer);
    let told = compare(pair(&before), pair(&after), &[]).unwrap();
    assert_eq!(minutes(&told, By::Age, "6–12"), (38 * 60, 0, -38 * 60));
    assert_eq!(told.wishes[1].wish, "girls");
    assert_eq!((told.wishes[1].before, told.wishes[1].after), (1, 0));
}

#[test]
fn a_difference_within_the_noise_is_said_to_be_so() {
    // Two teams that only the lot can tell apart, and one hour.
    let mut even = season();
    even["rules"]["classes"] = json!([]);
    even["spaces"][1]["open"] = json!([]);
    let seeded = |seed: u64| {
        let mut season = even.clone();
        season["seed"] = json!(seed);
        drafted(&season)
    };
    let before = seeded(5);
    let winner = |run: &(Instance, Draft)| run.1.sessions[0].wish.clone();
    let mut others = (6..60).map(seeded);
    let noise = others.find(|run| winner(run) != winner(&before)).unwrap();
    // The same season but for another name: nothing differs but what another seed would change, too.
    let mut renamed = even.clone();
    renamed["name"] = json!("ny");
    let same = drafted(&renamed);
    let told = compare(pair(&before), pair(&same), &[pair(&noise)]).unwrap();
    assert_eq!(told.noise_runs, 1);
    assert!(
        told.groups
            .iter()
            .all(|group| group.difference.weight == Weight::Same)
    );
    // A wish less: whoever gets the hour now, another seed might have given it to them.
    let loser = winner(&before);
    let mut without = even.clone();
    without["wishes"]
        .as_array_mut()
        .unwrap()
        .retain(|wish| wish["id"] != loser.as_str());
    let after = drafted(&without);
    let told = compare(pair(&before), pair(&after), &[pair(&noise)]).unwrap();
    let weights: Vec<Weight> = told.groups.iter().map(|group| group.difference.weight).collect();
    assert!(weights.contains(&Weight::Noise), "{told:#?}");
    assert_eq!(told.total.noise_minutes, Some(0));
    // The hall closed: one hour less is more than any seed changes.
    let mut closed = even.clone();
    closed["spaces"][0]["open"] = json!([]);
    let after = drafted(&closed);
    let told = compare(pair(&before), pair(&after), &[pair(&noise)]).unwrap();
    assert_eq!(told.total.weight, Weight::Clear);
    let told = compare(pair(&before), pair(&after), &[]).unwrap();
    assert_eq!(
        (told.total.weight, told.total.noise_minutes),
        (Weight::Unknown, None)
    );
}

#[test]
fn a_run_that_was_stopped_is_told() {
    let before = drafted(&season());
    let mut after = drafted(&season());
    assert!(
        !compare(pair(&before), pair(&after), &[pair(&before)])
            .unwrap()
            .stopped
    );
    after.1.ended = Ended::Stopped;
    assert!(compare(pair(&before), pair(&after), &[]).unwrap().stopped);
    assert!(
        compare(pair(&before), pair(&before), &[pair(&after)])
            .unwrap()
            .stopped
    );
}

#[test]
fn what_is_no_pair_is_not_compared() {
    let before = drafted(&season());
    let mut other = season();
    other["seed"] = json!(6);
    let seeded = drafted(&other);
    let compare = |after, noise: &[Drafted<'_>]| compare(pair(&before), after, noise).unwrap_err();
    assert_eq!(compare(pair(&seeded), &[]), NotComparable::Seeds);
    assert_eq!(compare((&before.0, &seeded.1), &[]), NotComparable::OtherSeason);
    other["name"] = json!("another");
    let stranger = drafted(&other);
    assert_eq!(
        compare(pair(&before), &[pair(&stranger)]),
        NotComparable::OtherNoise
    );
}

#[test]
fn a_made_up_town_that_loses_its_halls_is_run_and_told_the_same_each_time() {
    let mut before = generate::instance(generate::Size::S, 2);
    before.wishes.truncate(40);
    before.links.clear();
    before.locks.clear();
    before.held_back.clear();
    before.published = None;
    let mut after = before.clone();
    // One hall stays.
    let wholes = after.spaces.iter_mut().filter(|space| space.parent.is_none());
    wholes.skip(1).for_each(|space| space.open.clear());
    let told = paired(&before, &after, 2, &LIMITS, &mut ()).unwrap();
    assert_eq!(told, paired(&before, &after, 2, &LIMITS, &mut ()).unwrap());
    assert_eq!(told.noise_runs, 2);
    assert_eq!(told.total.weight, Weight::Clear);
    assert!(told.total.more_minutes < 0 && told.lose.len() > told.gain.len());
    // Each way of grouping adds up to everything.
    for by in [
        By::Age,
        By::Sport,
        By::Gender,
        By::HomeDistrict,
        By::PlaceDistrict,
        By::Organisation,
    ] {
        let groups = told.groups.iter().filter(|group| group.by == by);
        let sum: i64 = groups.map(|group| group.difference.more_minutes).sum();
        assert_eq!(sum, told.total.more_minutes, "{by:?}");
    }
    let written = serde_json::to_string(&told).unwrap();
    assert_eq!(serde_json::from_str::<Comparison>(&written).unwrap(), told);
}
