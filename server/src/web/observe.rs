//! What is seen of each request from outside: an id, a log line, metrics. Never whom it was from or what
//! it asked for: the log has the route's pattern, not the address with its ids and search words.

use super::Site;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use std::time::Instant;
use tracing::Instrument as _;
use uuid::Uuid;

/// The header with the request's id, in answers, and in requests from a trusted proxy.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, as people can quote it to us.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Gives the request an id, logs it when it is answered, and counts it.
pub async fn layer(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let id = request_id(&request, site.config.trust_forwarded);
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(other)", MatchedPath::as_str)
        .to_owned();
    let method = request.method().clone();
    request.extensions_mut().insert(RequestId(id.clone()));
    let span = tracing::info_span!("request", id, %method, route);
    let started = Instant::now();

    let mut response = next.run(request).instrument(span.clone()).await;

    let took = started.elapsed();
    let status = response.status();
    let labels = [
        ("method", method.to_string()),
        ("route", route),
        ("status", status.as_u16().to_string()),
    ];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_duration_seconds", &labels).record(took.as_secs_f64());
    span.in_scope(|| {
        let (status, ms) = (
            status.as_u16(),
            u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        );
        if status >= 500 {
            tracing::error!(status, ms, "answered");
        } else {
            tracing::info!(status, ms, "answered");
        }
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

#[expect(
    clippy::disallowed_methods,
    reason = "request ids are the server's own; no rule depends on them"
)]
fn request_id(request: &Request, trust_forwarded: bool) -> String {
    let given = request.headers().get(REQUEST_ID).filter(|_| trust_forwarded);
    given
        .and_then(|id| Uuid::parse_str(id.to_str().ok()?).ok())
        .unwrap_or_else(Uuid::new_v4)
        .to_string()
}
