//! The demo's rules: what decides at once, and who goes first.

use super::{places::Places, seed::Seed};
use crate::Service;
use ledig_domain::{auto_rule::Scope, id::PersonId, priority::PriorityRules, time::Timestamp};
use ledig_store::{
    StoreError, Tx,
    rules::{self, RuleVersion},
};

/// Writes the rules, made by a person at an instant.
pub async fn write(
    service: &Service,
    tx: &mut Tx,
    seed: &Seed,
    places: &Places,
    (by, at): (Option<PersonId>, Timestamp),
) -> Result<(), StoreError> {
    let municipality = service.settings().municipality;
    for rule in &seed.rule {
        let version = RuleVersion {
            rule_id: service.new_id(at),
            version: 1,
            scope: scope(places, rule.facility.as_deref(), rule.space.as_deref()),
            terms: rule.terms.clone(),
            active: rule.active,
            from_at: at,
            made_by: by,
        };
        rules::add(tx, municipality, &version).await?;
    }
    let priority = PriorityRules {
        version: 1,
        classes: seed.priority.clone(),
    };
    rules::add_priority(tx, municipality, &priority, at, by).await
}

fn scope(places: &Places, facility: Option<&str>, space: Option<&str>) -> Scope {
    let found = facility.and_then(|name| places.facilities.iter().find(|one| one.name == name));
    let Some(facility) = found else {
        return Scope::Municipality;
    };
    let in_it = |name: &str| {
        let its = |one: &&ledig_store::spaces::Space| one.facility_id == facility.id && one.name == name;
        places.spaces.iter().find(its)
    };
    space
        .and_then(in_it)
        .map_or(Scope::Facility(facility.id), |space| Scope::Space(space.id))
}
