//! Sending a wish.

use super::leads_to;
use crate::{
    booking::{Draft, name},
    context::RequestContext,
    error::sign_in_link,
    flash::Flash,
    query::Query,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use http::StatusCode;
use ledig_domain::{
    id::{RequestId, SpaceId},
    preview::Preview,
};
use ledig_service::{ServiceError, case::submit::Submitted};
use std::collections::BTreeSet;
use tower_sessions::Session;

/// Sends what stands in the form. Whatever happens the draft is in the address of the next page: nothing typed
/// is lost.
pub async fn send(
    request: RequestContext,
    session: Session,
    Path(path): Path<String>,
    body: String,
) -> Response {
    let Ok(path) = path.parse::<SpaceId>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let posted = Query::parse(&body);
    let back = format!("/bestill/{path}");
    let kept = posted
        .without(name::KEY)
        .without(name::SEEN)
        .without(name::CHANGED);
    if !request.signed_in() {
        return leads_to(&sign_in_link(&kept.link(&back)));
    }
    match submit(&request, path, &posted).await {
        Ok(Sent::Stored(case)) => leads_to(&format!("/saker/{case}?sendt=1")),
        Ok(Sent::Look) => leads_to(&kept.link(&back)),
        Ok(Sent::Changed(dates)) => {
            let listed: Vec<String> = dates.iter().map(ToString::to_string).collect();
            leads_to(&kept.with(name::CHANGED, listed.join(",")).link(&back))
        }
        Err(ServiceError::NotSignedIn) => leads_to(&sign_in_link(&kept.link(&back))),
        Err(ServiceError::Invalid(faults)) => {
            Flash::faults(faults, Vec::new()).keep(&session).await;
            leads_to(&kept.link(&back))
        }
        Err(error) => {
            Flash::error(&error).keep(&session).await;
            leads_to(&kept.link(&back))
        }
    }
}

/// What became of the form.
enum Sent {
    /// There is a case.
    Stored(RequestId),
    /// The fields cannot be read: the page says which.
    Look,
    /// These dates have to be chosen for, and were not known to when the page was shown; or "all known".
    Changed(BTreeSet<NaiveDate>),
}

async fn submit(request: &RequestContext, path: SpaceId, posted: &Query) -> Result<Sent, ServiceError> {
    let space = Draft::space(posted, path);
    let form = request.service.booking_form(&request.viewer, space).await?;
    let draft = Draft::new(posted, &form);
    let Ok(wish) = draft.wish(space, &form) else {
        return Ok(Sent::Look);
    };
    let key = posted.get(name::KEY).unwrap_or_default();
    Ok(match request.service.submit(&request.viewer, &wish, key).await? {
        Submitted::DecidedAtOnce { request, .. } | Submitted::LeftToPerson { request, .. } => {
            Sent::Stored(request)
        }
        Submitted::DatesChanged(preview) => Sent::Changed(changed(&preview, &draft)),
    })
}

/// The dates that have to be chosen for now. Those that were not so when the page was shown come alone, if any.
fn changed(preview: &Preview, draft: &Draft) -> BTreeSet<NaiveDate> {
    let seen = draft.listed(name::SEEN);
    let open = crate::booking::unsettled(preview);
    let new: BTreeSet<NaiveDate> = open.difference(&seen).copied().collect();
    if new.is_empty() { open } else { new }
}
