//! A form that finds nobody signed in is answered with signing in, and sent again afterwards.

use super::{Site, page};
use axum::{
    Form,
    extract::{FromRequest as _, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use ledig_app::{
    actions::own_path, context::RequestContext, flash::Flash, kept::Kept, pages::sign_in::SEND, query::Query,
};

/// Answers a form that needs somebody signed in, and finds nobody, with the page of signing in; it carries
/// everything that was typed.
pub async fn layer(State(site): State<Site>, request: Request, next: Next) -> Response {
    let context = request.extensions().get::<RequestContext>().cloned();
    let Some(context) = context.filter(|context| *request.method() == Method::POST && !context.signed_in())
    else {
        return next.run(request).await;
    };
    let to = request.uri().path().to_owned();
    if Kept::of(&to, Vec::new()).is_none() {
        return next.run(request).await;
    }
    let back = page_of(request.headers(), &to);
    let fields = match Form::<Vec<(String, String)>>::from_request(request, &()).await {
        Ok(Form(fields)) => fields,
        Err(refused) => return refused.into_response(),
    };
    match Kept::of(&to, fields) {
        Some(kept) => sign_in(&site, context, kept, &back).await,
        None => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// The page of signing in, with what is carried along.
pub async fn sign_in(site: &Site, context: RequestContext, kept: Kept, back: &str) -> Response {
    let context = at(context, "/logg-inn", back);
    page::answer(site, context, kept, StatusCode::UNAUTHORIZED).await
}

/// The page where what was carried along is sent.
pub async fn send(site: &Site, context: RequestContext, kept: Kept, back: &str) -> Response {
    let context = at(context, SEND, back);
    let context = RequestContext {
        flash: Flash::default(),
        ..context
    };
    page::answer(site, context, kept, StatusCode::OK).await
}

fn at(context: RequestContext, path: &str, back: &str) -> RequestContext {
    RequestContext {
        path: path.to_owned(),
        query: Query::default().with("neste", back),
        ..context
    }
}

/// The page that the form stood on, as the browser tells it; else the list that it belongs to.
fn page_of(headers: &HeaderMap, to: &str) -> String {
    let told = headers
        .get(header::REFERER)
        .and_then(|referer| referer.to_str().ok())
        .and_then(|referer| referer.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]))
        .map(own_path)
        .filter(|path| !path.starts_with("/logg-inn"));
    let list = if to.starts_with("/forvaltning") {
        "/forvaltning"
    } else {
        "/min-side"
    };
    told.unwrap_or(list).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_the_page_of_the_form() {
        let back = |referer: &'static str, to| {
            let headers = [(header::REFERER, referer.parse().unwrap())];
            page_of(&headers.into_iter().collect(), to)
        };
        let to = "/forvaltning/saker/7/avgjor";
        assert_eq!(
            back("https://ledig.example.no/forvaltning/saker/7?uke=2026-W34", to),
            "/forvaltning/saker/7?uke=2026-W34"
        );
        assert_eq!(back("https://ledig.example.no", to), "/forvaltning");
        assert_eq!(page_of(&HeaderMap::new(), "/saker/7/svar"), "/min-side");
    }
}
