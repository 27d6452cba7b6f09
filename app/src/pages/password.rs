//! Choosing one's own password: another one, or the first after a one-time password.

use crate::{
    actions::{own_path, password::PAGE},
    context::use_request,
    error::error_page,
    page::{Page, Width},
    texts::{faults, people},
    ui::{Button, ErrorSummary, Field, PostForm},
};
use ledig_service::ServiceError;
use leptos::prelude::*;

/// The new password twice, after the old one where it is one's own.
#[component]
pub fn Password() -> impl IntoView {
    let request = use_request();
    let lang = request.lang;
    let Some(person) = &request.viewer.person else {
        return error_page(&ServiceError::NotSignedIn);
    };
    let first = person.must_choose_password;
    let (title, lead, save) = if first {
        (
            people::choose_password(lang),
            people::choose_password_lead(lang),
            people::choose_and_go_on(lang),
        )
    } else {
        (
            people::change_password(lang),
            people::change_password_lead(lang),
            people::change_password(lang),
        )
    };
    let next = own_path(
        request
            .query
            .get("neste")
            .unwrap_or(if first { "/" } else { PAGE }),
    )
    .to_owned();
    let fault = |field: &str| request.flash.fault(field).map(|fault| faults::fault(lang, fault));
    let (old_fault, new_fault, repeated_fault) = (fault("old"), fault("new"), fault("repeated"));
    let summary = request
        .flash
        .faults
        .iter()
        .map(|(field, fault)| (field.clone(), faults::fault(lang, fault)))
        .collect();
    view! {
        <Page title=title width=Width::Reading>
            <h1 class="ds-heading">{title}</h1>
            <p class="lead">{lead}</p>
            <ErrorSummary lang faults=summary />
            <PostForm action=PAGE class="stack">
                <input type="hidden" name="neste" value=next />
                {(!first)
                    .then(|| {
                        view! {
                            <Field
                                name="old"
                                kind="password"
                                label=people::old_password(lang)
                                fault=old_fault
                                autocomplete="current-password"
                                required=true
                            />
                        }
                    })}
                <Field
                    name="new"
                    kind="password"
                    label=people::new_password(lang)
                    hint=people::new_password_hint(lang)
                    fault=new_fault
                    autocomplete="new-password"
                    required=true
                />
                <Field
                    name="repeated"
                    kind="password"
                    label=people::repeat_password(lang)
                    fault=repeated_fault
                    autocomplete="new-password"
                    required=true
                />
                <div class="actions">
                    <Button>{save}</Button>
                </div>
            </PostForm>
        </Page>
    }
    .into_any()
}
