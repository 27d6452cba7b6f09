//! A space's page.

use super::{
    ClosureNote, FacilityHead, SpaceToday,
    facility::{facility_in_use, head},
};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    week::{Week, WeekOf},
};
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
        viewer.may(Action::SeePlaces, &Thing::NONE)?;
        let mut tx = self.reader().await?;
        let landscape = facility_in_use(&mut tx, facility_slug).await?;
        let facility = landscape.facilities().next().ok_or(ServiceError::NotFound)?;
        let id = landscape
            .order()
            .iter()
            .copied()
            .find(|id| landscape.space(*id).is_some_and(|space| space.slug == slug))
            .ok_or(ServiceError::NotFound)?;
        let mut family = landscape.above(id);
        family.push(id);
        family.extend(landscape.below(id));
        let closures = self.closure_notes(&mut tx, viewer, &landscape, &family).await?;
        let days = self.todays(&mut tx, viewer, &landscape).await?;
        let week = self
            .week_in(&mut tx, viewer, &landscape, WeekOf::Space(id), week_of)
            .await?;
        let head = head(viewer, facility);
        tx.rollback().await?;
        let pick = |wanted: &dyn Fn(&SpaceToday) -> bool| -> Vec<SpaceToday> {
            days.iter().filter(|one| wanted(one)).cloned().collect()
        };
        let above = landscape.above(id);
        let parent = landscape.parent(id);
        Ok(SpacePage {
            head,
            today: self.today(),
            space: pick(&|one| one.place.id == id)
                .pop()
                .ok_or(ServiceError::NotFound)?,
            wholes: pick(&|one| above.contains(&one.place.id)),
            siblings: pick(&|one| parent.is_some() && one.parent == parent),
            parts: pick(&|one| one.parent == Some(id)),
            hours: landscape.hours(id).cloned().unwrap_or_default(),
            rules: landscape.rules(id).cloned().unwrap_or_default(),
            closures,
            week,
        })
    }
}
