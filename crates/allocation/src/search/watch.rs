//! Somebody who looks on, and the end of the work.

use super::{Observer, Progress, Stage, State};

/// Tells the observer now and then, and when it is time to end.
pub struct Watch<'o> {
    observer: &'o mut dyn Observer,
    limit: u64,
    told: u64,
    /// Somebody said stop.
    pub stopped: bool,
}

impl<'o> Watch<'o> {
    /// For this observer, who is told of this limit.
    pub fn new(observer: &'o mut dyn Observer, limit: u64) -> Self {
        Self {
            observer,
            limit,
            told: 0,
            stopped: false,
        }
    }

    /// Whether so much work is done, or somebody said stop.
    pub fn over(&mut self, state: &State<'_>, stage: Stage, end: u64) -> bool {
        if state.work >= self.told + 100_000 {
            self.told = state.work;
            let sessions = state.value.sessions();
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
