//! What pages and form actions get with each request.
//!
//! The server's middleware builds one [`RequestContext`] per request and puts it into the request's
//! extensions. Pages read it with [`use_request`], actions take it as an extractor.

use crate::{flash::Flash, kept::Kept, query::Query, texts::Lang};
use axum::extract::FromRequestParts;
use http::{StatusCode, request::Parts};
use ledig_service::{Service, Viewer};
use leptos::{nonce::Nonce, prelude::*};
use std::sync::Arc;

/// What every request carries.
#[derive(Clone, Debug)]
pub struct RequestContext {
    /// All use cases.
    pub service: Service,
    /// Who looks.
    pub viewer: Viewer,
    /// The language of the answer.
    pub lang: Lang,
    /// The municipality's name, e.g. «Bærum».
    pub municipality: Arc<str>,
    /// The address without the query.
    pub path: String,
    /// The query.
    pub query: Query,
    /// What the last action has to say; shown once.
    pub flash: Flash,
    /// What every script of the page carries; the server names it in the page's policy.
    pub nonce: Nonce,
}

impl RequestContext {
    /// Path and query, for a link back to here.
    pub fn here(&self) -> String {
        self.query.link(&self.path)
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.viewer.person.is_some()
    }

    /// Puts it into Leptos' context of the request being answered.
    pub fn provide(self) {
        provide_context(self.lang);
        provide_context(self.nonce.clone());
        provide_context(self);
    }
}

/// Gives the request's context to the pages; called by the server for each page it renders.
pub fn provide() {
    let Some(parts) = use_context::<Parts>() else {
        return;
    };
    if let Some(kept) = parts.extensions.get::<Kept>() {
        provide_context(kept.clone());
    }
    if let Some(request) = parts.extensions.get::<RequestContext>() {
        request.clone().provide();
    }
}

/// The context of the request being answered.
///
/// # Panics
/// Outside a request: the server gives it to every page.
pub fn use_request() -> RequestContext {
    expect_context()
}

impl<S: Send + Sync> FromRequestParts<S> for RequestContext {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
