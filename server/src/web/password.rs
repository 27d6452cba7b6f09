//! One's own password: the page that a one-time password leads to, and the change itself.

use super::{Site, forms::unavailable};
use crate::accounts::{Account, AuthSession};
use axum::{Form, extract::State, http::Method, response::Response};
use ledig_app::{
    actions::{
        leads_to,
        password::{PAGE, Passwords},
    },
    context::RequestContext,
    error::sign_in_link,
    flash::{Flash, Message},
    query::encode,
};
use ledig_service::ServiceError;
use tower_sessions::Session;

/// What one who must choose a password may still ask for: that page, and those that change nothing but the session.
const OPEN: [&str; 4] = [PAGE, "/logg-inn", "/logg-ut", "/sprak"];

/// Where somebody is led who signed in with a one-time password and has not chosen one yet, if that is so.
pub fn leads_away(context: &RequestContext, method: &Method, opens_page: bool) -> Option<Response> {
    let person = context.viewer.person.as_ref()?;
    let asks = opens_page || *method != Method::GET;
    if !person.must_choose_password || !asks || OPEN.contains(&context.path.as_str()) {
        return None;
    }
    Some(if opens_page {
        leads_to(&format!("{PAGE}?neste={}", encode(&context.here())))
    } else {
        leads_to(PAGE)
    })
}

/// Changes it. The session that changes it goes on; all others of the person end.
pub async fn change(
    State(site): State<Site>,
    mut auth: AuthSession,
    request: RequestContext,
    session: Session,
    Form(typed): Form<Passwords>,
) -> Response {
    let (typed, next) = typed.into_parts();
    let back = format!("{PAGE}?neste={}", encode(&next));
    match site.service.change_password(&request.viewer, &typed).await {
        Ok(()) => {}
        Err(ServiceError::NotSignedIn) => return leads_to(&sign_in_link(PAGE)),
        Err(error) => {
            let flash = match error {
                ServiceError::Invalid(faults) => Flash::faults(faults, Vec::new()),
                error => Flash::error(&error),
            };
            flash.keep(&session).await;
            return leads_to(&back);
        }
    }
    // The session carries a stamp of the password, and gets a new id with the new one.
    let account = match request.viewer.id() {
        Some(person) => site.service.account(person).await,
        None => Ok(None),
    };
    let kept = match account {
        Ok(Some(account)) => match session.cycle_id().await {
            Ok(()) => auth
                .login(&Account(account))
                .await
                .map_err(|fault| fault.to_string()),
            Err(fault) => Err(fault.to_string()),
        },
        Ok(None) => return leads_to(&sign_in_link(&next)),
        Err(fault) => Err(fault.to_string()),
    };
    if let Err(fault) = kept {
        return unavailable(&fault);
    }
    Flash::message(Message::PasswordChanged).keep(&session).await;
    leads_to(&next)
}
