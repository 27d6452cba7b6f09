//! Changes to facilities: made, changed, retired.

use super::FacilityForm;
use super::obstacles::Halt;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    import::slug::slug,
    landscape::Landscape,
    places::Wheelchair,
    record::Note,
};
use ledig_domain::{
    booking_rules::BookingRules,
    event::EventKind,
    hours::OpeningHours,
    id::FacilityId,
    time::{Span, Timestamp},
};
use ledig_store::{
    InTheWay, Tx, bookings,
    facilities::{self, Facility},
};
use serde_json::json;

impl Service {
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
