//! Closing for a time, and opening again.

use super::Said;
use crate::{
    actions::posted::{Posted, Sent},
    flash::Message,
    pages::manage::read_closure,
    query::Query,
};
use axum::{extract::Path, response::Response};
use ledig_domain::id::{ClosureId, FacilityId};
use ledig_service::ServiceError;

/// Closes, after the page has told whom it hits.
pub async fn make(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/anlegg/{id}/stenging");
    let form = match read_closure(&sent.posted) {
        Ok(form) => form,
        Err(_) => return sent.done(Message::Failed, &again(&sent.posted, &page)).await,
    };
    match sent
        .request
        .service
        .make_closure(&sent.request.viewer, &form)
        .await
    {
        Ok((_, hits)) => {
            let said = Said::Closed { hits: hits.len() };
            sent.done(Message::Staff(said), &page).await
        }
        Err(error) => sent.refused(error, &again(&sent.posted, &page)).await,
    }
}

/// The page with the closure in its address.
fn again(posted: &Posted, page: &str) -> String {
    let kept = posted.0.iter().filter(|(name, _)| name != "form");
    kept.fold(Query::default().with("prov", "1"), |query, (name, value)| {
        query.with(name, value)
    })
    .link(page)
}

/// Opens again.
pub async fn lift(Path(id): Path<FacilityId>, sent: Sent) -> Response {
    let page = format!("/forvaltning/anlegg/{id}/stenging");
    let lifted = match sent.posted.read::<ClosureId>("closure") {
        Some(closure) => {
            sent.request
                .service
                .lift_closure(&sent.request.viewer, closure)
                .await
        }
        None => Err(ServiceError::NotFound),
    };
    match lifted {
        Ok(()) => sent.done(Message::Staff(Said::Lifted), &page).await,
        Err(error) => sent.refused(error, &page).await,
    }
}
