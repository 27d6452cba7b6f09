//! Calendar files (RFC 5545): their events as dated spans of time, and each event that could not be taken.
//!
//! Reading is bounded in events, in dates per event and in dates altogether, and each bound that is met is told.
//! The lines are read here rather than by a parser library, because those give up the whole file over one event
//! and do not tell lines.

mod event;
mod lines;
mod repeat;
mod when;

use ledig_domain::time::{Span, Timestamp, Zone};
use std::{
    collections::{BTreeMap, HashSet},
    io::Read,
};

use super::{fault::Fault, table::read_text};
use event::Event;

/// The most events of a file that are looked at.
pub const MAX_EVENTS: usize = 100_000;
/// The most repeating events of a file that are expanded.
pub const MAX_SERIES: usize = 2_000;
/// The most dates of one event.
pub const MAX_DATES_PER_EVENT: usize = 400;
/// The most dates of a file.
pub const MAX_DATES: usize = 20_000;
/// How far ahead dates are taken, days.
pub const HORIZON_DAYS: i64 = 800;

/// One date of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instance {
    /// The line of its `BEGIN:VEVENT`.
    pub line: u64,
    /// The event's own id, the same in every export.
    pub uid: String,
    /// When this date of the event was first meant to start: with the id, its natural key.
    pub meant_at: Timestamp,
    /// When.
    pub span: Span,
    /// What it is called.
    pub summary: String,
}

/// An event, or some dates of it, that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// The line of its `BEGIN:VEVENT`.
    pub line: u64,
    /// What it is called; its id when it has no name.
    pub event: String,
    /// Why.
    pub reason: Reason,
}

/// Why an event was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// A line that is none, or no end.
    #[error("line {line} cannot be read")]
    Unreadable { line: u64 },
    /// A property that must be there is not.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A property that cannot be understood.
    #[error("{property} cannot be understood: {value}")]
    NotUnderstood { property: &'static str, value: String },
    /// A time zone that is not known.
    #[error("unknown time zone {0}")]
    UnknownZone(String),
    /// Its end is not after its start.
    #[error("it ends before it starts")]
    EndBeforeStart,
    /// Longer than an event may be.
    #[error("longer than 400 days")]
    TooLong,
    /// The event is cancelled.
    #[error("it is cancelled")]
    Cancelled,
    /// The event takes no time, says its calendar.
    #[error("it is marked as free time")]
    Transparent,
    /// The repetition has no end.
    #[error("it repeats without an end; give it an end date")]
    Endless,
    /// The repetition is of a kind that is not taken.
    #[error("its repetition is not daily, weekly or monthly")]
    Frequency,
    /// More dates than are taken.
    #[error("more than {0} dates")]
    TooManyDates(usize),
    /// More repeating events than are expanded.
    #[error("more than {0} repeating events in the file")]
    TooManySeries(usize),
    /// More events than are looked at; this one and all that follow.
    #[error("more than {0} events in the file; it and those after it are left out")]
    TooManyEvents(usize),
    /// The same event with the same id stands earlier in the file.
    #[error("the same event stands earlier in the file")]
    Twice,
    /// So many of its dates are over.
    #[error("{0} of its dates are over")]
    Past(usize),
    /// So many of its dates are too far ahead.
    #[error("{0} of its dates are more than {HORIZON_DAYS} days ahead")]
    TooFarAhead(usize),
}

/// What a calendar file gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events {
    /// Dates to take, in order of time.
    pub instances: Vec<Instance>,
    /// What could not be taken, in the file's order.
    pub not_taken: Vec<NotTaken>,
}

/// Reads a calendar file; times without a zone are meant in `zone`.
///
/// # Errors
/// The file cannot be read, or is no calendar.
pub fn read(reader: impl Read, zone: Zone, now: Timestamp) -> Result<Events, Fault> {
    let text = read_text(reader)?;
    let mut found = Events::default();
    let mut by_key: BTreeMap<(String, Timestamp), Instance> = BTreeMap::new();
    let mut changes: Vec<Event> = Vec::new();
    let mut masters: HashSet<String> = HashSet::new();
    let mut series = 0;
    for block in lines::events(&text)? {
        let line = block.line;
        let name = block.name();
        let refuse = |reason| NotTaken {
            line,
            event: name.clone(),
            reason,
        };
        let event = match Event::read(&block, zone) {
            Ok(event) => event,
            Err(reason) => {
                found.not_taken.push(refuse(reason));
                continue;
            }
        };
        if event.changes.is_some() {
            changes.push(event);
            continue;
        }
        if !masters.insert(event.uid.clone()) {
            found.not_taken.push(refuse(Reason::Twice));
            continue;
        }
        series += usize::from(event.rule.is_some());
        if event.rule.is_some() && series > MAX_SERIES {
            found.not_taken.push(refuse(Reason::TooManySeries(MAX_SERIES)));
            continue;
        }
        match event.instances() {
            Ok(_) if by_key.len() >= MAX_DATES => {
                found.not_taken.push(refuse(Reason::TooManyDates(MAX_DATES)));
            }
            Ok(instances) => {
                let keyed = instances
                    .into_iter()
                    .map(|one| ((one.uid.clone(), one.meant_at), one));
                by_key.extend(keyed);
            }
            Err(reason) => found.not_taken.push(refuse(reason)),
        }
    }
    for change in changes {
        apply(&change, &mut by_key, &mut found.not_taken);
    }
    found.keep_within(by_key, now);
    found.not_taken.sort_by_key(|one| one.line);
    Ok(found)
}

/// Puts a changed date of a series in the place of the one that it changes.
fn apply(
    change: &Event,
    by_key: &mut BTreeMap<(String, Timestamp), Instance>,
    not_taken: &mut Vec<NotTaken>,
) {
    let Some(meant_at) = change.changes else {
        return;
    };
    let key = (change.uid.clone(), meant_at);
    if change.cancelled {
        by_key.remove(&key);
        return;
    }
    if by_key.len() >= MAX_DATES && !by_key.contains_key(&key) {
        not_taken.push(NotTaken {
            line: change.line,
            event: change.summary.clone(),
            reason: Reason::TooManyDates(MAX_DATES),
        });
        return;
    }
    let instance = Instance {
        line: change.line,
        uid: change.uid.clone(),
        meant_at,
        span: change.first_span(),
        summary: change.summary.clone(),
    };
    by_key.insert(key, instance);
}

impl Events {
    /// Keeps what is neither over nor too far ahead, and tells how many dates of which event were not.
    fn keep_within(&mut self, by_key: BTreeMap<(String, Timestamp), Instance>, now: Timestamp) {
        let horizon = now.plus(HORIZON_DAYS * 86_400);
        let mut outside: BTreeMap<(u64, String), (usize, usize)> = BTreeMap::new();
        for instance in by_key.into_values() {
            let key = || (instance.line, instance.summary.clone());
            if instance.span.end <= now {
                outside.entry(key()).or_default().0 += 1;
            } else if instance.span.start > horizon {
                outside.entry(key()).or_default().1 += 1;
            } else {
                self.instances.push(instance);
            }
        }
        for ((line, event), (past, ahead)) in outside {
            let told = [(past, Reason::Past(past)), (ahead, Reason::TooFarAhead(ahead))];
            self.not_taken.extend(
                told.into_iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(_, reason)| NotTaken {
                        line,
                        event: event.clone(),
                        reason,
                    }),
            );
        }
        self.instances
            .sort_by(|one, other| (one.span, &one.uid).cmp(&(other.span, &other.uid)));
    }
}
