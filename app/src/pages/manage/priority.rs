//! The priority classes, first one first.

use super::{
    filled::Filled,
    frame::{Answer, ManagePage},
    rules::tabs,
};
use crate::{
    context::use_request,
    page::load,
    texts::{Lang, day, kinds, manage::rules as t},
    ui::{Button, Details, ErrorSummary, Field, PostForm, Tabs},
};
use ledig_domain::{people::ApplicantKind, priority::PriorityClass, time::local_date};
use leptos::prelude::*;

/// The list, and the form to change it.
#[component]
pub fn Priority() -> impl IntoView {
    let request = use_request();
    load(async move {
        let page = request.service.priority_page(&request.viewer).await?;
        let lang = request.lang;
        let filled = Filled::of(&request, "priority");
        let classes = page.rules.classes.clone();
        let version = page.rules.version;
        let since = page
            .from
            .map(|from| day::day_month_year(lang, local_date(from, request.service.zone())));
        let mut notes = vec![t::version(lang, version)];
        notes.extend(since.map(|since| t::since(lang, &since)));
        notes.extend(page.made_by.as_ref().map(|name| t::made_by(lang, name)));
        let body = if page.may_edit {
            view! { <Form lang filled classes=classes.clone() version /> }.into_any()
        } else {
            let rows = classes
                .iter()
                .map(|class| view! { <li><strong>{class.name.clone()}</strong> " " <span class="note">{told(lang, class)}</span></li> })
                .collect_view();
            view! { <ol class="classes">{rows}</ol> }.into_any()
        };
        Ok(view! {
            <ManagePage title=t::priority(lang) narrow=true>
                <Answer title=t::priority(lang) lead=t::priority_answer(lang, classes.len()) />
                <Tabs label=t::views(lang) tabs=tabs(lang, true) />
                <p class="note">{t::priority_note(lang)}</p>
                {(version > 0).then(|| view! { <p class="note">{day::capital(&notes.join(" · "))}</p> })}
                {body}
            </ManagePage>
        })
    })
}

/// Whom a class holds, in words.
fn told(l: Lang, class: &PriorityClass) -> String {
    let mut parts: Vec<String> = class
        .kinds
        .iter()
        .map(|kind| kinds::applicant(l, *kind).to_owned())
        .collect();
    parts.extend(match (class.age_from, class.age_to) {
        (Some(from), Some(to)) => Some(t::ages_between(l, from, to)),
        (Some(from), None) => Some(t::ages_from(l, from)),
        (None, Some(to)) => Some(t::ages_to(l, to)),
        (None, None) => None,
    });
    parts.extend(class.adapted.then(|| t::adapted(l).to_owned()));
    parts.extend((!class.source.is_empty()).then(|| class.source.clone()));
    parts.join(" · ")
}

#[component]
fn Form(lang: Lang, filled: Filled, classes: Vec<PriorityClass>, version: u32) -> impl IntoView {
    let stored = classes.len() + 2;
    let count = filled
        .maybe("classes")
        .and_then(|n| n.parse().ok())
        .unwrap_or(stored)
        .min(60);
    let rows = (0..count)
        .map(|nth| {
            let class = classes.get(nth).cloned();
            view! { <Class lang filled=filled.clone() nth class /> }
        })
        .collect_view();
    view! {
        <PostForm action="/forvaltning/prioritet/lagre" class="form">
            <input type="hidden" name="form" value="priority" />
            <input type="hidden" name="version" value=version.to_string() />
            <input type="hidden" name="classes" value=count.to_string() />
            <ErrorSummary lang faults=filled.faults() />
            <ol class="classes" id="name">{rows}</ol>
            <div class="actions">
                <Button>{t::save_version(lang, version + 1)}</Button>
            </div>
        </PostForm>
    }
}

#[component]
fn Class(lang: Lang, filled: Filled, nth: usize, class: Option<PriorityClass>) -> impl IntoView {
    let new = class.is_none();
    let class = class.unwrap_or_default();
    let field = move |name: &str| format!("c{nth}.{name}");
    let summary = if new {
        t::class_new(lang).to_owned()
    } else {
        format!("{}. {}", nth + 1, class.name)
    };
    let about = (!new).then(|| told(lang, &class));
    let typed = filled.clone();
    let line = move |name: &str, label: &'static str, stored: String, numeric: bool| {
        let name = field(name);
        let value = typed.text(&name, stored);
        let fault = typed.fault(&name);
        view! { <Field name=name label=label value fault inputmode=numeric.then_some("numeric") /> }
    };
    let age = |age: Option<u8>| age.map(|age| age.to_string()).unwrap_or_default();
    let kinds_name = field("kinds");
    let boxes = ApplicantKind::ALL
        .iter()
        .map(|kind| {
            let on = filled.chosen(&kinds_name, kind.code(), class.kinds.contains(kind));
            view! {
                <label class="tick">
                    <input type="checkbox" class="ds-input" name=kinds_name.clone() value=kind.code() checked=on />
                    {kinds::applicant(lang, *kind)}
                </label>
            }
        })
        .collect_view();
    let adapted = field("adapted");
    let adapted_on = filled.ticked(&adapted, class.adapted);
    let place = if new { String::new() } else { (nth + 1).to_string() };
    let source = line("source", t::source(lang), class.source.clone(), false);
    let open = filled.returned()
        && filled
            .faults()
            .iter()
            .any(|(name, _)| name.starts_with(&format!("c{nth}.")));
    view! {
        <li>
            <Details summary open>
                <div class="fields">
                    {line("name", t::class_name(lang), class.name.clone(), false)}
                    {line("place", t::place(lang), place, true)}
                    {line("age_from", t::age_from(lang), age(class.age_from), true)}
                    {line("age_to", t::age_to(lang), age(class.age_to), true)}
                </div>
                <p class="note">{t::clear_to_remove(lang)}</p>
                <fieldset class="term">
                    <legend>{t::class_kinds(lang)} " (" {t::class_anyone(lang)} ")"</legend>
                    <div class="tick-row">{boxes}</div>
                </fieldset>
                <label class="tick">
                    <input type="checkbox" class="ds-input" name=adapted value="1" checked=adapted_on />
                    {t::adapted(lang)}
                </label>
                {source}
            </Details>
            {about.map(|about| view! { <p class="note classes__about">{about}</p> })}
        </li>
    }
}
