//! The rules that decide at once.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::{
    auto_rule::{Scope, Terms},
    id::{FacilityId, RuleId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// Which rules to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeFilter {
    /// All.
    #[default]
    All,
    /// Those that hold in the facility: its own, its spaces' and the municipality's.
    Facility(FacilityId),
}

/// Where a rule holds, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleScope {
    /// Where.
    pub scope: Scope,
    /// The facility's name, or the space's with its facility's; empty for the whole municipality.
    pub name: String,
}

/// A rule in its latest version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleView {
    /// Which.
    pub id: RuleId,
    /// Its version: to be sent back with a change.
    pub version: u32,
    /// Where it holds.
    pub scope: RuleScope,
    /// What it says.
    pub terms: Terms,
    /// It decides now.
    pub active: bool,
    /// Since when this version holds.
    pub from: Timestamp,
    /// Who made this version.
    pub made_by: Option<String>,
    /// How many requests it has decided, in all versions.
    pub decided: u32,
    /// The viewer may change it.
    pub may_edit: bool,
}

/// The rules page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesPage {
    /// The narrowest scope first, active before not active, then by name.
    pub rules: Vec<RuleView>,
    /// Where the viewer may make rules: the municipality, facilities, and their spaces.
    pub scopes: Vec<RuleScope>,
}

impl Service {
    /// The rules that decide at once.
    pub async fn rules_page(&self, viewer: &Viewer, filter: ScopeFilter) -> Result<RulesPage, ServiceError> {
        todo!("{viewer:?} {filter:?}")
    }

    /// Makes a rule, or a new version of the one with that id and version; the old version stays for what it decided.
    ///
    /// # Errors
    /// `Invalid` at `name` (`Required`), `within`, `max_minutes` …; `Stale`.
    pub async fn save_rule(
        &self,
        viewer: &Viewer,
        at: Option<(RuleId, u32)>,
        scope: Scope,
        terms: &Terms,
        active: bool,
    ) -> Result<(RuleId, u32), ServiceError> {
        todo!("{viewer:?} {at:?} {scope:?} {terms:?} {active}")
    }
}
