//! The start page: one search, and real answers before anyone has asked.

use crate::{
    context::use_request,
    page::{Page, load},
    parts::{
        address,
        day_strip::{day_strip, range, span_times},
        search_form::SearchForm,
    },
    query::Query,
    texts::{Lang, day, search},
    ui::{Glyph, Icon, Legend, StripKind},
};
use chrono::{Datelike as _, NaiveDate, Weekday};
use ledig_service::places::{StartPage, StartPlace};
use leptos::prelude::*;

/// The first page a resident sees.
#[component]
pub fn Start() -> impl IntoView {
    let request = use_request();
    load(async move {
        let page = request.service.start_page(&request.viewer).await?;
        Ok(view! { <StartView lang=request.lang page /> })
    })
}

#[component]
fn StartView(lang: Lang, page: StartPage) -> impl IntoView {
    let today = page.today;
    let saturday = today.week(Weekday::Mon).first_day() + chrono::Days::new(5);
    let weekend = if today.weekday() == Weekday::Sun {
        today
    } else {
        saturday
    };
    let on_evening = |date: NaiveDate| {
        Query::default()
            .with("dato", date)
            .with("fra", "17:00")
            .with("til", "22:00")
    };
    let tomorrow = today.succ_opt().unwrap_or(today);
    let lists = [
        (
            search::soon(lang),
            Query::default().with("dato", today),
            page.soon.clone(),
        ),
        (search::evening(lang), on_evening(today), page.evening.clone()),
        (
            search::tomorrow(lang),
            on_evening(tomorrow),
            page.tomorrow.clone(),
        ),
        (
            search::weekend(lang),
            Query::default().with("dato", weekend),
            page.weekend.clone(),
        ),
    ];
    // An empty list tells nothing that the first sentence does not; three are enough to see where to go on.
    let lists: Vec<_> = lists
        .into_iter()
        .filter(|(.., places)| !places.is_empty())
        .take(3)
        .collect();
    let nothing = lists.is_empty();
    view! {
        <Page title=search::start_title(lang) description=search::start_description(lang) class="start">
            <h1 class="ds-heading">{search::start_heading(lang, &page.municipality)}</h1>
            <p class="lead">{search::start_answer(lang, page.soon.len(), page.evening.len())}</p>
            <SearchForm lang query=Default::default() places=page.places today />
            <div class="start__lists">
                {lists
                    .into_iter()
                    .map(|(title, query, places)| view! { <FreeList lang today title query places /> })
                    .collect_view()}
            </div>
            {nothing.then(|| view! { <p class="quiet">{search::none_free(lang)}</p> })}
            <div class="start__foot">
                <Legend lang kinds=vec![StripKind::Free, StripKind::Taken, StripKind::Partly, StripKind::Closed] />
                <a class="more" href="/anlegg">
                    {search::all_places(lang, page.facilities, page.spaces)}
                    <Glyph icon=Icon::ArrowRight />
                </a>
            </div>
        </Page>
    }
}

/// Places that are free in one of the times that people most often ask for.
#[component]
fn FreeList(
    lang: Lang,
    today: NaiveDate,
    title: &'static str,
    query: Query,
    places: Vec<StartPlace>,
) -> impl IntoView {
    let range = range(places.iter().map(|place| &place.strip));
    let rows = places
        .into_iter()
        .map(|found| {
            let times = span_times(lang, found.free);
            let when = if found.strip.date == today {
                search::free_times(lang, &times)
            } else {
                format!(
                    "{} {times}",
                    day::capital(day::weekday(lang, found.strip.date.weekday()))
                )
            };
            let strip = day_strip(lang, &found.strip, range, None, &found.place.name);
            view! {
                <li class="free-row">
                    <a class="free-row__link" href=address::space(&found.place)>
                        <span class="free-row__name">{found.place.facility_name.clone()}</span>
                        <span class="free-row__space">{found.place.name.clone()}</span>
                    </a>
                    <span class="free-row__time times">{when}</span>
                    {strip}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="free-list">
            <div class="free-list__head">
                <h2 class="ds-heading">{title}</h2>
                <a href=query.link("/sok") aria-label=format!("{}: {title}", search::see_all(lang))>
                    {search::see_all(lang)}
                </a>
            </div>
            <ul>{rows}</ul>
        </section>
    }
}
