//! Whether a space by itself is one for the wish.

use super::world::World;
use crate::format::wish::Strength;

/// Whether fewer fit than come; what is unknown fits all, 0 nobody.
pub(super) fn too_small(world: &World<'_>, wish: usize, spaces: &[usize]) -> bool {
    let capacity: Option<u64> = spaces.iter().map(|&space| world.spaces.capacity(space)).sum();
    let size = u64::from(world.requests[wish].wish.team.size);
    capacity.is_some_and(|capacity| capacity == 0 || size > capacity)
}

/// Whether fewer come than must for a space of its kind.
pub(super) fn group_too_small(world: &World<'_>, wish: usize, spaces: &[usize]) -> bool {
    let kinds: Vec<_> = spaces
        .iter()
        .filter_map(|&space| world.spaces.kind(space))
        .collect();
    let size = world.requests[wish].wish.team.size;
    world
        .instance
        .rules
        .min_groups
        .iter()
        .any(|rule| kinds.contains(&rule.kind) && size < rule.size)
}

/// Floors and equipment, of those needed so much, that a unit lacks.
pub(super) fn lacking<'a>(
    world: &World<'a>,
    wish: usize,
    units: &[usize],
    strength: Strength,
) -> Vec<&'a str> {
    let needs = world.requests[wish]
        .wish
        .needs
        .iter()
        .filter(|need| need.strength == strength);
    let lacks = |feature: &&str| units.iter().any(|&unit| !world.spaces.has(unit, feature));
    needs.map(|need| need.feature.as_str()).filter(lacks).collect()
}

/// Whether a placement is none for such a group at any time.
pub(super) fn never(world: &World<'_>, wish: usize, spaces: &[usize], units: &[usize]) -> bool {
    too_small(world, wish, spaces)
        || group_too_small(world, wish, spaces)
        || !lacking(world, wish, units, Strength::Must).is_empty()
}
