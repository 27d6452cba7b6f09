//! Looks on while a season is shared out: tells how far it is, and stops it in time.

use crate::cli::say;
use ledig_allocation::search::{Observer, Progress, Stage};
use std::{
    ops::ControlFlow,
    process::exit,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinHandle;

/// What a shell says of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Looks on.
pub struct Watch {
    until: Option<Instant>,
    stop: Arc<AtomicBool>,
    stage: Option<Stage>,
}

impl Watch {
    /// From now on, for so long at most.
    pub fn new(most: Option<Duration>) -> Self {
        Self {
            until: most.and_then(|most| Instant::now().checked_add(most)),
            stop: Arc::default(),
            stage: None,
        }
    }

    /// Stops at the first Ctrl-C, and ends the program at the second.
    pub fn on_ctrl_c(&self) -> JoinHandle<()> {
        let stop = Arc::clone(&self.stop);
        tokio::spawn(async move {
            while tokio::signal::ctrl_c().await.is_ok() {
                if stop.swap(true, Ordering::Relaxed) {
                    exit(INTERRUPTED);
                }
                say::aside("Stopping; the best draft so far is kept.");
            }
        })
    }
}

impl Observer for Watch {
    fn progress(&mut self, now: Progress) -> ControlFlow<()> {
        let before = self.stage.replace(now.stage);
        let new = before != Some(now.stage);
        if new && before.is_some() {
            say::stage_done();
        }
        say::stage(
            &format!(
                "{}: {} sessions, work {} of {}",
                doing(now.stage),
                now.sessions,
                now.work,
                now.limit
            ),
            new,
        );
        let late = self.until.is_some_and(|until| Instant::now() >= until);
        if late || self.stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if self.stage.is_some() {
            say::stage_done();
        }
    }
}

const fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Rounds => "Going through classes and rounds",
        Stage::Counts => "Looking for more sessions",
        Stage::Preferences => "Looking for fairer shares and better places",
        Stage::Bounds => "Proving how much more there could be",
        Stage::Reasons => "Finding out why",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(watch: &mut Watch) -> ControlFlow<()> {
        watch.progress(Progress {
            stage: Stage::Rounds,
            work: 1,
            limit: 2,
            sessions: 0,
        })
    }

    #[test]
    fn it_stops_nothing_of_itself() {
        assert!(seen(&mut Watch::new(None)).is_continue());
        // As good as never.
        assert!(seen(&mut Watch::new(Some(Duration::from_secs(u64::MAX)))).is_continue());
    }

    #[test]
    fn time_that_is_up_stops_the_search() {
        assert!(seen(&mut Watch::new(Some(Duration::ZERO))).is_break());
    }

    #[test]
    fn what_ctrl_c_sets_stops_the_search_from_then_on() {
        let mut watch = Watch::new(None);
        assert!(seen(&mut watch).is_continue());
        watch.stop.store(true, Ordering::Relaxed);
        assert!(seen(&mut watch).is_break());
        assert!(seen(&mut watch).is_break());
    }
}
