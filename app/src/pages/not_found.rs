//! The page for an address that leads nowhere.

use crate::{context::RequestContext, error::ErrorPage};
use http::StatusCode;
use leptos::prelude::*;

/// Says that nothing is here, and where to go instead; status 404.
#[component]
pub fn NotFound() -> impl IntoView {
    // Without a request the server is only listing its routes.
    use_context::<RequestContext>().map(|_| view! { <ErrorPage status=StatusCode::NOT_FOUND /> })
}
