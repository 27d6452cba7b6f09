//! Somebody stops the search: what there is so far is a valid draft, and says that it was stopped.

use ledig_allocation::{
    allocate::allocate,
    format::{Instance, draft::Ended},
    generate::{self, Size},
    search::{Limits, Observer, Progress, Stage},
    verify::verify,
};
use std::ops::ControlFlow;

/// One thread: which of several proves what, and so how often anybody is asked, is not the same each time.
const LIMITS: Limits = Limits {
    work: 2_000_000,
    threads: 1,
};

/// Stops at one call, from 1, and at no other; notes what the search was doing at each.
#[derive(Default)]
struct StopsAt {
    call: Option<usize>,
    seen: Vec<Stage>,
}

impl Observer for StopsAt {
    fn progress(&mut self, now: Progress) -> ControlFlow<()> {
        self.seen.push(now.stage);
        if self.call == Some(self.seen.len()) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// A made-up town with half of its wishes and a quarter of its halls: too little for all.
fn season() -> Instance {
    let mut season = generate::instance(Size::S, 3);
    let wholes = season.spaces.iter_mut().filter(|space| space.parent.is_none());
    wholes.skip(3).for_each(|space| space.open.clear());
    season
}

#[test]
fn whenever_somebody_stops_it_the_draft_is_valid_and_says_so() {
    let season = season();
    let mut nobody = StopsAt::default();
    let whole = allocate(&season, &LIMITS, &mut nobody);
    assert_ne!(whole.ended, Ended::Stopped);
    let calls = nobody.seen;
    // In each stage the first call and the last, and one in the middle of all.
    let mut stops = vec![1, calls.len() / 2, calls.len()];
    stops.extend((1..calls.len()).filter(|call| calls[call - 1] != calls[*call]));
    for stage in [Stage::Rounds, Stage::Counts, Stage::Preferences, Stage::Bounds] {
        assert!(calls.contains(&stage), "{stage:?} is not seen in {calls:?}");
    }
    for call in stops {
        let mut somebody = StopsAt {
            call: Some(call),
            seen: Vec::new(),
        };
        let draft = allocate(&season, &LIMITS, &mut somebody);
        assert_eq!(draft.ended, Ended::Stopped, "at call {call} of {}", calls.len());
        assert_eq!(verify(&season, &draft), [], "at call {call} of {}", calls.len());
        assert!(draft.work <= whole.work);
    }
}
