//! The app's pages and server functions, each with what it needs in Leptos' context.

use super::{Site, headers::page_policy};
use axum::{Router, http::header};
use ledig_app::{app::App, context, shell::shell};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::{LeptosRoutes as _, ResponseOptions, generate_route_list};

/// Every page, and every server function.
pub fn routes(site: &Site) -> Router<Site> {
    let options = site.leptos.clone();
    Router::new().leptos_routes_with_context(site, generate_route_list(App), provide, move || {
        shell(options.clone())
    })
}

/// Gives the request's context to what renders it, and the page its policy.
pub fn provide() {
    context::provide();
    if let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>())
        && let Ok(policy) = page_policy(nonce.as_inner()).parse()
    {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}
