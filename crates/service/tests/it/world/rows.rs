//! Rows of the small municipality.

use super::{CLUB, TEAM, daily, id};
use ledig_domain::{
    booking_rules::BookingRules,
    id::{FacilityId, OrganisationId, PersonId, SpaceId},
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
    space::SpaceKind,
    time::Timestamp,
};
use ledig_store::{
    facilities::{Facility, Wheelchair},
    organisations::{Organisation, Team},
    people::{Membership, Person},
    spaces::Space,
    staff::Role,
};

/// A facility.
pub fn facility(
    municipality: ledig_domain::id::MunicipalityId,
    id: FacilityId,
    name: &str,
    district: &str,
    (lat, lon): (f64, f64),
) -> Facility {
    Facility {
        id,
        municipality_id: municipality,
        slug: ledig_service::import::slug::slug(name),
        name: name.to_owned(),
        address: "Skoleveien 1".to_owned(),
        postal_code: "1351".to_owned(),
        town: "Rud".to_owned(),
        district: district.to_owned(),
        lat: Some(lat),
        lon: Some(lon),
        description: String::new(),
        wheelchair: Wheelchair::Unknown,
        wheelchair_note: String::new(),
        hours: daily("07:00", "23:00"),
        rules: BookingRules::default(),
        source: String::new(),
        archived: false,
        version: 1,
    }
}

/// A bookable space that follows its facility's hours and rules.
pub fn space(
    id: SpaceId,
    facility: FacilityId,
    parent: Option<SpaceId>,
    name: &str,
    kind: SpaceKind,
    capacity: u32,
) -> Space {
    Space {
        id,
        facility_id: facility,
        parent_id: parent,
        slug: ledig_service::import::slug::slug(name),
        name: name.to_owned(),
        kind,
        capacity: Some(capacity),
        size_m2: None,
        equipment: Vec::new(),
        wheelchair: Wheelchair::Unknown,
        bookable: true,
        hours: None,
        rules: None,
        assumption: String::new(),
        sort: 0,
        archived: false,
        version: 1,
    }
}

pub fn organisation(
    municipality: ledig_domain::id::MunicipalityId,
    id: OrganisationId,
    name: &str,
    kind: ApplicantKind,
) -> Organisation {
    Organisation {
        id,
        municipality_id: municipality,
        name: name.to_owned(),
        slug: ledig_service::import::slug::slug(name),
        kind,
        org_number: None,
        activities: String::new(),
        home_area: String::new(),
        standing: Standing::Approved,
        price_group: PriceGroup::Free,
        source: String::new(),
        version: 1,
    }
}

pub fn team() -> Team {
    Team {
        id: TEAM,
        organisation_id: CLUB,
        name: "J13".to_owned(),
        sport: "håndball".to_owned(),
        age_from: Some(12),
        age_to: Some(13),
        gender: Gender::Female,
        adapted: false,
        level: String::new(),
        size: Some(18),
        archived: false,
        version: 1,
    }
}

pub fn a_person(id: PersonId, name: &str, now: Timestamp) -> Person {
    let first = name.split(' ').next().unwrap().to_lowercase();
    Person {
        id,
        name: name.to_owned(),
        email: format!("{first}@example.org"),
        phone: "99 88 77 66".to_owned(),
        language: "nb".to_owned(),
        disabled: false,
        created_at: now,
        password_until: None,
        minor_until: None,
        version: 1,
    }
}

pub fn member(
    number: u128,
    person: PersonId,
    organisation: OrganisationId,
    role: MembershipRole,
) -> Membership {
    Membership {
        id: id(number),
        person_id: person,
        organisation_id: organisation,
        role,
        since: Timestamp(0),
        until: None,
    }
}

pub fn post(number: u128, person: PersonId, facility: Option<FacilityId>, role: StaffRole) -> Role {
    Role {
        id: id(number),
        person_id: person,
        facility_id: facility,
        role,
    }
}
