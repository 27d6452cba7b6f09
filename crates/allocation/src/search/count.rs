//! More sessions: large neighbourhoods and guided ejection by turns, each starting from what the other has found.

use super::{
    chain::Means,
    eject,
    improve::{self, Aim},
    start,
    state::State,
};

/// How much work for each item a turn is given: neighbourhoods, then ejection. On made-up seasons a ninth of the work for
/// neighbourhoods found as much as a third in less time, and more than none or all.
const TURN: (u64, u64) = (100, 800);

/// As found by trying on made-up seasons; twice or half as much is no worse than the chance between two runs.
const PATIENCE: eject::Patience = eject::Patience {
    steps: 64,
    most: 3,
    wander: 1,
};

/// Searches until told to stop, until everybody has what counts by now, or until so much work has brought nothing.
pub fn run(
    state: &mut State<'_>,
    means: &mut Means<'_>,
    patience: u64,
    stop: &mut dyn FnMut(&State<'_>) -> bool,
) {
    let taste = means.taste;
    let items = state.problem.items.len() as u64;
    let (mut best, mut since) = (state.value.mark(), state.work);
    while !stop(state) && start::any_due(state, means.until) {
        let until = state.work + TURN.0 * items;
        improve::run(state, Aim::Counts, means, &mut |state| {
            stop(state) || state.work >= until
        });
        means.taste = taste;
        let until = state.work + TURN.1 * items;
        eject::run(state, PATIENCE, means, &mut |state| {
            stop(state) || state.work >= until
        });
        if state.value.compare_counts(&best).is_gt() {
            (best, since) = (state.value.mark(), state.work);
        } else if state.work - since > patience {
            break;
        }
    }
}
