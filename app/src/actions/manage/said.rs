//! What the staff's actions say on the next page.

use ledig_service::case::decide::OneOfMany;
use serde::{Deserialize, Serialize};

/// What was done, or why not. Worded in `texts::manage::said`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A case was decided, or something was offered.
    Decided {
        /// Dates given.
        approved: u32,
        /// Dates refused.
        rejected: u32,
        /// Dates offered otherwise.
        offered: u32,
        /// Other cases that wanted some of the time and were told.
        told: usize,
    },
    /// Nothing was chosen to decide.
    NothingChosen,
    /// Several cases were approved, or not.
    Many(Vec<OneOfMany>),
    /// Dates were cancelled.
    Cancelled {
        /// How many.
        dates: usize,
    },
    /// A facility, space or organisation was made.
    Created,
    /// It is out of use.
    Retired,
    /// It is in use again.
    Restored,
    /// Opening hours are saved.
    HoursSaved {
        /// Bookings that stand outside them now.
        outside: u32,
    },
    /// A closure was made.
    Closed {
        /// Booked dates within it.
        hits: usize,
    },
    /// A closure was lifted.
    Lifted,
    /// A rule is saved.
    RuleSaved {
        /// Its version now.
        version: u32,
    },
    /// The priority classes are saved.
    PrioritySaved {
        /// Their version now.
        version: u32,
    },
    /// Somebody got a role.
    PersonAdded {
        /// The e-mail address.
        email: String,
        /// The one-time password of a new account: shown once.
        password: Option<String>,
    },
    /// Somebody got a new one-time password.
    PasswordGiven {
        /// The e-mail address.
        email: String,
        /// The password: shown once.
        password: String,
    },
    /// A role was taken.
    PersonRemoved,
}
