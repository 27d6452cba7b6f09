//! Whom a rule is about.

use crate::format::{
    rules::{Class, Rules, Who},
    wish::{Organisation, Team},
};

/// Whether every given test of the rule holds.
pub fn fits(who: &Who, organisation: Option<&Organisation>, team: &Team) -> bool {
    let kind = who.kinds.is_empty() || organisation.is_some_and(|one| who.kinds.contains(&one.kind));
    let local = organisation.and_then(|one| one.local_percent).unwrap_or(100);
    kind && who.age_from.is_none_or(|from| team.age_from >= from)
        && who.age_to.is_none_or(|to| team.age_to <= to)
        && (who.genders.is_empty() || team.gender.is_some_and(|gender| who.genders.contains(&gender)))
        && (who.sports.is_empty() || who.sports.contains(&team.sport))
        && (who.levels.is_empty() || who.levels.contains(&team.level))
        && (!who.adapted || team.adapted)
        && who.local_percent.is_none_or(|least| local >= least)
}

/// The class of a team, counted from 1, one more than there are where none fits; and what the rules say of it.
pub fn of<'r>(rules: &'r Rules, organisation: Option<&Organisation>, team: &Team) -> (u8, Option<&'r Class>) {
    let found = rules
        .classes
        .iter()
        .position(|class| fits(&class.who, organisation, team));
    let place = found.unwrap_or(rules.classes.len()).min(usize::from(u8::MAX) - 2) + 1;
    (
        u8::try_from(place).unwrap_or(u8::MAX),
        found.map(|at| &rules.classes[at]),
    )
}
