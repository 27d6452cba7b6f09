//! Draws a space's day: what is open, busy and free, in minutes on the clock.

use super::{BusyKind, BusySpan, DayStrip, MinuteSpan};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::SpaceId,
    occupancy::{merged, without},
    time::{DAY_MINUTES, Span, Timestamp, Zone, local, resolve},
};
use std::collections::{BTreeSet, HashMap};

/// A unit that is not free.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    /// The unit.
    pub(crate) unit: SpaceId,
    /// When, setup and teardown included.
    pub(crate) span: Span,
    /// Why.
    pub(crate) kind: BusyKind,
}

/// What stands, by unit.
pub(crate) type ByUnit = HashMap<SpaceId, Vec<Standing>>;

/// Sorts what stands by unit.
pub(crate) fn by_unit(standing: impl IntoIterator<Item = Standing>) -> ByUnit {
    let mut map = ByUnit::new();
    for one in standing {
        map.entry(one.unit).or_default().push(one);
    }
    map
}

/// The instants of a date, from midnight to midnight.
pub(crate) fn day_span(date: NaiveDate, zone: Zone) -> Span {
    days_span(date, date, zone)
}

/// The instants of dates from–to, both included.
pub(crate) fn days_span(from: NaiveDate, to: NaiveDate, zone: Zone) -> Span {
    Span {
        start: resolve(from, 0, zone),
        end: resolve(to, DAY_MINUTES, zone),
    }
}

/// The minutes of an instant from a date's midnight on the clock, held within 0..=`end`.
pub(crate) fn minute_on(at: Timestamp, date: NaiveDate, end: u16, zone: Zone) -> u16 {
    let (day, minute) = local(at, zone);
    let offset = (day - date).num_days() * i64::from(DAY_MINUTES) + i64::from(minute.get());
    u16::try_from(offset.clamp(0, i64::from(end))).unwrap_or(end)
}

/// The part of a span that lies on the date, in minutes; `None` when none does.
pub(crate) fn on_date(span: Span, date: NaiveDate, end: u16, zone: Zone) -> Option<(u16, u16)> {
    let from = minute_on(span.start, date, end, zone);
    let to = minute_on(span.end, date, end, zone);
    (from < to).then_some((from, to))
}

/// When a space is open on the date, minutes up to `end`: 1440, or 2880 to see the next day too.
pub(crate) fn open_until(hours: &OpeningHours, date: NaiveDate, end: u16) -> Vec<(u16, u16)> {
    let mut open = hours.open_on(date);
    if end > DAY_MINUTES
        && let Some(next) = date.succ_opt()
    {
        let later = hours.open_on(next);
        open.extend(
            later
                .into_iter()
                .map(|(from, to)| (from + DAY_MINUTES, to + DAY_MINUTES)),
        );
    }
    merged(open)
}

/// One day of one space.
pub(crate) struct Day<'a> {
    /// Which.
    pub(crate) date: NaiveDate,
    /// The space's units.
    pub(crate) units: &'a [SpaceId],
    /// Its hours.
    pub(crate) hours: &'a OpeningHours,
    /// What stands.
    pub(crate) standing: &'a ByUnit,
    /// The zone.
    pub(crate) zone: Zone,
}

impl Day<'_> {
    /// Busy spans of the space, in order, joined where alike. Where several things stand, closed goes before own, own
    /// before taken.
    pub(crate) fn busy(&self) -> Vec<BusySpan> {
        let mut rows: Vec<(SpaceId, u16, u16, BusyKind)> = Vec::new();
        for unit in self.units {
            for one in self.standing.get(unit).into_iter().flatten() {
                if let Some((from, to)) = on_date(one.span, self.date, DAY_MINUTES, self.zone) {
                    rows.push((*unit, from, to, one.kind));
                }
            }
        }
        let cuts: BTreeSet<u16> = rows.iter().flat_map(|row| [row.1, row.2]).collect();
        let cuts: Vec<u16> = cuts.into_iter().collect();
        let mut found: Vec<BusySpan> = Vec::new();
        for pair in cuts.windows(2) {
            let &[from, to] = pair else { continue };
            let here = rows.iter().filter(|row| row.1 <= from && to <= row.2);
            let Some(kind) = here.clone().map(|row| row.3).max_by_key(|kind| weight(*kind)) else {
                continue;
            };
            let taken: BTreeSet<SpaceId> = here.map(|row| row.0).collect();
            let partly = taken.len() < self.units.len();
            match found.last_mut() {
                Some(last) if last.span.to == from && last.kind == kind && last.partly == partly => {
                    last.span.to = to;
                }
                _ => found.push(BusySpan {
                    span: MinuteSpan { from, to },
                    kind,
                    partly,
                }),
            }
        }
        found
    }

    /// The whole strip. `now` takes away what has passed.
    pub(crate) fn strip(&self, now: Timestamp) -> DayStrip {
        let open = open_until(self.hours, self.date, DAY_MINUTES);
        let busy = self.busy();
        let mut gone: Vec<(u16, u16)> = busy.iter().map(|one| (one.span.from, one.span.to)).collect();
        gone.push((0, minute_on(now, self.date, DAY_MINUTES, self.zone)));
        let free = without(&open, &gone);
        DayStrip {
            date: self.date,
            open: spans(open),
            busy,
            free: spans(free),
        }
    }

    /// When a booking of the space can lie: open, nobody's, not passed, and with room for its own setup and teardown
    /// beside what stands. Minutes up to `end`.
    pub(crate) fn bookable(&self, rules: &BookingRules, now: Timestamp, end: u16) -> Vec<(u16, u16)> {
        let open = open_until(self.hours, self.date, end);
        let mut gone = vec![(0, minute_on(now, self.date, end, self.zone))];
        for unit in self.units {
            for one in self.standing.get(unit).into_iter().flatten() {
                let kept = match one.kind {
                    BusyKind::Closed => one.span,
                    BusyKind::Taken | BusyKind::Own => {
                        one.span.widened(rules.teardown_minutes, rules.setup_minutes)
                    }
                };
                gone.extend(on_date(kept, self.date, end, self.zone));
            }
        }
        without(&open, &gone)
    }
}

fn weight(kind: BusyKind) -> u8 {
    match kind {
        BusyKind::Taken => 0,
        BusyKind::Own => 1,
        BusyKind::Closed => 2,
    }
}

/// The same as plain data.
pub(crate) fn spans(list: Vec<(u16, u16)>) -> Vec<MinuteSpan> {
    list.into_iter().map(MinuteSpan::from).collect()
}
