//! The page for an address that leads nowhere.

use crate::texts::{Locale, use_locale};
use leptos::prelude::*;
use leptos_meta::Title;

/// Says that nothing is here, and where to go instead; status 404.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let (title, way_on) = match use_locale() {
        Locale::Bokmal => ("Siden finnes ikke", "Gå til forsiden"),
        Locale::Nynorsk => ("Sida finst ikkje", "Gå til framsida"),
        Locale::English => ("There is no such page", "Go to the front page"),
    };
    view! {
        <Title text=title />
        <main id="main">
            <h1>{title}</h1>
            <p><a href="/">{way_on}</a></p>
        </main>
    }
}
