//! More sessions: large neighbourhoods and guided ejection by turns, each starting from what the other has found.

use super::{
    chain::Means,
    eject,
    improve::{self, Aim},
    start,
    state::State,
};

/// How much work a turn is given: neighbourhoods, then ejection. On made-up seasons a third of the work for
/// neighbourhoods found as much as a half, and more than none or all.
const TURN: (u64, u64) = (90_000, 210_000);

/// As found by trying on made-up seasons; twice or half as much is no worse than the chance between two runs.
const PATIENCE: eject::Patience = eject::Patience {
    steps: 50,
    most: 3,
    wander: 1,
};

/// Searches until told to stop, or until everybody has what counts by now.
pub fn run(state: &mut State<'_>, means: &mut Means<'_>, stop: &mut dyn FnMut(&State<'_>) -> bool) {
    let taste = means.taste;
    while !stop(state) && start::any_due(state, means.until) {
        let until = state.work + TURN.0;
        improve::run(state, Aim::Counts, means, &mut |state| {
            stop(state) || state.work >= until
        });
        means.taste = taste;
        let until = state.work + TURN.1;
        eject::run(state, PATIENCE, means, &mut |state| {
            stop(state) || state.work >= until
        });
    }
}
