//! The search: class by class and round by round everybody in turn, chains, guided ejection and large neighbourhoods;
//! then lengths and preferences.

mod augment;
mod chain;
mod count;
mod eject;
mod heat;
mod holders;
mod improve;
mod invariant;
mod lengthen;
mod options;
mod points;
mod rng;
mod sides;
mod start;
mod state;
mod value;
mod watch;

use crate::compile::Problem;
use chain::{Means, Reach};
use heat::Heat;
use improve::Aim;
use options::Taste;
use rng::Rng;
use std::ops::ControlFlow;
use watch::Watch;

pub use chain::sessions_in_the_way;
pub use options::{Spot, free_of_others, item_days, key, lengths_left};
pub use state::{Session, State};

/// How far a search may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Units of work: options looked at. The same limit gives the same draft on every machine.
    pub work: u64,
    /// Threads for what can be done side by side; their number changes nothing but the time.
    pub threads: usize,
}

impl Limits {
    /// What an instance of this size is usually given.
    pub fn usual(wishes: usize) -> Self {
        Self {
            work: 16_000_000 + 200_000 * wishes as u64,
            threads: 2,
        }
    }
}

/// What a search is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Going through classes and rounds.
    Rounds,
    /// Looking for more sessions.
    Counts,
    /// Looking for fairer shares and better places.
    Preferences,
    /// Proving how much more there could be.
    Bounds,
    /// Finding out why.
    Reasons,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// Work done.
    pub work: u64,
    /// Work allowed.
    pub limit: u64,
    /// Sessions given so far.
    pub sessions: u64,
}

/// Somebody who looks on and may stop the search; the best plan so far is returned.
pub trait Observer {
    /// Called now and then.
    fn progress(&mut self, progress: Progress) -> ControlFlow<()>;
}

/// Nobody looks on.
impl Observer for () {
    fn progress(&mut self, _: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// A plan, and whether somebody stopped the search.
pub struct Found<'p> {
    /// The plan.
    pub state: State<'p>,
    /// Somebody stopped it.
    pub stopped: bool,
}

/// Searches for a plan.
pub fn search<'p>(
    problem: &'p Problem,
    seed: u64,
    limits: &Limits,
    observer: &mut dyn Observer,
) -> Found<'p> {
    let heat = Heat::new(problem);
    let mut rng = Rng::new(seed);
    let mut state = State::new(problem);
    let mut watch = Watch::new(observer, limits.work);
    start::published(&mut state);
    // Nobody looks at points before everybody is counted, unless what was published is to stand.
    state.rating(problem.published_price > 0);
    let reach = Reach {
        depth: 2,
        width: 6,
        most: 2,
    };
    let stages = start::stages(problem);
    let counting = limits.work / 100 * 85;
    for (at, stage) in stages.iter().enumerate() {
        let mut means = Means::new(&heat, TASTE, &mut rng, *stage);
        start::round(&mut state, reach, &mut means, &mut |state| {
            watch.over(state, Stage::Rounds, u64::MAX)
        });
        start::earlier(&mut state, reach, &mut means, &mut |state| {
            watch.over(state, Stage::Rounds, u64::MAX)
        });
        // What is left of the work is shared out evenly among the stages to come.
        let left = counting.saturating_sub(state.work) / (stages.len() - at) as u64;
        let (quarter, end) = (state.work + left / 4, state.work + left);
        augment::all(&mut state, *stage, 12, 400, &mut |state| {
            watch.over(state, Stage::Rounds, quarter)
        });
        if start::any_due(&state, *stage) {
            let side = |state: &mut State<'_>, rng: &mut Rng, stop: &mut dyn FnMut(&State<'_>) -> bool| {
                count::run(state, &mut Means::new(&heat, TASTE, rng, *stage), stop);
            };
            let better = |one: &State<'_>, other: &State<'_>| one.value.counts > other.value.counts;
            let by = (&mut watch, Stage::Counts, end);
            sides::run(&mut state, &mut rng, limits.threads, by, &side, &better);
        }
    }
    state.rating(true);
    let last = (u8::MAX, usize::MAX);
    let taste = Taste {
        points: 200,
        kept: 200_000,
        ..TASTE
    };
    lengthen::all(&mut state, None);
    let side = |state: &mut State<'_>, rng: &mut Rng, stop: &mut dyn FnMut(&State<'_>) -> bool| {
        improve::run(state, Aim::All, &mut Means::new(&heat, taste, rng, last), stop);
    };
    let better = |one: &State<'_>, other: &State<'_>| one.value.against(problem, &other.value).is_gt();
    let by = (&mut watch, Stage::Preferences, limits.work);
    sides::run(&mut state, &mut rng, limits.threads, by, &side, &better);
    invariant::restore(&mut state, &mut Means::new(&heat, taste, &mut rng, last));
    lengthen::all(&mut state, None);
    Found {
        state,
        stopped: watch.stopped,
    }
}

/// What makes one spot better than another while sessions are counted.
const TASTE: Taste = Taste {
    points: 20,
    kept: 20_000,
    heat: 1,
    gaps: 500,
    noise: 0,
};
