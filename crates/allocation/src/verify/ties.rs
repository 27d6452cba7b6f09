//! Where wishes stood among those of their class that got fewer sessions than wanted.

use super::{
    fairness::Fairness,
    results::{in_quota, quota_minutes},
    timetable::Timetable,
    world::World,
};
use crate::format::refusal::TieBreak;
use sha2::{Digest as _, Sha256};

/// The lot of a wish: the first eight bytes of the SHA-256 over seed and id.
pub(super) fn lot(seed: u64, wish: &str) -> u64 {
    let digest = Sha256::new()
        .chain_update(seed.to_be_bytes())
        .chain_update(wish.as_bytes())
        .finalize();
    digest
        .iter()
        .take(8)
        .fold(0, |lot, &byte| (lot << 8) | u64::from(byte))
}

/// The tie-break of every wish, in the order of the instance.
pub(super) fn of(world: &World<'_>, table: &Timetable<'_>, fairness: &Fairness<'_>) -> Vec<TieBreak> {
    let (all, groups) = quota_minutes(world, table);
    let too_little: Vec<bool> = groups
        .iter()
        .zip(&world.instance.rules.quotas)
        .map(|(minutes, quota)| minutes * 100 < u64::from(quota.percent) * all)
        .collect();
    let mut ties: Vec<TieBreak> = (0..world.requests.len())
        .map(|wish| {
            let request = &world.requests[wish];
            TieBreak {
                place: 0,
                of: 0,
                share: fairness.share(&request.wish.organisation, request.class),
                quota: (0..too_little.len()).any(|quota| too_little[quota] && in_quota(world, quota, wish)),
                lot: lot(world.instance.seed, &request.wish.id),
            }
        })
        .collect();
    for class in 1..=world.instance.rules.classes.len() + 1 {
        let of_class = (0..ties.len()).filter(|&wish| world.requests[wish].class == class);
        let mut short: Vec<usize> = of_class
            .clone()
            .filter(|&wish| table.given(wish) < world.requests[wish].wanted)
            .collect();
        short.sort_by_key(|&wish| {
            let tie = &ties[wish];
            (
                table.given(wish),
                tie.share,
                !tie.quota,
                tie.lot,
                &world.requests[wish].wish.id,
            )
        });
        for wish in of_class {
            ties[wish].of = u32::try_from(short.len()).unwrap_or(u32::MAX);
        }
        for (place, &wish) in (1..).zip(&short) {
            ties[wish].place = place;
        }
    }
    ties
}
