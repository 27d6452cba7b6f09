//! The start page.

use crate::{context::use_request, page::Page, texts::common};
use leptos::prelude::*;

/// The first page a resident sees.
#[component]
pub fn Start() -> impl IntoView {
    let lang = use_request().lang;
    view! {
        <Page title=common::nav_search(lang)>
            <h1 class="ds-heading" data-size="xl">{common::tagline(lang)}</h1>
        </Page>
    }
}
