//! What a booking of a space must keep to.

use crate::{
    hours::NotOpen,
    time::{Minute, Timestamp, WallSpan},
};
use serde::{Deserialize, Serialize};

mod faults;
#[cfg(test)]
mod tests;

pub use faults::{GRIDS, RulesFault};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Booking rules of a space. `None` means no such limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BookingRules {
    /// Starts and ends lie on multiples of this many minutes past the hour ([`GRIDS`]).
    pub grid_minutes: u16,
    /// Shortest booking, minutes.
    pub min_minutes: u16,
    /// Longest booking, minutes.
    pub max_minutes: u16,
    /// Time before each booking to make ready, minutes; occupied too.
    pub setup_minutes: u16,
    /// Time after each booking to clear up, minutes; occupied too.
    pub teardown_minutes: u16,
    /// Ask at least this many hours before the start.
    pub lead_hours: u16,
    /// Ask at most this many days ahead.
    pub horizon_days: u16,
    /// At most this many minutes per organisation and ISO week, bookings already held counted in.
    pub weekly_quota_minutes: Option<u32>,
    /// At least this many persons.
    pub min_persons: Option<u32>,
    /// At most this many persons.
    pub max_persons: Option<u32>,
    /// The applicant may cancel until this many hours before the start.
    pub cancel_hours: u16,
    /// Private persons may ask too.
    pub private_persons: bool,
    /// What else the hirer must know, in the manager's words.
    pub note: String,
}

impl Default for BookingRules {
    fn default() -> Self {
        Self {
            grid_minutes: 15,
            min_minutes: 30,
            max_minutes: 720,
            setup_minutes: 0,
            teardown_minutes: 0,
            lead_hours: 2,
            horizon_days: 400,
            weekly_quota_minutes: None,
            min_persons: None,
            max_persons: None,
            cancel_hours: 24,
            private_persons: true,
            note: String::new(),
        }
    }
}

/// What a wished time breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Breach {
    /// Shorter than the minimum, minutes.
    TooShort { min: u16 },
    /// Longer than the maximum, minutes.
    TooLong { max: u16 },
    /// Start or end is off the grid, minutes.
    OffGrid { grid: u16 },
    /// It has begun or is over.
    Past,
    /// Less than this many hours ahead.
    TooSoon { lead_hours: u16 },
    /// More than this many days ahead.
    TooFar { horizon_days: u16 },
    /// Not within opening hours.
    NotOpen(NotOpen),
    /// Over the organisation's weekly quota; both in minutes.
    OverQuota { quota: u32, would_be: u32 },
    /// Fewer persons than the space is for.
    TooFewPersons { min: u32 },
    /// More persons than the space holds.
    TooManyPersons { max: u32 },
    /// Only organisations may ask.
    OrganisationsOnly,
}

/// What the rules need to know of one wished time.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// On the clock.
    pub times: WallSpan,
    /// When it starts.
    pub starts_at: Timestamp,
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// Asked by a private person.
    pub private: bool,
    /// Minutes that the organisation has in the same ISO week besides this one.
    pub week_minutes: u32,
}

impl BookingRules {
    /// Everything that the time breaks, in a fixed order; empty when all is well. Opening hours are checked
    /// apart.
    pub fn check(&self, wanted: &Wanted, now: Timestamp) -> Vec<Breach> {
        let mut breaches = self.check_shape(wanted.times);
        let ahead = wanted.starts_at.0.saturating_sub(now.0);
        if ahead <= 0 {
            breaches.push(Breach::Past);
        } else if ahead < i64::from(self.lead_hours) * HOUR {
            breaches.push(Breach::TooSoon {
                lead_hours: self.lead_hours,
            });
        } else if ahead / DAY > i64::from(self.horizon_days) {
            breaches.push(Breach::TooFar {
                horizon_days: self.horizon_days,
            });
        }
        let would_be = wanted
            .week_minutes
            .saturating_add(u32::from(wanted.times.minutes()));
        if let Some(quota) = self.weekly_quota_minutes.filter(|quota| would_be > *quota) {
            breaches.push(Breach::OverQuota { quota, would_be });
        }
        breaches.extend(self.check_party(wanted.persons, wanted.private));
        breaches
    }

    /// What the time breaks whenever it is: length and grid.
    pub fn check_shape(&self, times: WallSpan) -> Vec<Breach> {
        let mut breaches = Vec::new();
        if times.minutes() < self.min_minutes {
            breaches.push(Breach::TooShort {
                min: self.min_minutes,
            });
        }
        if times.minutes() > self.max_minutes {
            breaches.push(Breach::TooLong {
                max: self.max_minutes,
            });
        }
        let off = |minute: Minute| !(minute.get() % 60).is_multiple_of(self.grid_minutes.max(1));
        if off(times.from) || off(times.to) {
            breaches.push(Breach::OffGrid {
                grid: self.grid_minutes,
            });
        }
        breaches
    }

    /// What the party breaks whenever it comes: persons, if told, and who asks.
    pub fn check_party(&self, persons: Option<u32>, private: bool) -> Vec<Breach> {
        let mut breaches = Vec::new();
        if let Some(persons) = persons {
            if let Some(min) = self.min_persons.filter(|min| persons < *min) {
                breaches.push(Breach::TooFewPersons { min });
            }
            if let Some(max) = self.max_persons.filter(|max| persons > *max) {
                breaches.push(Breach::TooManyPersons { max });
            }
        }
        if private && !self.private_persons {
            breaches.push(Breach::OrganisationsOnly);
        }
        breaches
    }

    /// Whether the owner may still cancel a booking that starts then.
    pub fn may_cancel(&self, starts_at: Timestamp, now: Timestamp) -> bool {
        let ahead = starts_at.0.saturating_sub(now.0);
        ahead > 0 && ahead >= i64::from(self.cancel_hours) * HOUR
    }
}
