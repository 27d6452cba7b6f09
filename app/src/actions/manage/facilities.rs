//! Making, changing and retiring facilities.

use super::Said;
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
};
use axum::{extract::Path, response::Response};
use ledig_domain::id::FacilityId;
use ledig_service::{Fault, manage::FacilityForm, places::Wheelchair};

type Faults = Vec<(String, Fault)>;

fn read(posted: &Posted) -> Result<FacilityForm, Faults> {
    let mut reading = posted.reading();
    let name = reading.filled("name");
    let position = match (posted.get("latitude"), posted.get("longitude")) {
        ("", "") => None,
        _ => degrees(&mut reading, "latitude", 90).zip(degrees(&mut reading, "longitude", 180)),
    };
    let form = FacilityForm {
        name,
        address: reading.text("address"),
        postal_code: reading.text("postal_code"),
        town: reading.text("town"),
        district: reading.text("district"),
        position,
        description: reading.text("description"),
        wheelchair: Wheelchair::from_code(posted.get("wheelchair")),
        wheelchair_note: reading.text("wheelchair_note"),
        source: reading.text("source"),
    };
    reading.finish(form)
}

/// Degrees with a point or a comma.
fn degrees(reading: &mut crate::actions::posted::Reading<'_>, name: &str, most: i64) -> Option<f64> {
    let read = reading
        .text(name)
        .replace(',', ".")
        .parse::<f64>()
        .ok()
        .filter(|degrees| degrees.abs() <= most as f64);
    if read.is_none() {
        reading.fault(
            name,
            Fault::OutOfRange {
                min: -most,
                max: most,
            },
        );
    }
    read
}

/// Makes a facility.
pub async fn create(sent: Sent) -> Response {
    let page = "/forvaltning/anlegg/nytt";
    let form = match read(&sent.posted) {
        Ok(form) => form,
        Err(faults) => return sent.faults(faults, page).await,
    };
    match sent
        .request
        .service
        .create_facility(&sent.request.viewer, &form)
        .await
    {
        Ok((id, _)) => {
            let to = format!("/forvaltning/anlegg/{id}");
            sent.done(Message::Staff(Said::Created), &to).await
        }
        Err(error) => sent.refused(error, page).await,
    }
}

/// Changes a facility.
pub async fn save(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/anlegg/{id}");
    let back = format!("{page}#om");
    let form = match read(&sent.posted) {
        Ok(form) => form,
        Err(faults) => return sent.faults(faults, &back).await,
    };
    let version = sent.posted.read("version").unwrap_or_default();
    match sent
        .request
        .service
        .save_facility(&sent.request.viewer, (id, version), &form)
        .await
    {
        Ok(()) => sent.done(Message::Saved, &page).await,
        Err(error) => sent.refused(error, &back).await,
    }
}

/// Takes a facility out of use, or back into it.
pub async fn retire(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/anlegg/{id}");
    let version = sent.posted.read("version").unwrap_or_default();
    let retired = sent.posted.ticked("retired");
    match sent
        .request
        .service
        .retire_facility(&sent.request.viewer, (id, version), retired)
        .await
    {
        Ok(()) => {
            let said = if retired { Said::Retired } else { Said::Restored };
            sent.done(Message::Staff(said), &page).await
        }
        Err(error) => sent.refused(error, &page).await,
    }
}
