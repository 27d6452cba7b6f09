//! Form actions: each takes a posted form, asks `service`, and leads on to a page.
//!
//! An action gets the request's [`crate::context::RequestContext`] and the session as extractors, keeps a
//! [`crate::flash::Flash`] for the next page, and answers with [`leads_to`]. They work without script.

mod booking;
mod case;
pub mod manage;
pub mod password;
pub mod posted;

use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::post,
};

/// Every action of the app; the server adds session, context and guards around them.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/bestill/{space}", post(booking::send))
        .route("/saker/{case}/svar", post(case::answer))
        .route("/saker/{case}/datoer", post(case::change))
        .route("/saker/{case}/trekk", post(case::withdraw))
        .route("/saker/{case}/avlys", post(case::cancel))
        .merge(manage::routes())
}

/// Leads on to a page of ours: 303, so that going back and reloading never sends the form again.
/// An address that is not a path of this site leads to the front page.
pub fn leads_to(path: &str) -> Response {
    Redirect::to(own_path(path)).into_response()
}

/// The path if it is one of this site, else `/`.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control);
    if own { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_led_to_another_site() {
        assert_eq!(own_path("/saker/1?a=b"), "/saker/1?a=b");
        for path in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(own_path(path), "/", "{path:?}");
        }
    }
}
