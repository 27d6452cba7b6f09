//! A facility's page.

use super::Wheelchair;
use crate::{
    Service, ServiceError, Viewer,
    day::{DayStrip, Place},
    week::Week,
};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{ClosureId, FacilityId, SpaceId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What stands at the top of a facility's and its spaces' pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityHead {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postal code.
    pub postal_code: String,
    /// Postal town.
    pub town: String,
    /// District.
    pub district: String,
    /// Position as (latitude, longitude), where known.
    pub position: Option<(f64, f64)>,
    /// What it is, in words.
    pub description: String,
    /// Wheelchair access.
    pub wheelchair: Wheelchair,
    /// More about access.
    pub wheelchair_note: String,
    /// Where what is written here comes from.
    pub source: String,
    /// The viewer may edit it.
    pub may_edit: bool,
}

/// A space of the facility with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceToday {
    /// Which; its own name, without its hall's.
    pub place: Place,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// Size in square metres, if known.
    pub size_m2: Option<u32>,
    /// Equipment.
    pub equipment: Vec<String>,
    /// What about it was assumed for want of a source; empty otherwise.
    pub assumption: String,
    /// Wheelchair access.
    pub wheelchair: Wheelchair,
    /// Today's strip, or that of the date asked for.
    pub strip: DayStrip,
}

/// A closure to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureNote {
    /// Which.
    pub id: ClosureId,
    /// Where.
    pub space: SpaceId,
    /// The space's name.
    pub space_name: String,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
    /// First day on the clock.
    pub from_date: NaiveDate,
    /// First minute of it.
    pub from_minute: u16,
    /// Last day on the clock.
    pub to_date: NaiveDate,
    /// The minute after the last, on that day.
    pub to_minute: u16,
    /// Why; `None` where it is not public and the viewer is not staff.
    pub reason: Option<String>,
}

/// A facility's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityPage {
    /// The facility.
    pub head: FacilityHead,
    /// The municipality's date.
    pub today: NaiveDate,
    /// Its spaces in tree order, each with today's strip.
    pub spaces: Vec<SpaceToday>,
    /// Its opening hours; spaces may have their own.
    pub hours: OpeningHours,
    /// Its booking rules; spaces may have their own.
    pub rules: BookingRules,
    /// Closures now and in the next 60 days, the first one first.
    pub closures: Vec<ClosureNote>,
    /// The week asked for, over all its spaces.
    pub week: Week,
}

impl Service {
    /// A facility by its part of the address, with the week of a date (this week where not told).
    ///
    /// # Errors
    /// `NotFound`, also for a retired one.
    pub async fn facility_page(
        &self,
        viewer: &Viewer,
        slug: &str,
        week_of: Option<NaiveDate>,
    ) -> Result<FacilityPage, ServiceError> {
        todo!("{viewer:?} {slug} {week_of:?}")
    }
}
