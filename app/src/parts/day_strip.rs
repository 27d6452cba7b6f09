//! A service's day as a drawn strip.

use crate::{
    texts::{Lang, day},
    ui::{Strip, StripKind, StripPart},
};
use ledig_domain::time::Minute;
use ledig_service::day::{BusyKind, DayStrip, MinuteSpan};
use leptos::prelude::*;

/// The usual day, 07–23, in minutes.
const USUAL: (u16, u16) = (7 * 60, 23 * 60);

/// From–to that all of the strips fit in, on whole hours: the same scale for all strips of a page.
pub fn range<'a>(strips: impl IntoIterator<Item = &'a DayStrip>) -> (u16, u16) {
    strips
        .into_iter()
        .flat_map(|strip| strip.open.iter())
        .fold(USUAL, |(from, to), open| {
            (from.min(open.from / 60 * 60), to.max(open.to.div_ceil(60) * 60))
        })
}

/// The parts of a strip in order: free, taken, closed. Outside opening hours it is closed.
pub fn parts(strip: &DayStrip, (from, to): (u16, u16)) -> Vec<StripPart> {
    let mut parts: Vec<StripPart> = closed_between(&strip.open, from, to);
    parts.extend(
        strip
            .free
            .iter()
            .map(|free| StripPart::new(free.from, free.to, StripKind::Free)),
    );
    parts.extend(strip.busy.iter().map(|busy| {
        let kind = match busy.kind {
            BusyKind::Taken if busy.partly => StripKind::Partly,
            BusyKind::Taken => StripKind::Taken,
            BusyKind::Own => StripKind::Mine,
            BusyKind::Closed => StripKind::Closed,
        };
        StripPart::new(busy.span.from, busy.span.to, kind)
    }));
    parts.sort_by_key(|part| (part.from, part.to));
    parts
}

fn closed_between(open: &[MinuteSpan], from: u16, to: u16) -> Vec<StripPart> {
    let mut closed = Vec::new();
    let mut at = from;
    for span in open {
        if span.from > at {
            closed.push(StripPart::new(at, span.from.min(to), StripKind::Closed));
        }
        at = at.max(span.to);
    }
    if at < to {
        closed.push(StripPart::new(at, to, StripKind::Closed));
    }
    closed
}

/// A day's strip with its label.
pub fn day_strip(
    l: Lang,
    strip: &DayStrip,
    range: (u16, u16),
    wished: Option<MinuteSpan>,
    place: &str,
) -> impl IntoView + use<> {
    let label = format!("{place}, {}", day::date(l, strip.date));
    let parts = parts(strip, range);
    match wished {
        Some(wished) => {
            view! { <Strip lang=l from=range.0 to=range.1 parts label wished=(wished.from, wished.to) /> }
                .into_any()
        }
        None => view! { <Strip lang=l from=range.0 to=range.1 parts label /> }.into_any(),
    }
}

/// «19.30–22.00», also beyond midnight.
pub fn span_times(l: Lang, span: MinuteSpan) -> String {
    let clock = |at: u16| {
        let at = if at > 1440 { at - 1440 } else { at };
        day::time(l, Minute::new(at).unwrap_or(Minute::END_OF_DAY))
    };
    format!("{}–{}", clock(span.from), clock(span.to))
}

/// «17.00–20.30 og 21.00–22.00».
pub fn spans_times(l: Lang, spans: &[MinuteSpan]) -> String {
    let told: Vec<String> = spans.iter().map(|span| span_times(l, *span)).collect();
    match told.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => {
            let and = if l == Lang::En { "and" } else { "og" };
            format!("{} {and} {last}", rest.join(", "))
        }
    }
}

/// Minutes as an HTML time field and an address want them: `18:00`; beyond midnight the clock of the next day.
pub fn clock_value(minutes: u16) -> String {
    let minutes = if minutes > 1440 { minutes - 1440 } else { minutes };
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use ledig_service::day::BusySpan;

    fn strip() -> DayStrip {
        DayStrip {
            date: NaiveDate::from_ymd_opt(2026, 11, 26).unwrap(),
            open: vec![
                MinuteSpan { from: 480, to: 900 },
                MinuteSpan { from: 1020, to: 1320 },
            ],
            busy: vec![BusySpan {
                span: MinuteSpan { from: 1080, to: 1170 },
                kind: BusyKind::Taken,
                partly: false,
            }],
            free: vec![
                MinuteSpan { from: 480, to: 900 },
                MinuteSpan { from: 1020, to: 1080 },
                MinuteSpan { from: 1170, to: 1320 },
            ],
        }
    }

    #[test]
    fn a_day_has_no_gap_and_is_closed_outside_opening_hours() {
        let parts = parts(&strip(), range([&strip()]));
        assert_eq!(parts.first().map(|part| part.from), Some(420));
        assert_eq!(parts.last().map(|part| part.to), Some(1380));
        assert!(parts.windows(2).all(|pair| pair[0].to == pair[1].from));
        let closed = parts.iter().filter(|part| part.kind == StripKind::Closed).count();
        assert_eq!(closed, 3);
    }

    #[test]
    fn spans_are_joined_as_people_say_them() {
        assert_eq!(
            spans_times(Lang::Nb, &strip().free),
            "08.00–15.00, 17.00–18.00 og 19.30–22.00"
        );
    }
}
