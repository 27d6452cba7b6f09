//! The rules that decide at once.

use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    landscape::Landscape,
};
use ledig_domain::{
    auto_rule::{Scope, Terms},
    decision::DecidedBy,
    id::{FacilityId, PersonId, RuleId},
    time::Timestamp,
};
use ledig_store::{
    decisions,
    names::by_name,
    people,
    rules::{self, RuleVersion},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// The rules that decide at once. Six queries.
    pub async fn rules_page(&self, viewer: &Viewer, filter: ScopeFilter) -> Result<RulesPage, ServiceError> {
        viewer.may(Action::SeeRules, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::load(&mut tx).await?;
        let mut found = rules::latest(&mut tx).await?;
        let counts = decisions::counts_by_rule(&mut tx).await?;
        let makers: BTreeSet<PersonId> = found.iter().filter_map(|rule| rule.made_by).collect();
        let makers = people::by_ids(&mut tx, &makers.into_iter().collect::<Vec<_>>()).await?;
        tx.rollback().await?;
        if let ScopeFilter::Facility(facility) = filter {
            found.retain(|rule| match rule.scope {
                Scope::Municipality => true,
                scope => facility_of(&landscape, scope) == Some(facility),
            });
        }
        found.sort_by(|one, other| {
            let key = |rule: &RuleVersion| (width(rule.scope), !rule.active);
            key(one)
                .cmp(&key(other))
                .then_with(|| by_name(&one.terms.name, &other.terms.name))
        });
        let decided = |id: RuleId| {
            let own = counts
                .iter()
                .filter(|count| matches!(&count.decided_by, DecidedBy::Rule { rule, .. } if *rule == id));
            own.map(|count| count.decisions).sum()
        };
        let views = found.into_iter().map(|rule| RuleView {
            id: rule.rule_id,
            version: rule.version,
            scope: named(&landscape, rule.scope),
            active: rule.active,
            from: rule.from_at,
            made_by: makers
                .iter()
                .find(|person| Some(person.id) == rule.made_by)
                .map(|person| person.name.clone()),
            decided: decided(rule.rule_id),
            may_edit: viewer.can(Action::EditRules, &thing(&landscape, rule.scope)),
            terms: rule.terms,
        });
        Ok(RulesPage {
            rules: views.collect(),
            scopes: scopes(viewer, &landscape),
        })
    }
}

/// The facility that a scope lies in.
pub(super) fn facility_of(landscape: &Landscape, scope: Scope) -> Option<FacilityId> {
    match scope {
        Scope::Municipality => None,
        Scope::Facility(facility) => Some(facility),
        Scope::Space(space) => landscape.space(space).map(|space| space.facility_id),
    }
}

fn thing(landscape: &Landscape, scope: Scope) -> Thing {
    match (scope, facility_of(landscape, scope)) {
        (_, Some(facility)) => Thing::facility(facility),
        // A rule of a retired space is nobody's but an administrator's.
        (Scope::Space(_), None) => Thing::NONE,
        _ => Thing::MUNICIPALITY,
    }
}

/// The narrowest first.
fn width(scope: Scope) -> u8 {
    match scope {
        Scope::Space(_) => 0,
        Scope::Facility(_) => 1,
        Scope::Municipality => 2,
    }
}

fn named(landscape: &Landscape, scope: Scope) -> RuleScope {
    let name = match scope {
        Scope::Municipality => String::new(),
        Scope::Facility(facility) => landscape
            .facility(facility)
            .map(|facility| facility.name.clone())
            .unwrap_or_default(),
        Scope::Space(space) => landscape
            .place(space)
            .map(|place| format!("{}, {}", place.facility_name, place.name))
            .unwrap_or_default(),
    };
    RuleScope { scope, name }
}

fn scopes(viewer: &Viewer, landscape: &Landscape) -> Vec<RuleScope> {
    let mut found = Vec::new();
    if viewer.can(Action::EditRules, &Thing::MUNICIPALITY) {
        found.push(named(landscape, Scope::Municipality));
    }
    let mut last = None;
    for id in landscape.order() {
        let Some(space) = landscape.space(*id) else {
            continue;
        };
        if !viewer.can(Action::EditRules, &Thing::facility(space.facility_id)) {
            continue;
        }
        if last.replace(space.facility_id) != Some(space.facility_id) {
            found.push(named(landscape, Scope::Facility(space.facility_id)));
        }
        if space.bookable {
            found.push(named(landscape, Scope::Space(*id)));
        }
    }
    found
}
