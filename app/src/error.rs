//! Service errors as pages: the status, what it means, and a way on.

use crate::{
    context::use_request,
    page::{Page, Width},
    query::encode,
    texts::{Lang, common},
    ui::{ButtonKind, LinkButton},
};
use http::{HeaderValue, StatusCode, header::LOCATION};
use ledig_service::ServiceError;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// The HTTP status of an error.
pub fn status(error: &ServiceError) -> StatusCode {
    match error {
        ServiceError::NotSignedIn => StatusCode::UNAUTHORIZED,
        ServiceError::Forbidden => StatusCode::FORBIDDEN,
        ServiceError::NotFound => StatusCode::NOT_FOUND,
        ServiceError::Conflict(_) | ServiceError::InTheWay(_) | ServiceError::Stale => StatusCode::CONFLICT,
        ServiceError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        ServiceError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ServiceError::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Sets the status of the response being made.
pub fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Leads the visitor to another page of ours, whoever asks: 303.
pub fn redirect(path: &str) {
    if let (Some(response), Ok(path)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(path)) {
        response.insert_header(LOCATION, path);
        response.set_status(StatusCode::SEE_OTHER);
    }
}

/// Where one signs in, and comes back from to `here`.
pub fn sign_in_link(here: &str) -> String {
    format!("/logg-inn?neste={}", encode(here))
}

/// The page of an error. Who is not signed in is led to signing in, and back here afterwards.
pub fn error_page(error: &ServiceError) -> AnyView {
    if matches!(error, ServiceError::NotSignedIn) {
        redirect(&sign_in_link(&use_request().here()));
        return ().into_any();
    }
    if let ServiceError::Internal(cause) = error {
        tracing::error!(%cause, "a page could not be made");
    }
    view! { <ErrorPage status=status(error) /> }.into_any()
}

/// Title and text of a status.
pub fn words(l: Lang, status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::FORBIDDEN => (common::forbidden_title(l), common::forbidden_text(l)),
        StatusCode::NOT_FOUND => (common::not_found_title(l), common::not_found_text(l)),
        StatusCode::CONFLICT => (common::conflict_title(l), common::conflict_text(l)),
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST => {
            (common::invalid_title(l), common::invalid_text(l))
        }
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
            (common::busy_title(l), common::busy_text(l))
        }
        _ => (common::internal_title(l), common::internal_text(l)),
    }
}

/// Says what is wrong and how to go on.
#[component]
pub fn ErrorPage(status: StatusCode) -> impl IntoView {
    set_status(status);
    let request = use_request();
    let lang = request.lang;
    let (title, text) = words(lang, status);
    let again = matches!(
        status,
        StatusCode::CONFLICT | StatusCode::SERVICE_UNAVAILABLE | StatusCode::INTERNAL_SERVER_ERROR
    );
    view! {
        <Page title=title width=Width::Reading class="error-page">
            <p class="error-page__status" aria-hidden="true">{status.as_u16()}</p>
            <h1 class="ds-heading" data-size="lg">{title}</h1>
            <p class="lead">{text}</p>
            <p class="actions">
                {again.then(|| view! { <LinkButton href=request.here()>{common::try_again(lang)}</LinkButton> })}
                <LinkButton href="/" kind=ButtonKind::Secondary>{common::nav_search(lang)}</LinkButton>
                <LinkButton href="/anlegg" kind=ButtonKind::Secondary>{common::nav_facilities(lang)}</LinkButton>
            </p>
        </Page>
    }
}
