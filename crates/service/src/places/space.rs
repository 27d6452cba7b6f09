//! A space's page.

use super::{ClosureNote, FacilityHead, SpaceToday};
use crate::{Service, ServiceError, Viewer, week::Week};
use chrono::NaiveDate;
use ledig_domain::{booking_rules::BookingRules, hours::OpeningHours};
use serde::{Deserialize, Serialize};

/// A space's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpacePage {
    /// Its facility.
    pub head: FacilityHead,
    /// The municipality's date.
    pub today: NaiveDate,
    /// The space.
    pub space: SpaceToday,
    /// The wholes it belongs to, the facility's top one first.
    pub wholes: Vec<SpaceToday>,
    /// The space's siblings and itself, in order: «del A · del B · del C».
    pub siblings: Vec<SpaceToday>,
    /// Its parts, in order.
    pub parts: Vec<SpaceToday>,
    /// Opening hours that hold for it.
    pub hours: OpeningHours,
    /// Booking rules that hold for it.
    pub rules: BookingRules,
    /// Closures now and in the next 60 days.
    pub closures: Vec<ClosureNote>,
    /// The week asked for.
    pub week: Week,
}

impl Service {
    /// A space by its address, with the week of a date (this week where not told).
    ///
    /// # Errors
    /// `NotFound`, also for a retired one.
    pub async fn space_page(
        &self,
        viewer: &Viewer,
        facility_slug: &str,
        slug: &str,
        week_of: Option<NaiveDate>,
    ) -> Result<SpacePage, ServiceError> {
        todo!("{viewer:?} {facility_slug} {slug} {week_of:?}")
    }
}
