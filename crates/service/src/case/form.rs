//! What the booking page needs before anything is asked for.

use super::parts::{Contact, SpaceRef};
use crate::{Service, ServiceError, Viewer};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::BookingRules,
    calendar::SchoolDaysOff,
    hours::OpeningHours,
    id::{OrganisationId, SpaceId, TeamId},
    people::Standing,
    space::SpaceKind,
    time::DateRange,
};
use serde::{Deserialize, Serialize};

/// Everything that the booking page shows around the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingForm {
    /// The space that was asked for.
    pub space: SpaceRef,
    /// The facility's spaces that can be booked, in tree order; the wished one among them.
    pub choices: Vec<SpaceChoice>,
    /// The space's rules.
    pub rules: BookingRules,
    /// The space's opening hours.
    pub hours: OpeningHours,
    /// For whom the viewer may ask; empty for one who is not signed in.
    pub parties: Vec<Party>,
    /// The party that the viewer acts for now.
    pub acting_for: Option<OrganisationId>,
    /// The viewer may ask as a private person here.
    pub private_allowed: bool,
    /// Whether anyone is signed in.
    pub signed_in: bool,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Days on which schools are off, from today on.
    pub school_days_off: Vec<SchoolDaysOff>,
    /// The season to suggest for recurring time.
    pub season: DateRange,
    /// Whom to ask.
    pub contact: Contact,
}

/// A space to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceChoice {
    /// Which.
    pub id: SpaceId,
    /// Its own name.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// How many persons it holds, if known.
    pub capacity: Option<u32>,
}

/// An organisation that one may act for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How the municipality regards it.
    pub standing: Standing,
    /// The role lets one ask for time; a coach may only look.
    pub may_ask: bool,
    /// Its teams.
    pub teams: Vec<PartyTeam>,
}

/// A team to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyTeam {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// How many it has, if known.
    pub size: Option<u32>,
}

impl Service {
    /// What the booking page needs for a space.
    ///
    /// # Errors
    /// `NotFound` for a space that is unknown, retired or not bookable.
    pub async fn booking_form(&self, viewer: &Viewer, space: SpaceId) -> Result<BookingForm, ServiceError> {
        todo!("{viewer:?} {space}")
    }
}
