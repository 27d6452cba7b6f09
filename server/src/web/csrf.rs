//! Refuses changes that another site's page asks for.
//!
//! Server functions and forms have no token of their own; browsers say where a request comes from
//! (`Sec-Fetch-Site`, and `Origin` in older ones). What says neither is refused.

use super::Site;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// Lets through what changes nothing, and what our own pages send.
pub async fn layer(State(site): State<Site>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_ours(request.headers(), &site.config.public_url) {
        next.run(request).await
    } else {
        tracing::warn!("refused a change from another site");
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_ours(headers: &HeaderMap, public_url: &str) -> bool {
    if let Some(from) = headers.get("sec-fetch-site") {
        return from == "same-origin" || from == "none";
    }
    let Some(origin) = headers
        .get(header::ORIGIN)
        .and_then(|origin| origin.to_str().ok())
    else {
        return false;
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    origin == public_url || host.is_some_and(|host| origin.split_once("://").is_some_and(|(_, o)| o == host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap()))
            .collect();
        is_ours(&headers, "https://ledig.example.no")
    }

    #[test]
    fn our_own_pages_and_typed_addresses_are_ours() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[("origin", "https://ledig.example.no")]));
        assert!(ours(&[
            ("origin", "http://localhost:3000"),
            ("host", "localhost:3000")
        ]));
    }

    #[test]
    fn other_sites_and_the_silent_are_not() {
        assert!(!ours(&[("sec-fetch-site", "cross-site")]));
        assert!(!ours(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://ledig.example.no")
        ]));
        assert!(!ours(&[
            ("origin", "https://evil.example"),
            ("host", "ledig.example.no")
        ]));
        assert!(!ours(&[("origin", "null"), ("host", "ledig.example.no")]));
        assert!(!ours(&[]));
    }
}
