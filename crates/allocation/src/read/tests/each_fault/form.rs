//! The text, the form, and sizes.

use super::*;
use ledig_domain::space::SpaceKind;

#[test]
fn no_json_is_told_by_line_and_column() {
    let faults = read("{\n  \"format\": 1,\n  oops\n}").unwrap_err();
    let what = K::Syntax {
        line: 3,
        column: 3,
        message: text("key must be a string"),
    };
    let path = String::new();
    assert_eq!(faults, [Fault { path, what }]);
    let early = read("[1, 2").unwrap_err();
    assert!(
        matches!(&early[0].what, K::Syntax { line: 1, message, .. } if message.contains("ends too early"))
    );
    assert!(matches!(read("{} {}").unwrap_err()[0].what, K::Syntax { .. }));
    assert!(matches!(read("").unwrap_err()[0].what, K::Syntax { .. }));
    let deep = "[".repeat(100_000);
    assert!(matches!(read(&deep).unwrap_err()[0].what, K::Syntax { .. }));
}

#[test]
fn bytes_that_are_no_text_are_told_by_line_and_byte() {
    let faults = read_bytes(b"{\n  \"name\": \"\xff\"}").unwrap_err();
    assert_eq!(faults[0].what, K::NotText { line: 2, column: 12 });
}

#[test]
fn texts_beyond_any_season_are_refused() {
    let long = " ".repeat(text::MOST_BYTES + 1);
    let bytes = text::MOST_BYTES + 1;
    let most = text::MOST_BYTES;
    assert_eq!(read(&long).unwrap_err()[0].what, K::TextTooLong { bytes, most });
    let mut values = String::from("[0");
    values.push_str(&",0".repeat(text::MOST_VALUES));
    values.push(']');
    let most = text::MOST_VALUES;
    assert_eq!(read(&values).unwrap_err()[0].what, K::TooManyValues { most });
}

#[test]
fn a_field_that_stands_twice_is_told() {
    let twice = season()
        .to_string()
        .replace("\"id\":\"gym\"", "\"id\":\"gym\",\"id\":\"hall\"");
    let what = K::FieldTwice { field: text("id") };
    let path = text("/spaces/4");
    assert_eq!(read(&twice).unwrap_err(), [Fault { path, what }]);
}

#[test]
fn the_form_is_told_field_by_field() {
    gone("/grid", "", &K::Missing { field: text("grid") });
    let field = text("size");
    gone("/wishes/0/team/size", "/wishes/0/team", &K::Missing { field });
    let field = text("colour");
    at("/colour", json!(1), "", &K::UnknownField { field });
    let field = text("colour");
    at(
        "/spaces/1/colour",
        json!(1),
        "/spaces/1",
        &K::UnknownField { field },
    );
    let kind = |found: &str, allowed: &[&str]| K::WrongType {
        found: text(found),
        allowed: allowed.iter().copied().map(text).collect(),
    };
    at("/name", json!(5), "/name", &kind("5", &["a text"]));
    at(
        "/spaces/0/open",
        json!(null),
        "/spaces/0/open",
        &kind("null", &["a list"]),
    );
    at("/wishes/1", json!("x"), "/wishes/1", &kind("“x”", &["an object"]));
    let whole = kind("1.5", &["a whole number"]);
    at("/wishes/1/sessions", json!(1.5), "/wishes/1/sessions", &whole);
    at("/held_back/0", json!(1), "/held_back/0", &kind("1", &["a text"]));
    assert_only(&json!([]), "", &kind("a list", &["an object"]));
    let size = "/wishes/0/team/size";
    at(size, json!(-1), size, &low("-1", 0));
    at(
        size,
        json!(5_000_000_000_u64),
        size,
        &high("5000000000", u64::from(u32::MAX)),
    );
    let time = "/spaces/0/open/0/to";
    at(
        time,
        json!("18"),
        time,
        &K::NotATime {
            found: text("“18”")
        },
    );
    at(
        time,
        json!("24:15"),
        time,
        &K::NotATime {
            found: text("“24:15”"),
        },
    );
}

#[test]
fn a_choice_of_forms_is_told_by_what_was_meant() {
    let of = |found: &str, allowed: &[&str]| K::NotOneOf {
        found: text(found),
        allowed: allowed.iter().copied().map(text).collect(),
    };
    let forms = [
        "an object with the field “space”",
        "an object with the field “near”",
        "an object with the field “any”",
    ];
    let place = "/wishes/1/places/0";
    at(place, json!({ "spce": "hall" }), place, &of("an object", &forms));
    let metres = K::Missing {
        field: text("metres"),
    };
    let near = json!({ "near": { "kinds": ["gym"], "of": "gym" } });
    at(place, near, "/wishes/1/places/0/near", &metres);
    let extent = "/wishes/0/extent";
    let extents = ["as_named", "whole", "part", "an object"];
    at(extent, json!("half"), extent, &of("“half”", &extents));
    let gender = "/wishes/0/team/gender";
    at(
        gender,
        json!("x"),
        gender,
        &of("“x”", &["female", "male", "mixed"]),
    );
    let kind = json!("stable");
    let told = faults(&with("/spaces/0/kind", Some(kind)));
    assert_eq!(told[0].path, "/spaces/0/kind");
    assert!(matches!(&told[0].what, K::NotOneOf { allowed, .. } if allowed.len() == SpaceKind::ALL.len()));
}

#[test]
fn sizes_beyond_any_season_are_told() {
    let long = "x".repeat(201);
    let what = K::TooLong {
        characters: 201,
        most: 200,
    };
    at("/wishes/0/team/sport", json!(long), "/wishes/0/team/sport", &what);
    let places = json!(vec![json!({ "space": "hall" }); 201]);
    let many = K::TooMany {
        found: 201,
        most: 200,
    };
    at("/wishes/0/places", places, "/wishes/0/places", &many);
    let price = "/published/sessions/0/price";
    at(price, json!(1_000_001), price, &high("1000001", 1_000_000));
    let points = "/rules/points/should";
    at(points, json!(10_001), points, &high("10001", 10_000));
    let capacity = "/spaces/0/capacity";
    at(capacity, json!(2_000_000), capacity, &high("2000000", 1_000_000));
    let count = "/organisations/0/members/0/count";
    let members = "/organisations/0/members";
    at(count, json!(1_000_001), members, &high("1000001", 1_000_000));
    let travel = "/travel/minutes_per_km";
    at(travel, json!(1_001), travel, &high("1001", 1_000));
}
