//! Made-up tiny seasons: a hall with parts, perhaps a gym, two or three evenings, a few wishes in each other's way.

use ledig_allocation::{format::Instance, read::read};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};
use serde_json::{Value, json};

const DAYS: [&str; 3] = ["mon", "tue", "wed"];
const SPACES: [&str; 4] = ["H", "H1", "H2", "G"];

fn clock(halves: u32) -> String {
    format!("{:02}:{:02}", 17 + halves / 2, halves % 2 * 30)
}

/// Hours on some days between 17 and 20.
fn hours(shortest: u32) -> impl Strategy<Value = Value> {
    (subsequence(DAYS.to_vec(), 1..=3), select(vec![0_u32, 0, 0, 1, 2]), shortest..7).prop_map(
        |(days, from, long)| json!({ "days": days, "from": clock(from), "to": clock((from + long).min(6)) }),
    )
}

fn strength() -> impl Strategy<Value = &'static str> {
    select(vec!["must", "must", "should"])
}

fn slot() -> impl Strategy<Value = Value> {
    let long = select(vec![1_u32, 2, 2, 3]);
    (select(SPACES.to_vec()), select(DAYS.to_vec()), 0_u32..5, long).prop_map(|(space, day, from, long)| {
        json!({ "spaces": [space], "day": day, "from": clock(from), "to": clock(from + long) })
    })
}

/// A hall of two or three parts and a gym, open an hour or two each evening.
fn spaces() -> impl Strategy<Value = Value> {
    let evening = || (0_u32..2, 2_u32..5).prop_map(|(from, long)| (clock(from), clock((from + long).min(6))));
    let days = || subsequence(DAYS.to_vec(), 1..=2);
    let hall = (days(), evening(), option::weighted(0.2, hours(1)), any::<bool>());
    let gym = (days(), evening(), option::weighted(0.3, 0_u32..25), any::<bool>());
    (
        hall,
        gym,
        option::weighted(0.3, 0_usize..4),
        option::weighted(0.2, 1_u32..5),
    )
        .prop_map(
            |((days, (from, to), block, three), (on, (first, last), capacity, far), mats, closed)| {
                let open =
                    |days: &[&str], from: &str, to: &str| json!([{ "days": days, "from": from, "to": to }]);
                let mut spaces = vec![
                    json!({ "id": "H", "kind": "sports_hall", "open": open(&days, &from, &to) }),
                    json!({ "id": "H1", "parent": "H" }),
                    json!({ "id": "H2", "parent": "H" }),
                    json!({ "id": "G", "kind": "gym", "open": open(&on, &first, &last) }),
                ];
                if let Some(hours) = block {
                    spaces[1]["blocks"] = json!([{ "hours": hours }]);
                }
                if let Some(capacity) = capacity {
                    spaces[3]["capacity"] = json!(capacity);
                }
                if far {
                    for (space, lat) in [(0, 60.0), (3, 60.1)] {
                        spaces[space]["lat"] = json!(lat);
                        spaces[space]["lon"] = json!(10.0);
                    }
                }
                if let Some(at) = mats {
                    spaces[at]["features"] = json!(["mats"]);
                }
                if let Some(week) = closed {
                    spaces[2]["closed_weeks"] = json!([week]);
                }
                if three {
                    spaces.push(json!({ "id": "H3", "parent": "H" }));
                }
                spaces.into()
            },
        )
}

fn wish(most_sessions: u8) -> impl Strategy<Value = Value> {
    let extent = select(vec![
        json!("as_named"),
        json!("as_named"),
        json!("part"),
        json!("part"),
        json!("whole"),
        json!({ "adjoining": 2 }),
    ]);
    let place = prop_oneof![
        5 => select(SPACES.to_vec()).prop_map(|id| json!({ "space": id })),
        1 => Just(json!({ "any": { "kinds": ["sports_hall", "gym"] } })),
    ];
    let team = (select(vec![9_u8, 15, 40]), select(vec!["", "judo"]), 5_u32..25);
    let time = (
        1..=most_sessions,
        select(vec![(30, 30), (30, 60), (60, 60), (60, 60), (60, 90), (45, 60)]),
        vec((hours(3), any::<bool>()), 1..3),
    );
    let limits = (
        (select(vec![1_u8, 1, 2]), strength()),
        option::weighted(0.3, (select(vec![1_u8, 1, 2]), strength())),
        option::weighted(0.15, strength()),
        option::weighted(0.4, (select(vec!["kari", "ola"]), strength())),
        option::weighted(0.2, slot()),
    );
    (0_u8..2, team, vec(place, 1..3), extent, time, limits).prop_map(
        |(organisation, (age, sport, size), places, extent, time, limits)| {
            let (sessions, (least, most), windows) = time;
            let (per_day, free, need, coach, last) = limits;
            let window = |(hours, preferred)| json!({ "hours": hours, "preferred": preferred });
            let needs: Vec<Value> =
                need.into_iter().map(|strength| json!({ "feature": "mats", "strength": strength })).collect();
            let coaches: Vec<Value> =
                coach.into_iter().map(|(id, strength)| json!({ "id": id, "strength": strength })).collect();
            json!({
                "organisation": format!("o{organisation}"),
                "team": { "age_from": age, "age_to": age, "sport": sport, "size": size },
                "sessions": sessions, "min_minutes": least, "max_minutes": most, "extent": extent, "places": places,
                "windows": windows.into_iter().map(window).collect::<Vec<_>>(),
                "per_day": { "most": per_day.0, "strength": per_day.1 },
                "free_days_between": free.map(|(days, strength)| json!({ "days": days, "strength": strength })),
                "needs": needs, "coaches": coaches, "last_season": last.into_iter().collect::<Vec<_>>(),
            })
        },
    )
}

fn rules() -> impl Strategy<Value = Value> {
    let class = (
        option::weighted(0.15, hours(2)),
        any::<bool>(),
        option::weighted(0.15, 1_u8..3),
        option::weighted(0.15, 60_u16..150),
    );
    let more = (
        select(vec!["counts_first", "class_by_class"]),
        select(vec!["equal", "wished"]),
        option::weighted(0.3, select(SPACES.to_vec())),
        option::weighted(0.1, 10_u32..20),
        option::weighted(0.1, Just(json!({ "age_from": 10, "age_to": 20 }))),
        option::weighted(0.1, hours(2)),
    );
    (vec(class, 0..3), more).prop_map(|(classes, (order, basis, primacy, least, excluded, duty))| {
        let classes = classes
            .into_iter()
            .zip([12, 20])
            .map(|((hours, must, sessions, minutes), age)| {
                json!({ "name": "", "who": { "age_to": age }, "hours": hours.into_iter().collect::<Vec<_>>(),
                    "hours_must": must, "most_sessions": sessions, "most_minutes": minutes })
            });
        let primacy = primacy.map(|id| json!({ "spaces": [id], "sports": ["judo"] }));
        let least = least.map(|size| json!({ "kind": "gym", "size": size }));
        let excluded = excluded.map(|who| json!({ "who": who, "reason": "" }));
        json!({
            "id": "tiny", "version": 1, "order": order, "classes": classes.collect::<Vec<_>>(),
            "entitlement": { "basis": basis }, "primacy": primacy.into_iter().collect::<Vec<_>>(),
            "min_groups": least.into_iter().collect::<Vec<_>>(),
            "excluded": excluded.into_iter().collect::<Vec<_>>(),
            "off_peak_duty": duty.map(|hours| json!({ "over_minutes": 100, "hours": [hours] })),
        })
    })
}

/// A tiny season that the reader accepts; so many wishes of up to so many sessions.
pub fn season(wishes: std::ops::RangeInclusive<usize>, most_sessions: u8) -> impl Strategy<Value = Instance> {
    let id = || select(vec!["w0", "w1", "w2"]);
    let link = (
        select(vec!["back_to_back", "together"]),
        subsequence(vec!["w0", "w1", "w2"], 2..=3),
        strength(),
    );
    let marks = (
        option::weighted(0.4, link),
        vec((id(), slot()), 0..2),
        option::weighted(0.1, id()),
        option::weighted(0.3, vec((id(), slot(), 1_u32..9), 0..3)),
    );
    (spaces(), vec(wish(most_sessions), wishes), rules(), marks, any::<u64>()).prop_filter_map(
        "no season that is read",
        |(spaces, mut wishes, rules, (link, locks, held_back, published), seed)| {
            for (place, wish) in wishes.iter_mut().enumerate() {
                wish["id"] = json!(format!("w{place}"));
            }
            let linked = link.as_ref().map_or(&[][..], |(_, linked, _)| linked);
            let sessions = wishes[0]["sessions"].clone();
            for wish in wishes.iter_mut().filter(|wish| linked.iter().any(|id| wish["id"] == *id)) {
                wish["sessions"] = sessions.clone();
            }
            let there = |id: &str| wishes.iter().any(|wish| wish["id"] == id);
            let links = link.as_ref().filter(|(_, linked, _)| linked.iter().all(|id| there(id)));
            let links = links
                .map(|(kind, wishes, strength)| json!({ "kind": kind, "wishes": wishes, "strength": strength }));
            let locks: Vec<Value> = locks
                .iter()
                .filter(|(id, _)| there(id))
                .map(|(id, slot)| json!({ "wish": id, "slot": slot }))
                .collect();
            let published = published.map(|list| {
                let session =
                    |(wish, slot, price)| json!({ "wish": wish, "slot": slot, "price": price });
                let known = list.into_iter().filter(|(id, ..)| there(id));
                json!({ "sessions": known.map(session).collect::<Vec<_>>() })
            });
            let mut season = json!({
                "format": 1, "name": "", "grid": 30, "seed": seed, "season": { "weeks": 5, "closed_weeks": [2] },
                "spaces": spaces,
                "organisations": [{ "id": "o0", "kind": "sports_club" }, { "id": "o1", "kind": "music" }],
                "wishes": wishes, "links": links.into_iter().collect::<Vec<_>>(), "rules": rules, "locks": locks,
                "held_back": held_back.into_iter().filter(|id| there(id)).collect::<Vec<_>>(),
                "published": published,
            });
            // Wishes that cannot be linked, or locks in each other's way, are the reader's business.
            for left_out in ["links", "locks", "published"] {
                if let Ok(season) = read(&season.to_string()) {
                    return Some(season);
                }
                season[left_out] = if left_out == "published" { Value::Null } else { json!([]) };
            }
            read(&season.to_string()).ok()
        },
    )
}
