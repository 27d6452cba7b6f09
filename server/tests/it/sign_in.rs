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
async fn a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
    let site = TestSite::start().await.with_account().await;
    let (here, elsewhere) = (site.sign_in().await, site.sign_in().await);
    let wrong = "old=feil&new=kort&repeated=kart";
    let answer = site.post("/passord", wrong, &[("cookie", &here)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = site.get("/passord", &[("cookie", &here)]).await.body;
    for fault in ["old-fault", "new-fault", "repeated-fault"] {
        assert!(page.contains(fault), "{fault}");
    }
    let form =
        "old=korrekt+hest+batteri&new=et+helt+nytt+passord&repeated=et+helt+nytt+passord&neste=/min-side";
    let answer = site.post("/passord", form, &[("cookie", &here)]).await;
    assert_eq!(answer.header("location"), "/min-side");
    let now = answer.session().expect("the session gets a new id");
    assert_ne!(now, here);
    assert!(signed_in(&site, &now).await);
    assert!(!signed_in(&site, &here).await);
    assert!(!signed_in(&site, &elsewhere).await);
}

/// The one-time password of a new account for Nora.
async fn with_one_time_password(site: &TestSite) -> String {
    let nora = ledig_service::people::account::NewPerson {
        name: "Nora Ny".into(),
        email: "nora@example.no".into(),
        phone: String::new(),
        password: None,
    };
    let added = site.service.add_person_from_console(&nora, true).await.unwrap();
    added.initial_password.unwrap()
}

#[tokio::test]
async fn a_one_time_password_leads_every_page_to_the_choice_of_another() {
    let site = TestSite::start().await;
    let password = with_one_time_password(&site).await;
    let form = format!("email=nora%40example.no&password={password}&neste=/forvaltning");
    let cookie = site.post("/logg-inn", &form, &[]).await.session().unwrap();
    for path in ["/", "/forvaltning", "/om/personvern", "/finnes-ikke"] {
        let page = site.get(path, &[("cookie", &cookie)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
        assert!(page.header("location").starts_with("/passord?neste="), "{path}");
    }
    let post = site
        .post("/forvaltning/folk/lagre", "name=x", &[("cookie", &cookie)])
        .await;
    assert_eq!(
        (post.status, post.header("location")),
        (StatusCode::SEE_OTHER, "/passord")
    );
    let page = site
        .get("/passord?neste=/forvaltning", &[("cookie", &cookie)])
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Velg ditt eget passord") && !page.body.contains("name=\"old\""));
    let form = "new=et+helt+nytt+passord&repeated=et+helt+nytt+passord&neste=/forvaltning";
    let chosen = site.post("/passord", form, &[("cookie", &cookie)]).await;
    assert_eq!(chosen.header("location"), "/forvaltning");
    let cookie = chosen.session().unwrap();
    let page = site.get("/om/personvern", &[("cookie", &cookie)]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Nora Ny"));
}

#[tokio::test]
async fn an_expired_one_time_password_says_so_and_opens_nothing() {
    let site = TestSite::start().await;
    let password = with_one_time_password(&site).await;
    site.clock.advance(14 * 86_400);
    let form = format!("email=nora%40example.no&password={password}&neste=/forvaltning");
    let answer = site.post("/logg-inn", &form, &[]).await;
    let cookie = answer.session().unwrap();
    assert_eq!(answer.header("location"), "/logg-inn?neste=%2Fforvaltning");
    let page = site.get("/logg-inn", &[("cookie", &cookie)]).await;
    assert!(page.body.contains("Engangspassordet er gått ut"), "{}", page.body);
    assert!(!page.body.contains("Nora Ny"));
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
