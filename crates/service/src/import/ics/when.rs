//! Dates and times of calendar files.

use super::{Reason, lines::Property};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use ledig_domain::time::{Timestamp, Zone, local, resolve};

/// Windows' names for time zones, as Outlook writes them, that are common in files of Norwegian schools and clubs.
const WINDOWS_ZONES: [(&str, Zone); 7] = [
    ("W. Europe Standard Time", Zone::Europe__Berlin),
    ("Central Europe Standard Time", Zone::Europe__Budapest),
    ("Central European Standard Time", Zone::Europe__Warsaw),
    ("Romance Standard Time", Zone::Europe__Paris),
    ("GMT Standard Time", Zone::Europe__London),
    ("FLE Standard Time", Zone::Europe__Helsinki),
    ("UTC", Zone::UTC),
];

/// A point of time as a file gives it: on the clock of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// On the clock.
    pub wall: NaiveDateTime,
    /// Whose clock.
    pub zone: Zone,
    /// Only a date: the whole day is meant.
    pub whole_day: bool,
}

impl When {
    /// Reads the values of a property; `zone` is meant where none is given.
    pub fn read(property: &Property, name: &'static str, zone: Zone) -> Result<Vec<Self>, Reason> {
        let zone = match property.parameter("TZID") {
            Some(id) => named_zone(id).ok_or_else(|| Reason::UnknownZone(short(id)))?,
            None => zone,
        };
        let read = |text| Self::read_value(text, zone);
        property
            .value
            .split(',')
            .map(|text| {
                read(text.trim()).ok_or_else(|| Reason::NotUnderstood {
                    property: name,
                    value: short(text),
                })
            })
            .collect()
    }

    /// `20260818`, `20260818T180000` or `20260818T160000Z`.
    pub fn read_value(text: &str, zone: Zone) -> Option<Self> {
        if text.len() > 16 || !text.is_ascii() {
            return None;
        }
        let (text, zone) = match text.strip_suffix('Z') {
            Some(text) => (text, Zone::UTC),
            None => (text, zone),
        };
        let date = |text: &str| {
            let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
            digits
                .then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok())
                .flatten()
        };
        let Some((day, time)) = text.split_once('T') else {
            return Some(Self {
                wall: date(text)?.and_time(NaiveTime::MIN),
                zone,
                whole_day: true,
            });
        };
        let time = NaiveTime::parse_from_str(time, "%H%M%S").ok()?;
        Some(Self {
            wall: date(day)?.and_time(time),
            zone,
            whole_day: false,
        })
    }

    /// The instant; seconds past the minute count.
    pub fn at(self) -> Timestamp {
        instant(self.wall, self.zone)
    }

    /// The same instant on another clock.
    pub fn on_clock_of(self, zone: Zone) -> NaiveDateTime {
        if zone == self.zone {
            return self.wall;
        }
        let at = self.at();
        let (date, minute) = local(at, zone);
        date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.get().into())
    }
}

/// The instant of a time on a clock, to the second.
pub fn instant(wall: NaiveDateTime, zone: Zone) -> Timestamp {
    use chrono::Timelike;
    let minute = wall.hour() * 60 + wall.minute();
    let minute = u16::try_from(minute).unwrap_or_default();
    resolve(wall.date(), minute, zone).plus(i64::from(wall.second()))
}

fn named_zone(id: &str) -> Option<Zone> {
    let id = id.trim().trim_start_matches('/');
    if let Ok(zone) = id.parse() {
        return Some(zone);
    }
    if let Some((_, zone)) = WINDOWS_ZONES.iter().find(|(name, _)| *name == id) {
        return Some(*zone);
    }
    // `mozilla.org/20050126_1/Europe/Oslo`: the last two parts.
    let mut parts = id.rsplitn(3, '/');
    let (city, area) = (parts.next()?, parts.next()?);
    format!("{area}/{city}").parse().ok()
}

/// `P1D`, `PT1H30M`, `P2W`; not below nothing. RFC 5545, section 3.3.6.
pub fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let mut seconds = 0_i64;
    let mut digits = String::new();
    let mut in_time = false;
    for c in text.chars() {
        let unit = match c {
            'T' => {
                in_time = true;
                continue;
            }
            '0'..='9' if digits.len() < 8 => {
                digits.push(c);
                continue;
            }
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' if in_time => 3_600,
            'M' if in_time => 60,
            'S' if in_time => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(digits.parse::<i64>().ok()?.checked_mul(unit)?)?;
        digits.clear();
    }
    digits
        .is_empty()
        .then(|| TimeDelta::try_seconds(seconds))
        .flatten()
}

/// At most sixty characters of a value, for a report.
pub fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
