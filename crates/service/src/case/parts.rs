//! The pieces that several case pages show.

use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId, SpaceId, TeamId},
    people::ApplicantKind,
    request::LineState,
    time::{DateRange, Timestamp},
};
use serde::{Deserialize, Serialize};

/// A space with the names that place it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceRef {
    /// Which.
    pub id: SpaceId,
    /// Its name, with its hall's in front where it is a part.
    pub name: String,
    /// Its facility.
    pub facility: FacilityId,
    /// The facility's name.
    pub facility_name: String,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The organisation; `None` for a private person.
    pub organisation: Option<OrganisationId>,
    /// The organisation's name, or the private person's as far as the viewer may see it.
    pub name: String,
    /// The team, if one was told.
    pub team: Option<TeamId>,
    /// The team's name.
    pub team_name: Option<String>,
    /// What kind of applicant.
    pub kind: ApplicantKind,
    /// The person who sent it.
    pub person: PersonId,
    /// That person's name, for the applicant's own people and for staff.
    pub person_name: Option<String>,
}

/// How many dates stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCounts {
    /// Undecided.
    pub asked: u32,
    /// Waiting to come free.
    pub waiting: u32,
    /// Left out.
    pub dropped: u32,
    /// Offered something else, unanswered.
    pub offered: u32,
    /// Given.
    pub approved: u32,
    /// Refused.
    pub rejected: u32,
    /// Given and cancelled since.
    pub cancelled: u32,
}

impl LineCounts {
    /// Counts states.
    pub fn of(states: impl IntoIterator<Item = LineState>) -> Self {
        let mut counts = Self::default();
        for state in states {
            counts.add(state, 1);
        }
        counts
    }

    /// Counts so many more of a state.
    pub fn add(&mut self, state: LineState, more: u32) {
        *match state {
            LineState::Asked => &mut self.asked,
            LineState::Waiting => &mut self.waiting,
            LineState::Dropped => &mut self.dropped,
            LineState::Offered => &mut self.offered,
            LineState::Approved => &mut self.approved,
            LineState::Rejected => &mut self.rejected,
            LineState::Cancelled => &mut self.cancelled,
        } += more;
    }

    /// All of them.
    pub fn total(self) -> u32 {
        self.asked
            + self.waiting
            + self.dropped
            + self.offered
            + self.approved
            + self.rejected
            + self.cancelled
    }
}

/// Whom to ask about a space when the rules say no.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The facility's or the municipality's name.
    pub name: String,
    /// E-mail address; empty when not known.
    pub email: String,
    /// Telephone; empty when not known.
    pub phone: String,
}

/// The season that a recurring request is usually for.
///
/// Source: Bærum's rules for halls, 16 August–15 May.
pub(crate) fn season_around(today: chrono::NaiveDate) -> DateRange {
    use chrono::{Datelike, NaiveDate};
    // From 16 May on people plan the next season.
    let after_spring = (today.month(), today.day()) > (5, 15);
    let first_year = if after_spring {
        today.year()
    } else {
        today.year() - 1
    };
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    DateRange {
        from: day(first_year, 8, 16),
        to: day(first_year + 1, 5, 15),
    }
}

/// An open offer on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenOffer {
    /// Where.
    pub space: SpaceRef,
    /// On which date.
    pub date: chrono::NaiveDate,
    /// When.
    pub times: ledig_domain::time::WallSpan,
    /// Held until then.
    pub until: Timestamp,
    /// A waiting date that came free, not a manager's counter-offer.
    pub came_free: bool,
}

/// Whom to ask about a space: its facility, else the municipality.
pub(crate) async fn contact(
    tx: &mut ledig_store::Tx,
    world: &super::plan::World,
    space: SpaceId,
) -> Result<Contact, crate::ServiceError> {
    let town = ledig_store::municipality::get(tx).await?;
    let setting = |key: &str| {
        let found = town.as_ref()?.settings.get(key)?.as_str()?;
        Some(found.to_owned())
    };
    let name = world
        .info(space)
        .map(|one| one.facility_name.clone())
        .or_else(|| town.as_ref().map(|town| town.name.clone()));
    Ok(Contact {
        name: name.unwrap_or_default(),
        email: setting("contact_email").unwrap_or_default(),
        phone: setting("contact_phone").unwrap_or_default(),
    })
}

/// A space with the names that place it; without names where it is not in use any more.
pub(crate) fn space_ref(world: &super::plan::World, space: SpaceId, facility: FacilityId) -> SpaceRef {
    match world.info(space) {
        Some(info) => SpaceRef {
            id: space,
            name: info.name.clone(),
            facility: info.facility,
            facility_name: info.facility_name.clone(),
        },
        None => SpaceRef {
            id: space,
            name: String::new(),
            facility,
            facility_name: String::new(),
        },
    }
}
