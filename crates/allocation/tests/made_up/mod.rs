//! Made-up small seasons: a few wishes for six spaces, with everything that the format has.

use ledig_allocation::{format::Instance, read::read};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn days() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(DAYS.to_vec(), 1..=4)
}

/// Hours of at least an hour, mostly on the grid.
fn hours() -> impl Strategy<Value = Value> {
    (
        days(),
        60_u32..84,
        4_u32..24,
        prop_oneof![9 => Just(0_u32), 1 => 1_u32..15],
    )
        .prop_map(|(days, from, long, off)| {
            let from = from * 15 + off;
            json!({ "days": days, "from": clock(from), "to": clock((from + long * 15).min(1440)) })
        })
}

fn strength() -> impl Strategy<Value = &'static str> {
    select(vec!["must", "must", "should"])
}

fn space_id() -> impl Strategy<Value = String> {
    (0_u8..6).prop_map(|number| format!("s{number}"))
}

fn slot() -> impl Strategy<Value = Value> {
    (vec(space_id(), 1..3), select(DAYS.to_vec()), 32_u32..44, 1_u32..5).prop_map(
        |(mut spaces, day, from, long)| {
            spaces.sort();
            spaces.dedup();
            json!({ "spaces": spaces, "day": day, "from": clock(from * 30), "to": clock((from + long) * 30) })
        },
    )
}

/// Six spaces; each may be a part of one before it.
fn spaces() -> impl Strategy<Value = Value> {
    let one = (
        option::of(0_usize..6),
        vec(hours(), 0..3),
        vec(hours(), 0..2),
        option::of(0_u32..40),
        proptest::sample::subsequence(vec!["mats", "piano"], 0..=2),
        option::of(590_u32..610),
        vec(1_u16..7, 0..2),
        select(vec!["gym", "sports_hall", "athletics_hall"]),
    );
    vec(one, 6).prop_map(|spaces| {
        let spaces = spaces.into_iter().enumerate().map(|(place, one)| {
            let (parent, open, blocks, capacity, features, lat, closed, kind) = one;
            let blocks: Vec<Value> = blocks
                .into_iter()
                .map(|hours| json!({ "hours": hours }))
                .collect();
            let mut space = json!({ "id": format!("s{place}"), "kind": kind, "open": open, "blocks": blocks,
                                    "features": features, "closed_weeks": closed });
            if let Some(parent) = parent.filter(|parent: &usize| *parent < place) {
                space["parent"] = json!(format!("s{parent}"));
            }
            if let Some(lat) = lat {
                space["lat"] = json!(f64::from(lat) / 10.0);
                space["lon"] = json!(10.5);
            }
            if let Some(capacity) = capacity {
                space["capacity"] = json!(capacity);
            }
            space
        });
        spaces.collect::<Vec<_>>().into()
    })
}

fn place() -> impl Strategy<Value = Value> {
    let kinds = || proptest::sample::subsequence(vec!["gym", "sports_hall"], 1..=2);
    prop_oneof![
        4 => space_id().prop_map(|id| json!({ "space": id })),
        1 => kinds().prop_map(|kinds| json!({ "any": { "kinds": kinds } })),
        1 => (kinds(), space_id(), 0_u32..200_000)
            .prop_map(|(kinds, of, metres)| json!({ "near": { "kinds": kinds, "of": of, "metres": metres } })),
    ]
}

fn team() -> impl Strategy<Value = Value> {
    let gender = option::of(select(vec!["female", "male", "mixed"]));
    (
        5_u8..40,
        0_u8..10,
        gender,
        select(vec!["", "handball", "athletics"]),
        0_u32..30,
        any::<bool>(),
    )
        .prop_map(|(age, more, gender, sport, size, adapted)| {
            json!({ "age_from": age, "age_to": age + more, "gender": gender, "sport": sport, "size": size,
                    "adapted": adapted })
        })
}

fn wish() -> impl Strategy<Value = Value> {
    let extent = prop_oneof![
        Just(json!("as_named")),
        Just(json!("whole")),
        Just(json!("part")),
        (2_u8..4).prop_map(|units| json!({ "adjoining": units })),
    ];
    let what = (0_u8..3, team(), 1_u8..5, 2_u32..9, 0_u32..5, extent);
    let windows = vec((hours(), any::<bool>()), 1..4).prop_map(|windows| {
        let window = |(hours, preferred)| json!({ "hours": hours, "preferred": preferred });
        windows.into_iter().map(window).collect::<Vec<_>>()
    });
    let coaches = proptest::sample::subsequence(vec!["kari", "ola"], 0..=2);
    let limits = (
        (1_u8..3, strength()),
        option::of((1_u8..4, strength())),
        option::of((select(vec!["mats", "piano"]), strength())),
        (coaches, strength()),
    );
    (what, vec(place(), 1..4), windows, limits, vec(slot(), 0..2)).prop_map(
        |((organisation, team, sessions, shortest, more, extent), places, windows, limits, last)| {
            let (per_day, free, need, (coaches, led)) = limits;
            let coaches: Vec<Value> =
                coaches.into_iter().map(|id| json!({ "id": id, "strength": led })).collect();
            let needs: Vec<Value> =
                need.into_iter().map(|(feature, strength)| json!({ "feature": feature, "strength": strength })).collect();
            json!({
                "organisation": format!("o{organisation}"), "team": team, "sessions": sessions,
                "min_minutes": shortest * 15, "max_minutes": (shortest + more) * 15, "extent": extent, "places": places,
                "windows": windows, "per_day": { "most": per_day.0, "strength": per_day.1 },
                "free_days_between": free.map(|(days, strength)| json!({ "days": days, "strength": strength })),
                "needs": needs, "coaches": coaches, "last_season": last,
            })
        },
    )
}

fn who() -> impl Strategy<Value = Value> {
    (option::of(0_u8..20), option::of(10_u8..50), any::<bool>()).prop_map(|(from, to, adapted)| {
        let to = to.map(|to| to.max(from.unwrap_or(0)));
        json!({ "age_from": from, "age_to": to, "adapted": adapted })
    })
}

fn rules() -> impl Strategy<Value = Value> {
    let class = (
        who(),
        vec(hours(), 0..2),
        any::<bool>(),
        option::of(1_u8..4),
        option::of(30_u16..400),
    )
        .prop_map(|(who, hours, must, sessions, minutes)| {
            json!({ "name": "", "who": who, "hours": hours, "hours_must": must, "most_sessions": sessions,
                    "most_minutes": minutes })
        });
    let basis = prop_oneof![
        Just(json!("equal")),
        Just(json!("wished")),
        Just(json!({ "members": [{ "age_from": 0, "age_to": 19, "milli_minutes": 700 }] })),
        who().prop_map(|who| json!({ "teams": [{ "who": who, "minutes": 90 }] })),
    ];
    let entitlement =
        (basis, 0_u32..100, option::of(100_u32..400), 0_u8..=100).prop_map(|(basis, floor, cap, malus)| {
            json!({ "basis": basis, "floor_minutes": floor, "cap_minutes": cap, "unused_malus_percent": malus,
                "local": { "below_percent": 50, "factor_percent": 70 } })
        });
    let duty = option::of((0_u32..300, vec(hours(), 0..2)));
    let more = (
        select(vec!["counts_first", "class_by_class"]),
        vec(space_id(), 0..2),
        option::of(0_u32..15),
        option::of(who()),
        option::of((who(), 0_u8..=100)),
    );
    (vec(class, 0..4), entitlement, duty, more).prop_map(|(classes, entitlement, duty, more)| {
        let (order, primacy, least, excluded, quota) = more;
        let primacy: Vec<Value> = primacy
            .into_iter()
            .map(|id| json!({ "spaces": [id], "sports": ["athletics"] }))
            .collect();
        let groups: Vec<Value> = least
            .into_iter()
            .map(|size| json!({ "kind": "gym", "size": size }))
            .collect();
        let excluded: Vec<Value> = excluded
            .into_iter()
            .map(|who| json!({ "who": who, "reason": "" }))
            .collect();
        let quotas: Vec<Value> = quota
            .into_iter()
            .map(|(who, percent)| json!({ "name": "", "who": who, "percent": percent }))
            .collect();
        json!({
            "id": "any", "version": 1, "order": order, "classes": classes, "entitlement": entitlement,
            "primacy": primacy, "min_groups": groups, "excluded": excluded, "quotas": quotas,
            "off_peak_duty": duty.map(|(over, hours)| json!({ "over_minutes": over, "hours": hours })),
        })
    })
}

/// An arbitrary small season with everything that the format has, as a file; not all of it can be read.
pub fn season() -> impl Strategy<Value = Value> {
    let wish_id = || (0_u8..5).prop_map(|number| format!("w{number}"));
    let link = (
        select(vec!["back_to_back", "together"]),
        proptest::sample::subsequence(vec!["w0", "w1", "w2"], 2..=3),
        strength(),
    )
        .prop_map(|(kind, wishes, strength)| json!({ "kind": kind, "wishes": wishes, "strength": strength }));
    let marks = (
        option::of(link),
        vec((wish_id(), slot()), 0..3),
        option::weighted(0.2, wish_id()),
        option::of(vec((wish_id(), slot(), 0_u32..9), 0..3)),
    );
    let organisations = vec((0_u32..200, 0_u8..=100, 0_u8..=100), 3);
    (spaces(), vec(wish(), 0..6), rules(), marks, organisations, select(vec![15, 30]), any::<u64>()).prop_map(
        |(spaces, wishes, rules, marks, organisations, grid, seed)| {
            let (link, locks, held_back, published) = marks;
            let mut wishes = wishes;
            for (place, wish) in wishes.iter_mut().enumerate() {
                wish["id"] = json!(format!("w{place}"));
            }
            if let Some(link) = &link {
                // Mostly linkable: as many sessions each.
                for id in link["wishes"].as_array().into_iter().flatten() {
                    if let Some(wish) = wishes.iter_mut().find(|wish| wish["id"] == *id) {
                        wish["sessions"] = json!(2);
                    }
                }
            }
            let organisations: Vec<Value> = (0..)
                .zip(organisations)
                .map(|(place, (members, local, unused))| {
                    json!({ "id": format!("o{place}"), "kind": "sports_club", "local_percent": local,
                            "unused_percent": unused,
                            "members": [{ "age_from": 8, "age_to": 12, "count": members }] })
                })
                .collect();
            let slots = |list: Vec<(String, Value)>| -> Vec<Value> {
                list.into_iter().map(|(wish, slot)| json!({ "wish": wish, "slot": slot })).collect()
            };
            let published = published.map(|list| {
                let session = |(wish, slot, price)| json!({ "wish": wish, "slot": slot, "price": price });
                json!({ "sessions": list.into_iter().map(session).collect::<Vec<_>>() })
            });
            json!({
                "format": 1, "name": "", "grid": grid, "seed": seed, "season": { "weeks": 5, "closed_weeks": [] },
                "spaces": spaces, "organisations": organisations, "wishes": wishes,
                "links": link.into_iter().collect::<Vec<_>>(), "rules": rules, "locks": slots(locks),
                "held_back": held_back.into_iter().collect::<Vec<_>>(), "published": published,
            })
        },
    )
}

/// What a file asks for wrongly is taken out of it, so that most of it can be read.
pub fn mended(mut season: Value) -> Option<Instance> {
    for _ in 0..12 {
        let faults = match read(&season.to_string()) {
            Ok(instance) => return Some(instance),
            Err(faults) => faults,
        };
        // From the back, so that places in lists stay what they are.
        let mut lists: Vec<(String, usize)> = faults
            .iter()
            .filter_map(|fault| {
                let mut steps = fault.path.split('/').skip(1);
                let (list, place) = (steps.next()?, steps.next()?);
                if list == "published" {
                    let place = steps.next()?.parse().ok()?;
                    return Some(("/published/sessions".to_owned(), place));
                }
                Some((format!("/{list}"), place.parse().ok()?))
            })
            .collect();
        lists.sort();
        lists.dedup();
        for (list, place) in lists.into_iter().rev() {
            let list = season.pointer_mut(&list)?.as_array_mut()?;
            if place < list.len() {
                list.remove(place);
            }
        }
    }
    None
}
