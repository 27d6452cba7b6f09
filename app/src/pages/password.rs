//! Changing one's own password.

use crate::{
    actions::password::PAGE,
    context::use_request,
    error::error_page,
    page::{Page, Width},
    texts::{faults, people},
    ui::{Button, ErrorSummary, Field, PostForm},
};
use ledig_service::ServiceError;
use leptos::prelude::*;

/// The old password and a new one.
#[component]
pub fn Password() -> impl IntoView {
    let request = use_request();
    let lang = request.lang;
    if !request.signed_in() {
        return error_page(&ServiceError::NotSignedIn);
    }
    let fault = |field: &str| request.flash.fault(field).map(|fault| faults::fault(lang, fault));
    let (old_fault, new_fault) = (fault("old"), fault("new"));
    let summary = request
        .flash
        .faults
        .iter()
        .map(|(field, fault)| (field.clone(), faults::fault(lang, fault)))
        .collect();
    view! {
        <Page title=people::change_password(lang) width=Width::Reading>
            <h1 class="ds-heading">{people::change_password(lang)}</h1>
            <p class="lead">{people::change_password_lead(lang)}</p>
            <ErrorSummary lang faults=summary />
            <PostForm action=PAGE class="stack">
                <Field
                    name="old"
                    kind="password"
                    label=people::old_password(lang)
                    fault=old_fault
                    autocomplete="current-password"
                    required=true
                />
                <Field
                    name="new"
                    kind="password"
                    label=people::new_password(lang)
                    hint=people::new_password_hint(lang)
                    fault=new_fault
                    autocomplete="new-password"
                    required=true
                />
                <div class="actions">
                    <Button>{people::change_password(lang)}</Button>
                </div>
            </PostForm>
        </Page>
    }
    .into_any()
}
