//! Whom a rule is about, and what the rules say of a wish by itself.

use crate::format::{
    Instance,
    rules::Who,
    wish::{Organisation, Wish},
};

/// Whether the rule is about this wish: every given test holds.
pub(super) fn fits(who: &Who, wish: &Wish, organisation: &Organisation) -> bool {
    let team = &wish.team;
    (who.kinds.is_empty() || who.kinds.contains(&organisation.kind))
        && who.age_from.is_none_or(|from| team.age_from >= from)
        && who.age_to.is_none_or(|to| team.age_to <= to)
        && (who.genders.is_empty() || team.gender.is_some_and(|gender| who.genders.contains(&gender)))
        && (who.sports.is_empty() || who.sports.contains(&team.sport))
        && (who.levels.is_empty() || who.levels.contains(&team.level))
        && (!who.adapted || team.adapted)
        && who
            .local_percent
            .is_none_or(|percent| organisation.local_percent.unwrap_or(100) >= percent)
}

/// The class, from 1; one more than there are for a wish that fits none.
pub(super) fn class(instance: &Instance, wish: &Wish, organisation: &Organisation) -> usize {
    let classes = &instance.rules.classes;
    1 + classes
        .iter()
        .position(|class| fits(&class.who, wish, organisation))
        .unwrap_or(classes.len())
}

/// The first rule that gives such a wish nothing.
pub(super) fn excluded(instance: &Instance, wish: &Wish, organisation: &Organisation) -> Option<u32> {
    let rule = instance
        .rules
        .excluded
        .iter()
        .position(|rule| fits(&rule.who, wish, organisation))?;
    u32::try_from(rule).ok()
}

/// The shortest and the longest session, minutes: whole multiples of the grid.
pub(super) fn lengths(instance: &Instance, wish: &Wish) -> (u16, u16) {
    let grid = instance.grid.max(1);
    let shortest = wish.min_minutes.max(1).div_ceil(grid).saturating_mul(grid);
    let longest = wish.max_minutes / grid * grid;
    (shortest, longest.max(shortest))
}
