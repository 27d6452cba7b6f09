//! The head of the file, ids, spaces, hours.

use super::*;

#[test]
fn the_head_of_the_file() {
    at("/format", json!(2), "/format", &K::Version { found: 2, reads: 1 });
    at("/grid", json!(20), "/grid", &K::Grid { found: 20 });
    at(
        "/season",
        json!({ "weeks": 61 }),
        "/season/weeks",
        &high("61", 60),
    );
    at(
        "/season",
        json!({ "weeks": 30, "closed_weeks": [31] }),
        "/season/closed_weeks/0",
        &K::WeekOutside { week: 31, weeks: 30 },
    );
    at(
        "/spaces/0/closed_weeks",
        json!([1, 0]),
        "/spaces/0/closed_weeks/1",
        &K::WeekOutside { week: 0, weeks: 40 },
    );
}

#[test]
fn ids() {
    let again = |id: &str, first: &str| K::IdTwice {
        id: text(id),
        first: text(first),
    };
    let hall = json!({ "id": "hall" });
    at("/spaces/-", hall, "/spaces/5/id", &again("hall", "/spaces/0/id"));
    let kor = json!({ "id": "kor", "kind": "music" });
    at(
        "/organisations/-",
        kor,
        "/organisations/2/id",
        &again("kor", "/organisations/1/id"),
    );
    let wish = season()["wishes"][2].clone();
    at("/wishes/-", wish, "/wishes/3/id", &again("sang", "/wishes/2/id"));
    at("/spaces/-", json!({ "id": "" }), "/spaces/5/id", &K::EmptyId);
    for (path, thing) in [
        ("/spaces/1/parent", Thing::Space),
        ("/wishes/0/organisation", Thing::Organisation),
        ("/wishes/0/places/0/space", Thing::Space),
        ("/wishes/1/places/0/near/of", Thing::Space),
        ("/wishes/0/last_season/0/spaces/1", Thing::Space),
        ("/links/0/wishes/1", Thing::Wish),
        ("/rules/primacy/0/spaces/0", Thing::Space),
        ("/locks/0/wish", Thing::Wish),
        ("/locks/0/slot/spaces/0", Thing::Space),
        ("/held_back/0", Thing::Wish),
        ("/published/sessions/0/wish", Thing::Wish),
        ("/published/sessions/0/slot/spaces/0", Thing::Space),
    ] {
        at(path, json!("nothing"), path, &unknown(thing));
    }
    at("/held_back/-", json!("sang"), "/held_back/1", &twice("sang"));
    at(
        "/wishes/0/coaches/-",
        json!({ "id": "kari" }),
        "/wishes/0/coaches/1",
        &twice("kari"),
    );
    at(
        "/wishes/2/needs/-",
        json!({ "feature": "mats" }),
        "/wishes/2/needs/1",
        &twice("mats"),
    );
    at(
        "/rules/primacy/0/spaces/-",
        json!("gym"),
        "/rules/primacy/0/spaces/1",
        &twice("gym"),
    );
    let group = json!({ "kind": "sports_hall", "size": 9 });
    at(
        "/rules/min_groups/-",
        group,
        "/rules/min_groups/1",
        &twice("sports_hall"),
    );
    at(
        "/locks/0/slot/spaces/-",
        json!("gym"),
        "/locks/0/slot/spaces/1",
        &twice("gym"),
    );
}

#[test]
fn spaces_in_themselves_and_too_deep() {
    let circle = |ids: &[&str]| K::Circle {
        spaces: ids.iter().copied().map(text).collect(),
    };
    at(
        "/spaces/4/parent",
        json!("gym"),
        "/spaces/4/parent",
        &circle(&["gym"]),
    );
    at(
        "/spaces/0/parent",
        json!("b"),
        "/spaces/0/parent",
        &circle(&["hall", "b"]),
    );
    let mut deep = season();
    for level in 1..=20 {
        let parent = (level > 1).then(|| format!("level{}", level - 1));
        put(
            &mut deep,
            "/spaces/-",
            Some(json!({ "id": format!("level{level}"), "parent": parent })),
        );
    }
    let what = K::TooDeep { levels: 17, most: 16 };
    assert_only(&deep, "/spaces/21", &what);
    let mut wide = season();
    for part in 0..201 {
        put(
            &mut wide,
            "/spaces/-",
            Some(json!({ "id": format!("part{part}"), "parent": "gym" })),
        );
    }
    // The wishes' locks in it are fine.
    assert_only(
        &wide,
        "/spaces/4",
        &K::TooManyUnits {
            units: 201,
            most: 200,
        },
    );
}

#[test]
fn coordinates() {
    let missing = |field: &str| K::HalfCoordinates { missing: text(field) };
    gone("/spaces/4/lon", "/spaces/4", &missing("lon"));
    gone("/spaces/4/lat", "/spaces/4", &missing("lat"));
    let found = text("90.5");
    at(
        "/spaces/4/lat",
        json!(90.5),
        "/spaces/4/lat",
        &K::Coordinate { found, most: 90 },
    );
    let found = text("-181");
    at(
        "/spaces/4/lon",
        json!(-181),
        "/spaces/4/lon",
        &K::Coordinate { found, most: 180 },
    );
}

#[test]
fn hours() {
    let lists = [
        "/spaces/0/open/0",
        "/spaces/0/blocks/0/hours",
        "/wishes/0/windows/0/hours",
        "/rules/classes/0/hours/0",
        "/rules/off_peak_duty/hours/0",
    ];
    for hours in lists {
        let days = format!("{hours}/days");
        at(&days, json!([]), &days, &K::NoDays);
        at(&days, json!(["mon", "mon"]), &format!("{days}/1"), &twice("mon"));
        let to = format!("{hours}/to");
        let what = K::EndsBeforeStart {
            from: clock(16, 0),
            to: clock(16, 0),
        };
        at(&to, json!("16:00"), &to, &what);
    }
    for slot in ["/wishes/0/last_season/0", "/published/sessions/0/slot"] {
        let to = format!("{slot}/to");
        let what = K::EndsBeforeStart {
            from: clock(17, 0),
            to: clock(16, 0),
        };
        at(&to, json!("16:00"), &to, &what);
    }
}
