//! What the server gives to pages and server functions through Leptos' context.
//!
//! The same values reach both: page routes and the server-function handler.

use crate::texts::Locale;
use leptos::prelude::*;

/// What every request carries.
#[derive(Clone, Debug)]
pub struct RequestContext {
    /// The language of the answer.
    pub locale: Locale,
}

impl RequestContext {
    /// Puts each part into Leptos' context of the request being answered.
    pub fn provide(self) {
        provide_context(self.locale);
    }
}
