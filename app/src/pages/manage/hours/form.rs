//! The form: a row per weekday with room for two spans or more, seasons, exceptions.

use super::{
    seasons::{Exception, Season},
    week::Week,
};
use crate::{
    pages::manage::{aspect::SaveOwn, filled::Filled},
    texts::{Lang, day, manage::places as t},
    ui::{ErrorSummary, PostForm, Section},
};
use chrono::Weekday;
use ledig_domain::hours::OpeningHours;
use leptos::prelude::*;

/// Fewest spans of a day that there is room for.
const SPANS: usize = 2;

/// The form. With `own`, the space can follow its facility again.
#[component]
pub fn HoursForm(
    lang: Lang,
    filled: Filled,
    hours: OpeningHours,
    #[prop(into)] action: String,
    version: i64,
    own: bool,
) -> impl IntoView {
    let count = |name: &str, stored: usize| {
        filled
            .maybe(name)
            .and_then(|typed| typed.parse::<usize>().ok())
            .unwrap_or(stored)
            .min(40)
    };
    let seasons = count("seasons", hours.seasons.len() + 1);
    let exceptions = count("exceptions", hours.exceptions.len() + 2);
    let spans = count("spans", longest(&hours).max(SPANS)).min(6);
    let season_rows = (0..seasons)
        .map(|nth| {
            let stored = hours.seasons.get(nth).cloned();
            view! { <Season lang filled=filled.clone() nth stored spans /> }
        })
        .collect_view();
    let exception_rows = (0..exceptions)
        .map(|nth| {
            let stored = hours.exceptions.get(nth).cloned();
            view! { <Exception lang filled=filled.clone() nth stored spans /> }
        })
        .collect_view();
    view! {
        <PostForm action=action class="hours">
            <input type="hidden" name="form" value="hours" />
            <input type="hidden" name="version" value=version.to_string() />
            <input type="hidden" name="seasons" value=seasons.to_string() />
            <input type="hidden" name="exceptions" value=exceptions.to_string() />
            <input type="hidden" name="spans" value=spans.to_string() />
            <ErrorSummary lang faults=told(lang, &filled) />
            <Section title=t::week(lang) id="week">
                <p class="note" id="hours-hint">{t::hours_hint(lang)}</p>
                <Week lang filled=filled.clone() prefix="w".to_owned() week=hours.week spans />
            </Section>
            <Section title=t::seasons(lang) id="seasons">
                <p class="note">{t::seasons_note(lang)}</p>
                {season_rows}
            </Section>
            <Section title=t::exceptions(lang) id="exceptions">
                <p class="note">{t::exceptions_note(lang)}</p>
                {exception_rows}
            </Section>
            <SaveOwn lang own />
        </PostForm>
    }
}

/// Every fault for the summary; a time that cannot be read is told with its day.
fn told(l: Lang, filled: &Filled) -> Vec<(String, String)> {
    let weekday = |field: &str| {
        let nth = field.split('.').nth(1)?.parse::<u8>().ok()?;
        let weekday = Weekday::try_from(nth).ok()?;
        field
            .matches('.')
            .count()
            .eq(&2)
            .then(|| day::capital(day::weekday(l, weekday)))
    };
    filled
        .faults()
        .into_iter()
        .map(|(field, text)| {
            let is_time = field
                .split('.')
                .next_back()
                .is_some_and(|last| last.parse::<u8>().is_ok());
            let text = if is_time { t::time_pair(l).to_owned() } else { text };
            let text = match weekday(&field) {
                Some(weekday) => format!("{weekday}: {text}"),
                None => text,
            };
            (field, text)
        })
        .collect()
}

fn longest(hours: &OpeningHours) -> usize {
    let weeks = std::iter::once(&hours.week).chain(hours.seasons.iter().map(|one| &one.week));
    let days = weeks.flat_map(|week| week.iter().map(Vec::len));
    days.chain(hours.exceptions.iter().map(|one| one.spans.len()))
        .max()
        .unwrap_or(0)
}
