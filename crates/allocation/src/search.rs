//! The search: priority rounds, then large neighbourhood search for counts, then for lengths and preferences.

mod augment;
mod chain;
mod heat;
mod improve;
mod invariant;
mod lengthen;
mod options;
mod points;
mod rng;
mod start;
mod state;
mod value;

use crate::compile::Problem;
use chain::{Means, Reach};
use heat::Heat;
use improve::Aim;
use options::Taste;
use rng::Rng;
use std::ops::ControlFlow;

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
            work: 2_000_000 + 100_000 * wishes as u64,
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
    let heat = Heat::new(problem, limits.threads);
    let mut rng = Rng::new(seed);
    let mut state = State::new(problem);
    let taste = Taste {
        points: 20,
        heat: 1,
        gaps: 500,
        noise: 0,
    };
    let mut means = Means {
        heat: &heat,
        taste,
        rng: &mut rng,
        until: (0, 0),
        pinned: Vec::new(),
    };
    let mut watch = Watch {
        observer,
        limit: limits.work,
        told: 0,
        stopped: false,
    };
    start::published(&mut state);
    let reach = Reach {
        depth: 2,
        width: 6,
        most: 2,
    };
    let stages = start::stages(problem);
    let counting = limits.work / 100 * 75;
    for (at, stage) in stages.iter().enumerate() {
        means.until = *stage;
        means.taste = taste;
        start::round(&mut state, reach, &mut means, &mut |state| {
            watch.over(state, Stage::Rounds, u64::MAX)
        });
        augment::all(&mut state, *stage, 12, 400, &mut |state| {
            watch.over(state, Stage::Rounds, u64::MAX)
        });
        // What is left of the work is shared out evenly among the stages to come.
        let end = state.work + counting.saturating_sub(state.work) / (stages.len() - at) as u64;
        improve::run(&mut state, Aim::Counts, &mut means, &mut |state| {
            watch.over(state, Stage::Counts, end)
        });
    }
    means.until = (u8::MAX, usize::MAX);
    means.taste = Taste { points: 200, ..taste };
    lengthen::all(&mut state, None);
    improve::run(&mut state, Aim::All, &mut means, &mut |state| {
        watch.over(state, Stage::Preferences, limits.work)
    });
    invariant::restore(&mut state, &mut means);
    lengthen::all(&mut state, None);
    Found {
        state,
        stopped: watch.stopped,
    }
}

/// Tells the observer now and then, and when it is time to end.
struct Watch<'o> {
    observer: &'o mut dyn Observer,
    limit: u64,
    told: u64,
    stopped: bool,
}

impl Watch<'_> {
    /// Whether so much work is done, or somebody said stop.
    fn over(&mut self, state: &State<'_>, stage: Stage, end: u64) -> bool {
        if state.work >= self.told + 100_000 {
            self.told = state.work;
            let sessions = state
                .value
                .counts
                .iter()
                .flatten()
                .map(|count| u64::from(*count))
                .sum();
            let progress = Progress {
                stage,
                work: state.work,
                limit: self.limit,
                sessions,
            };
            self.stopped |= self.observer.progress(progress).is_break();
        }
        self.stopped || state.work >= end
    }
}
