//! What is odd but allowed.

use super::*;
use RemarkKind as R;

fn told(season: &Value) -> Vec<(String, R)> {
    let instance = read(&season.to_string()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    remarks(&instance)
        .into_iter()
        .map(|remark| (remark.path, remark.what))
        .collect()
}

#[track_caller]
fn only(path: &str, value: Value, at: &str, what: R) {
    assert_eq!(told(&with(path, Some(value))), [(at.to_owned(), what)]);
}

#[test]
fn nothing_is_odd_about_the_season() {
    assert_eq!(told(&season()), []);
}

#[test]
fn a_space_that_fits_nobody() {
    let space = "a".to_owned();
    let zero = json!({ "id": "a", "parent": "hall", "capacity": 0 });
    only("/spaces/1", zero, "/spaces/1/capacity", R::FitsNobody { space });
}

#[test]
fn a_space_that_is_never_open() {
    let mut season = season();
    put(&mut season, "/spaces/4/open", Some(json!([])));
    let space = "gym".to_owned();
    assert_eq!(told(&season), [("/spaces/4/open".into(), R::NeverOpen { space })]);
}

#[test]
fn spaces_and_organisations_that_nobody_needs() {
    let space = || "ice".to_owned();
    let ice = json!({ "id": "ice", "kind": "ice",
                      "open": [{ "days": ["mon"], "from": "10:00", "to": "12:00" }] });
    only(
        "/spaces/-",
        ice.clone(),
        "/spaces/5",
        R::Unused { space: space() },
    );
    let mut locked = with("/spaces/-", Some(ice));
    put(&mut locked, "/locks/0/slot/spaces/0", Some(json!("ice")));
    assert_eq!(told(&locked), []);
    let organisation = "idle".to_owned();
    let idle = json!({ "id": "idle", "kind": "scouts" });
    only(
        "/organisations/-",
        idle,
        "/organisations/2",
        R::AsksForNothing { organisation },
    );
}

#[test]
fn a_wish_that_no_place_holds() {
    let none = |wish: &str| R::NoPlaceHolds { wish: wish.into() };
    let mut large = with("/wishes/0/team/size", Some(json!(91)));
    assert_eq!(told(&large), [], "nobody knows how many fit in two thirds");
    put(&mut large, "/wishes/0/extent", Some(json!("whole")));
    assert_eq!(told(&large), [("/wishes/0/places".to_owned(), none("j13"))]);
    only(
        "/wishes/0/extent/adjoining",
        json!(4),
        "/wishes/0/places",
        none("j13"),
    );
    only(
        "/wishes/2/needs/0/feature",
        json!("piano"),
        "/wishes/2/places",
        none("sang"),
    );
    // A sports hall is not for fewer than eight; g13 may go to the gym.
    only("/wishes/0/team/size", json!(7), "/wishes/0/places", none("j13"));
    assert_eq!(told(&with("/wishes/1/team/size", Some(json!(7)))), []);
}

#[test]
fn sessions_that_cannot_all_fit() {
    let cannot = |sessions, most| R::CannotAllFit {
        wish: "sang".into(),
        sessions,
        most,
    };
    let mut season = with("/wishes/2/sessions", Some(json!(4)));
    assert_eq!(told(&season), []);
    put(
        &mut season,
        "/wishes/2/free_days_between",
        Some(json!({ "days": 1 })),
    );
    assert_eq!(told(&season), [("/wishes/2/sessions".into(), cannot(4, 3))]);
    put(&mut season, "/wishes/2/per_day", Some(json!({ "most": 2 })));
    assert_eq!(told(&season), []);
}

#[test]
fn nothing_is_near_a_space_that_lies_nowhere() {
    let mut season = season();
    put(&mut season, "/spaces/4/lat", None);
    put(&mut season, "/spaces/4/lon", None);
    let space = "gym".to_owned();
    let wish = "g13".to_owned();
    let expected = [
        ("/wishes/1/places/0/near".to_owned(), R::NothingNear { space }),
        ("/wishes/1/places".to_owned(), R::NoPlaceHolds { wish }),
    ];
    assert_eq!(told(&season), expected);
}

#[test]
fn a_team_locked_in_two_places_at_once() {
    let what = R::TwoPlacesAtOnce {
        wish: "sang".into(),
        first: "/locks/0".into(),
    };
    let second =
        json!({ "wish": "sang", "slot": { "spaces": ["a"], "day": "sat", "from": "11:00", "to": "13:00" } });
    only("/locks/-", second, "/locks/1", what);
}

#[test]
fn an_endless_number_of_places_is_not_looked_through() {
    let mut season = season();
    put(&mut season, "/links", Some(json!([])));
    for turn in 0..15_000 {
        put(
            &mut season,
            "/spaces/-",
            Some(json!({ "id": format!("p{turn}"), "kind": "pitch", "capacity": 1 })),
        );
    }
    let place = json!({ "any": { "kinds": ["pitch"] } });
    for wish in 0..3 {
        put(
            &mut season,
            &format!("/wishes/{wish}/places"),
            Some(json!(vec![place.clone(); 200])),
        );
    }
    let last = told(&season).pop().unwrap();
    assert_eq!(last.1, R::NotLookedThrough);
}
