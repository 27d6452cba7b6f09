//! A facility's page.

use super::{ClosureNote, Wheelchair};
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    day::{
        DayStrip, Place,
        entries::standing,
        strip::{Day, by_unit, day_span},
    },
    landscape::Landscape,
    week::{Week, WeekOf},
};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
};
use ledig_store::{
    Tx,
    facilities::{self, Facility},
    occupancy,
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
        viewer.may(Action::SeePlaces, &Thing::NONE)?;
        let mut tx = self.reader().await?;
        let landscape = facility_in_use(&mut tx, slug).await?;
        let facility = landscape.facilities().next().ok_or(ServiceError::NotFound)?;
        let closures = self
            .closure_notes(&mut tx, viewer, &landscape, landscape.order())
            .await?;
        let days = self.todays(&mut tx, viewer, &landscape).await?;
        let week = self
            .week_in(
                &mut tx,
                viewer,
                &landscape,
                WeekOf::Facility(facility.id),
                week_of,
            )
            .await?;
        let page = FacilityPage {
            head: head(viewer, facility),
            today: self.today(),
            spaces: days,
            hours: facility.hours.clone(),
            rules: facility.rules.clone(),
            closures,
            week,
        };
        tx.rollback().await?;
        Ok(page)
    }

    /// Every space of the facility with today's strip. One query.
    pub(super) async fn todays(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        landscape: &Landscape,
    ) -> Result<Vec<SpaceToday>, ServiceError> {
        let today = self.today();
        let units = landscape.units_of(landscape.order().iter().copied());
        let rows = occupancy::in_span(tx, &units, day_span(today, self.zone()), self.now()).await?;
        let standing = by_unit(rows.iter().map(|row| standing(viewer, row)));
        let spaces = landscape.order().iter().filter_map(|id| {
            let space = landscape.space(*id)?;
            let units: Vec<SpaceId> = landscape.units(*id).collect();
            let day = Day {
                date: today,
                units: &units,
                hours: landscape.hours(*id)?,
                standing: &standing,
                zone: self.zone(),
            };
            Some(SpaceToday {
                place: landscape.plain_place(*id)?,
                parent: landscape.parent(*id),
                depth: landscape.depth(*id),
                size_m2: space.size_m2,
                equipment: space.equipment.clone(),
                assumption: space.assumption.clone(),
                wheelchair: access(landscape, *id),
                strip: day.strip(self.now()),
            })
        });
        Ok(spaces.collect())
    }
}

/// A facility in use, by its part of the address, with its spaces.
pub(super) async fn facility_in_use(tx: &mut Tx, slug: &str) -> Result<Landscape, ServiceError> {
    let facility = facilities::by_slug(tx, slug).await?;
    let facility = facility
        .filter(|facility| !facility.archived)
        .ok_or(ServiceError::NotFound)?;
    Landscape::with_spaces(tx, vec![facility]).await
}

/// A space's access, or its facility's where nobody has told of the space's own.
pub(crate) fn access(landscape: &Landscape, id: SpaceId) -> Wheelchair {
    match landscape.space(id) {
        Some(space) if space.wheelchair != Wheelchair::Unknown => space.wheelchair,
        Some(space) => landscape
            .facility(space.facility_id)
            .map_or(Wheelchair::Unknown, |facility| facility.wheelchair),
        None => Wheelchair::Unknown,
    }
}

/// What stands at the top.
pub(super) fn head(viewer: &Viewer, facility: &Facility) -> FacilityHead {
    FacilityHead {
        id: facility.id,
        slug: facility.slug.clone(),
        name: facility.name.clone(),
        address: facility.address.clone(),
        postal_code: facility.postal_code.clone(),
        town: facility.town.clone(),
        district: facility.district.clone(),
        position: facility.lat.zip(facility.lon),
        description: facility.description.clone(),
        wheelchair: facility.wheelchair,
        wheelchair_note: facility.wheelchair_note.clone(),
        source: facility.source.clone(),
        may_edit: viewer.can(Action::EditFacility, &Thing::facility(facility.id)),
    }
}
