//! The built client.

use crate::site::TestSite;
use axum::http::StatusCode;

#[tokio::test]
async fn a_file_is_sent_as_it_was_compressed_and_kept_for_good() {
    let site = TestSite::start().await;
    let file = site
        .get(
            "/pkg/ledig.Eu5A52FFk5yGUCRmKRoK0g.js",
            &[("accept-encoding", "gzip, br")],
        )
        .await;
    assert_eq!((file.status, file.body.as_str()), (StatusCode::OK, "squeezed"));
    assert_eq!(file.header("content-encoding"), "br");
    assert_eq!(file.header("content-type"), "text/javascript");
    assert!(file.header("cache-control").contains("immutable"));
    assert_eq!(
        site.get("/pkg/ledig.Eu5A52FFk5yGUCRmKRoK0g.js", &[]).await.body,
        "plain"
    );
}

#[tokio::test]
async fn a_file_that_is_not_there_is_not_kept() {
    let site = TestSite::start().await;
    let file = site.get("/pkg/gone.js", &[]).await;
    assert_eq!(file.status, StatusCode::NOT_FOUND);
    assert!(!file.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn a_file_whose_name_stays_when_it_changes_is_not_kept() {
    let site = TestSite::start().await;
    let file = site.get("/pkg/ledig.js", &[]).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(!file.header("cache-control").contains("immutable"));
}
