//! The Leptos app: pages rendered on the server, islands that react in the browser, and the server
//! functions between them. Holds no business rule; a page that has to ask "may I?" asks `service`.

pub mod app;
#[cfg(feature = "ssr")]
pub mod context;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod texts;
pub mod ui;

/// Wakes the islands of the page, then says so on `<body data-hydrated>`, which browser tests wait for.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    if let Some(body) = leptos::prelude::document().body() {
        let _ = body.set_attribute("data-hydrated", "");
    }
}
