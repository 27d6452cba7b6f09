//! What a person sees when the server itself refuses or fails: a document that says what to do.

use super::{observe::RequestId, viewer::lang};
use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http_body_util::Full;
use ledig_app::error_document::error_document;
use std::any::Any;

/// Puts a document in place of an error without one, for those who read HTML.
pub async fn layer(request: Request, next: Next) -> Response {
    let reads_html = accepts_html(request.headers());
    let lang = lang(request.headers());
    let id = request
        .extensions()
        .get::<RequestId>()
        .map(|id| id.0.clone())
        .unwrap_or_default();
    let response = next.run(request).await;
    let status = response.status();
    if !reads_html || !(status.is_client_error() || status.is_server_error()) || has_document(&response) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    parts
        .headers
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(error_document(lang, status, &id)))
}

/// Server functions and feeds ask for something else; they get the bare status.
pub fn accepts_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

fn has_document(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"))
}

/// A panic is logged and answered as a fault of ours; the process goes on.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that CatchPanicLayer asks for"
)]
pub fn panicked(cause: Box<dyn Any + Send + 'static>) -> axum::http::Response<Full<axum::body::Bytes>> {
    let text = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(text, "a handler panicked");
    let (parts, _) = StatusCode::INTERNAL_SERVER_ERROR.into_response().into_parts();
    axum::http::Response::from_parts(parts, Full::default())
}
