//! The sentence with fields in it.

use super::{Shown, read::scope_value};
use crate::{
    pages::manage::rules::scope_name,
    texts::{
        Lang, day, kinds,
        manage::{common, rules as t},
    },
    ui::{Checkbox, Field, Select, SelectOption},
};
use chrono::Weekday;
use ledig_domain::people::{ApplicantKind, PriceGroup};
use ledig_service::manage::RuleScope;
use leptos::prelude::*;

/// Name, scope, and a line per term.
#[component]
pub fn Terms(lang: Lang, shown: Shown, scopes: Vec<RuleScope>) -> impl IntoView {
    let terms = shown.terms.clone();
    let options = scopes
        .iter()
        .map(|one| SelectOption::new(scope_value(one.scope), scope_name(lang, one)))
        .collect::<Vec<_>>();
    let of = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let minutes = of(terms.max_minutes.map(u32::from));
    let dates = of(terms.max_dates.map(u32::from));
    let number = |name: &'static str, before: &'static str, after: &'static str, stored: String| {
        view! { <NumberTerm shown=shown.clone() name before after stored /> }
    };
    let kind_boxes = ApplicantKind::ALL
        .iter()
        .map(|kind| {
            let label = kinds::applicant(lang, *kind).to_lowercase();
            tick("kinds", kind.code(), label, terms.kinds.contains(kind))
        })
        .collect_view();
    let price_boxes = PriceGroup::ALL
        .iter()
        .map(|group| {
            let label = kinds::price_group(lang, *group).to_lowercase();
            tick(
                "price_groups",
                group.code(),
                label,
                terms.price_groups.contains(group),
            )
        })
        .collect_view();
    let day_boxes = (0..7u8)
        .filter_map(|nth| Some((nth, Weekday::try_from(nth).ok()?)))
        .map(|(nth, weekday)| {
            let on = terms.weekdays.is_some_and(|days| days.contains(weekday));
            tick("weekdays", nth.to_string(), day::weekdays(lang, weekday), on)
        })
        .collect_view();
    view! {
        <div class="row">
            <Field
                name="name"
                label=t::name(lang)
                hint=t::name_hint(lang)
                value=terms.name.clone()
                fault=shown.fault("name")
            />
            <Select
                name="scope"
                label=t::scope(lang)
                options
                value=scope_value(shown.scope)
                fault=shown.fault("scope")
            />
        </div>
        <div class="terms" role="group" aria-labelledby="says-yes">
            <p class="terms__lead" id="says-yes">{t::says_yes(lang)}</p>
            <fieldset class="term">
                <legend>{t::t_kinds(lang)}</legend>
                <div class="tick-row">{kind_boxes}</div>
            </fieldset>
            <div class="term">{tick("approved_only", "1", t::t_approved(lang).to_owned(), terms.approved_only)}</div>
            <fieldset class="term">
                <legend>{t::t_price(lang)}</legend>
                <div class="tick-row">{price_boxes}</div>
            </fieldset>
            {number("max_minutes", t::t_minutes(lang), common::minutes_unit(lang), minutes)}
            <Within lang shown=shown.clone() />
            <fieldset class="term">
                <legend>{t::t_weekdays(lang)}</legend>
                <div class="tick-row">{day_boxes}</div>
            </fieldset>
            {number("weekly_minutes", t::t_weekly(lang), t::t_weekly_after(lang), of(terms.weekly_minutes))}
            {number("max_dates", t::t_dates(lang), t::t_dates_after(lang), dates)}
            {number("max_persons", t::t_persons(lang), t::t_persons_after(lang), of(terms.max_persons))}
            <div class="term">
                {tick("no_competitors", "1", t::t_competitors(lang).to_owned(), terms.no_competitors)}
            </div>
            <p class="note">{t::empty_asks_nothing(lang)}</p>
        </div>
        <Checkbox name="active" label=t::active_field(lang) hint=t::active_hint(lang) checked=shown.active />
    }
}

/// A box to tick with its word.
fn tick(name: &'static str, value: impl Into<String>, label: String, on: bool) -> impl IntoView {
    let value = value.into();
    view! {
        <label class="tick">
            <input type="checkbox" class="ds-input" name=name value=value checked=on />
            {label}
        </label>
    }
}

/// «hver dato varer høyst [ ] minutter».
#[component]
fn NumberTerm(
    shown: Shown,
    name: &'static str,
    before: &'static str,
    after: &'static str,
    stored: String,
) -> impl IntoView {
    let fault = shown.fault(name);
    let value = if fault.is_some() {
        shown.typed.get(name).to_owned()
    } else {
        stored
    };
    let fault_id = format!("{name}-fault");
    let described = fault.is_some().then(|| fault_id.clone());
    view! {
        <div class="term">
            <label for=name>{before}</label>
            <input
                class="ds-input term__number"
                type="text"
                inputmode="numeric"
                id=name
                name=name
                value=value
                aria-invalid=fault.is_some().then_some("true")
                aria-describedby=described
            />
            <span>{after}</span>
            {fault.map(|text| view! { <span class="ds-validation-message" id=fault_id>{text}</span> })}
        </div>
    }
}

/// «hver dato er mellom [ ] og [ ]».
#[component]
fn Within(lang: Lang, shown: Shown) -> impl IntoView {
    let fault = shown.fault("within");
    let (from, to) = match (&fault, shown.terms.within) {
        (None, Some(span)) => (span.from.to_string(), span.to.to_string()),
        _ => (
            shown.typed.get("within_from").to_owned(),
            shown.typed.get("within_to").to_owned(),
        ),
    };
    let input = |name: &'static str, label: &'static str, value: String| {
        view! {
            <input
                class="ds-input term__number"
                type="text"
                inputmode="numeric"
                placeholder="00:00"
                name=name
                value=value
                aria-label=format!("{} {label}", t::t_within(lang))
            />
        }
    };
    view! {
        <div class="term" id="within">
            <span>{t::t_within(lang)}</span>
            {input("within_from", common::from(lang), from)}
            <span>{t::t_within_and(lang)}</span>
            {input("within_to", common::to(lang), to)}
            {fault.map(|text| view! { <span class="ds-validation-message">{text}</span> })}
        </div>
    }
}
