//! Signing in.

use crate::{
    actions::own_path,
    context::use_request,
    page::{Page, Width},
    texts::{common, people},
    ui::{Alert, Button, Field, PostForm, Tone},
};
use leptos::prelude::*;

/// E-mail and password; afterwards the page one came from (`neste`).
#[component]
pub fn SignIn() -> impl IntoView {
    let request = use_request();
    let lang = request.lang;
    let next = own_path(request.query.get("neste").unwrap_or("/")).to_owned();
    let email = request.flash.value("email").map(ToOwned::to_owned);
    view! {
        <Page title=common::sign_in(lang) width=Width::Reading class="sign-in">
            <h1 class="ds-heading" data-size="lg">{common::sign_in(lang)}</h1>
            {if request.query.has("byttet") {
                view! { <Alert tone=Tone::Success><p>{people::password_changed(lang)}</p></Alert> }.into_any()
            } else {
                view! { <p class="lead">{people::sign_in_lead(lang)}</p> }.into_any()
            }}
            <PostForm action="/logg-inn" class="stack">
                <input type="hidden" name="neste" value=next />
                <Field name="email" kind="email" label=people::email(lang) value=email autocomplete="username" required=true />
                <Field
                    name="password"
                    kind="password"
                    label=people::password(lang)
                    autocomplete="current-password"
                    required=true
                />
                <div class="actions">
                    <Button>{common::sign_in(lang)}</Button>
                </div>
            </PostForm>
            <p class="note">{people::no_account(lang)}</p>
        </Page>
    }
}
