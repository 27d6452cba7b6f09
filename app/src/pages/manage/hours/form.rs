//! The form: a row per weekday with room for two spans or more, seasons, exceptions.

use crate::{
    pages::manage::filled::Filled,
    texts::{
        Lang, day,
        manage::{common, places as t},
    },
    ui::{Button, ButtonKind, Details, ErrorSummary, Field, PostForm, Section},
};
use chrono::Weekday;
use ledig_domain::{
    hours::{HoursException, OpeningHours, SeasonHours, WeekHours},
    time::WallSpan,
};
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
            <div class="actions">
                <Button>{common::save(lang)}</Button>
                {own
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Secondary name="follow" value="1">
                                {t::hours_follow(lang)}
                            </Button>
                        }
                    })}
            </div>
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

/// Seven days, each with its spans.
#[component]
fn Week(lang: Lang, filled: Filled, prefix: String, week: WeekHours, spans: usize) -> impl IntoView {
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
fn Spans(
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

/// First and last day.
#[component]
fn Dates(
    lang: Lang,
    filled: Filled,
    prefix: String,
    stored: Option<ledig_domain::time::DateRange>,
) -> impl IntoView {
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

#[component]
fn Season(
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

#[component]
fn Exception(
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
