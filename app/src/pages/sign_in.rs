//! Signing in, and sending afterwards what found nobody signed in.

use crate::{
    actions::own_path,
    context::use_request,
    error::redirect,
    kept::Kept,
    page::{Page, Width},
    texts::{Lang, common, faults, people},
    ui::{
        Alert, Button, ButtonKind, ErrorSummary, Facts, Field, HiddenFields, Icon, LinkButton, PostForm, Tone,
    },
};
use leptos::prelude::*;

/// The page where one sends what was kept. Without anything kept it leads to the front page.
pub const SEND: &str = "/logg-inn/send";

/// E-mail and password; afterwards the page one came from (`neste`). What a form held that found nobody signed
/// in is carried along.
#[component]
pub fn SignIn() -> impl IntoView {
    let request = use_request();
    let lang = request.lang;
    let next = own_path(request.query.get("neste").unwrap_or("/")).to_owned();
    let fault = request
        .flash
        .fault("password")
        .map(|fault| faults::fault(lang, fault));
    let summary = fault
        .iter()
        .map(|told| ("password".to_owned(), told.clone()))
        .collect();
    let email = request.flash.value("email").map(ToOwned::to_owned);
    let kept = use_context::<Kept>();
    let lead = lead(lang, kept.is_some());
    let carried = kept.map(|kept| kept.carried()).unwrap_or_default();
    view! {
        <Page title=common::sign_in(lang) width=Width::Reading class="sign-in">
            <h1 class="ds-heading" data-size="lg">{common::sign_in(lang)}</h1>
            {lead}
            <ErrorSummary lang faults=summary />
            <PostForm action="/logg-inn" class="stack">
                <input type="hidden" name="neste" value=next />
                <HiddenFields fields=carried />
                <Field name="email" kind="email" label=people::email(lang) value=email autocomplete="username" required=true />
                <Field
                    name="password"
                    kind="password"
                    label=people::password(lang)
                    fault=fault
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

fn lead(l: Lang, kept: bool) -> AnyView {
    if kept {
        view! { <Alert tone=Tone::Warning><p>{people::kept_lead(l)}</p></Alert> }.into_any()
    } else {
        view! { <p class="lead">{people::sign_in_lead(l)}</p> }.into_any()
    }
}

/// Signed in again: where what was typed goes, and the button that sends it.
#[component]
pub fn SendKept() -> impl IntoView {
    let request = use_request();
    let lang = request.lang;
    let Some(kept) = use_context::<Kept>() else {
        redirect("/");
        return ().into_any();
    };
    let back = own_path(request.query.get("neste").unwrap_or("/")).to_owned();
    let facts = vec![(
        people::kept_to(lang).to_owned(),
        people::form_at(lang, &kept.to).into_any(),
    )];
    view! {
        <Page title=people::kept_title(lang) width=Width::Reading class="sign-in">
            <h1 class="ds-heading" data-size="lg">{people::kept_title(lang)}</h1>
            <p class="lead">{people::kept_not_sent(lang)}</p>
            <Facts facts />
            <PostForm action=kept.to>
                <HiddenFields fields=kept.fields />
                <div class="actions">
                    <Button icon=Icon::Paperplane>{people::kept_send(lang)}</Button>
                    <LinkButton href=back kind=ButtonKind::Tertiary>
                        {people::kept_back(lang)}
                    </LinkButton>
                </div>
            </PostForm>
        </Page>
    }
    .into_any()
}
