//! What the applicant does with a case: answer offers, change dates, withdraw, cancel.

use super::leads_to;
use crate::{
    context::RequestContext,
    error::sign_in_link,
    flash::{Done, Flash, Message},
    query::Query,
};
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use ledig_domain::id::{LineId, RequestId};
use ledig_service::{
    ServiceError,
    case::{
        act::LineWish,
        cancel::{Cancel, CancelScope, Cancelled},
    },
};
use std::future::Future;
use tower_sessions::Session;

/// Takes or declines offers: `svar` is `ja` or `nei`, for all or, with `:LINE`, for one.
pub async fn answer(
    request: RequestContext,
    session: Session,
    Path(case): Path<String>,
    body: String,
) -> Response {
    act(request, session, &case, &body, async |request, id, posted| {
        let (what, lines) = which(&posted, "svar");
        let (service, viewer, version) = (&request.service, &request.viewer, version(&posted));
        if what == "ja" {
            service.accept_offer(viewer, id, version, &lines).await?;
            Ok(Done::OfferTaken)
        } else {
            service.decline_offer(viewer, id, version, &lines).await?;
            Ok(Done::OfferDeclined)
        }
    })
    .await
}

/// Leaves a date out, lets it wait, or asks for it again: `gjor` is `dropp`, `vent` or `be`, with `:LINE`.
pub async fn change(
    request: RequestContext,
    session: Session,
    Path(case): Path<String>,
    body: String,
) -> Response {
    act(request, session, &case, &body, async |request, id, posted| {
        let (what, lines) = which(&posted, "gjor");
        let (wish, done) = match what.as_str() {
            "dropp" => (LineWish::Drop, Done::Dropped),
            "vent" => (LineWish::Wait, Done::Waits),
            "be" => (LineWish::Ask, Done::Asked),
            _ => return Err(ServiceError::NotFound),
        };
        let changed = request
            .service
            .change_lines(&request.viewer, id, version(&posted), &lines, wish);
        changed.await.map(|()| done)
    })
    .await
}

/// Takes the request back.
pub async fn withdraw(
    request: RequestContext,
    session: Session,
    Path(case): Path<String>,
    body: String,
) -> Response {
    act(request, session, &case, &body, async |request, id, posted| {
        let withdrawn = request
            .service
            .withdraw_request(&request.viewer, id, version(&posted));
        withdrawn.await.map(|()| Done::Withdrawn)
    })
    .await
}

/// Cancels one date, this and the following, or all that are to come.
pub async fn cancel(
    request: RequestContext,
    session: Session,
    Path(case): Path<String>,
    body: String,
) -> Response {
    act(request, session, &case, &body, async |request, id, posted| {
        let line = posted.read("dato").ok_or(ServiceError::NotFound)?;
        let scope = posted.get("omfang").and_then(CancelScope::from_code);
        let cancel = Cancel {
            request: id,
            line,
            scope: scope.unwrap_or(CancelScope::One),
            reason: posted.get("grunn").unwrap_or_default().to_owned(),
        };
        let Cancelled {
            dates,
            too_late,
            contact,
        } = request.service.cancel(&request.viewer, &cancel).await?;
        let reach = [contact.name, contact.phone, contact.email];
        let reach: Vec<String> = reach.into_iter().filter(|part| !part.is_empty()).collect();
        Ok(Done::Cancelled {
            dates: dates.len(),
            too_late: too_late.len(),
            contact: reach.join(", "),
        })
    })
    .await
}

/// Does it and leads on to the case (or to where the form was, `tilbake`), saying what was done or why not.
async fn act<F, W>(request: RequestContext, session: Session, case: &str, body: &str, what: F) -> Response
where
    F: FnOnce(RequestContext, RequestId, Query) -> W,
    W: Future<Output = Result<Done, ServiceError>>,
{
    let Ok(id) = case.parse::<RequestId>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let posted = Query::parse(body);
    let page = posted
        .get("tilbake")
        .map_or_else(|| format!("/saker/{id}"), ToOwned::to_owned);
    let form = posted
        .get("dato")
        .map(|line| format!("/saker/{id}/avlys?dato={line}"));
    match what(request, id, posted.clone()).await {
        Ok(done) => Flash::message(Message::Case(done)).keep(&session).await,
        Err(ServiceError::NotSignedIn) => return leads_to(&sign_in_link(&page)),
        Err(ServiceError::Invalid(faults)) => {
            Flash::faults(faults, posted.pairs().to_vec())
                .keep(&session)
                .await;
            return leads_to(&form.unwrap_or(page));
        }
        Err(error) => Flash::error(&error).keep(&session).await,
    }
    leads_to(&page)
}

/// The version of the case that the form was made from.
fn version(posted: &Query) -> i64 {
    posted.read("versjon").unwrap_or_default()
}

/// `ja:LINE` as the word and the date; without a date for every one.
fn which(posted: &Query, field: &str) -> (String, Vec<LineId>) {
    let text = posted.get(field).unwrap_or_default();
    match text.split_once(':') {
        Some((word, line)) => (word.to_owned(), line.parse().into_iter().collect()),
        None => (text.to_owned(), Vec::new()),
    }
}
