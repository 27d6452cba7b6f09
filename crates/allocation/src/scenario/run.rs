//! Runs a pair of seasons with one seed, and more runs for the noise.

use super::{Comparison, Drafted, NotComparable, compare};
use crate::{
    allocate::allocate,
    format::{Draft, Instance},
    search::{Limits, Observer},
};

/// Shares out both seasons with the seed of the first, the first again with so many other seeds, and compares.
///
/// # Errors
/// Never for seasons that the reader accepts; what [`compare`] says otherwise.
pub fn paired(
    before: &Instance,
    after: &Instance,
    noise_runs: u32,
    limits: &Limits,
    observer: &mut dyn Observer,
) -> Result<Comparison, NotComparable> {
    let with_seed = |instance: &Instance, seed: u64| Instance {
        seed,
        ..instance.clone()
    };
    let other_seed = |run: u32| before.seed.wrapping_add(1).wrapping_add(u64::from(run));
    let seasons: Vec<Instance> = [with_seed(before, before.seed), with_seed(after, before.seed)]
        .into_iter()
        .chain((0..noise_runs).map(|run| with_seed(before, other_seed(run))))
        .collect();
    let drafts: Vec<Draft> = seasons
        .iter()
        .map(|season| allocate(season, limits, observer))
        .collect();
    let runs: Vec<Drafted<'_>> = seasons.iter().zip(&drafts).collect();
    compare(runs[0], runs[1], &runs[2..])
}
