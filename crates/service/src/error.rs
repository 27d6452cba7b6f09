//! Why a use case does not do what was asked, in codes.

use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::Breach,
    id::{LineId, RequestId, SpaceId},
    outcome::Clash,
    people::{OrganisationNumberFault, Standing},
    recurrence::RecurrenceFault,
};
use ledig_store::StoreError;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Why a use case does not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// One has to sign in first.
    #[error("not signed in")]
    NotSignedIn,
    /// One may not.
    #[error("not allowed")]
    Forbidden,
    /// It is not there, or not for this viewer to know of.
    #[error("not found")]
    NotFound,
    /// Time that is taken, date by date.
    #[error("{} dates are taken", .0.len())]
    Conflict(Vec<DateConflict>),
    /// What was filled in is not right, field by field.
    #[error("{} fields are not right", .0.len())]
    Invalid(Vec<FieldFault>),
    /// What stands in the way of a change to spaces.
    #[error("{} things stand in the way", .0.len())]
    InTheWay(Vec<Obstacle>),
    /// Somebody changed it since it was shown.
    #[error("changed since it was shown")]
    Stale,
    /// Too much is going on; trying again helps.
    #[error("busy")]
    Busy,
    /// A fault of ours; details are in the log.
    #[error("internal fault: {0}")]
    Internal(String),
}

/// A date that is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateConflict {
    /// Which line of a request, where there is one.
    pub line: Option<LineId>,
    /// Which date.
    pub date: NaiveDate,
    /// With what, as far as the viewer may know; empty when the time was lost in the very moment.
    pub clashes: Vec<Clash>,
}

/// Something that stands in the way of a change to spaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacle {
    /// What it is.
    pub kind: ObstacleKind,
    /// The space it is in.
    pub space: SpaceId,
    /// That space's name.
    pub space_name: String,
    /// The date on the clock.
    pub date: NaiveDate,
    /// From–to on that date, minutes from midnight.
    pub span: crate::day::MinuteSpan,
    /// Who has it, where it is a booking.
    pub who: Option<String>,
    /// Its case, where it is a booking.
    pub request: Option<RequestId>,
}

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObstacleKind {
    /// A booked date.
    Booking,
    /// A closure, or time held for somebody.
    Other,
}

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldFault {
    /// The field's name in the form; with `.` and an id where the form has one for each of several things.
    pub field: Cow<'static, str>,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing is filled in.
    Required,
    /// More than so many characters.
    TooLong { max: usize },
    /// Fewer than so many characters.
    TooShort { min: usize },
    /// Not within the range.
    OutOfRange { min: i64, max: i64 },
    /// Not one of the values.
    Unknown,
    /// Not an e-mail address.
    Email,
    /// Not an organisation number.
    OrganisationNumber(OrganisationNumberFault),
    /// Somebody else has it.
    InUse,
    /// The password is not the right one.
    WrongPassword,
    /// The one-time password is right, but not taken any more.
    PasswordExpired,
    /// The password is the one that one has.
    SamePassword,
    /// The two do not match.
    NotRepeated,
    /// The space would be a part of itself, or of another facility's space.
    NotATree,
    /// It ends before it starts, or the most is less than the least.
    EndBeforeStart,
    /// It is over already.
    Past,
    /// Two of the spans overlap.
    Overlapping,
    /// There would be no administrator left.
    LastAdministrator,
    /// So many future bookings or closures stand in the way.
    InTheWay { count: usize },
    /// The recurrence is unusable.
    Recurrence(RecurrenceFault),
    /// The organisation may not book now.
    Standing(Standing),
    /// The person's role in the organisation does not give the right to book.
    MayNotBook,
    /// The person is under 18, and cannot answer for a booking.
    Minor,
    /// Against the space's rules.
    Breaks(Vec<Breach>),
    /// The time is taken; by what, as far as the viewer may know.
    Taken { clashes: Vec<Clash> },
    /// The time is closed; why, where that is told.
    Closed { reason: String },
    /// One may not decide over it.
    NotYours,
}

impl ServiceError {
    /// One field that is not right.
    pub fn field(field: impl Into<Cow<'static, str>>, fault: Fault) -> Self {
        let field = field.into();
        Self::Invalid(vec![FieldFault { field, fault }])
    }
}

/// Gathers the faults of a form.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes a fault.
    pub(crate) fn add(&mut self, field: impl Into<Cow<'static, str>>, fault: Fault) {
        let field = field.into();
        self.0.push(FieldFault { field, fault });
    }

    /// The trimmed text, noting when it is empty or longer than `max` characters.
    pub(crate) fn text(&mut self, field: &'static str, value: &str, max: usize) -> String {
        let value = value.trim();
        if value.is_empty() {
            self.add(field, Fault::Required);
        } else if value.chars().count() > max {
            self.add(field, Fault::TooLong { max });
        }
        value.to_owned()
    }

    /// Nothing when nothing was noted.
    pub(crate) fn check(self) -> Result<(), ServiceError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(ServiceError::Invalid(self.0))
        }
    }
}

impl From<StoreError> for ServiceError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Taken(_) => Self::Conflict(Vec::new()),
            StoreError::Busy => Self::Busy,
            StoreError::Stale => Self::Stale,
            StoreError::Missing => Self::NotFound,
            other => Self::Internal(other.to_string()),
        }
    }
}
