//! Priority classes: versioned rules data of a municipality that order competing requests.

use crate::people::{ApplicantKind, Gender};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[cfg(test)]
mod tests;

/// A municipality's classes, first one first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityRules {
    /// Which version, from 1.
    pub version: u32,
    /// In order of priority.
    pub classes: Vec<PriorityClass>,
}

/// One class: an applicant belongs to the first class whose every given test holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PriorityClass {
    /// What people call it, e.g. «Barn og unge 6–19 år».
    pub name: String,
    /// Who; empty means anyone.
    pub kinds: BTreeSet<ApplicantKind>,
    /// The team's oldest is at most this old, years; a request without a team does not match.
    pub age_to: Option<u8>,
    /// The team's youngest is at least this old, years.
    pub age_from: Option<u8>,
    /// The team is adapted for disabled people.
    pub adapted: bool,
    /// Where the rule is published.
    pub source: String,
}

/// What the classes look at.
#[derive(Clone, Copy, Debug)]
pub struct Standpoint {
    /// Who asks.
    pub kind: ApplicantKind,
    /// The team's ages, youngest and oldest, years.
    pub ages: Option<(u8, u8)>,
    /// The team is adapted for disabled people.
    pub adapted: bool,
    /// Whom the team is for.
    pub gender: Option<Gender>,
}

/// Where an applicant stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassPlace {
    /// 1 is first; after the last class when none matched.
    pub place: u8,
    /// The class's name; empty when none matched.
    pub name: String,
    /// The version of the rules.
    pub version: u32,
}

impl PriorityRules {
    /// The first class that fits.
    pub fn place(&self, who: Standpoint) -> ClassPlace {
        let found = self.classes.iter().position(|class| class.fits(who));
        let place = found.unwrap_or(self.classes.len()) + 1;
        ClassPlace {
            place: u8::try_from(place).unwrap_or(u8::MAX),
            name: found.map_or_else(String::new, |index| self.classes[index].name.clone()),
            version: self.version,
        }
    }
}

impl PriorityClass {
    /// Whether every given test holds.
    pub fn fits(&self, who: Standpoint) -> bool {
        let kind = self.kinds.is_empty() || self.kinds.contains(&who.kind);
        let young = self
            .age_to
            .is_none_or(|to| who.ages.is_some_and(|(_, oldest)| oldest <= to));
        let old = self
            .age_from
            .is_none_or(|from| who.ages.is_some_and(|(youngest, _)| youngest >= from));
        kind && young && old && (!self.adapted || who.adapted)
    }
}
