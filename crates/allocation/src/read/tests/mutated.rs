//! Whatever is put in, the reader answers; and a change that breaks something is told.

use super::*;
use proptest::prelude::*;

/// Any JSON, not too large.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop_oneof![
            Just("hall"),
            Just("j13"),
            Just("mon"),
            Just("16:00"),
            Just("24:00"),
            Just("part"),
            Just("")
        ]
        .prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((field(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// A field of the format, or none.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec![
            "format",
            "name",
            "grid",
            "season",
            "weeks",
            "spaces",
            "id",
            "parent",
            "open",
            "days",
            "from",
            "to",
            "wishes",
            "team",
            "places",
            "space",
            "near",
            "any",
            "kinds",
            "windows",
            "hours",
            "rules",
            "classes",
            "links",
            "locks",
            "slot",
            "published",
            "sessions",
        ])
        .prop_map(str::to_owned),
        "[a-z]{0,5}",
    ]
}

/// The paths of all values of a file.
fn paths(value: &Value, path: &str, into: &mut Vec<String>) {
    let mut below = |key: String, value: &Value| {
        let path = format!("{path}/{key}");
        paths(value, &path, into);
        into.push(path);
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| below(key.clone(), value)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(place, value)| below(place.to_string(), value)),
        _ => {}
    }
}

fn all_paths() -> Vec<String> {
    let mut all = Vec::new();
    paths(&season(), "", &mut all);
    all
}

/// Reads, looks for what is odd, and makes sure that a fault is somewhere in the file.
fn answer(text: &str) -> Result<(), TestCaseError> {
    match read(text) {
        Ok(instance) => {
            let _ = remarks(&instance);
            let written = serde_json::to_string(&instance).unwrap();
            prop_assert_eq!(read(&written).unwrap(), instance);
        }
        Err(faults) => {
            prop_assert!(!faults.is_empty());
            let value: Value = serde_json::from_str(text).unwrap_or_default();
            for fault in faults {
                prop_assert!(
                    value.pointer(&fault.path).is_some() || fault.path.is_empty(),
                    "{}",
                    fault
                );
                prop_assert!(!fault.to_string().is_empty());
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read_bytes(&bytes).is_err());
        prop_assert!(read_draft(&bytes).is_err());
    }

    #[test]
    fn any_json_is_answered(value in any_json()) {
        answer(&value.to_string())?;
    }

    #[test]
    fn a_season_cut_or_changed_in_its_text_is_answered(
        at in any::<prop::sample::Index>(), with in ".{0,3}", remove in 0_usize..6,
    ) {
        let text = season().to_string();
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let end = chars.len().min(at + remove);
        let changed: String = chars[..at].iter().copied().chain(with.chars()).chain(chars[end..].iter().copied()).collect();
        answer(&changed)?;
    }

    #[test]
    fn a_season_with_other_values_is_answered(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any_json()), 1..5),
    ) {
        let mut season = season();
        for (at, value) in changes {
            let mut all = Vec::new();
            paths(&season, "", &mut all);
            put(&mut season, &all[at.index(all.len())], Some(value));
        }
        answer(&season.to_string())?;
    }

    #[test]
    fn a_season_with_values_from_elsewhere_in_it_is_answered(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let mut changed = season();
        let from = all_paths();
        for (at, other) in changes {
            let mut all = Vec::new();
            paths(&changed, "", &mut all);
            let value = season().pointer(&from[other.index(from.len())]).cloned();
            put(&mut changed, &all[at.index(all.len())], value);
        }
        answer(&changed.to_string())?;
    }

    #[test]
    fn numbers_at_their_ends_are_answered(
        at in any::<prop::sample::Index>(),
        number in prop_oneof![Just(0_u64), Just(1), Just(255), Just(65_535), Just(1_000_000), Just(u64::from(u32::MAX)), Just(u64::MAX)],
    ) {
        let season = season();
        let is_number = |path: &String| season.pointer(path).is_some_and(Value::is_number);
        let numbers: Vec<String> = all_paths().into_iter().filter(is_number).collect();
        answer(&with(&numbers[at.index(numbers.len())], Some(json!(number))).to_string())?;
    }
}

#[test]
fn every_value_of_another_type_is_a_fault_at_its_place() {
    for path in all_paths() {
        let told = faults(&with(&path, Some(json!({ "no": ["such", "thing"] }))));
        assert!(
            told.iter().any(|fault| fault.path.starts_with(&path)),
            "{path}: {told:?}"
        );
    }
}

#[test]
fn every_field_that_has_to_be_there_is_missed() {
    let schema = schema();
    let required = |object: &str| schema["$defs"][object]["required"].clone();
    for (path, object) in [
        ("/spaces/0", "Space"),
        ("/organisations/0", "Organisation"),
        ("/wishes/0", "Wish"),
        ("/wishes/0/team", "Team"),
        ("/links/0", "Link"),
        ("/locks/0", "Lock"),
        ("/locks/0/slot", "Slot"),
        ("/rules", "Rules"),
        ("/season", "Season"),
    ] {
        let fields = required(object);
        assert!(!fields.as_array().unwrap().is_empty());
        for field in fields.as_array().unwrap() {
            let field = field.as_str().unwrap().to_owned();
            let told = faults(&with(&format!("{path}/{field}"), None));
            let what = FaultKind::Missing { field };
            assert!(
                told.iter().any(|fault| fault.path == path && fault.what == what),
                "{told:?}"
            );
        }
    }
}
