//! Opening hours and booking rules of a facility or a space.

mod read;

use super::Said;
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
};
use axum::{extract::Path, response::Response};
use ledig_domain::{
    booking_rules::BookingRules,
    id::{FacilityId, SpaceId},
};
use ledig_service::{Fault, manage::HoldsFor};

/// Sets the opening hours of a facility.
pub async fn facility_hours(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/anlegg/{id}/apningstid");
    save_hours(&sent, HoldsFor::Facility(id), &page).await
}

/// Sets the opening hours of a space, or lets it follow its facility again.
pub async fn space_hours(Path(id): Path<SpaceId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/del/{id}/apningstid");
    save_hours(&sent, HoldsFor::Space(id), &page).await
}

async fn save_hours(sent: &Sent, of: HoldsFor, page: &str) -> Response {
    let hours = if sent.posted.ticked("follow") {
        None
    } else {
        match read::hours(&sent.posted) {
            Ok(hours) => Some(hours),
            Err(faults) => return sent.faults(faults, page).await,
        }
    };
    let version = sent.posted.read("version").unwrap_or_default();
    let service = &sent.request.service;
    match service
        .save_hours(&sent.request.viewer, of, version, hours.as_ref())
        .await
    {
        Ok(outside) => {
            sent.done(Message::Staff(Said::HoursSaved { outside }), page)
                .await
        }
        Err(error) => sent.refused(error, page).await,
    }
}

/// Sets the booking rules of a facility.
pub async fn facility_rules(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/anlegg/{id}/regler");
    save_rules(&sent, HoldsFor::Facility(id), &page).await
}

/// Sets the booking rules of a space, or lets it follow its facility again.
pub async fn space_rules(Path(id): Path<SpaceId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/del/{id}/regler");
    save_rules(&sent, HoldsFor::Space(id), &page).await
}

async fn save_rules(sent: &Sent, of: HoldsFor, page: &str) -> Response {
    let rules = if sent.posted.ticked("follow") {
        None
    } else {
        match booking_rules(&sent.posted) {
            Ok(rules) => Some(rules),
            Err(faults) => return sent.faults(faults, page).await,
        }
    };
    let version = sent.posted.read("version").unwrap_or_default();
    let service = &sent.request.service;
    match service
        .save_booking_rules(&sent.request.viewer, of, version, rules.as_ref())
        .await
    {
        Ok(()) => sent.done(Message::Saved, page).await,
        Err(error) => sent.refused(error, page).await,
    }
}

fn booking_rules(posted: &Posted) -> Result<BookingRules, Vec<(String, Fault)>> {
    let mut reading = posted.reading();
    let week = 7 * 1440;
    let rules = BookingRules {
        grid_minutes: reading.needed("grid_minutes", 1, 60, 15),
        min_minutes: reading.needed("min_minutes", 1, 1440, 30),
        max_minutes: reading.needed("max_minutes", 1, 1440, 720),
        setup_minutes: reading.needed("setup_minutes", 0, 720, 0),
        teardown_minutes: reading.needed("teardown_minutes", 0, 720, 0),
        lead_hours: reading.needed("lead_hours", 0, 24 * 365, 0),
        horizon_days: reading.needed("horizon_days", 0, 1500, 0),
        weekly_quota_minutes: reading.number("weekly_quota_minutes", 1, week),
        min_persons: reading.number("min_persons", 0, 1_000_000),
        max_persons: reading.number("max_persons", 1, 1_000_000),
        cancel_hours: reading.needed("cancel_hours", 0, 24 * 365, 0),
        private_persons: posted.ticked("private_persons"),
        note: reading.text("note"),
    };
    reading.finish(rules)
}
