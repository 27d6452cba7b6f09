//! Making, changing and retiring spaces.

use super::Said;
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
};
use axum::{extract::Path, response::Response};
use ledig_domain::{
    id::{FacilityId, SpaceId},
    space::SpaceKind,
};
use ledig_service::{Fault, manage::SpaceForm, places::Wheelchair};

/// The largest number of persons or square metres that is no slip of the keyboard.
const MOST: i64 = 1_000_000;

fn read(posted: &Posted) -> Result<SpaceForm, Vec<(String, Fault)>> {
    let mut reading = posted.reading();
    let kind = reading.code("kind", SpaceKind::from_code);
    let form = SpaceForm {
        name: reading.filled("name"),
        kind: kind.unwrap_or(SpaceKind::Other),
        parent: posted.read("parent"),
        capacity: reading.number("capacity", 1, MOST),
        size_m2: reading.number("size_m2", 1, MOST),
        equipment: posted
            .get("equipment")
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(ToOwned::to_owned)
            .collect(),
        wheelchair: Wheelchair::from_code(posted.get("wheelchair")).unwrap_or(Wheelchair::Unknown),
        bookable: posted.ticked("bookable"),
        assumption: reading.text("assumption"),
        sort: reading.number("sort", 0, 10_000).unwrap_or(0),
    };
    reading.finish(form)
}

/// Makes a space in a facility.
pub async fn create(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let within = sent.posted.get("parent");
    let page = format!("/forvaltning/anlegg/{id}/ny-del?i={within}");
    let form = match read(&sent.posted) {
        Ok(form) => form,
        Err(faults) => return sent.faults(faults, &page).await,
    };
    match sent
        .request
        .service
        .create_space(&sent.request.viewer, id, &form)
        .await
    {
        Ok(_) => {
            let to = format!("/forvaltning/anlegg/{id}#steder");
            sent.done(Message::Staff(Said::Created), &to).await
        }
        Err(error) => sent.refused(error, &page).await,
    }
}

/// Changes a space.
pub async fn save(Path(id): Path<SpaceId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/del/{id}");
    let form = match read(&sent.posted) {
        Ok(form) => form,
        Err(faults) => return sent.faults(faults, &page).await,
    };
    let version = sent.posted.read("version").unwrap_or_default();
    match sent
        .request
        .service
        .save_space(&sent.request.viewer, (id, version), &form)
        .await
    {
        Ok(()) => sent.done(Message::Saved, &page).await,
        Err(error) => sent.refused(error, &page).await,
    }
}

/// Takes a space out of use, or back into it.
pub async fn retire(Path(id): Path<SpaceId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/del/{id}");
    let version = sent.posted.read("version").unwrap_or_default();
    let retired = sent.posted.ticked("retired");
    match sent
        .request
        .service
        .retire_space(&sent.request.viewer, (id, version), retired)
        .await
    {
        Ok(()) => {
            let said = if retired { Said::Retired } else { Said::Restored };
            sent.done(Message::Staff(said), &page).await
        }
        Err(error) => sent.refused(error, &page).await,
    }
}
