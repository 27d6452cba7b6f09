//! Who asks, in which language: found once per request and handed to pages, server functions and handlers.

use super::{Site, errors::accepts_html, password};
use crate::accounts::AuthSession;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use ledig_app::{context::RequestContext, flash::Flash, query::Query, texts::Lang};
use ledig_domain::id::OrganisationId;
use ledig_service::{Service, Viewer};
use leptos::nonce::Nonce;
use tower_sessions::Session;

/// The cookie that remembers a chosen language.
pub const LANG_COOKIE: &str = "sprak";

/// The session's keys: when one signed in, when the session was last prolonged, for whom one acts.
const SIGNED_IN_AT: &str = "signed_in_at";
const PROLONGED_AT: &str = "prolonged_at";
const ACTING_FOR: &str = "acting_for";

/// Finds viewer and language, and ends sessions that have lasted too long.
pub async fn layer(
    State(site): State<Site>,
    mut auth: AuthSession,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(nonce) = request.extensions().get::<Nonce>().cloned() else {
        tracing::error!("a request came by without a nonce");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let viewer = match viewer(&site, &mut auth, &session).await {
        Ok(viewer) => viewer,
        Err(fault) => {
            tracing::error!(fault, "the visitor could not be found out");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let opens = request.method() == Method::GET && accepts_html(request.headers());
    let mut context = RequestContext {
        service: site.service.clone(),
        viewer,
        lang: lang(request.headers()),
        municipality: site.municipality.clone(),
        path: request.uri().path().to_owned(),
        query: Query::parse(request.uri().query().unwrap_or_default()),
        flash: Flash::default(),
        nonce,
    };
    if let Some(elsewhere) = password::leads_away(&context, request.method(), opens) {
        return elsewhere;
    }
    // What the last action had to say is for the page that is opened next, not for what the page fetches.
    if opens {
        context.flash = Flash::take(&session).await;
    }
    request.extensions_mut().insert(context);
    next.run(request).await
}

/// Notes the moment of signing in, which the absolute end of the session counts from, and for whom one acts.
///
/// # Errors
/// When the session cannot be changed.
pub async fn begin(
    service: &Service,
    session: &Session,
    acting_for: Option<OrganisationId>,
) -> Result<(), tower_sessions::session::Error> {
    let now = service.now().0;
    session.insert(SIGNED_IN_AT, now).await?;
    session.insert(PROLONGED_AT, now).await?;
    act_for(session, acting_for).await
}

/// Remembers for whom one acts. That the person is a member is checked at each request.
///
/// # Errors
/// When the session cannot be changed.
pub async fn act_for(
    session: &Session,
    organisation: Option<OrganisationId>,
) -> Result<(), tower_sessions::session::Error> {
    session.insert(ACTING_FOR, organisation).await
}

async fn viewer(site: &Site, auth: &mut AuthSession, session: &Session) -> Result<Viewer, String> {
    let Some(account) = auth.user.clone() else {
        return Ok(Viewer::ANYBODY);
    };
    let now = site.service.now().0;
    let seconds = |length: std::time::Duration| i64::try_from(length.as_secs()).unwrap_or(i64::MAX);
    let get = async |key| session.get::<i64>(key).await.map_err(|fault| fault.to_string());

    let signed_in_at = get(SIGNED_IN_AT).await?.unwrap_or(0);
    if now.saturating_sub(signed_in_at) >= seconds(site.config.session_absolute) {
        auth.logout().await.map_err(|fault| fault.to_string())?;
        return Ok(Viewer::ANYBODY);
    }
    // A changed session is saved with a new idle end. Once in a tenth of the idle time is often enough.
    let prolonged_at = get(PROLONGED_AT).await?.unwrap_or(0);
    if now.saturating_sub(prolonged_at) >= seconds(site.config.session_idle / 10) {
        session
            .insert(PROLONGED_AT, now)
            .await
            .map_err(|fault| fault.to_string())?;
    }

    let acting_for = session
        .get::<Option<OrganisationId>>(ACTING_FOR)
        .await
        .map_err(|f| f.to_string())?;
    let viewer = site
        .service
        .viewer(Some(account.0.id), acting_for.flatten())
        .await;
    viewer.map_err(|fault| fault.to_string())
}

/// The chosen language, else the first that the browser asks for and we have, else bokmål.
pub fn lang(headers: &HeaderMap) -> Lang {
    let asked = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok();
    cookie(headers, LANG_COOKIE)
        .and_then(|tag| Lang::from_tag(&tag))
        .or_else(|| asked().and_then(Lang::from_accept_language))
        .unwrap_or_default()
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|cookie| Some(cookie.trim().strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_language_wins_over_the_browsers() {
        let headers = |pairs: &[(&'static str, &'static str)]| {
            pairs
                .iter()
                .map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap()))
                .collect::<HeaderMap>()
        };
        let browser = ("accept-language", "en-GB,en;q=0.9");
        assert_eq!(lang(&headers(&[browser])), Lang::En);
        assert_eq!(lang(&headers(&[browser, ("cookie", "a=b; sprak=nn")])), Lang::Nn);
        assert_eq!(lang(&headers(&[])), Lang::Nb);
    }
}
