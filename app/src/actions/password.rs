//! Changing one's own password.

use super::leads_to;
use crate::{context::RequestContext, error::sign_in_link, flash::Flash};
use axum::{Form, response::Response};
use ledig_service::ServiceError;
use serde::Deserialize;
use tower_sessions::Session;

/// The page of the form.
pub const PAGE: &str = "/passord";

/// The posted passwords; never kept for the next page. Not `Debug`, so that they never reach a log.
#[derive(Deserialize)]
pub struct Passwords {
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
}

/// Changes it. Every session of the person ends with it, so one signs in again.
pub async fn change(request: RequestContext, session: Session, Form(typed): Form<Passwords>) -> Response {
    let changed = request
        .service
        .change_password(&request.viewer, &typed.old, &typed.new)
        .await;
    match changed {
        Ok(()) => return leads_to("/logg-inn?byttet=1"),
        Err(ServiceError::NotSignedIn) => return leads_to(&sign_in_link(PAGE)),
        Err(ServiceError::Invalid(faults)) => Flash::faults(faults, Vec::new()),
        Err(error) => Flash::error(&error),
    }
    .keep(&session)
    .await;
    leads_to(PAGE)
}
