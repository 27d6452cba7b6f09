//! A decision, as a letter: on the screen and on paper.

use super::{applicant, id, place};
use crate::{
    context::use_request,
    page::{Page, Width, load},
    texts::{Lang, case as t, common, day, kinds, rhythm, steps},
    ui::{Alert, Crumb, Tone},
};
use ledig_domain::{
    auto_rule::Terms,
    decision::{DecidedBy, Outcome},
    id::DecisionId,
    time::Zone,
};
use ledig_service::case::letter::{Letter, LetterDate, LineSays};
use leptos::prelude::*;

/// The decision of the address.
#[component]
pub fn DecisionLetter() -> impl IntoView {
    let request = use_request();
    let decision = id::<DecisionId>("decision");
    load(async move {
        let letter = request.service.decision(&request.viewer, decision?).await?;
        Ok(page(request.lang, request.service.zone(), letter))
    })
}

fn page(l: Lang, zone: Zone, letter: Letter) -> impl IntoView {
    let case = format!("/saker/{}", letter.request);
    let title = t::letter_title(l, &letter.number);
    let crumbs = vec![
        Crumb::link(t::my_page(l), "/min-side"),
        Crumb::link(t::case_number(l, &letter.number), case.clone()),
        Crumb::here(t::decisions(l)),
    ];
    let other = |id: Option<DecisionId>| id.map(|id| format!("{case}/vedtak/{id}"));
    let newer = other(letter.superseded_by).map(|href| {
        view! {
            <Alert tone=Tone::Warning>
                <p>{t::letter_superseded(l)}" "<a class="ds-link" href=href>{t::letter_see_newer(l)}</a></p>
            </Alert>
        }
    });
    let older = other(letter.supersedes).map(|href| {
        view! { <p>{t::letter_supersedes(l)}" "<a class="ds-link" href=href>{t::letter_see_older(l)}</a></p> }
    });
    view! {
        <Page title=title.clone() width=Width::Reading crumbs=crumbs class="letter-page">
            {newer}
            <article class="letter">
                {head(l, &letter)}
                <h1 class="ds-heading" data-size="md">{title}</h1>
                <p class="lead">{answer(l, &letter)}</p>
                {asked(l, zone, &letter)}
                {older}
                {dates(l, &letter)}
                {reasons(l, &letter)}
                {appeal(l, &letter)}
                {foot(l, &letter)}
            </article>
            <p class="note letter__print">{t::letter_print_how(l)}</p>
        </Page>
    }
}

fn head(l: Lang, letter: &Letter) -> impl IntoView + use<> {
    view! {
        <div class="letter__head">
            <p class="letter__from">{common::municipality(l, &letter.municipality)}</p>
            <dl class="letter__facts">
                <div><dt>{t::letter_to(l)}</dt><dd>{applicant(&letter.applicant)}</dd></div>
                <div><dt>{t::letter_date(l)}</dt><dd>{day::day_month_year(l, letter.date)}</dd></div>
                <div><dt>{t::letter_number(l)}</dt><dd>{letter.number.clone()}</dd></div>
            </dl>
        </div>
    }
}

/// What the decision says in one sentence.
fn answer(l: Lang, letter: &Letter) -> String {
    let given = letter
        .dates
        .iter()
        .filter(|date| date.says == LineSays::Approved)
        .count();
    match letter.outcome {
        Outcome::Approved => t::letter_answer_all(l, given),
        Outcome::Partly => t::letter_answer_some(l, given, letter.dates.len()),
        Outcome::Rejected => t::letter_answer_none(l).to_owned(),
    }
}

fn asked(l: Lang, zone: Zone, letter: &Letter) -> impl IntoView + use<> {
    let sent = steps::date_of(l, letter.sent_at, zone);
    let what = rhythm::full(l, &letter.recurrence);
    let purpose = (!letter.purpose.is_empty()).then(|| format!(" {}", t::letter_purpose(l, &letter.purpose)));
    view! { <p>{t::letter_you_asked(l, &sent, &what, &place(&letter.space))}{purpose}</p> }
}

fn dates(l: Lang, letter: &Letter) -> impl IntoView + use<> {
    type Test = fn(&LineSays) -> bool;
    let groups: [(&str, Test); 4] = [
        (t::letter_given(l), |says| *says == LineSays::Approved),
        (t::letter_refused(l), |says| {
            matches!(says, LineSays::Rejected { .. })
        }),
        (t::letter_offered(l), |says| matches!(says, LineSays::Offered)),
        (t::letter_waiting(l), |says| *says == LineSays::Waiting),
    ];
    groups
        .into_iter()
        .filter_map(|(title, test)| {
            let found: Vec<LetterDate> = letter
                .dates
                .iter()
                .filter(|date| test(&date.says))
                .cloned()
                .collect();
            let place = letter.space.id;
            (!found.is_empty()).then(|| {
                let items = found
                    .into_iter()
                    .map(|date| view! { <li>{date_told(l, &date, date.space.id != place)}</li> })
                    .collect_view();
                view! {
                    <section>
                        <h2 class="ds-heading" data-size="2xs">{title}</h2>
                        <ul class="letter__dates">{items}</ul>
                    </section>
                }
            })
        })
        .collect_view()
}

fn date_told(l: Lang, date: &LetterDate, elsewhere: bool) -> String {
    let mut told = format!(
        "{} kl. {}",
        day::date_year(l, date.date),
        day::times(l, date.times)
    );
    if l == Lang::En {
        told = format!("{}, {}", day::date_year(l, date.date), day::times(l, date.times));
    }
    if elsewhere {
        told = format!("{told}, {}", place(&date.space));
    }
    match &date.says {
        LineSays::Rejected { reason, text } if text.is_empty() => {
            format!("{told}. {}.", t::rejection(l, *reason))
        }
        LineSays::Rejected { reason, text } => format!("{told}. {}. {text}", t::rejection(l, *reason)),
        _ => told,
    }
}

fn reasons(l: Lang, letter: &Letter) -> impl IntoView + use<> {
    let by = match &letter.by {
        DecidedBy::Rule { name, version, .. } => t::letter_by_rule(l, name, *version),
        DecidedBy::Person { name, .. } => t::letter_by_person(l, name),
    };
    let class = letter.class.as_ref().filter(|class| !class.name.is_empty());
    let class = class.map(|class| t::letter_class(l, class.place, &class.name, class.version));
    let terms = letter
        .terms
        .as_ref()
        .map(|terms| asks_for(l, terms))
        .filter(|terms| !terms.is_empty());
    let text = letter.text.clone();
    view! {
        <section>
            <h2 class="ds-heading" data-size="2xs">{t::letter_reasons(l)}</h2>
            {(!text.is_empty()).then(|| view! { <p class="letter__text">{text}</p> })}
            <p>{by}</p>
            {terms
                .map(|terms| {
                    view! {
                        <p>{t::letter_rule_says(l)}</p>
                        <ul class="ds-list">{terms.into_iter().map(|term| view! { <li>{term}</li> }).collect_view()}</ul>
                    }
                })}
            {class.map(|class| view! { <p>{class}</p> })}
        </section>
    }
}

/// What a rule asks for, one sentence a term.
fn asks_for(l: Lang, terms: &Terms) -> Vec<String> {
    let mut told = Vec::new();
    if !terms.kinds.is_empty() {
        let kinds: Vec<String> = terms
            .kinds
            .iter()
            .map(|kind| kinds::applicant(l, *kind).to_lowercase())
            .collect();
        told.push(t::term_kinds(l, &kinds.join(", ")));
    }
    told.extend(terms.approved_only.then(|| t::term_approved(l).to_owned()));
    if !terms.price_groups.is_empty() {
        let groups: Vec<&str> = terms
            .price_groups
            .iter()
            .map(|group| kinds::price_group(l, *group))
            .collect();
        told.push(t::term_price(l, &groups.join(", ")));
    }
    told.extend(
        terms
            .max_minutes
            .map(|max| t::term_length(l, &day::minutes(l, u32::from(max)))),
    );
    told.extend(
        terms
            .within
            .map(|within| t::term_hours(l, &day::times(l, within))),
    );
    if let Some(weekdays) = terms.weekdays {
        let days: Vec<String> = weekdays.iter().map(|one| day::weekdays(l, one)).collect();
        told.push(t::term_weekdays(l, &rhythm::joined(l, &days)));
    }
    told.extend(
        terms
            .weekly_minutes
            .map(|max| t::term_weekly(l, &day::minutes(l, max))),
    );
    told.extend(terms.max_dates.map(|max| t::term_dates(l, max)));
    told.extend(terms.max_persons.map(|max| t::term_persons(l, max)));
    told.extend(terms.no_competitors.then(|| t::term_alone(l).to_owned()));
    told
}

fn appeal(l: Lang, letter: &Letter) -> impl IntoView + use<> {
    let until = day::date_year(l, letter.appeal_until);
    let body = (!letter.appeal_body.is_empty()).then(|| t::letter_appeal_body(l, &letter.appeal_body));
    view! {
        <section>
            <h2 class="ds-heading" data-size="2xs">{t::letter_appeal(l)}</h2>
            <p>{t::letter_appeal_text(l, letter.appeal_days, &until)}</p>
            {body.map(|body| view! { <p>{body}</p> })}
            <p>{t::letter_access(l)}</p>
        </section>
    }
}

fn foot(l: Lang, letter: &Letter) -> impl IntoView + use<> {
    let signed = match &letter.by {
        DecidedBy::Person { name, .. } => Some(name.clone()),
        DecidedBy::Rule { .. } => None,
    };
    let contact = letter.contact.clone();
    let reach = [contact.name, contact.email, contact.phone];
    let reach: Vec<String> = reach.into_iter().filter(|part| !part.is_empty()).collect();
    view! {
        <div class="letter__foot">
            <p>{t::letter_greeting(l)}</p>
            {signed.map(|name| view! { <p>{name}</p> })}
            <p>{common::municipality(l, &letter.municipality)}</p>
            <p class="note">{reach.join(" · ")}</p>
        </div>
    }
}
