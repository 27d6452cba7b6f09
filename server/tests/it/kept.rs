//! A form that finds nobody signed in: nothing typed is lost, and nothing is done in anybody's name.

use crate::site::{Answer, EMAIL, TestSite};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use ledig_service::people::account::NewPerson;

const TO: &str = "/forvaltning/anlegg/nytt";
const FORM: &str = "form=facility&name=Nye+%22Hallen%22+%26+mer&address=Veien+1&password=hemmelig";

/// The hidden fields of the form that is sent to a path.
fn hidden(answer: &Answer, action: &str) -> Vec<(String, String)> {
    let start = answer
        .body
        .find(&format!("action=\"{action}\""))
        .expect("the form");
    let form = answer.body[start..].split("</form>").next().unwrap();
    let part = |input: &str, name: &str| {
        let value = input.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
        Some(
            value
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"),
        )
    };
    form.split("<input")
        .filter(|input| input.contains("type=\"hidden\""))
        .filter_map(|input| Some((part(input, "name")?, part(input, "value").unwrap_or_default())))
        .collect()
}

fn encoded(fields: &[(String, String)]) -> String {
    let pairs = fields.iter().map(|(name, value)| {
        let encode = ledig_app::query::encode;
        format!("{}={}", encode(name), encode(value))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Signs in on the page that carries the form.
async fn sign_in_on(site: &TestSite, page: &Answer, email: &str, password: &str) -> Answer {
    let mut fields = hidden(page, "/logg-inn");
    fields.push(("email".into(), email.into()));
    fields.push(("password".into(), password.into()));
    site.post("/logg-inn", &encoded(&fields), &[]).await
}

async fn second_person(site: &TestSite) {
    let ola = NewPerson {
        name: "Ola Hansen".into(),
        email: "ola@example.no".into(),
        phone: String::new(),
        password: Some("et annet langt passord".into()),
    };
    site.service.add_person_from_console(&ola, false).await.unwrap();
}

#[tokio::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let site = TestSite::start().await.with_account().await;
    let headers = [("referer", "https://ledig.example.no/forvaltning/anlegg/nytt?x=1")];
    let page = site.post(TO, FORM, &headers).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(!page.body.contains("hemmelig"), "passwords are not carried");
    assert!(!page.body.contains("<script"), "nothing to wake there");
    let carried = hidden(&page, "/logg-inn");
    let field = |name: &str| {
        carried
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(field("neste"), Some("/forvaltning/anlegg/nytt?x=1"));
    assert_eq!(field("til"), Some(TO));
    assert_eq!(field("sendt.name"), Some("Nye \"Hallen\" & mer"));

    // A wrong password costs nothing of it.
    let wrong = sign_in_on(&site, &page, EMAIL, "feil passord").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(!wrong.body.contains("feil passord"));
    assert_eq!(hidden(&wrong, "/logg-inn"), carried);

    let right = sign_in_on(&site, &wrong, EMAIL, crate::site::PASSWORD).await;
    assert_eq!(right.status, StatusCode::OK);
    assert!(right.body.contains("Kari Nordmann"), "{}", right.body);
    let fields = hidden(&right, TO);
    let expected = [
        ("form", "facility"),
        ("name", "Nye \"Hallen\" & mer"),
        ("address", "Veien 1"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(fields, expected);

    let cookie = right.session().unwrap();
    let sent = site.post(TO, &encoded(&fields), &[("cookie", &cookie)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let answer = site.get(sent.header("location"), &[("cookie", &cookie)]).await;
    let typed = "value=\"Nye &quot;Hallen&quot; &amp; mer\"";
    assert!(
        answer.body.contains(typed),
        "it reached its form: {}",
        answer.body
    );
}

#[tokio::test]
async fn another_person_who_signs_in_may_do_no_more_than_otherwise() {
    let site = TestSite::start().await.with_account().await;
    second_person(&site).await;
    let page = site.post(TO, FORM, &[]).await;
    let theirs = sign_in_on(&site, &page, "ola@example.no", "et annet langt passord").await;
    assert_eq!(theirs.status, StatusCode::OK);
    let cookie = theirs.session().unwrap();
    site.post(TO, &encoded(&hidden(&theirs, TO)), &[("cookie", &cookie)])
        .await;
    let refused = site.get("/forvaltning/anlegg", &[("cookie", &cookie)]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let kari = site.sign_in().await;
    let list = site.get("/forvaltning/anlegg", &[("cookie", &kari)]).await;
    assert!(!list.body.contains("Hallen"), "nothing was made");
}

#[tokio::test]
async fn nothing_is_carried_to_where_no_form_of_ours_leads() {
    let site = TestSite::start().await.with_account().await;
    for to in [
        "https://evil.example/saker/",
        "//evil.example/saker/",
        "/logg-ut",
        "/passord",
    ] {
        let form = format!(
            "email={EMAIL}&password=korrekt+hest+batteri&til={}&sendt.a=b",
            ledig_app::query::encode(to)
        );
        let answer = site.post("/logg-inn", &form, &[]).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{to}");
        assert_eq!(answer.session(), None, "{to}");
    }
}

#[tokio::test]
async fn a_form_of_an_applicant_is_kept_as_well_and_one_from_another_site_is_not() {
    let site = TestSite::start().await;
    let to = "/saker/00000000-0000-0000-0000-000000000007/trekk";
    let page = site.post(to, "versjon=3", &[]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(hidden(&page, "/logg-inn").contains(&("sendt.versjon".into(), "3".into())));
    let foreign = Request::post(to)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("versjon=3"))
        .unwrap();
    assert_eq!(site.ask(foreign).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn without_anything_kept_there_is_nothing_to_send() {
    let site = TestSite::start().await;
    let page = site.get("/logg-inn/send", &[]).await;
    assert_eq!(
        (page.status, page.header("location")),
        (StatusCode::SEE_OTHER, "/")
    );
}
