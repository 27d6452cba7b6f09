//! Ways around: crumbs, tabs that are links, pages of a list.

use crate::{
    query::Query,
    texts::{Lang, common},
};
use leptos::prelude::*;

/// A step on the way here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Where it leads; `None` for this page.
    pub href: Option<String>,
}

impl Crumb {
    /// A step that leads somewhere.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
        }
    }

    /// This page.
    pub fn here(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }
}

/// The way here, from the front page.
#[component]
pub fn Breadcrumbs(lang: Lang, crumbs: Vec<Crumb>) -> impl IntoView {
    view! {
        <nav class="crumbs" aria-label=common::breadcrumbs(lang)>
            <ol>
                {crumbs
                    .into_iter()
                    .map(|crumb| match crumb.href {
                        Some(href) => view! { <li><a class="ds-link" href=href>{crumb.label}</a></li> }.into_any(),
                        None => view! { <li><span aria-current="page">{crumb.label}</span></li> }.into_any(),
                    })
                    .collect_view()}
            </ol>
        </nav>
    }
}

/// One of several views of the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// Where it is.
    pub href: String,
    /// It is the one shown.
    pub current: bool,
}

/// Views of the same, as links.
#[component]
pub fn Tabs(
    /// What they are views of, for screen readers.
    #[prop(into)]
    label: String,
    tabs: Vec<Tab>,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            <ul>
                {tabs
                    .into_iter()
                    .map(|tab| {
                        let current = tab.current.then_some("page");
                        view! { <li><a href=tab.href aria-current=current>{tab.label}</a></li> }
                    })
                    .collect_view()}
            </ul>
        </nav>
    }
}

/// Pages of a long list. The page is `side` in the query. Nothing for a single page.
#[component]
pub fn Pagination(
    lang: Lang,
    #[prop(into)] path: String,
    query: Query,
    page: usize,
    pages: usize,
) -> impl IntoView {
    let link = move |n: usize| query.with("side", n).link(&path);
    (pages > 1).then(move || {
        let shown: Vec<usize> = (1..=pages)
            .filter(|n| *n == 1 || *n == pages || n.abs_diff(page) <= 1)
            .collect();
        let numbers = shown
            .iter()
            .enumerate()
            .map(|(at, n)| {
                let gap = at > 0 && shown[at - 1] + 1 < *n;
                let current = (*n == page).then_some("page");
                view! {
                    {gap.then(|| view! { <li class="pages__gap" aria-hidden="true">"…"</li> })}
                    <li>
                        <a href=link(*n) aria-current=current aria-label=common::page_n(lang, *n)>{n.to_string()}</a>
                    </li>
                }
            })
            .collect_view();
        let previous = (page > 1).then(|| link(page - 1));
        let next = (page < pages).then(|| link(page + 1));
        view! {
            <nav class="pages" aria-label=common::pages(lang)>
                <ul>
                    {previous.map(|href| view! { <li><a href=href rel="prev">{common::previous(lang)}</a></li> })}
                    {numbers}
                    {next.map(|href| view! { <li><a href=href rel="next">{common::next(lang)}</a></li> })}
                </ul>
            </nav>
        }
    })
}
