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
            let changed = if listed.is_empty() {
                name::NOTHING_NEW.to_owned()
            } else {
                listed.join(",")
            };
            leads_to(&kept.with(name::CHANGED, changed).link(&back))
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
    /// Dates have to be chosen for; these were not known to when the page was shown.
    Changed(BTreeSet<NaiveDate>),
}

async fn submit(request: &RequestContext, path: SpaceId, posted: &Query) -> Result<Sent, ServiceError> {
    let space = Draft::space(posted, path);
    let form = request.service.booking_form(&request.viewer, space).await?;
    let draft = Draft::new(posted, &form);
    let Ok(wish) = draft.wish(space, &form) else {
        return Ok(Sent::Look);
    };
    let key = key_of(posted);
    Ok(
        match request.service.submit(&request.viewer, &wish, &key).await? {
            Submitted::DecidedAtOnce { request, .. } | Submitted::LeftToPerson { request, .. } => {
                Sent::Stored(request)
            }
            Submitted::DatesChanged(preview) => Sent::Changed(changed(&preview, &draft)),
        },
    )
}

/// The dates that have to be chosen for now, and had not to be when the page was shown.
fn changed(preview: &Preview, draft: &Draft) -> BTreeSet<NaiveDate> {
    let seen = draft.listed(name::SEEN);
    crate::booking::unsettled(preview)
        .difference(&seen)
        .copied()
        .collect()
}

/// The form's key together with what stands in it: a double press counts once, but going back, changing
/// something and sending again is another wish.
fn key_of(posted: &Query) -> String {
    let content = posted.without(name::KEY).without(name::SEEN).link("");
    // FNV-1a, 64 bits.
    let hash = content.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{}-{hash:016x}", posted.get(name::KEY).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_form_sent_twice_has_one_key_and_a_changed_one_another() {
        let first = Query::parse("nokkel=abc&dato=2026-09-08&sett=");
        let again = Query::parse("nokkel=abc&dato=2026-09-08&sett=2026-09-08");
        let other = Query::parse("nokkel=abc&dato=2026-09-15");
        assert_eq!(key_of(&first), key_of(&again));
        assert_ne!(key_of(&first), key_of(&other));
    }
}
