//! Header and footer of every page.

use crate::{
    context::RequestContext,
    error::sign_in_link,
    texts::{Lang, common, people},
    ui::{Glyph, Icon},
};
use ledig_service::SignedIn;
use leptos::prelude::*;

/// Name of the place, menu, for whom one acts, language.
#[component]
pub fn Header(request: RequestContext) -> impl IntoView {
    let lang = request.lang;
    let here = request.here();
    let account = match request.viewer.person.clone() {
        Some(person) => view! { <Account person lang here=here.clone() /> }.into_any(),
        None => {
            let href = if request.path == "/logg-inn" {
                here.clone()
            } else {
                sign_in_link(&here)
            };
            view! {
                <a class="header__link" href=href>
                    <Glyph icon=Icon::Enter />
                    <span>{common::sign_in(lang)}</span>
                </a>
            }
            .into_any()
        }
    };
    view! {
        <header class="header">
            <div class="header__inner">
                <a class="brand" href="/">
                    <Mark />
                    <span class="brand__name">"Ledig"</span>
                    <span class="brand__place">{common::municipality(lang, &request.municipality)}</span>
                </a>
                <MainMenu request=request />
                <div class="header__tools">{account} <Languages lang here /></div>
            </div>
        </header>
    }
}

/// The product's mark: a day with a free time in it.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect class="brand__ground" width="32" height="32" rx="8" />
            <rect class="brand__taken" x="6" y="8" width="20" height="4" rx="2" />
            <rect class="brand__free" x="6" y="14" width="13" height="4" rx="2" />
            <rect class="brand__taken" x="6" y="20" width="20" height="4" rx="2" />
        </svg>
    }
}

#[component]
fn MainMenu(request: RequestContext) -> impl IntoView {
    let lang = request.lang;
    let item = |href: &'static str, label: &'static str, under: &[&str]| {
        let current = under
            .iter()
            .any(|at| request.path == *at || (at.len() > 1 && request.path.starts_with(&format!("{at}/"))));
        let current = current.then_some("true");
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    view! {
        <nav class="menu" aria-label=common::main_menu(lang)>
            <ul>
                {item("/", common::nav_search(lang), &["/", "/sok"])}
                {item("/anlegg", common::nav_facilities(lang), &["/anlegg"])}
                {request
                    .signed_in()
                    .then(|| item("/min-side", common::nav_my_page(lang), &["/min-side", "/saker"]))}
                {request
                    .viewer
                    .is_staff()
                    .then(|| item("/forvaltning", common::nav_manage(lang), &["/forvaltning"]))}
            </ul>
        </nav>
    }
}

/// Who is signed in and for whom; switching is a press on another name.
#[component]
fn Account(person: SignedIn, lang: Lang, here: String) -> impl IntoView {
    let acting_for = person.acting_for;
    let shown = acting_for
        .and_then(|id| person.membership(id).map(|held| held.name.clone()))
        .unwrap_or_else(|| person.name.clone());
    let choice = |value: String, name: String, current: bool| {
        view! {
            <li>
                <button type="submit" name="organisation" value=value aria-current=current.then_some("true")>
                    <span>{name}</span>
                    {current.then(|| view! { <Glyph icon=Icon::Checkmark /> })}
                </button>
            </li>
        }
    };
    let organisations = person
        .memberships
        .iter()
        .map(|held| {
            choice(
                held.organisation.to_string(),
                held.name.clone(),
                Some(held.organisation) == acting_for,
            )
        })
        .collect_view();
    view! {
        <details class="drop" name="header-menu">
            <summary class="header__link">
                <Glyph icon=Icon::Person />
                <span class="header__who">
                    <span class="ds-sr-only">{common::acting_for(lang)}": "</span>
                    {shown}
                </span>
                <Glyph icon=Icon::ChevronDown />
            </summary>
            <div class="drop__panel">
                <p class="drop__note">{common::signed_in_as(lang, &person.name)}</p>
                <form method="post" action="/handle-for">
                    <input type="hidden" name="neste" value=here />
                    <p class="drop__title" id="acting-for">{common::acting_for(lang)}</p>
                    <ul class="drop__list" aria-labelledby="acting-for">
                        {organisations}
                        {choice(String::new(), common::acting_for_self(lang).to_owned(), acting_for.is_none())}
                    </ul>
                </form>
                <p class="drop__foot">
                    <a href="/passord">
                        <Glyph icon=Icon::PadlockLocked />
                        <span>{people::change_password(lang)}</span>
                    </a>
                </p>
                <form method="post" action="/logg-ut">
                    <button type="submit">
                        <Glyph icon=Icon::Leave />
                        <span>{common::sign_out(lang)}</span>
                    </button>
                </form>
            </div>
        </details>
    }
}

#[component]
fn Languages(lang: Lang, here: String) -> impl IntoView {
    let choices = Lang::ALL
        .into_iter()
        .map(|other| {
            let current = other == lang;
            view! {
                <li>
                    <button
                        type="submit"
                        name="lang"
                        value=other.tag()
                        lang=other.tag()
                        aria-current=current.then_some("true")
                    >
                        <span>{other.name()}</span>
                        {current.then(|| view! { <Glyph icon=Icon::Checkmark /> })}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="drop" name="header-menu">
            <summary class="header__link">
                <Glyph icon=Icon::Globe />
                <span class="header__wide">
                    <span class="ds-sr-only">{common::language(lang)}": "</span>
                    {lang.name()}
                </span>
                <Glyph icon=Icon::ChevronDown />
            </summary>
            <div class="drop__panel">
                <form method="post" action="/sprak">
                    <input type="hidden" name="neste" value=here />
                    <ul class="drop__list">{choices}</ul>
                </form>
            </div>
        </details>
    }
}

/// What the service is, and the pages that the law asks for.
#[component]
pub fn Footer(lang: Lang) -> impl IntoView {
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <p>{common::footer_about(lang)}</p>
                <ul>
                    <li><a class="ds-link" href="/om/tilgjengelighet">{common::accessibility(lang)}</a></li>
                    <li><a class="ds-link" href="/om/personvern">{common::privacy(lang)}</a></li>
                </ul>
            </div>
        </footer>
    }
}
