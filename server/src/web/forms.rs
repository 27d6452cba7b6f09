//! Signing in and out, acting for somebody else, choosing the language. Plain posts that redirect, so they
//! work before any script does.

use super::{
    Site, kept, password,
    viewer::{LANG_COOKIE, act_for, begin},
};
use crate::accounts::{AuthSession, Credentials};
use axum::{
    Form, Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::post,
};
use ledig_app::{
    actions::{leads_to, own_path, password::PAGE},
    context::RequestContext,
    flash::{Flash, Message},
    kept::Kept,
    query::encode,
    texts::Lang,
};
use ledig_domain::id::OrganisationId;
use ledig_service::ServiceError;
use serde::Deserialize;
use tower_sessions::Session;

/// `/logg-inn`, `/logg-ut`, `/handle-for`, `/sprak`, `/passord`.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/logg-inn", post(sign_in))
        .route("/logg-ut", post(sign_out))
        .route("/handle-for", post(act))
        .route("/sprak", post(language))
        .route(PAGE, post(password::change))
}

/// E-mail and password, where to go on, and what is carried along of a form that found nobody signed in.
async fn sign_in(
    State(site): State<Site>,
    mut auth: AuthSession,
    session: Session,
    mut context: RequestContext,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let Ok(kept) = Kept::read(&pairs) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let field = |name: &str| {
        let found = pairs.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let next = own_path(&field("neste")).to_owned();
    let email = field("email");
    let typed = Credentials {
        email: email.clone(),
        password: field("password"),
    };
    match auth.authenticate(typed).await {
        Ok(Some(account)) => {
            // Gives the session a new id, so that one known from before the sign-in is worth nothing.
            let begun = match auth.login(&account).await {
                Ok(()) => {
                    let begun = begin(&site.service, &session, account.0.acting_for).await;
                    begun.map_err(|fault| fault.to_string())
                }
                Err(fault) => Err(fault.to_string()),
            };
            if let Err(fault) = begun {
                return unavailable(&fault);
            }
            metrics::counter!("ledig_sign_ins_total", "outcome" => "ok").increment(1);
            let Some(kept) = kept else {
                return leads_to(&next);
            };
            let viewer = site.service.viewer(Some(account.0.id), account.0.acting_for);
            match viewer.await {
                // A password of one's own comes first.
                Ok(viewer) if viewer.person.as_ref().is_some_and(|one| one.must_choose_password) => {
                    leads_to(&next)
                }
                Ok(viewer) => {
                    context.viewer = viewer;
                    kept::send(&site, context, kept, &next).await
                }
                Err(fault) => unavailable(&fault.to_string()),
            }
        }
        Ok(None) => {
            metrics::counter!("ledig_sign_ins_total", "outcome" => "refused").increment(1);
            let flash = Flash {
                message: Some(Message::SignInFailed),
                values: vec![("email".into(), email)],
                ..Flash::default()
            };
            if let Some(kept) = kept {
                context.flash = flash;
                return kept::sign_in(&site, context, kept, &next).await;
            }
            flash.keep(&session).await;
            leads_to(&format!("/logg-inn?neste={}", encode(&next)))
        }
        // The right one-time password, too late.
        Err(axum_login::Error::Backend(ServiceError::Invalid(faults))) => {
            metrics::counter!("ledig_sign_ins_total", "outcome" => "expired").increment(1);
            let flash = Flash::faults(faults, vec![("email".into(), email)]);
            if let Some(kept) = kept {
                context.flash = flash;
                return kept::sign_in(&site, context, kept, &next).await;
            }
            flash.keep(&session).await;
            leads_to(&format!("/logg-inn?neste={}", encode(&next)))
        }
        Err(fault) => unavailable(&fault.to_string()),
    }
}

async fn sign_out(mut auth: AuthSession, session: Session) -> Response {
    match auth.logout().await {
        Ok(_) => {
            Flash::message(Message::SignedOut).keep(&session).await;
            leads_to("/")
        }
        Err(fault) => unavailable(&fault.to_string()),
    }
}

#[derive(Deserialize)]
struct Act {
    /// An organisation's id; empty for oneself.
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    neste: String,
}

async fn act(context: RequestContext, session: Session, Form(form): Form<Act>) -> Response {
    let Some(person) = &context.viewer.person else {
        return leads_to(&format!("/logg-inn?neste={}", encode(own_path(&form.neste))));
    };
    let chosen = form.organisation.parse().map(OrganisationId);
    let membership = chosen
        .as_ref()
        .ok()
        .and_then(|organisation| person.membership(*organisation));
    if membership.is_none() && !form.organisation.is_empty() {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Err(fault) = act_for(&session, membership.map(|held| held.organisation)).await {
        return unavailable(&fault.to_string());
    }
    let name = membership.map(|held| held.name.clone());
    Flash::message(Message::ActingFor(name)).keep(&session).await;
    leads_to(&form.neste)
}

#[derive(Deserialize)]
struct Language {
    lang: String,
    #[serde(default)]
    neste: String,
}

/// Remembers the language for a year.
async fn language(State(site): State<Site>, Form(form): Form<Language>) -> Response {
    let Some(lang) = Lang::from_tag(&form.lang) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let secure = if site.config.is_https() { "; Secure" } else { "" };
    let cookie = format!(
        "{LANG_COOKIE}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}",
        lang.tag()
    );
    let mut response = leads_to(&form.neste);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The answer when a session could not be read or kept.
pub fn unavailable(fault: &str) -> Response {
    tracing::error!(fault, "a session could not be read or kept");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
