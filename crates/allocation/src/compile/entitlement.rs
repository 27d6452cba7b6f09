//! What each organisation ought to have.

use super::{Wish, class::fits};
use crate::format::{Instance, rules::Basis, wish::Organisation};
use std::collections::BTreeSet;

/// For each organisation what it ought to have: minutes a week, and minutes in the season (at least 1).
pub fn all(instance: &Instance, wishes: &[Wish]) -> (Vec<u32>, Vec<u64>) {
    let closed: BTreeSet<u16> = instance.season.closed_weeks.iter().copied().collect();
    let closed = closed.range(1..=instance.season.weeks).count() as u64;
    let weeks = u64::from(instance.season.weeks).saturating_sub(closed);
    let mut bases = vec![0u64; instance.organisations.len()];
    for (said, wish) in instance.wishes.iter().zip(wishes) {
        let Some(base) = bases.get_mut(wish.organisation as usize) else {
            continue;
        };
        let organisation = &instance.organisations[wish.organisation as usize];
        *base += match &instance.rules.entitlement.basis {
            Basis::Equal | Basis::Members(_) => 0,
            Basis::Wished => u64::from(wish.wanted) * u64::from(wish.shortest) * u64::from(instance.grid),
            Basis::Teams(lines) => {
                let line = lines
                    .iter()
                    .find(|line| fits(&line.who, Some(organisation), &said.team));
                line.map_or(0, |line| line.minutes.into())
            }
        };
    }
    let weekly: Vec<u32> = instance
        .organisations
        .iter()
        .zip(bases)
        .map(|(organisation, base)| u32::try_from(weekly(instance, organisation, base)).unwrap_or(u32::MAX))
        .collect();
    let season = weekly
        .iter()
        .map(|minutes| (u64::from(*minutes) * weeks).max(1))
        .collect();
    (weekly, season)
}

fn weekly(instance: &Instance, organisation: &Organisation, base: u64) -> u64 {
    let rule = &instance.rules.entitlement;
    let base = match &rule.basis {
        Basis::Equal => 60,
        Basis::Teams(_) | Basis::Wished => base,
        Basis::Members(lines) => {
            let milli = organisation.members.iter().map(|members| {
                let line = lines
                    .iter()
                    .find(|line| line.age_from <= members.age_from && members.age_from <= line.age_to);
                u64::from(members.count) * line.map_or(0, |line| u64::from(line.milli_minutes))
            });
            milli.fold(0u64, u64::saturating_add) / 1000
        }
    };
    let malus = u64::from(rule.unused_malus_percent) * u64::from(organisation.unused_percent);
    let mut minutes = base.saturating_mul(10_000u64.saturating_sub(malus)) / 10_000;
    if let Some(local) = rule.local
        && organisation.local_percent.unwrap_or(100) < local.below_percent
    {
        minutes = minutes.saturating_mul(local.factor_percent.into()) / 100;
    }
    let minutes = minutes.max(rule.floor_minutes.into());
    rule.cap_minutes.map_or(minutes, |cap| minutes.min(cap.into()))
}
