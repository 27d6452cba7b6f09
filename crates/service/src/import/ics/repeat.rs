//! Repetition of an event: its starts on the clock.

use super::{
    MAX_DATES_PER_EVENT, Reason,
    when::{When, short},
};
use chrono::{Datelike, NaiveDateTime, TimeZone};
use rrule::{Frequency, RRule, Tz, Unvalidated};

/// The starts of a repetition, on the clock of the event's zone; one more than allowed if there are too many.
///
/// # Errors
/// The rule is endless, of a kind that is not taken, or not a rule.
pub fn starts(rule: &str, first: When) -> Result<Vec<NaiveDateTime>, Reason> {
    let not_understood = || Reason::NotUnderstood {
        property: "RRULE",
        value: short(rule),
    };
    if rule.len() > 1_000 || !(1970..=2200).contains(&first.wall.year()) {
        return Err(not_understood());
    }
    let rule = on_the_clock(rule, first).ok_or_else(not_understood)?;
    let parsed: RRule<Unvalidated> = rule.parse().map_err(|_| not_understood())?;
    if !matches!(
        parsed.get_freq(),
        Frequency::Daily | Frequency::Weekly | Frequency::Monthly
    ) {
        return Err(Reason::Frequency);
    }
    if !parsed.get_by_hour().is_empty() || !parsed.get_by_minute().is_empty() {
        return Err(Reason::Frequency);
    }
    if parsed.get_count().is_none() && parsed.get_until().is_none() {
        return Err(Reason::Endless);
    }
    let set = parsed
        .build(Tz::UTC.from_utc_datetime(&first.wall))
        .map_err(|_| not_understood())?;
    let starts = set.limit().into_iter().take(MAX_DATES_PER_EVENT + 1);
    Ok(starts.map(|start| start.naive_utc()).collect())
}

/// The rule with its end moved to the clock of the event, tagged UTC, as the crate counts on it.
fn on_the_clock(rule: &str, first: When) -> Option<String> {
    let parts: Option<Vec<String>> = rule
        .trim()
        .split(';')
        .filter(|part| !part.is_empty())
        .map(|part| match part.split_once('=')? {
            (key, value) if key.eq_ignore_ascii_case("UNTIL") => {
                let until = When::read_value(value, first.zone)?;
                let wall = if until.whole_day {
                    until.wall.date().and_hms_opt(23, 59, 59)?
                } else {
                    until.on_clock_of(first.zone)
                };
                Some(format!("UNTIL={}Z", wall.format("%Y%m%dT%H%M%S")))
            }
            _ => Some(part.to_owned()),
        })
        .collect();
    parts.map(|parts| parts.join(";"))
}
