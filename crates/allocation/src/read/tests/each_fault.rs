//! Every kind of fault, at its exact place.

mod asks;
mod form;
mod locks;
mod places;

use super::*;
use crate::format::time::Clock;
use FaultKind as K;

fn text(value: &str) -> String {
    value.into()
}

#[track_caller]
fn at(put_at: &str, value: Value, path: &str, what: &K) {
    assert_only(&with(put_at, Some(value)), path, what);
}

#[track_caller]
fn gone(taken: &str, path: &str, what: &K) {
    assert_only(&with(taken, None), path, what);
}

fn unknown(what: Thing) -> K {
    K::Unknown {
        what,
        id: text("nothing"),
    }
}

fn low(found: &str, least: i64) -> K {
    K::TooLow {
        found: text(found),
        least,
    }
}

fn high(found: &str, most: u64) -> K {
    K::TooHigh {
        found: text(found),
        most,
    }
}

fn twice(value: &str) -> K {
    K::Twice { value: text(value) }
}

fn clock(hour: u16, minute: u16) -> Clock {
    Clock::at(hour * 60 + minute)
}
