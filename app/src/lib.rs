//! The Leptos app: pages rendered on the server, islands that react in the browser, and the form actions
//! behind them. Holds no business rule; a page that has to ask "may I?" asks `service`.
//!
//! Pages, actions and the frame exist on the server only. What reaches the browser is `islands`, with the
//! `ui` components and `texts` that they use.

#![expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
// The types of views nest as deep as the page does.
#![recursion_limit = "512"]

pub mod query;

pub mod islands;
pub mod texts;
pub mod ui;

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod booking;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod error_document;
#[cfg(feature = "ssr")]
pub mod flash;
#[cfg(feature = "ssr")]
mod frame;
#[cfg(feature = "ssr")]
pub mod kept;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod parts;
#[cfg(feature = "ssr")]
pub mod shell;

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
