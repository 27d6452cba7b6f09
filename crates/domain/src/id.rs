//! Typed identifiers, so that a space's id cannot be taken for a person's.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A municipality.
    MunicipalityId,
    /// A facility: one address with one or more spaces.
    FacilityId,
    /// A bookable space, or one that only groups others. A space without parts is also a unit.
    SpaceId,
    /// A person who can sign in.
    PersonId,
    /// A club, band, scout group, company, school or the municipality itself.
    OrganisationId,
    /// A team of an organisation.
    TeamId,
    /// A request for time: the case.
    RequestId,
    /// One date of a request.
    LineId,
    /// A decision on a request.
    DecisionId,
    /// A booking that a decision made.
    BookingId,
    /// One date of a booking.
    OccurrenceId,
    /// Time held for somebody until it expires.
    HoldId,
    /// Time in which a space is closed.
    ClosureId,
    /// An auto-decision rule, over all its versions.
    RuleId,
    /// An event of the log.
    EventId,
}
