//! Rules that municipalities have published, each with its sources and with what of them cannot be said here.
//!
//! Examples to begin from: nobody but the municipality knows what it goes by today.

use crate::format::{
    place::Space,
    rules::{Primacy, Rules},
};
use ledig_domain::space::SpaceKind;
use serde::Deserialize;
use std::sync::LazyLock;

#[cfg(test)]
mod tests;

/// A published rule set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// The rules, but for primacy: they do not know a file's spaces.
    pub rules: Rules,
    /// Sports that come before every class in every space of some kinds.
    #[serde(default)]
    pub primacy_of_kinds: Vec<PrimacyOfKinds>,
}

/// In every space of these kinds a session of these sports comes before every class.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimacyOfKinds {
    /// Which kinds of wholes.
    pub kinds: Vec<SpaceKind>,
    /// Which sports.
    pub sports: Vec<String>,
    /// Where it is published.
    pub source: String,
}

impl RuleSet {
    /// The rules for these spaces.
    pub fn for_spaces(&self, spaces: &[Space]) -> Rules {
        let mut rules = self.rules.clone();
        for primacy in &self.primacy_of_kinds {
            let of_kind = |space: &&Space| {
                space.parent.is_none() && space.kind.is_some_and(|kind| primacy.kinds.contains(&kind))
            };
            let ids: Vec<String> = spaces
                .iter()
                .filter(of_kind)
                .map(|space| space.id.clone())
                .collect();
            if !ids.is_empty() {
                rules.primacy.push(Primacy {
                    spaces: ids,
                    sports: primacy.sports.clone(),
                    source: primacy.source.clone(),
                });
            }
        }
        rules
    }
}

/// What is embedded, by id and then version.
const FILES: [&str; 9] = [
    include_str!("../rule_sets/baerum-halls-1.json"),
    include_str!("../rule_sets/baerum-school-rooms-1.json"),
    include_str!("../rule_sets/baerum-swimming-1.json"),
    include_str!("../rule_sets/denmark-21-1.json"),
    include_str!("../rule_sets/drammen-halls-1.json"),
    include_str!("../rule_sets/helsinki-1.json"),
    include_str!("../rule_sets/lorenskog-1.json"),
    include_str!("../rule_sets/lorenskog-2.json"),
    include_str!("../rule_sets/trondheim-1.json"),
];

static ALL: LazyLock<Vec<RuleSet>> = LazyLock::new(|| {
    // A test reads each of them.
    let read = |file: &&str| serde_json::from_str(file).ok();
    FILES.iter().filter_map(read).collect()
});

/// Every rule set, by id and then version.
pub fn all() -> &'static [RuleSet] {
    &ALL
}

/// The latest version of a rule set.
pub fn named(id: &str) -> Option<&'static RuleSet> {
    all().iter().rfind(|set| set.rules.id == id)
}
