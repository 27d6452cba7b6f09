//! The reason of a refusal: one of a list, and own words.

use crate::{
    pages::manage::filled::Filled,
    texts::{
        Lang,
        manage::{case as t, words},
    },
    ui::{Select, SelectOption, TextArea},
};
use ledig_domain::decision::RejectionReason;
use leptos::prelude::*;

/// The list and the words.
#[component]
pub fn Reason(
    lang: Lang,
    filled: Filled,
    reason: &'static str,
    text: &'static str,
    hint: &'static str,
) -> impl IntoView {
    let mut options = vec![SelectOption::new("", t::reason_choose(lang))];
    options.extend(
        RejectionReason::ALL
            .iter()
            .map(|one| SelectOption::new(one.code(), words::rejection(lang, *one))),
    );
    let chosen = filled.text(reason, "");
    let hint = (!hint.is_empty()).then_some(hint);
    view! {
        <div class="row">
            <Select name=reason label=t::reason(lang) options value=chosen hint=hint fault=filled.fault(reason) />
            <TextArea
                name=text
                label=t::own_words(lang)
                hint=t::own_words_hint(lang)
                rows=2
                value=filled.text(text, "")
                fault=filled.fault(text)
            />
        </div>
    }
}
