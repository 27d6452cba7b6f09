//! The real clock and real ids: the one place that reads them.

use ledig_domain::time::Timestamp;
use ledig_service::{Clock, Ids, uuid_v7};
use uuid::Uuid;

/// The machine's clock, or one that runs so many seconds ahead of it (behind it when negative).
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock {
    ahead: i64,
}

impl SystemClock {
    /// A clock that shows the given instant now, and goes on from there.
    pub fn set_to(instant: Timestamp) -> Self {
        let real = Self::default().now();
        Self {
            ahead: instant.0.saturating_sub(real.0),
        }
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock that everything else is given"
    )]
    fn now(&self) -> Timestamp {
        Timestamp(chrono::Utc::now().timestamp()).plus(self.ahead)
    }
}

/// Ids and secrets from the operating system's random numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    fn next(&self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        random.copy_from_slice(&self.secret()[..10]);
        uuid_v7(now, &random)
    }

    fn secret(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("the operating system gives random numbers");
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_set_goes_on_from_there() {
        let clock = SystemClock::set_to(Timestamp(1_786_000_000));
        assert!((1_786_000_000..1_786_000_060).contains(&clock.now().0));
    }

    #[test]
    fn ids_differ_and_later_ones_sort_later() {
        let ids = SystemIds;
        assert_ne!(ids.next(Timestamp(1)), ids.next(Timestamp(1)));
        assert!(ids.next(Timestamp(1)) < ids.next(Timestamp(2)));
    }
}
