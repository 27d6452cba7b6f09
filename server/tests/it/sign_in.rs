//! Signing in and out, and when a session ends.

use crate::site::{EMAIL, TestSite};
use axum::http::StatusCode;

/// Whether the session is signed in, as the page's header shows.
async fn signed_in(site: &TestSite, cookie: &str) -> bool {
    site.get("/om/personvern", &[("cookie", cookie)])
        .await
        .body
        .contains("Kari Nordmann")
}

#[tokio::test]
async fn the_right_password_signs_in_and_leads_on() {
    let site = TestSite::start().await.with_account().await;
    let form = "email=kari%40example.no&password=korrekt+hest+batteri&neste=/min-side%3Fuke%3D34";
    let answer = site.post("/logg-inn", form, &[]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/min-side?uke=34")
    );
    let set = answer.header("set-cookie");
    assert!(
        set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Secure"),
        "{set}"
    );
    assert!(signed_in(&site, &answer.session().unwrap()).await);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    let site = TestSite::start().await.with_account().await;
    let wrong = site
        .post("/logg-inn", &format!("email={EMAIL}&password=feil+passord"), &[])
        .await;
    let unknown = site
        .post("/logg-inn", "email=ola@example.no&password=feil+passord", &[])
        .await;
    assert_eq!(wrong.status, StatusCode::SEE_OTHER);
    assert_eq!(
        (unknown.status, unknown.header("location")),
        (wrong.status, wrong.header("location"))
    );
}

#[tokio::test]
async fn what_was_typed_is_still_there_after_a_wrong_password() {
    let site = TestSite::start().await.with_account().await;
    let wrong = site
        .post("/logg-inn", "email=kari%40example.no&password=feil+passord", &[])
        .await;
    let cookie = wrong.session().unwrap();
    let page = site.get(wrong.header("location"), &[("cookie", &cookie)]).await;
    assert!(page.body.contains("kari@example.no"), "{}", page.body);
    assert!(!page.body.contains("feil passord"));
    let again = site.get("/logg-inn", &[("cookie", &cookie)]).await;
    assert!(!again.body.contains("kari@example.no"), "shown once");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let site = TestSite::start().await.with_account().await;
    let form = format!("email={EMAIL}&password=korrekt+hest+batteri&neste=//evil.example");
    assert_eq!(site.post("/logg-inn", &form, &[]).await.header("location"), "/");
}

#[tokio::test]
async fn a_session_known_from_before_the_sign_in_is_worth_nothing() {
    let site = TestSite::start().await.with_account().await;
    let before = site
        .post("/logg-inn", "email=x@example.no&password=feil", &[])
        .await
        .session()
        .unwrap();
    let form = format!("email={EMAIL}&password=korrekt+hest+batteri");
    let after = site
        .post("/logg-inn", &form, &[("cookie", &before)])
        .await
        .session()
        .unwrap();
    assert_ne!(before, after);
    assert!(signed_in(&site, &after).await);
    assert!(!signed_in(&site, &before).await);
}

#[tokio::test]
async fn signing_out_ends_the_session_for_good() {
    let site = TestSite::start().await.with_account().await;
    let cookie = site.sign_in().await;
    assert!(signed_in(&site, &cookie).await);
    let answer = site.post("/logg-ut", "", &[("cookie", &cookie)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(!signed_in(&site, &cookie).await);
}

#[tokio::test]
async fn a_session_ends_at_its_absolute_end_however_much_it_is_used() {
    let site = TestSite::start_with("[sessions]\nidle_minutes = 60\nabsolute_hours = 3\n").await;
    let site = site.with_account().await;
    let cookie = site.sign_in().await;
    site.clock.advance(3 * 3600 - 1);
    assert!(signed_in(&site, &cookie).await);
    site.clock.advance(1);
    assert!(!signed_in(&site, &cookie).await);
}

#[tokio::test]
async fn a_changed_password_ends_the_sessions_from_before() {
    let site = TestSite::start().await.with_account().await;
    let cookie = site.sign_in().await;
    let account = site
        .service
        .sign_in(EMAIL, crate::site::PASSWORD)
        .await
        .unwrap()
        .unwrap();
    let viewer = site.service.viewer(Some(account.id), None).await.unwrap();
    site.service
        .change_password(&viewer, crate::site::PASSWORD, "et helt nytt passord")
        .await
        .unwrap();
    assert!(!signed_in(&site, &cookie).await);
}

#[tokio::test]
async fn a_page_for_one_who_is_signed_in_is_not_kept_by_the_browser() {
    let site = TestSite::start().await.with_account().await;
    let cookie = site.sign_in().await;
    let page = site.get("/om/personvern", &[("cookie", &cookie)]).await;
    assert!(page.header("cache-control").contains("no-store"));
    assert_eq!(page.header("etag"), "");
}

#[tokio::test]
async fn attempts_to_sign_in_are_limited() {
    let site = TestSite::start_with("[limits]\nsign_ins_per_minute = 2\n").await;
    for _ in 0..2 {
        let answer = site
            .post("/logg-inn", "email=x@example.no&password=feil", &[])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    let refused = site
        .post("/logg-inn", "email=x@example.no&password=feil", &[])
        .await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn one_cannot_act_for_an_organisation_that_one_is_no_member_of() {
    let site = TestSite::start().await.with_account().await;
    let cookie = site.sign_in().await;
    let form = "organisation=00000000-0000-0000-0000-000000000099&neste=/";
    assert_eq!(
        site.post("/handle-for", form, &[("cookie", &cookie)])
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    let oneself = site
        .post(
            "/handle-for",
            "organisation=&neste=/anlegg",
            &[("cookie", &cookie)],
        )
        .await;
    assert_eq!(
        (oneself.status, oneself.header("location")),
        (StatusCode::SEE_OTHER, "/anlegg")
    );
    let nobody = site.post("/handle-for", "organisation=&neste=/anlegg", &[]).await;
    assert!(
        nobody.header("location").starts_with("/logg-inn?neste="),
        "{:?}",
        nobody.headers
    );
}

#[tokio::test]
async fn opening_a_page_does_not_write_the_session() {
    let site = TestSite::start().await.with_account().await;
    let cookie = site.sign_in().await;
    let page = site.get("/om/personvern", &[("cookie", &cookie)]).await;
    assert!(page.session().is_none(), "{:?}", page.headers);
    let nobody = site.get("/om/personvern", &[]).await;
    assert_eq!(nobody.header("set-cookie"), "");
}

#[tokio::test]
async fn sessions_are_kept_in_postgresql_as_well() {
    let Some(site) = TestSite::start_on_postgres().await else {
        return;
    };
    let site = site.with_account().await;
    let cookie = site.sign_in().await;
    assert!(signed_in(&site, &cookie).await);
    site.post("/logg-ut", "", &[("cookie", &cookie)]).await;
    assert!(!signed_in(&site, &cookie).await);
    assert_eq!(site.get("/readyz", &[]).await.status, StatusCode::OK);
}
