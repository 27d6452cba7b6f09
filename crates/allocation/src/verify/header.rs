//! Of what the draft is a draft.

use super::violation::Violation;
use crate::format::{Draft, Instance, VERSION, fingerprint};

/// The format's version, the instance's hash, the rules and the seed.
pub(super) fn check(instance: &Instance, draft: &Draft, found: &mut Vec<Violation>) {
    let rules = &instance.rules;
    for (field, expected, is) in [
        ("format", VERSION.to_string(), draft.format.to_string()),
        ("instance", fingerprint(instance), draft.instance.clone()),
        ("rules", rules.id.clone(), draft.rules.clone()),
        (
            "rules_version",
            rules.version.to_string(),
            draft.rules_version.to_string(),
        ),
        ("seed", instance.seed.to_string(), draft.seed.to_string()),
    ] {
        if is != expected {
            found.push(Violation::Header {
                field: field.into(),
                expected,
                found: is,
            });
        }
    }
}
