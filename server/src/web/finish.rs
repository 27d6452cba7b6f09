//! The first and the last hand on a page: its nonce and the policy that names it, no script where nothing needs
//! it, and no body where the browser has it.

use super::{SESSION_COOKIE, headers::page_policy};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http_body_util::BodyExt as _;
use leptos::nonce::Nonce;
use std::hash::{DefaultHasher, Hasher as _};

/// Gives each page a nonce and the policy that names it, takes the client's scripts out of pages without an island, and answers 304 to those who have the page.
///
/// Only pages for people who are not signed in carry an `ETag`; others are not kept by browsers.
pub async fn layer(mut request: Request, next: Next) -> Response {
    let asks = matches!(*request.method(), Method::GET | Method::HEAD);
    let signed_in = has_session(request.headers());
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let response = next.run(request).await;
    if !is_page(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(body) = body.collect().await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let body = without_idle_scripts(body.to_bytes());
    let Ok(policy) = HeaderValue::from_str(&page_policy(nonce.as_inner())) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    parts.headers.remove(header::CONTENT_LENGTH);
    parts
        .headers
        .append(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    let cache = HeaderValue::from_static(if signed_in {
        "private, no-store"
    } else {
        "no-cache"
    });
    parts.headers.entry(header::CACHE_CONTROL).or_insert(cache);
    let keeps = asks && parts.status == StatusCode::OK && !parts.headers.contains_key(header::SET_COOKIE);
    if !signed_in
        && keeps
        && let Ok(tag) = HeaderValue::from_str(&tag(&body, nonce.as_inner()))
    {
        parts.headers.insert(header::ETAG, tag.clone());
        if known.is_some_and(|known| matches(&known, &tag)) {
            parts.status = StatusCode::NOT_MODIFIED;
            for name in [header::CONTENT_TYPE, header::CONTENT_SECURITY_POLICY] {
                parts.headers.remove(name);
            }
            return Response::from_parts(parts, Body::empty());
        }
    }
    Response::from_parts(parts, Body::from(body))
}

fn is_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn has_session(headers: &HeaderMap) -> bool {
    headers.get_all(header::COOKIE).iter().any(|cookies| {
        cookies.to_str().is_ok_and(|cookies| {
            cookies.split(';').any(|cookie| {
                cookie
                    .trim()
                    .strip_prefix(SESSION_COOKIE)
                    .is_some_and(|rest| rest.starts_with('='))
            })
        })
    })
}

/// Cuts the scripts that Leptos writes into every page, where the page has no island to wake.
fn without_idle_scripts(body: Bytes) -> Bytes {
    let Ok(text) = std::str::from_utf8(&body) else {
        return body;
    };
    if text.contains("<leptos-island") {
        return body;
    }
    // What `HydrationScripts` wrote is one run from the first link to the end of its script.
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    if let Some((before, scripts)) = rest.split_once("<link rel=\"modulepreload\"")
        && let Some((_, after)) = scripts.split_once("</script>")
    {
        kept.push_str(before);
        rest = after;
    }
    // What the renderer added for resources begins with its own names.
    while let Some((before, script)) = rest.split_once("<script") {
        let Some((script, after)) = script.split_once("</script>") else {
            break;
        };
        kept.push_str(before);
        if !script
            .split_once('>')
            .is_some_and(|(_, code)| code.starts_with("__"))
        {
            kept.extend(["<script", script, "</script>"]);
        }
        rest = after;
    }
    kept.push_str(rest);
    kept.into()
}

/// A weak tag of the content; the nonce, which differs in every answer, does not count.
fn tag(body: &[u8], nonce: &str) -> String {
    let mut hasher = DefaultHasher::new();
    match std::str::from_utf8(body) {
        Ok(text) => text.split(nonce).for_each(|part| hasher.write(part.as_bytes())),
        Err(_) => hasher.write(body),
    }
    format!("W/\"{:016x}\"", hasher.finish())
}

fn matches(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else {
        return false;
    };
    known.split(',').any(|one| one.trim() == tag || one.trim() == "*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_policy_of_a_page_names_the_nonce_that_its_scripts_carry() {
        use axum::{Extension, Router, middleware, response::Html, routing::get};
        use tower::ServiceExt as _;

        let page = |Extension(nonce): Extension<Nonce>| async move {
            Html(format!(
                "<leptos-island></leptos-island><script nonce=\"{nonce}\">x</script>"
            ))
        };
        let site = Router::new()
            .route("/", get(page))
            .layer(middleware::from_fn(layer));
        let asked = Request::get("/").body(Body::empty()).unwrap();
        let answer = site.oneshot(asked).await.unwrap();
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        let (_, rest) = policy.split_once("script-src 'nonce-").unwrap();
        let carried = format!("nonce=\"{}\"", rest.split('\'').next().unwrap());
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert!(
            std::str::from_utf8(&body).unwrap().contains(&carried),
            "{carried}"
        );
    }

    const SCRIPTS: &str = "<link rel=\"modulepreload\" href=\"/pkg/a.js\"><link rel=\"preload\"><script type=\"module\">x</script>";

    #[test]
    fn only_a_page_with_an_island_keeps_the_scripts() {
        let idle = format!(
            "<head>{SCRIPTS}<title></title></head><body><script nonce=\"x\">__A=[];</script><script>b</script></body>"
        );
        assert_eq!(
            without_idle_scripts(idle.into()),
            "<head><title></title></head><body><script>b</script></body>"
        );
        let alive = format!("<head>{SCRIPTS}</head><body><leptos-island></leptos-island></body>");
        assert_eq!(without_idle_scripts(alive.clone().into()), alive);
    }

    #[test]
    fn the_tag_follows_the_content_and_not_the_nonce() {
        let page = |nonce: &str, text: &str| {
            tag(
                format!("<script nonce=\"{nonce}\"></script>{text}").as_bytes(),
                nonce,
            )
        };
        assert_eq!(page("abc", "x"), page("def", "x"));
        assert_ne!(page("abc", "x"), page("abc", "y"));
    }

    #[test]
    fn a_known_tag_is_found_in_a_list() {
        let tag = HeaderValue::from_static("W/\"1\"");
        assert!(matches(&HeaderValue::from_static("W/\"0\", W/\"1\""), &tag));
        assert!(!matches(&HeaderValue::from_static("W/\"0\""), &tag));
    }
}
