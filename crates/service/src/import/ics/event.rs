//! One event: when it is, and on which dates it comes again.

use super::{
    Instance, MAX_DATES_PER_EVENT, Reason,
    lines::{Block, unescaped},
    repeat,
    when::{When, duration, instant, short},
};
use chrono::{NaiveDateTime, TimeDelta};
use ledig_domain::time::{Span, Timestamp, Zone};
use std::collections::HashSet;

/// The longest event, days.
const MAX_DAYS: i64 = 400;
/// The longest name that is kept, characters.
const MAX_SUMMARY: usize = 200;

/// An event of a calendar file.
#[derive(Clone, Debug)]
pub struct Event {
    /// The line of its `BEGIN:VEVENT`.
    pub line: u64,
    /// Its own id.
    pub uid: String,
    /// What it is called.
    pub summary: String,
    /// When it starts first.
    start: When,
    /// How long, on the clock.
    length: TimeDelta,
    /// How it repeats, as it stands in the file.
    pub rule: Option<String>,
    /// Starts that are taken out.
    excluded: HashSet<NaiveDateTime>,
    /// The start of the date that it changes, if it changes one of a series.
    pub changes: Option<Timestamp>,
    /// It is cancelled; only for one that changes a date.
    pub cancelled: bool,
}

impl Event {
    /// Reads an event.
    ///
    /// # Errors
    /// Why it cannot be taken.
    pub fn read(block: &Block, zone: Zone) -> Result<Self, Reason> {
        if let Some(fault) = &block.fault {
            return Err(fault.clone());
        }
        let one = |name: &'static str| -> Result<Option<When>, Reason> {
            let Some(property) = block.get(name) else {
                return Ok(None);
            };
            let read = When::read(property, name, zone)?;
            Ok(read.first().copied())
        };
        let uid = block.get("UID").map(|property| property.value.trim().to_owned());
        let uid = uid.filter(|uid| !uid.is_empty()).ok_or(Reason::Missing("UID"))?;
        let changes = one("RECURRENCE-ID")?;
        let is = |name: &str, what: &str| {
            let property = block.get(name);
            property.is_some_and(|property| property.value.trim().eq_ignore_ascii_case(what))
        };
        let cancelled = is("STATUS", "CANCELLED");
        if cancelled && changes.is_none() {
            return Err(Reason::Cancelled);
        }
        if is("TRANSP", "TRANSPARENT") {
            return Err(Reason::Transparent);
        }
        for unusable in ["RDATE", "EXRULE"] {
            if let Some(property) = block.get(unusable) {
                let property_name = if unusable == "RDATE" { "RDATE" } else { "EXRULE" };
                return Err(Reason::NotUnderstood {
                    property: property_name,
                    value: short(&property.value),
                });
            }
        }
        let start = one("DTSTART")?.ok_or(Reason::Missing("DTSTART"))?;
        let length = length(block, start, one("DTEND")?)?;
        let mut excluded = HashSet::new();
        for property in block
            .properties
            .iter()
            .filter(|property| property.name == "EXDATE")
        {
            let read = When::read(property, "EXDATE", zone)?;
            excluded.extend(read.into_iter().map(|when| {
                if when.whole_day {
                    when.wall.date().and_time(start.wall.time())
                } else {
                    when.on_clock_of(start.zone)
                }
            }));
        }
        Ok(Self {
            line: block.line,
            uid,
            summary: summary(block),
            start,
            length,
            rule: block.get("RRULE").map(|property| property.value.clone()),
            excluded,
            changes: changes.map(When::at),
            cancelled,
        })
    }

    /// Its dates; one when it does not repeat.
    ///
    /// # Errors
    /// Why its repetition cannot be taken.
    pub fn instances(&self) -> Result<Vec<Instance>, Reason> {
        let starts = match &self.rule {
            None => vec![self.start.wall],
            Some(rule) => repeat::starts(rule, self.start)?,
        };
        if starts.len() > MAX_DATES_PER_EVENT {
            return Err(Reason::TooManyDates(MAX_DATES_PER_EVENT));
        }
        let kept = starts.into_iter().filter(|start| !self.excluded.contains(start));
        Ok(kept
            .map(|start| Instance {
                line: self.line,
                uid: self.uid.clone(),
                meant_at: instant(start, self.start.zone),
                span: self.span_from(start),
                summary: self.summary.clone(),
            })
            .collect())
    }

    /// Its first date.
    pub fn first_span(&self) -> Span {
        self.span_from(self.start.wall)
    }

    /// In whole minutes: begun ones belong to it. At least one.
    fn span_from(&self, start: NaiveDateTime) -> Span {
        let end = start.checked_add_signed(self.length).unwrap_or(start);
        let (start, end) = (instant(start, self.start.zone), instant(end, self.start.zone));
        let start = Timestamp(start.0.div_euclid(60) * 60);
        let end = Timestamp((end.0 + 59).div_euclid(60) * 60);
        Span {
            start,
            end: end.max(start.plus(60)),
        }
    }
}

fn length(block: &Block, start: When, end: Option<When>) -> Result<TimeDelta, Reason> {
    let length = match (end, block.get("DURATION")) {
        (Some(end), _) => end.on_clock_of(start.zone) - start.wall,
        (None, Some(text)) => duration(&text.value).ok_or_else(|| Reason::NotUnderstood {
            property: "DURATION",
            value: short(&text.value),
        })?,
        (None, None) if start.whole_day => TimeDelta::days(1),
        (None, None) => return Err(Reason::Missing("DTEND")),
    };
    if length <= TimeDelta::zero() {
        Err(Reason::EndBeforeStart)
    } else if length > TimeDelta::days(MAX_DAYS) {
        Err(Reason::TooLong)
    } else {
        Ok(length)
    }
}

fn summary(block: &Block) -> String {
    let text = block.get("SUMMARY").map(|property| unescaped(&property.value));
    let text = text.unwrap_or_default();
    text.trim().chars().take(MAX_SUMMARY).collect()
}
