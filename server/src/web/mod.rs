//! The web server as one router: probes, assets, sign-in, pages; and the layers around them.

mod assets;
mod csrf;
mod errors;
mod finish;
mod forms;
mod headers;
mod kept;
mod observe;
mod page;
mod password;
mod peer;
mod probes;
mod rate;
mod viewer;

pub use probes::metrics_recorder;

use crate::{
    accounts::{Backend, Sessions},
    config::Config,
};
use axum::{Router, extract::FromRef, middleware};
use axum_login::AuthManagerLayerBuilder;
use ledig_app::shell::shell;
use ledig_service::Service;
use leptos::config::LeptosOptions;
use leptos_axum::file_and_error_handler_with_context;
use metrics_exporter_prometheus::PrometheusHandle;
use std::{sync::Arc, time::Duration};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

/// How long one request may take before it is answered with 503.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// The name of the session's cookie.
pub const SESSION_COOKIE: &str = "ledig_session";

/// What handlers and layers share.
#[derive(Clone)]
pub struct Site {
    /// All use cases.
    pub service: Service,
    /// What the operator set.
    pub config: Arc<Config>,
    /// The municipality's name, as it was when the server started.
    pub municipality: Arc<str>,
    /// Where the built client is.
    pub leptos: LeptosOptions,
    /// Where sessions are kept.
    pub sessions: Sessions,
    /// Renders the metrics, where they are recorded.
    pub metrics: Option<PrometheusHandle>,
    /// Limits per address.
    pub limits: Arc<rate::Limits>,
}

impl Site {
    /// Joins the parts.
    pub fn new(
        service: Service,
        municipality: &str,
        config: Config,
        leptos: LeptosOptions,
        sessions: Sessions,
        metrics: Option<PrometheusHandle>,
    ) -> Self {
        let limits = Arc::new(rate::Limits::new(&config));
        Self {
            service,
            municipality: municipality.into(),
            config: Arc::new(config),
            leptos,
            sessions,
            metrics,
            limits,
        }
    }
}

impl FromRef<Site> for LeptosOptions {
    fn from_ref(site: &Site) -> Self {
        site.leptos.clone()
    }
}

/// The whole site. Serve it with the peer's address as connect info.
pub fn router(site: &Site) -> Router {
    let idle = time::Duration::try_from(site.config.session_idle).unwrap_or(time::Duration::DAY);
    let sessions = SessionManagerLayer::new(site.sessions.clone())
        .with_name(SESSION_COOKIE)
        .with_secure(site.config.is_https())
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(idle));
    let auth = AuthManagerLayerBuilder::new(Backend::new(site.service.clone()), sessions).build();

    let pages = page::routes(site)
        .merge(forms::routes())
        .merge(ledig_app::actions::routes().layer(middleware::from_fn_with_state(site.clone(), kept::layer)))
        // Files at the root (the icon), else the page that says that nothing is there.
        .fallback(file_and_error_handler_with_context::<Site, _>(
            ledig_app::context::provide,
            shell,
        ))
        .layer(
            ServiceBuilder::new()
                .layer(CompressionLayer::new())
                .layer(middleware::from_fn(finish::layer))
                .layer(auth)
                .layer(middleware::from_fn_with_state(site.clone(), viewer::layer)),
        )
        .with_state(site.clone());

    Router::new()
        .merge(pages)
        .merge(assets::routes(site))
        .merge(probes::routes(site))
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn_with_state(site.clone(), observe::layer))
                .layer(middleware::from_fn_with_state(site.clone(), headers::layer))
                .layer(CatchPanicLayer::custom(errors::panicked))
                .layer(middleware::from_fn(errors::layer))
                .layer(TimeoutLayer::with_status_code(
                    axum::http::StatusCode::SERVICE_UNAVAILABLE,
                    REQUEST_TIMEOUT,
                ))
                .layer(middleware::from_fn_with_state(site.clone(), csrf::layer))
                .layer(middleware::from_fn_with_state(site.clone(), rate::layer))
                .layer(RequestBodyLimitLayer::new(site.config.body_limit)),
        )
}
