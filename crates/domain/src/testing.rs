//! What the tests of several modules share: short constructors, and strategies for property tests.

use crate::{
    hours::{OpeningHours, WeekHours},
    id::SpaceId,
    time::{DAY_MINUTES, Minute, WallSpan},
};
use chrono::NaiveDate;
use proptest::{array::uniform7, collection::vec, prelude::*};
use uuid::Uuid;

/// The date of an ISO text.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The time of day of `18:05`.
pub fn minute(text: &str) -> Minute {
    text.parse().unwrap()
}

/// The span of `18:00-19:30`.
pub fn span(text: &str) -> WallSpan {
    let (from, to) = text.split_once('-').unwrap();
    WallSpan::new(minute(from), minute(to)).unwrap()
}

/// A space's id.
pub fn space_id(number: u128) -> SpaceId {
    SpaceId(Uuid::from_u128(number))
}

/// The same spans every day of the week.
pub fn daily(spans: &[&str]) -> OpeningHours {
    OpeningHours {
        week: std::array::from_fn(|_| spans.iter().map(|text| span(text)).collect()),
        ..OpeningHours::default()
    }
}

/// Any time of day, 24:00 too.
pub fn any_minute() -> impl Strategy<Value = Minute> {
    (0..=DAY_MINUTES).prop_filter_map("a time of day", Minute::new)
}

/// Any two times as a span, also one that [`WallSpan::new`] refuses.
pub fn any_raw_span() -> impl Strategy<Value = WallSpan> {
    (any_minute(), any_minute()).prop_map(|(from, to)| WallSpan { from, to })
}

/// Any span that can be made.
pub fn any_span() -> impl Strategy<Value = WallSpan> {
    (any_minute(), any_minute()).prop_filter_map("a span", |(from, to)| WallSpan::new(from, to))
}

/// Any week, some days closed, some with several spans that may overlap.
pub fn any_week() -> impl Strategy<Value = WeekHours> {
    uniform7(vec(any_span(), 0..3))
}

/// Any date that people could type.
pub fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0..20_000_i32).prop_filter_map("a date", |days| {
        date("2000-01-01").checked_add_signed(chrono::TimeDelta::days(i64::from(days)))
    })
}
