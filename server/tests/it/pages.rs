//! What goes around every page.

use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn a_page_carries_a_policy_with_a_nonce_of_its_own() {
    let site = TestSite::start().await;
    let (one, two) = (
        site.get("/om/personvern", &[]).await,
        site.get("/om/personvern", &[]).await,
    );
    assert_eq!(one.status, StatusCode::OK);
    let policy = one.header("content-security-policy");
    assert!(
        policy.contains("script-src 'nonce-") && policy.contains("frame-ancestors 'none'"),
        "{policy}"
    );
    assert!(!policy.contains("unsafe-inline"));
    assert_ne!(policy, two.header("content-security-policy"));
    assert_eq!(one.header("x-content-type-options"), "nosniff");
    assert_eq!(one.header("referrer-policy"), "same-origin");
    assert!(!one.header("x-request-id").is_empty());
}

#[tokio::test]
async fn a_page_without_an_island_has_no_script() {
    let site = TestSite::start().await;
    let page = site.get("/om/personvern", &[]).await;
    assert!(!page.body.contains("<leptos-island"));
    assert!(
        !page.body.contains("<script") && !page.body.contains("modulepreload"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn a_public_page_is_sent_once() {
    let site = TestSite::start().await;
    let first = site.get("/om/personvern", &[]).await;
    let tag = first.header("etag");
    assert!(tag.starts_with("W/\""), "{:?}", first.headers);
    let again = site.get("/om/personvern", &[("if-none-match", tag)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
    let english = site
        .get(
            "/om/personvern",
            &[("if-none-match", tag), ("accept-language", "en")],
        )
        .await;
    assert_eq!(english.status, StatusCode::OK);
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_a_page_with_status_404() {
    let site = TestSite::start().await;
    let page = site.get("/finnes-ikke", &[]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(
        page.body.contains("<h1") && page.body.contains("Bærum"),
        "{}",
        page.body
    );
    assert_eq!(page.header("etag"), "");
}

#[tokio::test]
async fn the_language_is_the_chosen_one_and_stays() {
    let site = TestSite::start().await;
    assert!(
        site.get("/om/personvern", &[])
            .await
            .body
            .contains("<html lang=\"nb\"")
    );
    let english = site.get("/om/personvern", &[("accept-language", "en-GB")]).await;
    assert!(english.body.contains("<html lang=\"en\""));
    let chosen = site.post("/sprak", "lang=nn&neste=/om/personvern", &[]).await;
    assert_eq!(
        (chosen.status, chosen.header("location")),
        (StatusCode::SEE_OTHER, "/om/personvern")
    );
    let cookie = chosen.header("set-cookie").split(';').next().unwrap();
    let page = site
        .get(
            "/om/personvern",
            &[("accept-language", "en-GB"), ("cookie", cookie)],
        )
        .await;
    assert!(page.body.contains("<html lang=\"nn\""));
}

#[tokio::test]
async fn a_page_for_a_browser_that_takes_it_is_compressed() {
    let site = TestSite::start().await;
    let page = site.get("/om/personvern", &[("accept-encoding", "br")]).await;
    assert_eq!(page.header("content-encoding"), "br");
}
