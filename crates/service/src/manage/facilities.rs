//! Facilities: the list to edit, one of them, and changes to it.

use super::obstacles::Halt;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    import::slug::slug,
    landscape::Landscape,
    places::{Wheelchair, by_name},
    record::Note,
};
use ledig_domain::{
    booking_rules::BookingRules,
    event::EventKind,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    space::SpaceKind,
    time::{Span, Timestamp},
};
use ledig_store::{
    InTheWay, Tx, bookings,
    facilities::{self, Facility},
    spaces::{self, Space},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// A facility in the list to edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedFacility {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its district.
    pub district: String,
    /// How many spaces it has.
    pub spaces: u32,
    /// It is retired: shown here only.
    pub retired: bool,
    /// The viewer may edit it.
    pub may_edit: bool,
}

/// A facility as its form has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FacilityForm {
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Postal code: four digits, or empty.
    pub postal_code: String,
    /// Postal town.
    pub town: String,
    /// District.
    pub district: String,
    /// Position as (latitude, longitude) in degrees.
    pub position: Option<(f64, f64)>,
    /// What it is, in words.
    pub description: String,
    /// Wheelchair access.
    pub wheelchair: Option<Wheelchair>,
    /// More about access.
    pub wheelchair_note: String,
    /// Where what is written comes from.
    pub source: String,
}

/// A facility to edit, with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacilityEditor {
    /// Which.
    pub id: FacilityId,
    /// Its part of the address.
    pub slug: String,
    /// As it stands.
    pub form: FacilityForm,
    /// To be sent back with a change.
    pub version: i64,
    /// It is retired.
    pub retired: bool,
    /// Its opening hours.
    pub hours: OpeningHours,
    /// Its booking rules.
    pub rules: BookingRules,
    /// Its spaces in tree order, retired ones last.
    pub spaces: Vec<ManagedSpace>,
}

/// A space in the editor's tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManagedSpace {
    /// Which.
    pub id: SpaceId,
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What kind.
    pub kind: SpaceKind,
    /// The space it is a part of.
    pub parent: Option<SpaceId>,
    /// 0 for a whole, 1 for its parts, and so on.
    pub depth: u8,
    /// How many persons it holds.
    pub capacity: Option<u32>,
    /// It can be booked.
    pub bookable: bool,
    /// It has opening hours of its own.
    pub own_hours: bool,
    /// It has booking rules of its own.
    pub own_rules: bool,
    /// It is retired.
    pub retired: bool,
}

impl Service {
    /// Facilities where the viewer has a post that sees or edits them, by name, retired ones last. Two queries.
    pub async fn managed_facilities(&self, viewer: &Viewer) -> Result<Vec<ManagedFacility>, ServiceError> {
        viewer.may(Action::SeeBoard, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let mut found = facilities::all(&mut tx, true).await?;
        found.retain(|facility| viewer.can(Action::SeeBoard, &Thing::facility(facility.id)));
        let ids: Vec<FacilityId> = found.iter().map(|facility| facility.id).collect();
        let spaces = spaces::by_facilities(&mut tx, &ids).await?;
        tx.rollback().await?;
        let mut count: HashMap<FacilityId, u32> = HashMap::new();
        for space in spaces.iter().filter(|space| !space.archived) {
            *count.entry(space.facility_id).or_default() += 1;
        }
        found.sort_by(|one, other| {
            one.archived
                .cmp(&other.archived)
                .then_with(|| by_name(&one.name, &other.name))
        });
        let rows = found.into_iter().map(|facility| ManagedFacility {
            id: facility.id,
            spaces: count.get(&facility.id).copied().unwrap_or_default(),
            may_edit: viewer.can(Action::EditFacility, &Thing::facility(facility.id)),
            slug: facility.slug,
            name: facility.name,
            district: facility.district,
            retired: facility.archived,
        });
        Ok(rows.collect())
    }

    /// A facility to edit. Two queries.
    pub async fn facility_editor(
        &self,
        viewer: &Viewer,
        id: FacilityId,
    ) -> Result<FacilityEditor, ServiceError> {
        viewer.may(Action::EditFacility, &Thing::facility(id))?;
        let mut tx = self.reader().await?;
        let facility = facilities::by_id(&mut tx, id)
            .await?
            .ok_or(ServiceError::NotFound)?;
        let spaces = spaces::by_facility(&mut tx, id).await?;
        tx.rollback().await?;
        Ok(FacilityEditor {
            id,
            slug: facility.slug,
            version: facility.version,
            retired: facility.archived,
            hours: facility.hours,
            rules: facility.rules,
            spaces: tree_of(&spaces),
            form: FacilityForm {
                name: facility.name,
                address: facility.address,
                postal_code: facility.postal_code,
                town: facility.town,
                district: facility.district,
                position: facility.lat.zip(facility.lon),
                description: facility.description,
                wheelchair: Some(facility.wheelchair),
                wheelchair_note: facility.wheelchair_note,
                source: facility.source,
            },
        })
    }

    /// Makes a facility, closed until its hours are set; gives its id and its part of the address.
    ///
    /// # Errors
    /// `Invalid` field by field.
    pub async fn create_facility(
        &self,
        viewer: &Viewer,
        form: &FacilityForm,
    ) -> Result<(FacilityId, String), ServiceError> {
        viewer.may(Action::CreateFacility, &Thing::MUNICIPALITY)?;
        checked(form)?;
        let id: FacilityId = self.new_id(self.now());
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let slug = free_slug(tx, &form.name).await?;
                    let facility = filled(
                        form,
                        Facility {
                            id,
                            municipality_id: self.settings().municipality,
                            slug: slug.clone(),
                            name: String::new(),
                            address: String::new(),
                            postal_code: String::new(),
                            town: String::new(),
                            district: String::new(),
                            lat: None,
                            lon: None,
                            description: String::new(),
                            wheelchair: Wheelchair::Unknown,
                            wheelchair_note: String::new(),
                            hours: OpeningHours::default(),
                            rules: BookingRules::default(),
                            source: String::new(),
                            archived: false,
                            version: 1,
                        },
                    );
                    facilities::insert(tx, std::slice::from_ref(&facility)).await?;
                    self.note_facility(tx, viewer, id, json!({ "made": true }))
                        .await?;
                    Ok((id, slug))
                }
            })
            .await
    }

    /// Changes a facility.
    ///
    /// # Errors
    /// `Invalid`, `Stale`.
    pub async fn save_facility(
        &self,
        viewer: &Viewer,
        at: (FacilityId, i64),
        form: &FacilityForm,
    ) -> Result<(), ServiceError> {
        viewer.may(Action::EditFacility, &Thing::facility(at.0))?;
        checked(form)?;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let before = facilities::by_id(tx, at.0).await?.ok_or(ServiceError::NotFound)?;
                    let after = filled(
                        form,
                        Facility {
                            version: at.1,
                            ..before
                        },
                    );
                    facilities::update(tx, &after).await?;
                    self.note_facility(tx, viewer, at.0, json!({ "facts": true }))
                        .await
                }
            })
            .await
    }

    /// Retires a facility, or takes it back into use. A retired one is on no public page and takes no bookings.
    ///
    /// # Errors
    /// `InTheWay` with the bookings to come; `Stale`.
    pub async fn retire_facility(
        &self,
        viewer: &Viewer,
        at: (FacilityId, i64),
        retired: bool,
    ) -> Result<(), ServiceError> {
        viewer.may(Action::EditFacility, &Thing::facility(at.0))?;
        let done = self
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let before = facilities::by_id(tx, at.0).await?.ok_or(ServiceError::NotFound)?;
                    if retired {
                        let coming = self.coming(tx, at.0).await?;
                        if !coming.is_empty() {
                            return Err(Halt::InTheWay(coming));
                        }
                    }
                    facilities::update(
                        tx,
                        &Facility {
                            archived: retired,
                            version: at.1,
                            ..before
                        },
                    )
                    .await?;
                    self.note_facility(tx, viewer, at.0, json!({ "retired": retired }))
                        .await?;
                    Ok(())
                }
            })
            .await;
        match done {
            Ok(()) => Ok(()),
            Err(halt) => Err(self.explain(halt).await),
        }
    }

    /// Every booked date to come in the facility.
    async fn coming(&self, tx: &mut Tx, facility: FacilityId) -> Result<Vec<InTheWay>, ServiceError> {
        let landscape = Landscape::of_facilities(tx, &[facility]).await?;
        let units = landscape.units_of(landscape.order().iter().copied());
        let span = Span {
            start: self.now(),
            end: Timestamp(i64::MAX),
        };
        let booked = bookings::standing_in(tx, &units, span).await?;
        let standing = booked.into_iter().map(|date| InTheWay {
            occurrence: Some(date.id),
            space: date.space_id,
            span: Span {
                start: date.starts_at,
                end: date.ends_at,
            },
        });
        Ok(standing.collect())
    }

    pub(super) async fn note_facility(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        facility: FacilityId,
        detail: serde_json::Value,
    ) -> Result<(), ServiceError> {
        let note = Note {
            kind: EventKind::FacilityChanged,
            facility: Some(facility),
            subject: json!({ "facility": facility }),
            detail,
        };
        self.note(tx, viewer, self.now(), note).await?;
        Ok(())
    }
}

fn checked(form: &FacilityForm) -> Result<(), ServiceError> {
    let mut faults = Faults::default();
    faults.text("name", &form.name, 200);
    let code = form.postal_code.trim();
    if !code.is_empty() && (code.len() != 4 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        faults.add("postal_code", Fault::Unknown);
    }
    if let Some((lat, lon)) = form.position {
        if !(-90.0..=90.0).contains(&lat) {
            faults.add("lat", Fault::OutOfRange { min: -90, max: 90 });
        }
        if !(-180.0..=180.0).contains(&lon) {
            faults.add("lon", Fault::OutOfRange { min: -180, max: 180 });
        }
    }
    if form.description.chars().count() > 5000 {
        faults.add("description", Fault::TooLong { max: 5000 });
    }
    faults.check()
}

fn filled(form: &FacilityForm, facility: Facility) -> Facility {
    let text = |text: &str| text.trim().to_owned();
    Facility {
        name: text(&form.name),
        address: text(&form.address),
        postal_code: text(&form.postal_code),
        town: text(&form.town),
        district: text(&form.district),
        lat: form.position.map(|(lat, _)| lat),
        lon: form.position.map(|(_, lon)| lon),
        description: text(&form.description),
        wheelchair: form.wheelchair.unwrap_or(Wheelchair::Unknown),
        wheelchair_note: text(&form.wheelchair_note),
        source: text(&form.source),
        ..facility
    }
}

/// The part of an address for a name: its slug, numbered where another facility has it.
async fn free_slug(tx: &mut Tx, name: &str) -> Result<String, ServiceError> {
    let base = slug(name);
    let mut found = base.clone();
    let mut number = 2;
    while facilities::by_slug(tx, &found).await?.is_some() {
        found = format!("{base}-{number}");
        number += 1;
    }
    Ok(found)
}

/// Spaces in tree order, retired ones last.
pub(super) fn tree_of(spaces: &[Space]) -> Vec<ManagedSpace> {
    let mut order = Vec::with_capacity(spaces.len());
    let in_use = |space: &&Space| !space.archived;
    let known: BTreeSet<SpaceId> = spaces.iter().filter(in_use).map(|space| space.id).collect();
    let up = |space: &Space| space.parent_id.filter(|parent| known.contains(parent));
    let parts_of = |parent: Option<SpaceId>| {
        let parts: Vec<&Space> = spaces
            .iter()
            .filter(in_use)
            .filter(|space| up(space) == parent)
            .collect();
        parts.into_iter().rev()
    };
    let mut open: Vec<(&Space, u8)> = parts_of(None).map(|space| (space, 0)).collect();
    while let Some((space, depth)) = open.pop() {
        order.push(managed(space, depth));
        open.extend(parts_of(Some(space.id)).map(|part| (part, depth + 1)));
    }
    order.extend(
        spaces
            .iter()
            .filter(|space| space.archived)
            .map(|space| managed(space, 0)),
    );
    order
}

fn managed(space: &Space, depth: u8) -> ManagedSpace {
    ManagedSpace {
        id: space.id,
        slug: space.slug.clone(),
        name: space.name.clone(),
        kind: space.kind,
        parent: space.parent_id,
        depth,
        capacity: space.capacity,
        bookable: space.bookable,
        own_hours: space.hours.is_some(),
        own_rules: space.rules.is_some(),
        retired: space.archived,
    }
}
