//! The app's pages and server functions, each with what it needs in Leptos' context.

use super::Site;
use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use ledig_app::{
    app::App,
    context::{self, RequestContext},
    kept::Kept,
    shell::shell,
};
use leptos_axum::{LeptosRoutes as _, generate_route_list, render_app_async_with_context};

/// Every page, and every server function.
pub fn routes(site: &Site) -> Router<Site> {
    let options = site.leptos.clone();
    Router::new().leptos_routes_with_context(site, generate_route_list(App), context::provide, move || {
        shell(options.clone())
    })
}

/// A page of the app as the answer to a form: what is asked for stands in the context.
pub async fn answer(site: &Site, context: RequestContext, kept: Kept, status: StatusCode) -> Response {
    let options = site.leptos.clone();
    let render = render_app_async_with_context(context::provide, move || shell(options.clone()));
    let asked = Request::get(context.here())
        .extension(context)
        .extension(kept)
        .body(Body::empty());
    let Ok(asked) = asked else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = render(asked).await;
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
