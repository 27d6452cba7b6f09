//! Cancelling booked dates, with a reason; the last step before it is done.

use crate::{
    context::RequestContext,
    pages::manage::filled::Filled,
    texts::{day, manage::case as t},
    ui::{Button, ButtonKind, Card, LinkButton, PostForm, Radio, RadioGroup, TextArea},
};
use ledig_domain::id::RequestId;
use ledig_service::case::{cancel::CancelScope, page::CaseLine};
use leptos::prelude::*;

/// How much and why.
#[component]
pub fn CancelForm(request: RequestContext, case: RequestId, line: CaseLine) -> impl IntoView {
    let lang = request.lang;
    let filled = Filled::of(&request, "cancel");
    let when = day::date_times(lang, line.date, line.times);
    let scope = filled.text("omfang", CancelScope::One.code());
    let choice = move |value: CancelScope, label: &'static str| {
        let checked = scope == value.code();
        view! { <Radio name="omfang" label=label value=value.code() checked /> }
    };
    view! {
        <Card class="confirm">
            <h2 class="ds-heading" data-size="xs" id="avlys" tabindex="-1">{t::cancel_title(lang, &when)}</h2>
            <p>{t::cancel_note(lang)}</p>
            <PostForm action=format!("/forvaltning/saker/{case}/avlys") class="stack">
                <input type="hidden" name="form" value="cancel" />
                <input type="hidden" name="linje" value=line.id.to_string() />
                <RadioGroup legend=t::cancel_how(lang) id="omfang" fault=filled.fault("omfang")>
                    {choice(CancelScope::One, t::cancel_one(lang))}
                    {choice(CancelScope::Following, t::cancel_following(lang))}
                    {choice(CancelScope::All, t::cancel_all(lang))}
                </RadioGroup>
                <TextArea
                    name="reason"
                    label=t::cancel_why(lang)
                    hint=t::own_words_hint(lang)
                    rows=2
                    value=filled.text("reason", "")
                    fault=filled.fault("reason")
                    required=true
                />
                <div class="actions">
                    <Button kind=ButtonKind::Danger>{t::cancel_yes(lang)}</Button>
                    <LinkButton href=format!("/forvaltning/saker/{case}") kind=ButtonKind::Secondary>
                        {t::cancel_no(lang)}
                    </LinkButton>
                </div>
            </PostForm>
        </Card>
    }
}
