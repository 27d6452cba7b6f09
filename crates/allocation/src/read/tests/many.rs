//! Many faults at once, and in words.

use super::*;

#[test]
fn all_faults_are_told_whatever_step_finds_them() {
    let mut season = season();
    put(&mut season, "/grid", Some(json!(20)));
    put(&mut season, "/name", None);
    put(&mut season, "/wishes/0/sessions", Some(json!("two")));
    put(&mut season, "/wishes/1/organisation", Some(json!("nobody")));
    put(&mut season, "/wishes/2/team/age_to", Some(json!(3)));
    put(&mut season, "/spaces/4/kind", Some(json!("stable")));
    put(&mut season, "/rules/version", Some(json!(0)));
    put(&mut season, "/locks/0/slot/day", Some(json!("someday")));
    let mut paths: Vec<_> = faults(&season).into_iter().map(|fault| fault.path).collect();
    paths.sort();
    // What names the wish and the space without the right form is not blamed for it.
    let expected = [
        "",
        "/grid",
        "/locks/0/slot/day",
        "/rules/version",
        "/spaces/4/kind",
        "/wishes/0/sessions",
        "/wishes/1/organisation",
        "/wishes/2/team/age_to",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn what_names_things_of_a_broken_list_is_not_blamed() {
    let broken = with("/spaces", Some(json!("none")));
    let told = faults(&broken);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].path, "/spaces");
    let nameless = with("/wishes/0/id", None);
    let told = faults(&nameless);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].path, "/wishes/0");
}

#[test]
fn ten_thousand_wishes_for_one_space_are_read() {
    let mut season = season();
    let one = season["wishes"][2].clone();
    let list = season["wishes"].as_array_mut().unwrap();
    for turn in 0..10_000 {
        let mut wish = one.clone();
        wish["id"] = json!(format!("w{turn}"));
        list.push(wish);
    }
    assert_eq!(read(&season.to_string()).unwrap().wishes.len(), 10_003);
}

#[test]
fn more_faults_than_anybody_reads_are_counted() {
    let mut season = season();
    let locks = vec![json!({ "wish": "x" }); MOST_FAULTS + 5];
    put(&mut season, "/locks", Some(json!(locks)));
    let told = faults(&season);
    assert_eq!(told.len(), MOST_FAULTS + 1);
    let last = told.last().unwrap();
    assert_eq!(last.what, FaultKind::More { count: 5 });
}

#[test]
fn faults_are_told_in_words_and_in_data() {
    let told = faults(&with("/wishes/2/sessions", Some(json!(9))));
    assert_eq!(
        told[0].to_string(),
        "/wishes/2/sessions: 9 is too high; at most 7 is allowed"
    );
    let data = serde_json::to_value(&told).unwrap();
    assert_eq!(
        data,
        json!([{ "path": "/wishes/2/sessions", "what": { "fault": "too_high", "found": "9", "most": 7 } }])
    );
    let told = faults(&with("/name", Some(json!(9))));
    assert_eq!(
        told[0].to_string(),
        "/name: 9 is not allowed here; it has to be a text"
    );
    assert!(
        read("").unwrap_err()[0]
            .to_string()
            .starts_with("/: this is not JSON")
    );
}
