//! The day of a single date, drawn with the wished time in it.

use crate::{
    islands::booking::Drawn,
    parts::day_strip,
    texts::{Lang, day},
};
use chrono::NaiveDate;
use ledig_domain::time::WallSpan;
use ledig_service::{
    day::{BusyKind, BusySpan, DayStrip, Entry, Label},
    week::Week,
};

/// The day of the date in its week; nothing when the week does not hold it.
pub(super) fn drawn(l: Lang, week: &Week, date: NaiveDate, times: WallSpan) -> Option<Drawn> {
    let found = week.days.iter().find(|one| one.date == date)?;
    let strip = DayStrip {
        date,
        open: found.open.clone(),
        busy: found.entries.iter().map(busy).collect(),
        free: found.free.clone(),
    };
    let (from, to) = day_strip::range([&strip]);
    Some(Drawn {
        from: from.min(times.from.get()),
        to: to.max(times.end_minutes()),
        parts: day_strip::parts(&strip, (from, to)),
        wished: (times.from.get(), times.end_minutes()),
        label: format!("{}, {}", week.of, day::date(l, date)),
    })
}

fn busy(entry: &Entry) -> BusySpan {
    BusySpan {
        span: entry.occupied,
        kind: match entry.label {
            Label::Closed { .. } => BusyKind::Closed,
            Label::Own | Label::Organisation { own: true, .. } => BusyKind::Own,
            _ => BusyKind::Taken,
        },
        partly: !entry.whole,
    }
}
