//! What differs from the usual week: seasons and exceptions.

use super::week::{Spans, Week};
use crate::{
    pages::manage::filled::Filled,
    texts::{
        Lang, day,
        manage::{common, places as t},
    },
    ui::{Details, Field},
};
use ledig_domain::{
    hours::{HoursException, SeasonHours},
    time::DateRange,
};
use leptos::prelude::*;

/// First and last day.
#[component]
fn Dates(lang: Lang, filled: Filled, prefix: String, stored: Option<DateRange>) -> impl IntoView {
    let field = |end: &str, label: &'static str, stored: Option<String>| {
        let name = format!("{prefix}.{end}");
        let value = filled.text(&name, stored.unwrap_or_default());
        let fault = filled.fault(&name);
        view! { <Field name=name kind="date" label=label value=value fault=fault /> }
    };
    view! {
        {field("first", t::first_day(lang), stored.map(|dates| dates.from.to_string()))}
        {field("last", t::last_day(lang), stored.map(|dates| dates.to.to_string()))}
    }
}

/// A part of the year with a week of its own.
#[component]
pub fn Season(
    lang: Lang,
    filled: Filled,
    nth: usize,
    stored: Option<SeasonHours>,
    spans: usize,
) -> impl IntoView {
    let prefix = format!("s{nth}");
    let title = stored
        .as_ref()
        .map_or_else(|| t::season_new(lang).to_owned(), |one| one.name.clone());
    let name = format!("{prefix}.name");
    let value = filled.text(
        &name,
        stored.as_ref().map(|one| one.name.clone()).unwrap_or_default(),
    );
    let fault = filled.fault(&name);
    let open = filled.returned() && !value.is_empty();
    let dates = stored.as_ref().map(|one| one.dates);
    let week = stored.map(|one| one.week).unwrap_or_default();
    view! {
        <Details summary=title open>
            <div class="row">
                <Field name=name label=common::name(lang) value fault hint=t::season_name_hint(lang) />
                <Dates lang filled=filled.clone() prefix=prefix.clone() stored=dates />
            </div>
            <Week lang filled prefix week spans />
        </Details>
    }
}

/// Days with times of their own, or closed.
#[component]
pub fn Exception(
    lang: Lang,
    filled: Filled,
    nth: usize,
    stored: Option<HoursException>,
    spans: usize,
) -> impl IntoView {
    let prefix = format!("e{nth}");
    let title = stored.as_ref().map_or_else(
        || t::exception_new(lang).to_owned(),
        |one| {
            format!(
                "{}, {}",
                one.reason,
                day::date_range(lang, one.dates.from, one.dates.to)
            )
        },
    );
    let name = format!("{prefix}.reason");
    let value = filled.text(
        &name,
        stored.as_ref().map(|one| one.reason.clone()).unwrap_or_default(),
    );
    let fault = filled.fault(&name);
    let open = filled.returned() && !value.is_empty();
    let dates = stored.as_ref().map(|one| one.dates);
    let times = stored.map(|one| one.spans).unwrap_or_default();
    let label = title.clone();
    view! {
        <Details summary=title open>
            <div class="row">
                <Field name=name label=t::exception_reason(lang) value fault hint=t::exception_hint(lang) />
                <Dates lang filled=filled.clone() prefix=prefix.clone() stored=dates />
            </div>
            <div class="hours__day">
                <span class="hours__name">{t::hours(lang)}</span>
                <Spans lang filled prefix name=label stored=times spans />
            </div>
        </Details>
    }
}
