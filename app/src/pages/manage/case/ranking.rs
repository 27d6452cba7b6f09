//! Who wants the same time, ordered by priority class, with the explanation.

use crate::{
    texts::{
        Lang, day,
        manage::{case as t, words},
    },
    ui::{Section, Tag, Tone},
};
use ledig_domain::time::Timestamp;
use ledig_service::case::manager::{Before, Competitor, ManagerCase};
use leptos::prelude::*;

/// The competitors side by side, first one first.
#[component]
pub fn Ranking(lang: Lang, found: ManagerCase) -> impl IntoView {
    let now = found.case.now;
    let alone = found.ranking.iter().all(|one| one.this);
    let body = if alone {
        view! { <p class="quiet">{t::ranking_alone(lang)}</p> }.into_any()
    } else {
        view! {
            <p class="note">{t::ranking_note(lang)}</p>
            <ol class="ranking">
                {found.ranking.into_iter().map(|one| view! { <Place lang one now /> }).collect_view()}
            </ol>
        }
        .into_any()
    };
    view! { <Section title=t::ranking(lang) id="rekkefolge">{body}</Section> }
}

#[component]
fn Place(lang: Lang, one: Competitor, now: Timestamp) -> impl IntoView {
    let name = match &one.applicant.team_name {
        Some(team) => format!("{} {team}", one.applicant.name),
        None => one.applicant.name.clone(),
    };
    let common = words::dates(lang, u32::try_from(one.dates.len()).unwrap_or(u32::MAX));
    let shared = if one.this {
        common
    } else {
        t::same_dates(lang, &common, one.total_dates)
    };
    let before = one.before_next.map(|before| match before {
        Before::HigherClass => t::before_class(lang),
        Before::AskedFirst => t::before_first(lang),
    });
    let who = if one.this {
        view! {
            <strong>{name}</strong>
            " "
            <Tag tone=Tone::Accent>{t::this_case(lang)}</Tag>
        }
        .into_any()
    } else {
        view! { <a class="ds-link" href=super::case_link(one.request)>{name}</a> }.into_any()
    };
    view! {
        <li class="ranking__place" class:ranking__place--this=one.this>
            <p class="ranking__who">{who}</p>
            <p class="ranking__class">{day::capital(&words::class(lang, &one.class))}</p>
            <p class="note">
                {one.purpose} " · " {one.space.name} " · " {shared} " · "
                {t::asked_ago(lang, &day::ago(lang, now.0 - one.sent_at.0))}
            </p>
            {before.map(|text| view! { <p class="ranking__before">{text}</p> })}
        </li>
    }
}
