//! Facilities and spaces of a file as rows of the store.

use super::{
    defaults,
    facility_rows::{FacilityRecord, SpaceRecord},
};
use crate::Service;
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
};
use ledig_store::{
    facilities::{Facility, Wheelchair},
    spaces::Space,
};

/// A facility as it comes from a file.
pub(crate) fn new_facility(
    record: &FacilityRecord,
    id: FacilityId,
    service: &Service,
    slug: String,
) -> Facility {
    Facility {
        id,
        municipality_id: service.settings().municipality,
        slug,
        name: record.name.clone(),
        address: record.address.clone(),
        postal_code: record.postal_code.clone(),
        town: record.town.clone(),
        district: record.district.clone(),
        lat: record.position.map(|(lat, _)| lat),
        lon: record.position.map(|(_, lon)| lon),
        description: String::new(),
        wheelchair: Wheelchair::Unknown,
        wheelchair_note: String::new(),
        hours: OpeningHours::default(),
        rules: BookingRules::default(),
        source: record
            .spaces
            .first()
            .map(|space| space.source.clone())
            .unwrap_or_default(),
        archived: false,
        version: 1,
    }
}

/// A space as it comes from a file; the caller gives it a slug and a place among its siblings.
pub(crate) fn new_space(
    record: &SpaceRecord,
    id: SpaceId,
    facility: FacilityId,
    parent: Option<SpaceId>,
    hours: OpeningHours,
) -> Space {
    Space {
        id,
        facility_id: facility,
        parent_id: parent,
        slug: String::new(),
        name: record.name.clone(),
        kind: record.kind,
        capacity: record.capacity,
        size_m2: whole(record.size_m2),
        equipment: Vec::new(),
        wheelchair: Wheelchair::Unknown,
        bookable: record.bookable,
        hours: Some(hours),
        rules: Some(defaults::rules(
            record.kind,
            record.clubs_only,
            &record.hours_note,
        )),
        assumption: String::new(),
        sort: 0,
        archived: false,
        version: 1,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "read within 0.1..=10 000 000"
)]
fn whole(size_m2: Option<f64>) -> Option<u32> {
    size_m2.map(|size| size.round() as u32)
}

/// A known facility as the file has it; an empty field changes nothing.
pub(super) fn updated(known: &Facility, record: &FacilityRecord) -> Facility {
    let or = |new: &str, old: &str| {
        if new.is_empty() {
            old.to_owned()
        } else {
            new.to_owned()
        }
    };
    Facility {
        address: or(&record.address, &known.address),
        postal_code: or(&record.postal_code, &known.postal_code),
        town: or(&record.town, &known.town),
        district: or(&record.district, &known.district),
        lat: record.position.map(|(lat, _)| lat).or(known.lat),
        lon: record.position.map(|(_, lon)| lon).or(known.lon),
        ..known.clone()
    }
}

/// A known space as the file has it; an empty field changes nothing.
pub(super) fn updated_space(known: &Space, record: &SpaceRecord, parent: Option<SpaceId>) -> Space {
    Space {
        parent_id: parent.or(known.parent_id),
        kind: record.kind,
        capacity: record.capacity.or(known.capacity),
        size_m2: whole(record.size_m2).or(known.size_m2),
        ..known.clone()
    }
}
