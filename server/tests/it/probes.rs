//! What those who run the server look at.

use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn a_server_with_its_database_is_alive_and_ready() {
    let site = TestSite::start().await;
    assert_eq!(site.get("/healthz", &[]).await.status, StatusCode::OK);
    assert_eq!(site.get("/readyz", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_server_whose_database_is_gone_is_alive_and_not_ready() {
    let site = TestSite::start().await;
    site.service.store().close().await;
    assert_eq!(site.get("/healthz", &[]).await.status, StatusCode::OK);
    assert_eq!(
        site.get("/readyz", &[]).await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
}

#[tokio::test]
async fn metrics_want_the_token_that_is_set() {
    let site = TestSite::start_with("[metrics]\ntoken = \"t\"\n").await;
    assert_eq!(site.get("/metrics", &[]).await.status, StatusCode::UNAUTHORIZED);
    let wrong = site.get("/metrics", &[("authorization", "Bearer x")]).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    // This process records none.
    let right = site.get("/metrics", &[("authorization", "Bearer t")]).await;
    assert_eq!(right.status, StatusCode::NOT_FOUND);
}
