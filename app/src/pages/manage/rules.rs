//! The rules that decide at once, as sentences.

use super::frame::{Answer, ManagePage};
use crate::{
    context::{RequestContext, use_request},
    page::load,
    texts::{Lang, day, manage::rules as t},
    ui::{ButtonKind, EmptyState, Icon, LinkButton, Tab, Tabs, Tag, Tone},
};
use ledig_domain::time::local_date;
use ledig_service::manage::{RuleScope, RuleView, ScopeFilter};
use leptos::prelude::*;

/// The tabs of rules and priority.
pub fn tabs(l: Lang, priority: bool) -> Vec<Tab> {
    vec![
        Tab {
            label: t::tab_auto(l).to_owned(),
            href: "/forvaltning/regler".to_owned(),
            current: !priority,
        },
        Tab {
            label: t::tab_priority(l).to_owned(),
            href: "/forvaltning/prioritet".to_owned(),
            current: priority,
        },
    ]
}

/// The list.
#[component]
pub fn Rules() -> impl IntoView {
    let request = use_request();
    load(async move {
        let filter = request
            .query
            .read("anlegg")
            .map_or(ScopeFilter::All, ScopeFilter::Facility);
        let page = request.service.rules_page(&request.viewer, filter).await?;
        let lang = request.lang;
        let active = page.rules.iter().filter(|rule| rule.active).count();
        let may_make = !page.scopes.is_empty();
        let list = if page.rules.is_empty() {
            view! {
                <EmptyState title=t::none(lang) icon=Icon::Tasklist>
                    <p>{t::none_text(lang)}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            let rules = page
                .rules
                .into_iter()
                .map(|rule| view! { <RuleItem request=request.clone() rule /> })
                .collect_view();
            view! { <ul class="rulebook">{rules}</ul> }.into_any()
        };
        Ok(view! {
            <ManagePage title=t::title(lang) narrow=true>
                <Answer title=t::title(lang) lead=t::answer(lang, active)>
                    {may_make
                        .then(|| {
                            view! {
                                <LinkButton href="/forvaltning/regler/ny" icon=Icon::Plus>
                                    {t::new(lang)}
                                </LinkButton>
                            }
                        })}
                </Answer>
                <Tabs label=t::views(lang) tabs=tabs(lang, false) />
                {list}
            </ManagePage>
        })
    })
}

/// Where a rule holds, in words.
pub fn scope_name(l: Lang, scope: &RuleScope) -> String {
    if scope.name.is_empty() {
        t::everywhere(l).to_owned()
    } else {
        scope.name.clone()
    }
}

#[component]
fn RuleItem(request: RequestContext, rule: RuleView) -> impl IntoView {
    let lang = request.lang;
    let name = rule.terms.name.clone();
    let (tone, icon, word) = if rule.active {
        (Tone::Success, Icon::CheckmarkCircle, t::active(lang))
    } else {
        (Tone::Neutral, Icon::InformationSquare, t::inactive(lang))
    };
    let since = day::day_month_year(lang, local_date(rule.from, request.service.zone()));
    let mut notes = vec![t::version(lang, rule.version), t::since(lang, &since)];
    notes.extend(rule.made_by.as_ref().map(|name| t::made_by(lang, name)));
    notes.push(t::decided(lang, rule.decided));
    let label = if rule.may_edit {
        t::edit_rule(lang, &name)
    } else {
        t::see_rule(lang, &name)
    };
    view! {
        <li class="rule">
            <div class="rule__head">
                <h2 class="ds-heading" data-size="2xs">{name}</h2>
                <Tag tone icon>{word}</Tag>
                <Tag tone=Tone::Neutral icon=Icon::LocationPin>{scope_name(lang, &rule.scope)}</Tag>
            </div>
            <Sentence lang clauses=t::clauses(lang, &rule.terms) />
            <p class="note">{notes.join(" · ")}</p>
            <LinkButton href=format!("/forvaltning/regler/{}", rule.id) kind=ButtonKind::Secondary icon=Icon::PencilWriting>
                {label}
            </LinkButton>
        </li>
    }
}

/// «Si ja med en gang når …».
#[component]
fn Sentence(lang: Lang, clauses: Vec<String>) -> impl IntoView {
    if clauses.is_empty() {
        return view! { <p>{t::says_yes_always(lang)}</p> }.into_any();
    }
    view! {
        <p>{t::says_yes(lang)}</p>
        <ul class="ds-list">{clauses.into_iter().map(|clause| view! { <li>{clause}</li> }).collect_view()}</ul>
    }
    .into_any()
}
