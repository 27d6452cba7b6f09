//! What makes booking rules unusable, for the form that edits them.

use super::BookingRules;
use crate::time::DAY_MINUTES;
use serde::{Deserialize, Serialize};

/// The grids that a space may have, minutes.
pub const GRIDS: [u16; 6] = [5, 10, 15, 20, 30, 60];

/// The longest time to make ready or clear up, minutes.
const MAX_AROUND: u16 = DAY_MINUTES / 2;

/// What is wrong with booking rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulesFault {
    /// The grid is none of [`GRIDS`].
    Grid,
    /// The shortest booking is no time at all.
    MinMinutes,
    /// The longest booking is longer than a day.
    MaxMinutes,
    /// The shortest booking is longer than the longest.
    MinOverMax,
    /// No length on the grid lies between the shortest and the longest.
    NoLengthOnGrid,
    /// More than twelve hours to make ready.
    Setup,
    /// More than twelve hours to clear up.
    Teardown,
    /// The lead time reaches past the horizon, so that nobody can ever ask.
    Horizon,
    /// The quota is less than the shortest booking.
    QuotaUnderMin,
    /// The space is for nobody: at most 0 persons.
    MaxPersons,
    /// At least more persons than at most.
    PersonsMinOverMax,
}

impl BookingRules {
    /// Everything that is wrong with the rules, in the order of the form; empty when all is well.
    pub fn faults(&self) -> Vec<RulesFault> {
        let grid_known = GRIDS.contains(&self.grid_minutes);
        let min_over_max = self.min_minutes > self.max_minutes;
        let longest_on_grid = self.max_minutes - self.max_minutes % self.grid_minutes.max(1);
        let persons = self.min_persons.zip(self.max_persons);
        let checks = [
            (!grid_known, RulesFault::Grid),
            (self.min_minutes == 0, RulesFault::MinMinutes),
            (self.max_minutes > DAY_MINUTES, RulesFault::MaxMinutes),
            (min_over_max, RulesFault::MinOverMax),
            (
                grid_known && !min_over_max && longest_on_grid < self.min_minutes.max(1),
                RulesFault::NoLengthOnGrid,
            ),
            (self.setup_minutes > MAX_AROUND, RulesFault::Setup),
            (self.teardown_minutes > MAX_AROUND, RulesFault::Teardown),
            (
                u32::from(self.lead_hours) >= (u32::from(self.horizon_days) + 1) * 24,
                RulesFault::Horizon,
            ),
            (
                self.weekly_quota_minutes
                    .is_some_and(|quota| quota < u32::from(self.min_minutes)),
                RulesFault::QuotaUnderMin,
            ),
            (self.max_persons == Some(0), RulesFault::MaxPersons),
            (
                persons.is_some_and(|(min, max)| min > max),
                RulesFault::PersonsMinOverMax,
            ),
        ];
        checks
            .into_iter()
            .filter_map(|(wrong, fault)| wrong.then_some(fault))
            .collect()
    }
}
