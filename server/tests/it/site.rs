//! A site to ask, and how to ask it.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use ledig_domain::time::Timestamp;
use ledig_server::{
    accounts::Sessions,
    config::Config,
    web::{Site, router},
};
use ledig_service::{
    Hashing, Service, Settings,
    people::account::NewPerson,
    testing::{CountingIds, StandingClock},
};
use ledig_store::Store;
use leptos::config::LeptosOptions;
use sqlx::{Connection as _, Executor as _, PgConnection};
use std::sync::Arc;
use tower::ServiceExt as _;

/// A Monday noon in August 2026.
pub const NOW: Timestamp = Timestamp(1_786_960_800);

pub const EMAIL: &str = "kari@example.no";
pub const PASSWORD: &str = "korrekt hest batteri";

/// A site over an empty SQLite file, with files of a client that was "built".
pub struct TestSite {
    pub router: Router,
    pub clock: Arc<StandingClock>,
    pub service: Service,
    _folder: tempfile::TempDir,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: impl AsRef<str>) -> &str {
        self.headers
            .get(name.as_ref())
            .and_then(|value| value.to_str().ok())
            .unwrap_or("")
    }

    /// The session's cookie, as a browser would send it back.
    pub fn session(&self) -> Option<String> {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
            .find(|cookie| cookie.starts_with("ledig_session="))
            .map(ToOwned::to_owned)
    }
}

impl TestSite {
    pub async fn start() -> Self {
        Self::start_with("").await
    }

    /// With a configuration file's text.
    pub async fn start_with(file: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        Self::over(folder, url, file).await
    }

    /// Over an empty PostgreSQL database; `None` where the suites are told to go without.
    pub async fn start_on_postgres() -> Option<Self> {
        let Ok(server) = std::env::var("LEDIG_TEST_POSTGRES") else {
            let skip = std::env::var("LEDIG_TEST_SKIP_POSTGRES").is_ok_and(|skip| skip == "1");
            assert!(
                skip,
                "LEDIG_TEST_POSTGRES=postgres://… must name a server; scripts/postgres.sh starts one"
            );
            return None;
        };
        let name = format!("ledig_server_{}", std::process::id());
        let base = server.rsplit_once('/').map_or(server.as_str(), |(base, _)| base);
        let mut admin = PgConnection::connect(&server).await.unwrap();
        admin
            .execute(format!("CREATE DATABASE {name}").as_str())
            .await
            .unwrap();
        Some(Self::over(tempfile::tempdir().unwrap(), format!("{base}/{name}"), "").await)
    }

    async fn over(folder: tempfile::TempDir, url: String, file: &str) -> Self {
        let pkg = folder.path().join("site/pkg");
        std::fs::create_dir_all(&pkg).unwrap();
        for (name, content) in [
            ("ledig.Eu5A52FFk5yGUCRmKRoK0g.js", "plain"),
            ("ledig.Eu5A52FFk5yGUCRmKRoK0g.js.br", "squeezed"),
            ("ledig.js", "plain"),
        ] {
            std::fs::write(pkg.join(name), content).unwrap();
        }
        let config = Config::read(file, [("LEDIG_DATABASE_URL".to_owned(), url.clone())]).unwrap();
        let store = Store::open(&url).await.unwrap();
        let sessions = Sessions::open(&store, &url).await.unwrap();
        let clock = Arc::new(StandingClock::at(NOW));
        let settings = Settings {
            hashing: Hashing {
                memory_kib: 8,
                passes: 1,
            },
            ..Settings::default()
        };
        let service = Service::new(store, clock.clone(), Arc::new(CountingIds::default()), settings);
        let leptos = LeptosOptions::builder()
            .output_name("ledig")
            .site_root(folder.path().join("site").to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .build();
        let site = Site::new(service.clone(), "Bærum", config, leptos, sessions, None);
        Self {
            router: router(&site),
            clock,
            service,
            _folder: folder,
        }
    }

    /// Makes Kari's account.
    pub async fn with_account(self) -> Self {
        let kari = NewPerson {
            name: "Kari Nordmann".into(),
            email: EMAIL.into(),
            phone: String::new(),
            password: Some(PASSWORD.into()),
        };
        self.service.add_person_from_console(&kari, true).await.unwrap();
        self
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    /// Opens a page as a browser does.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path).header(header::ACCEPT, "text/html");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form as our own page does.
    pub async fn post(&self, path: &str, form: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Signs Kari in and gives her session's cookie.
    pub async fn sign_in(&self) -> String {
        let form = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
        self.post("/logg-inn", &form, &[])
            .await
            .session()
            .expect("a session begins")
    }
}
