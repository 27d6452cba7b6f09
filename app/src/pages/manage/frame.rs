//! The frame of the staff's pages: their menu, and what the last action has to show besides its message.

use crate::{
    actions::manage::Said,
    context::{RequestContext, use_request},
    flash::Message,
    page::{Page, Width},
    texts::{
        Lang, day,
        manage::{common, said, words},
    },
    ui::{Alert, Crumb, Glyph, Icon, MaybeText, Tone},
};
use ledig_service::{DateConflict, Obstacle, case::decide::OneOfMany};
use leptos::prelude::*;

/// A page of the staff.
#[component]
pub fn ManagePage(
    #[prop(into)] title: String,
    #[prop(optional)] crumbs: Vec<Crumb>,
    #[prop(optional, into)] class: String,
    /// A form or text rather than a table or board.
    #[prop(optional)]
    narrow: bool,
    children: Children,
) -> impl IntoView {
    let request = use_request();
    let narrow = if narrow { "manage--narrow" } else { "" };
    let menu = view! { <Menu request=request.clone() /> }.into_any();
    view! {
        <Page title width=Width::Full crumbs menu class=format!("manage {narrow} {class}")>
            <Shown request />
            {children()}
        </Page>
    }
}

/// The menu of the staff's pages.
#[component]
fn Menu(request: RequestContext) -> impl IntoView {
    let lang = request.lang;
    let item = |href: &'static str, icon: Icon, label: &'static str, under: &[&str]| {
        let current = under
            .iter()
            .any(|prefix| request.path == *prefix || request.path.starts_with(&format!("{prefix}/")));
        view! {
            <li>
                <a href=href aria-current=current.then_some("true")>
                    <Glyph icon />
                    {label}
                </a>
            </li>
        }
    };
    let inbox = request.path == "/forvaltning" || request.path.starts_with("/forvaltning/saker");
    view! {
        <nav class="manage-menu" aria-label=common::menu(lang)>
            <ul>
                <li>
                    <a href="/forvaltning" aria-current=inbox.then_some("true")>
                        <Glyph icon=Icon::Inbox />
                        {common::inbox(lang)}
                    </a>
                </li>
                {item("/forvaltning/dag", Icon::Table, common::day(lang), &["/forvaltning/dag"])}
                {item("/forvaltning/uke", Icon::Calendar, common::week(lang), &["/forvaltning/uke"])}
                {item(
                    "/forvaltning/anlegg",
                    Icon::LocationPin,
                    common::facilities(lang),
                    &["/forvaltning/anlegg", "/forvaltning/del"],
                )}
                {item(
                    "/forvaltning/regler",
                    Icon::Tasklist,
                    common::rules(lang),
                    &["/forvaltning/regler", "/forvaltning/prioritet"],
                )}
                {item(
                    "/forvaltning/folk",
                    Icon::PersonGroup,
                    common::people(lang),
                    &["/forvaltning/folk", "/forvaltning/ansatte"],
                )}
            </ul>
        </nav>
    }
}

/// What the last action has to show: dates that are taken, what stands in the way, a one-time password.
#[component]
fn Shown(request: RequestContext) -> impl IntoView {
    let lang = request.lang;
    match request.flash.message {
        Some(Message::Taken(dates)) => view! { <TakenDates lang dates /> }.into_any(),
        Some(Message::InTheWay(things)) => view! { <InTheWay lang things /> }.into_any(),
        Some(Message::Staff(Said::Many(results))) => view! { <LeftOfMany lang results /> }.into_any(),
        Some(Message::Staff(
            Said::PersonAdded {
                email,
                password: Some(password),
            }
            | Said::PasswordGiven { email, password },
        )) => view! {
            <div class="flash">
                <Alert tone=Tone::Warning>
                    <p>{common::one_time_password(lang, &email)}</p>
                    <p class="secret">
                        <code>{password}</code>
                    </p>
                </Alert>
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn TakenDates(lang: Lang, dates: Vec<DateConflict>) -> impl IntoView {
    view! {
        <div class="flash">
            <Alert tone=Tone::Warning title=common::taken_dates(lang)>
                <ul class="ds-list">
                    {dates
                        .into_iter()
                        .map(|one| {
                            let clashes: Vec<String> = one
                                .clashes
                                .iter()
                                .map(|clash| words::clash(lang, clash))
                                .collect();
                            let told = if clashes.is_empty() { String::new() } else { format!(": {}", clashes.join("; ")) };
                            view! { <li>{day::capital(&day::date(lang, one.date))} {told}</li> }
                        })
                        .collect_view()}
                </ul>
            </Alert>
        </div>
    }
}

#[component]
fn InTheWay(lang: Lang, things: Vec<Obstacle>) -> impl IntoView {
    /// So many are named; the rest is a number.
    const NAMED: usize = 20;
    let more = things.len().saturating_sub(NAMED);
    view! {
        <div class="flash">
            <Alert tone=Tone::Warning title=common::stands_in_the_way(lang)>
                <ul class="ds-list">
                    {things
                        .into_iter()
                        .take(NAMED)
                        .map(|one| {
                            let when = match one.span.on_clock() {
                                Some(times) => day::date_times(lang, one.date, times),
                                None => day::date(lang, one.date),
                            };
                            let who = one.who.unwrap_or_else(|| common::closed_or_held(lang).to_owned());
                            let text = format!("{}, {}: {who}", day::capital(&when), one.space_name);
                            match one.request {
                                Some(id) => {
                                    view! {
                                        <li>
                                            <a class="ds-link" href=format!("/forvaltning/saker/{id}")>{text}</a>
                                        </li>
                                    }
                                        .into_any()
                                }
                                None => view! { <li>{text}</li> }.into_any(),
                            }
                        })
                        .collect_view()}
                </ul>
                {(more > 0).then(|| view! { <p>{common::and_more(lang, more)}</p> })}
            </Alert>
        </div>
    }
}

#[component]
fn LeftOfMany(lang: Lang, results: Vec<OneOfMany>) -> impl IntoView {
    let left: Vec<(OneOfMany, &'static str)> = results
        .into_iter()
        .filter_map(|one| said::left_because(lang, &one.result).map(|because| (one, because)))
        .collect();
    (!left.is_empty()).then(|| {
        view! {
            <div class="flash">
                <Alert tone=Tone::Warning title=common::not_decided_because(lang)>
                    <ul class="ds-list">
                        {left
                            .into_iter()
                            .map(|(one, because)| {
                                let number = one.number.unwrap_or_default();
                                view! {
                                    <li>
                                        <a class="ds-link" href=format!("/forvaltning/saker/{}", one.request)>
                                            {day::capital(&common::case_link(lang, &number))}
                                        </a>
                                        ": "
                                        {because}
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </Alert>
            </div>
        }
    })
}

/// Heading of the page with the answer under it.
#[component]
pub fn Answer(
    #[prop(into)] title: String,
    #[prop(optional, into)] lead: MaybeText,
    /// Buttons beside the heading.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="manage-head">
            <div>
                <h1 class="ds-heading" data-size="md">{title}</h1>
                {lead.0.map(|lead| view! { <p class="lead">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="manage-head__acts">{children()}</div> })}
        </header>
    }
}
