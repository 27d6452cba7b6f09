//! Beside the decision: what was asked for, the applicant's history, and what the rules say.

use crate::{
    texts::{
        Lang, day,
        manage::{case as t, inbox, words},
    },
    ui::{Details, Facts, Section},
};
use ledig_domain::auto_rule::{Miss, Verdict};
use ledig_service::case::manager::{History, ManagerCase};
use leptos::prelude::*;

/// What was asked for, by whom.
#[component]
pub fn Asked(lang: Lang, found: ManagerCase) -> impl IntoView {
    let case = &found.case;
    let applicant = &case.applicant;
    let who = match (applicant.organisation, &applicant.person_name) {
        (Some(id), person) => {
            let by = person.clone().map(|name| t::sent_by(lang, &name));
            view! {
                <a class="ds-link" href=format!("/forvaltning/folk/{id}")>{applicant.name.clone()}</a>
                {applicant.team_name.clone().map(|team| format!(" {team}"))}
                {by.map(|by| view! { <span class="note">" " {by}</span> })}
            }
            .into_any()
        }
        (None, _) => applicant.name.clone().into_any(),
    };
    let (first, last) = (case.lines.first(), case.lines.last());
    let span = first.zip(last).map(|(first, last)| {
        let dates = u32::try_from(case.lines.len()).unwrap_or(u32::MAX);
        inbox::span(lang, dates, first.date, last.date)
    });
    let place = format!("{}, {}", case.space.facility_name, case.space.name);
    let purpose = match case.persons {
        Some(n) => format!("{}, {}", case.purpose, words::persons(lang, n)),
        None => case.purpose.clone(),
    };
    let mut facts = vec![
        (t::applicant(lang).to_owned(), who),
        (
            t::when(lang).to_owned(),
            view! {
                {day::capital(&words::recurrence(lang, &case.recurrence))}
                <br />
                <span class="note">{span}</span>
            }
            .into_any(),
        ),
        (t::place(lang).to_owned(), place.into_any()),
        (t::purpose(lang).to_owned(), purpose.into_any()),
    ];
    if let Some(class) = &case.class {
        facts.push((
            t::class(lang).to_owned(),
            day::capital(&words::class(lang, class)).into_any(),
        ));
    }
    let waited = day::length(lang, case.now.0 - case.sent_at.0);
    facts.push((t::waited(lang).to_owned(), waited.into_any()));
    view! {
        <Section title=t::request(lang) class="mcase__request">
            <Facts facts />
        </Section>
    }
}

/// What the applicant has asked for, had and given back.
#[component]
pub fn Past(lang: Lang, history: History) -> impl IntoView {
    let count = |n: u32| match n {
        0 => t::none(lang).to_owned(),
        n => n.to_string(),
    };
    let facts = [
        (t::history_cases(lang), count(history.cases)),
        (t::history_dates(lang), count(history.dates)),
        (t::history_back(lang), count(history.given_back)),
        (
            t::history_week(lang),
            words::held(lang, history.minutes_that_week),
        ),
    ];
    let facts = facts.map(|(name, fact)| (name.to_owned(), fact.into_any()));
    let latest = history
        .latest
        .into_iter()
        .map(|(id, number, place, first, dates)| {
            view! {
                <li>
                    <a class="ds-link" href=format!("/forvaltning/saker/{id}")>{number}</a>
                    <span class="note">
                        " " {place} ", " {day::day_month_year(lang, first)} ", " {words::dates(lang, dates)}
                    </span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let list = if latest.is_empty() {
        view! { <p class="quiet">{t::history_none(lang)}</p> }.into_any()
    } else {
        view! { <ul class="plain-list">{latest}</ul> }.into_any()
    };
    view! {
        <Section title=t::history(lang)>
            <Facts facts=facts.into() />
            {list}
        </Section>
    }
}

/// Why no rule decided, the one that came nearest first; or the rule that would.
#[component]
pub fn Verdicts(lang: Lang, verdict: Verdict) -> impl IntoView {
    let body = match verdict {
        Verdict::Approve { name, .. } => view! { <p>{t::verdict_yes(lang, &name)}</p> }.into_any(),
        Verdict::Person { tried } if tried.is_empty() => view! { <p>{t::verdict_none(lang)}</p> }.into_any(),
        Verdict::Person { mut tried } => {
            tried.sort_by_key(|(_, misses)| misses.len());
            let mut rules = tried.into_iter();
            let nearest = rules
                .next()
                .map(|(name, misses)| rule(lang, t::verdict_nearest(lang, &name), &misses));
            let others: Vec<_> = rules
                .map(|(name, misses)| rule(lang, t::verdict_other(lang, &name), &misses))
                .collect();
            view! {
                {nearest}
                {(!others.is_empty())
                    .then(|| view! { <Details summary=t::verdict_others(lang)>{others}</Details> })}
            }
            .into_any()
        }
    };
    view! { <Section title=t::verdict(lang)>{body}</Section> }
}

/// A rule with what did not hold.
fn rule(l: Lang, title: String, misses: &[Miss]) -> impl IntoView + use<> {
    view! {
        <p class="verdict">{title}</p>
        <ul class="ds-list">{told(l, misses)}</ul>
    }
}

fn told(l: Lang, misses: &[Miss]) -> impl IntoView + use<> {
    misses
        .iter()
        .map(|miss| view! { <li>{words::miss(l, miss)}</li> })
        .collect_view()
}
