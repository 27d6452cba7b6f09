//! What organisations ought to have.

use super::{eligible, world::World};
use crate::format::{rules::Basis, wish::Organisation};

/// What an organisation ought to have, minutes a week.
pub(super) fn of(world: &World<'_>, organisation: &Organisation) -> u64 {
    let rule = &world.instance.rules.entitlement;
    let own = || {
        world
            .requests
            .iter()
            .filter(|request| request.wish.organisation == organisation.id)
    };
    let basis: u64 = match &rule.basis {
        Basis::Equal => 60,
        Basis::Members(weights) => {
            let weight = |age| {
                weights
                    .iter()
                    .find(|line| (line.age_from..=line.age_to).contains(&age))
            };
            let worth = organisation.members.iter().map(|members| {
                let milli = weight(members.age_from).map_or(0, |line| line.milli_minutes);
                u64::from(members.count) * u64::from(milli)
            });
            worth.fold(0, u64::saturating_add) / 1000
        }
        Basis::Teams(lines) => own()
            .filter_map(|request| {
                lines
                    .iter()
                    .find(|line| eligible::fits(&line.who, request.wish, organisation))
            })
            .map(|line| u64::from(line.minutes))
            .sum(),
        Basis::Wished => own()
            .map(|request| request.wanted as u64 * u64::from(request.shortest))
            .sum(),
    };
    let lost = u64::from(rule.unused_malus_percent) * u64::from(organisation.unused_percent);
    let kept = basis.saturating_mul(10_000_u64.saturating_sub(lost)) / 10_000;
    let local = rule
        .local
        .filter(|local| organisation.local_percent.unwrap_or(100) < local.below_percent);
    let left = local.map_or(kept, |local| {
        kept.saturating_mul(local.factor_percent.into()) / 100
    });
    left.max(rule.floor_minutes.into())
        .min(rule.cap_minutes.unwrap_or(u32::MAX).into())
}
