//! What is refused before anything of ours sees it.

use crate::site::TestSite;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};

#[tokio::test]
async fn a_change_that_another_site_asks_for_is_refused_with_a_document() {
    let site = TestSite::start().await;
    let request = Request::post("/sprak")
        .header("accept", "text/html")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("lang=en"))
        .unwrap();
    let answer = site.ask(request).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("<h1>"), "{}", answer.body);
}

#[tokio::test]
async fn a_change_that_comes_from_nowhere_is_refused() {
    let site = TestSite::start().await;
    let answer = site
        .ask(Request::post("/logg-ut").body(Body::empty()).unwrap())
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let site = TestSite::start_with("[limits]\nbody_kib = 16\n").await;
    let form = format!("email=a&password={}", "x".repeat(20 * 1024));
    assert_eq!(
        site.post("/logg-inn", &form, &[]).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn who_asks_too_often_is_told_how_long_to_wait() {
    let site = TestSite::start_with("[limits]\nwrites_per_minute = 3\n").await;
    for _ in 0..3 {
        assert_eq!(
            site.post("/sprak", "lang=en", &[]).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let refused = site.post("/sprak", "lang=en", &[]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        refused
            .header("retry-after")
            .parse::<u64>()
            .is_ok_and(|seconds| seconds > 0)
    );
    assert!(refused.body.contains("<h1>"));
    assert_eq!(
        site.get("/om/personvern", &[]).await.status,
        StatusCode::OK,
        "reading is not limited"
    );
}

#[tokio::test]
async fn nothing_is_changed_by_following_a_link() {
    let site = TestSite::start().await;
    for path in ["/logg-ut", "/sprak", "/handle-for"] {
        let answer = site.get(path, &[]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn over_tls_browsers_are_told_to_stay_there() {
    let site = TestSite::start_with("[server]\npublic_url = \"https://ledig.example.no\"\n").await;
    let page = site.get("/om/personvern", &[]).await;
    assert!(page.header("strict-transport-security").contains("max-age"));
    let page = TestSite::start().await.get("/om/personvern", &[]).await;
    assert_eq!(page.header("strict-transport-security"), "");
}
