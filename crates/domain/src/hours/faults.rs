//! What makes opening hours unusable, for the form that edits them.

use super::{OpeningHours, WeekHours, in_order};
use crate::time::{DAY_MINUTES, WallSpan};
use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// A part of opening hours, as the form shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoursPart {
    /// The plain week.
    Week,
    /// The season at this place in the list, from 0.
    Season(usize),
    /// The exception at this place in the list, from 0.
    Exception(usize),
}

/// What is wrong with opening hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoursFault {
    /// A season has no name, or an exception no reason.
    NoName { part: HoursPart },
    /// The last day lies before the first.
    DatesReversed { part: HoursPart },
    /// Two spans share time; the weekday is that of a week, and of the later span over midnight.
    Overlap {
        part: HoursPart,
        day: Option<Weekday>,
        one: WallSpan,
        other: WallSpan,
    },
}

impl OpeningHours {
    /// Everything that is wrong with the hours, in the order of the form; empty when all is well.
    pub fn faults(&self) -> Vec<HoursFault> {
        let mut faults = faults_of_week(HoursPart::Week, &self.week);
        for (index, season) in self.seasons.iter().enumerate() {
            let part = HoursPart::Season(index);
            if season.name.trim().is_empty() {
                faults.push(HoursFault::NoName { part });
            }
            if season.dates.to < season.dates.from {
                faults.push(HoursFault::DatesReversed { part });
            }
            faults.extend(faults_of_week(part, &season.week));
        }
        for (index, exception) in self.exceptions.iter().enumerate() {
            let part = HoursPart::Exception(index);
            if exception.reason.trim().is_empty() {
                faults.push(HoursFault::NoName { part });
            }
            if exception.dates.to < exception.dates.from {
                faults.push(HoursFault::DatesReversed { part });
            }
            faults.extend(faults_of_day(part, None, &in_order(&exception.spans)));
        }
        faults
    }
}

fn faults_of_week(part: HoursPart, week: &WeekHours) -> Vec<HoursFault> {
    let mut faults = Vec::new();
    for (index, spans) in week.iter().enumerate() {
        let day = u8::try_from(index)
            .ok()
            .and_then(|index| Weekday::try_from(index).ok());
        let spans = in_order(spans);
        let before = in_order(&week[(index + 6) % 7]);
        if let (Some(&one), Some(&other)) =
            (before.iter().max_by_key(|span| span.end_minutes()), spans.first())
            && one.end_minutes() > DAY_MINUTES + other.from.get()
        {
            faults.push(HoursFault::Overlap {
                part,
                day,
                one,
                other,
            });
        }
        faults.extend(faults_of_day(part, day, &spans));
    }
    faults
}

/// The faults of one day's spans, which are in order.
fn faults_of_day(part: HoursPart, day: Option<Weekday>, spans: &[WallSpan]) -> Vec<HoursFault> {
    let mut faults = Vec::new();
    for pair in spans.windows(2) {
        let (one, other) = (pair[0], pair[1]);
        if one.end_minutes() > other.from.get() {
            faults.push(HoursFault::Overlap {
                part,
                day,
                one,
                other,
            });
        }
    }
    faults
}
