//! What the search found: free as wished, nearly, and what did not fit with the reason for each.

mod hit;
mod miss;

use crate::{
    context::use_request,
    page::{Page, load},
    parts::{
        day_strip::{range, span_times},
        search_form::{SearchForm, read, what_name},
    },
    query::Query,
    texts::{Lang, day, search},
    ui::{Alert, Details, EmptyState, Glyph, Icon, Legend, StripKind, Tone},
};
use hit::HitRow;
use ledig_service::{
    day::MinuteSpan,
    search::{Hit, SearchPage, SearchQuery},
};
use leptos::prelude::*;
use miss::Misses;

/// With so many hits, near hits are folded away.
const ENOUGH: usize = 8;

/// The results of a search; the whole search is in the address.
#[component]
pub fn Results() -> impl IntoView {
    let request = use_request();
    load(async move {
        let asked = read(&request.query);
        let page = request.service.search(&request.viewer, &asked).await?;
        Ok(view! { <ResultsView lang=request.lang query=request.query asked page /> })
    })
}

/// «torsdag 26. november kl. 18.00–20.00».
fn when(l: Lang, page: &SearchPage) -> String {
    let date = day::relative_date(l, page.today, page.date);
    match (page.wished, l) {
        (None, Lang::En) if date == "today" || date == "tomorrow" => date,
        (None, Lang::En) => format!("on {date}"),
        (None, _) => date,
        (Some(wished), Lang::En) => format!("{date}, {}", span_times(l, wished)),
        (Some(wished), _) => format!("{date} kl. {}", span_times(l, wished)),
    }
}

#[component]
fn ResultsView(lang: Lang, query: Query, asked: SearchQuery, page: SearchPage) -> impl IntoView {
    let when = when(lang, &page);
    let found = page.hits.len() + page.more_hits as usize;
    let nearly = page.nearly.len() + page.more_nearly as usize;
    let heading = match asked.what {
        Some(what) => format!(
            "{}: {}",
            what_name(lang, what),
            lower_first(&search::found(lang, found, &when))
        ),
        None => search::found(lang, found, &when),
    };
    let strips = page.hits.iter().chain(&page.nearly).map(|hit| &hit.strip);
    let range = range(strips);
    let near = page
        .near
        .as_ref()
        .map(|near| search::nearest_to(lang, &near.name));
    let unknown = page.near_unknown.then(|| search::near_unknown(lang, &asked.near));
    let nothing = page.hits.is_empty() && page.nearly.is_empty();
    let more = (page.more_hits > 0 || page.more_nearly > 0).then(|| {
        let shown = u16::try_from(page.hits.len().max(page.nearly.len())).unwrap_or(100);
        let link = query.with("vis", (shown + 20).min(100)).link("/sok");
        view! { <p class="actions"><a class="ds-button" data-variant="secondary" href=link>
            {search::more(lang, (page.more_hits + page.more_nearly).min(20))}
        </a></p> }
    });
    view! {
        <Page title=search::results_title(lang) class="results">
            <h1 class="ds-heading">{heading}</h1>
            {(found == 0 && nearly > 0).then(|| view! { <p class="lead">{search::found_nearly(lang, nearly)}</p> })}
            {near.map(|text| view! { <p class="lead">{text}</p> })}
            <details class="search-fold">
                <summary>
                    <Glyph icon=Icon::MagnifyingGlass />
                    {search::change_search(lang)}
                </summary>
                <SearchForm lang query=asked.clone() places=page.places.clone() today=page.today />
            </details>
            <DayLinks lang query=query.clone() page=page.clone() />
            {unknown.map(|text| view! { <Alert tone=Tone::Warning><p>{text}</p></Alert> })}
            <HitList lang title=search::hits(lang) hits=page.hits.clone() range wished=page.wished />
            {if page.hits.len() < ENOUGH {
                view! { <HitList lang title=search::nearly(lang) hits=page.nearly.clone() range wished=page.wished /> }
                    .into_any()
            } else {
                view! { <FoldedHits lang hits=page.nearly.clone() count=nearly range wished=page.wished /> }.into_any()
            }}
            {more}
            {nothing
                .then(|| {
                    view! {
                        <EmptyState title=search::nothing_title(lang) icon=Icon::MagnifyingGlass>
                            <p>{search::nothing_text(lang)}</p>
                        </EmptyState>
                    }
                })}
            {(!nothing)
                .then(|| {
                    view! {
                        <Legend
                            lang
                            kinds=vec![StripKind::Free, StripKind::Taken, StripKind::Partly, StripKind::Mine, StripKind::Closed]
                        />
                    }
                })}
            <Misses lang groups=page.misses.clone() today=page.today />
        </Page>
    }
}

/// Near hits under a line that tells how many.
#[component]
fn FoldedHits(
    lang: Lang,
    hits: Vec<Hit>,
    count: usize,
    range: (u16, u16),
    wished: Option<MinuteSpan>,
) -> impl IntoView {
    (!hits.is_empty()).then(|| {
        let rows = hits
            .into_iter()
            .map(|hit| view! { <HitRow lang hit range wished /> })
            .collect_view();
        view! {
            <div class="section">
                <Details summary=format!("{}: {}", search::nearly(lang), search::places(lang, count))>
                    <ul class="hits">{rows}</ul>
                </Details>
            </div>
        }
    })
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The same search a day earlier and later.
#[component]
fn DayLinks(lang: Lang, query: Query, page: SearchPage) -> impl IntoView {
    let before = page.date.pred_opt().filter(|date| *date >= page.today);
    let after = page.date.succ_opt();
    let link = |date: chrono::NaiveDate| query.with("dato", date).without("vis").link("/sok");
    view! {
        <ul class="day-links">
            {before
                .map(|date| {
                    view! {
                        <li>
                            <a href=link(date)>
                                <Glyph icon=Icon::ArrowLeft />
                                {day::capital(&day::date_short(lang, date))}
                            </a>
                        </li>
                    }
                })}
            {after
                .map(|date| {
                    view! {
                        <li>
                            <a href=link(date)>
                                {day::capital(&day::date_short(lang, date))}
                                <Glyph icon=Icon::ArrowRight />
                            </a>
                        </li>
                    }
                })}
        </ul>
    }
}

#[component]
fn HitList(
    lang: Lang,
    title: &'static str,
    hits: Vec<Hit>,
    range: (u16, u16),
    wished: Option<MinuteSpan>,
) -> impl IntoView {
    (!hits.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="ds-heading section__title">{title}</h2>
                <ul class="hits">
                    {hits.into_iter().map(|hit| view! { <HitRow lang hit range wished /> }).collect_view()}
                </ul>
            </section>
        }
    })
}
