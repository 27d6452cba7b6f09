//! Values on their way into and out of the databases: domain types, one column each.

use crate::{error::StoreError, row::DbRow};
use chrono::NaiveDate;
use ledig_domain::{
    auto_rule::{Scope, Terms, Verdict},
    booking_rules::BookingRules,
    calendar::DayOffKind,
    decision::{DecidedBy, Offer, Outcome, RejectionReason},
    event::EventKind,
    hours::OpeningHours,
    id::{
        BookingId, ClosureId, DecisionId, EventId, FacilityId, HoldId, LineId, MunicipalityId, OccurrenceId,
        OrganisationId, PersonId, RequestId, RuleId, SpaceId, TeamId,
    },
    outcome::DateOutcome,
    people::{ApplicantKind, Gender, MembershipRole, OrganisationNumber, PriceGroup, StaffRole, Standing},
    priority::{ClassPlace, PriorityClass},
    recurrence::Recurrence,
    request::{LineState, OccurrenceState, RequestState},
    space::SpaceKind,
    time::{Minute, Span, Timestamp, Zone},
};
use uuid::Uuid;

/// A bound value. Absent values keep their type: PostgreSQL asks for it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arg {
    Int(Option<i64>),
    Real(Option<f64>),
    Bool(Option<bool>),
    Text(Option<String>),
    Id(Option<Uuid>),
    Ids(Vec<Uuid>),
    Texts(Vec<String>),
    Spans(Vec<[i64; 2]>),
}

/// A type that is one column.
pub(crate) trait Column: Sized {
    /// The value; `None` when the column is NULL.
    fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError>;
    /// The value to bind.
    fn arg(&self) -> Arg;
    /// NULL of its type.
    fn null() -> Arg;
}

/// A field of a row: a column, or an optional one.
pub(crate) trait Field: Sized {
    fn read(row: &DbRow<'_>, name: &str) -> Result<Self, StoreError>;
    fn bind(&self) -> Arg;
}

impl<T: Column> Field for T {
    fn read(row: &DbRow<'_>, name: &str) -> Result<Self, StoreError> {
        T::decode(row, name)?.ok_or_else(|| unreadable(name, &"NULL"))
    }
    fn bind(&self) -> Arg {
        self.arg()
    }
}

impl<T: Column> Field for Option<T> {
    fn read(row: &DbRow<'_>, name: &str) -> Result<Self, StoreError> {
        T::decode(row, name)
    }
    fn bind(&self) -> Arg {
        self.as_ref().map_or_else(T::null, Column::arg)
    }
}

fn unreadable(column: &str, fault: &impl ToString) -> StoreError {
    StoreError::Unreadable {
        column: column.to_owned(),
        fault: fault.to_string(),
    }
}

macro_rules! columns {
    (raw $($type:ty => $arg:ident),+) => {$(
        impl Column for $type {
            fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
                row.raw(name)
            }
            fn arg(&self) -> Arg {
                Arg::$arg(Some(self.clone()))
            }
            fn null() -> Arg {
                Arg::$arg(None)
            }
        }
    )+};
    (small $($type:ty),+) => {$(
        impl Column for $type {
            fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
                let value: Option<i64> = row.raw(name)?;
                value.map(|n| Self::try_from(n).map_err(|fault| unreadable(name, &fault))).transpose()
            }
            fn arg(&self) -> Arg {
                Arg::Int(Some(i64::from(*self)))
            }
            fn null() -> Arg {
                Arg::Int(None)
            }
        }
    )+};
    (id $($type:ty),+) => {$(
        impl Column for $type {
            fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
                Ok(row.raw::<Uuid>(name)?.map(Self))
            }
            fn arg(&self) -> Arg {
                Arg::Id(Some(self.0))
            }
            fn null() -> Arg {
                Arg::Id(None)
            }
        }
    )+};
    (code $($type:ty),+) => {$(
        impl Column for $type {
            fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
                let code: Option<String> = row.raw(name)?;
                code.map(|code| Self::from_code(&code).ok_or_else(|| unreadable(name, &code))).transpose()
            }
            fn arg(&self) -> Arg {
                Arg::Text(Some(self.code().to_owned()))
            }
            fn null() -> Arg {
                Arg::Text(None)
            }
        }
    )+};
    (text $($type:ty),+) => {$(
        impl Column for $type {
            fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
                let text: Option<String> = row.raw(name)?;
                text.map(|text| text.parse().map_err(|fault| unreadable(name, &fault))).transpose()
            }
            fn arg(&self) -> Arg {
                Arg::Text(Some(self.to_string()))
            }
            fn null() -> Arg {
                Arg::Text(None)
            }
        }
    )+};
    (json $($type:ty),+) => {$(
        impl Column for $type {
            fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
                let text: Option<String> = row.raw(name)?;
                text.map(|text| serde_json::from_str(&text).map_err(|fault| unreadable(name, &fault))).transpose()
            }
            fn arg(&self) -> Arg {
                // Only a map with keys that are no text, or a serializer that fails, could err: these types have neither.
                Arg::Text(serde_json::to_string(self).ok())
            }
            fn null() -> Arg {
                Arg::Text(None)
            }
        }
    )+};
}

columns!(raw i64 => Int, f64 => Real, bool => Bool, String => Text, Uuid => Id);
columns!(small u8, u16, u32);
columns!(id BookingId, ClosureId, DecisionId, EventId, FacilityId, HoldId, LineId, MunicipalityId, OccurrenceId,
    OrganisationId, PersonId, RequestId, RuleId, SpaceId, TeamId);
columns!(code ApplicantKind, DayOffKind, EventKind, Gender, LineState, MembershipRole, OccurrenceState, Outcome,
    PriceGroup, RejectionReason, RequestState, SpaceKind, StaffRole, Standing, crate::facilities::Wheelchair);
columns!(text NaiveDate, Zone);
columns!(json BookingRules, ClassPlace, DateOutcome, DecidedBy, Offer, OpeningHours, Recurrence, Scope, Terms,
    Vec<PriorityClass>, Vec<String>, Verdict, serde_json::Value);

impl Column for Timestamp {
    fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
        Ok(row.raw(name)?.map(Self))
    }
    fn arg(&self) -> Arg {
        Arg::Int(Some(self.0))
    }
    fn null() -> Arg {
        Arg::Int(None)
    }
}

impl Column for Minute {
    fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
        u16::decode(row, name)?
            .map(|minute| Self::new(minute).ok_or_else(|| unreadable(name, &minute)))
            .transpose()
    }
    fn arg(&self) -> Arg {
        self.get().arg()
    }
    fn null() -> Arg {
        Arg::Int(None)
    }
}

impl Column for OrganisationNumber {
    fn decode(row: &DbRow<'_>, name: &str) -> Result<Option<Self>, StoreError> {
        let text: Option<String> = row.raw(name)?;
        text.map(|text| Self::parse(&text).map_err(|fault| unreadable(name, &fault)))
            .transpose()
    }
    fn arg(&self) -> Arg {
        Arg::Text(Some(self.as_str().to_owned()))
    }
    fn null() -> Arg {
        Arg::Text(None)
    }
}

/// The ids of a list, to bind to `IN IDS($n)`.
pub(crate) fn ids<T: Column>(list: &[T]) -> Arg {
    let id = |value: &T| match value.arg() {
        Arg::Id(id) => id,
        _ => None,
    };
    Arg::Ids(list.iter().filter_map(id).collect())
}

/// The spans of a list, to bind to `SPAN_ROWS($n)`.
pub(crate) fn spans(list: &[Span]) -> Arg {
    Arg::Spans(list.iter().map(|span| [span.start.0, span.end.0]).collect())
}

/// The codes of a list, to bind to `IN TEXTS($n)`.
pub(crate) fn codes<T: Column>(list: &[T]) -> Arg {
    Arg::Texts(
        list.iter()
            .filter_map(|code| match code.arg() {
                Arg::Text(text) => text,
                _ => None,
            })
            .collect(),
    )
}

/// Values to bind, in order: `args![id, name, version]`.
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        vec![$($crate::value::Field::bind(&$value)),*]
    };
}
pub(crate) use args;
