//! Wall clock ↔ instants in a named zone.

use super::{DAY_MINUTES, Minute, Span, Timestamp, WallSpan};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::GapInfo;

/// A named time zone, e.g. `Europe/Oslo`.
pub type Zone = chrono_tz::Tz;

/// The instant of a minute of a date: moved forward by the gap in a gap, the first one in a fold.
///
/// 24:00 is midnight of the next day. Dates at the ends of chrono's range stay there.
pub fn resolve(date: NaiveDate, minute: u16, zone: Zone) -> Timestamp {
    let date = date
        .checked_add_days(Days::new(u64::from(minute / DAY_MINUTES)))
        .unwrap_or(date);
    let minute = u32::from(minute % DAY_MINUTES);
    let wall = date.and_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default();
    Timestamp(resolve_wall(wall, zone))
}

fn resolve_wall(wall: NaiveDateTime, zone: Zone) -> i64 {
    if let Some(found) = zone.from_local_datetime(&wall).earliest() {
        return found.timestamp();
    }
    // In a gap: the offset before it, applied to the wanted time, lands after it by the gap's length. That holds
    // for a gap of any length: half an hour on Lord Howe, a whole day on Samoa.
    let before = GapInfo::new(&wall, &zone).and_then(|gap| gap.begin);
    let offset = before.map_or(0, |(_, offset)| offset.fix().local_minus_utc());
    wall.and_utc().timestamp() - i64::from(offset)
}

/// The instants of a wall-clock span that starts on a date; each end is resolved on its own.
pub fn resolve_span(date: NaiveDate, times: WallSpan, zone: Zone) -> Span {
    let start = resolve(date, times.from.get(), zone);
    let end = resolve(date, times.end_minutes(), zone);
    // A span inside a gap or over a fold keeps at least a minute: an empty occupancy would guard nothing.
    Span {
        start,
        end: end.max(start.plus(60)),
    }
}

/// Date and minute on the clock of an instant; past the ends of the calendar, of the nearest one in it.
pub fn local(at: Timestamp, zone: Zone) -> (NaiveDate, Minute) {
    // Two days from the ends, so that no zone's offset leads out of the calendar.
    let margin = 2 * 86_400;
    let first = DateTime::<Utc>::MIN_UTC.timestamp() + margin;
    let last = DateTime::<Utc>::MAX_UTC.timestamp() - margin;
    let wall = DateTime::from_timestamp(at.0.clamp(first, last), 0)
        .unwrap_or_default()
        .with_timezone(&zone)
        .naive_local();
    let minute = wall.hour() * 60 + wall.minute();
    (
        wall.date(),
        u16::try_from(minute)
            .ok()
            .and_then(Minute::new)
            .unwrap_or_default(),
    )
}

/// The date on the clock of an instant.
pub fn local_date(at: Timestamp, zone: Zone) -> NaiveDate {
    local(at, zone).0
}
