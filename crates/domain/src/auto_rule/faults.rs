//! What makes the terms of a rule unusable, for the form that edits them.

use super::Terms;
use crate::{recurrence::MAX_DATES, time::DAY_MINUTES};
use serde::{Deserialize, Serialize};

/// What is wrong with the terms of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermsFault {
    /// The rule has no name: applicants are told by which rule they got their answer.
    NoName,
    /// The length is no time, or more than a day.
    MaxMinutes,
    /// Weekdays are asked for, but none is chosen.
    Weekdays,
    /// The minutes a week are none, or more than a week has.
    WeeklyMinutes,
    /// The number of dates is 0, or more than a request can hold.
    MaxDates,
    /// The number of persons is 0.
    MaxPersons,
}

impl Terms {
    /// Everything that is wrong with the terms, in the order of the form; empty when all is well.
    pub fn faults(&self) -> Vec<TermsFault> {
        let week = 7 * u32::from(DAY_MINUTES);
        let checks = [
            (self.name.trim().is_empty(), TermsFault::NoName),
            (
                self.max_minutes.is_some_and(|max| max == 0 || max > DAY_MINUTES),
                TermsFault::MaxMinutes,
            ),
            (
                self.weekdays.is_some_and(|days| days.is_empty()),
                TermsFault::Weekdays,
            ),
            (
                self.weekly_minutes.is_some_and(|max| max == 0 || max > week),
                TermsFault::WeeklyMinutes,
            ),
            (
                self.max_dates
                    .is_some_and(|max| max == 0 || usize::from(max) > MAX_DATES),
                TermsFault::MaxDates,
            ),
            (self.max_persons == Some(0), TermsFault::MaxPersons),
        ];
        checks
            .into_iter()
            .filter_map(|(wrong, fault)| wrong.then_some(fault))
            .collect()
    }

    /// Whether the rule says yes to everything that is free: no term is given but the name.
    pub fn asks_for_nothing(&self) -> bool {
        *self
            == Self {
                name: self.name.clone(),
                ..Self::default()
            }
    }
}
