//! The days of a usual week, each with its spans.

use crate::{
    pages::manage::filled::Filled,
    texts::{Lang, day, manage::places as t},
};
use chrono::Weekday;
use ledig_domain::{hours::WeekHours, time::WallSpan};
use leptos::prelude::*;

/// Seven days, each with its spans.
#[component]
pub fn Week(lang: Lang, filled: Filled, prefix: String, week: WeekHours, spans: usize) -> impl IntoView {
    let rows = week
        .into_iter()
        .enumerate()
        .map(|(nth, stored)| {
            let weekday = u8::try_from(nth).ok().and_then(|nth| Weekday::try_from(nth).ok());
            let name = weekday
                .map(|weekday| day::capital(day::weekday(lang, weekday)))
                .unwrap_or_default();
            let prefix = format!("{prefix}.{nth}");
            view! {
                <div class="hours__day">
                    <span class="hours__name">{name.clone()}</span>
                    <Spans lang filled=filled.clone() prefix name stored spans />
                </div>
            }
        })
        .collect_view();
    view! { <div class="hours__week">{rows}</div> }
}

/// The spans of a day, from–to twice or more.
#[component]
pub fn Spans(
    lang: Lang,
    filled: Filled,
    prefix: String,
    name: String,
    stored: Vec<WallSpan>,
    spans: usize,
) -> impl IntoView {
    (0..spans)
        .map(|nth| {
            let span = stored.get(nth);
            let field = format!("{prefix}.{nth}");
            let fault = filled.fault(&field);
            let fault_id = format!("{field}.fault");
            let input = |end: &str, stored: Option<String>, label: String| {
                let name = format!("{field}.{end}");
                view! {
                    <input
                        class="ds-input"
                        type="text"
                        inputmode="numeric"
                        id=name.clone()
                        name=name.clone()
                        value=filled.text(&name, stored.unwrap_or_default())
                        placeholder="00:00"
                        autocomplete="off"
                        aria-label=label
                        aria-invalid=fault.is_some().then_some("true")
                        aria-describedby=fault.is_some().then(|| fault_id.clone())
                    />
                }
            };
            let from = input(
                "from",
                span.map(|one| one.from.to_string()),
                t::opens_at(lang, &name, nth + 1),
            );
            let to = input(
                "to",
                span.map(|one| one.to.to_string()),
                t::closes_at(lang, &name, nth + 1),
            );
            let message = fault.clone().map(|_| {
                view! {
                    <span class="ds-validation-message" id=fault_id.clone()>{t::time_pair(lang)}</span>
                }
            });
            view! {
                <span class="hours__span" id=field.clone()>
                    {from}
                    <span aria-hidden="true">"–"</span>
                    {to}
                    {message}
                </span>
            }
        })
        .collect_view()
}
