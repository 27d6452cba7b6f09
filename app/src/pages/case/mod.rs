//! A case as its applicant sees it: the answer, dates by state, what one can do, and what has happened.

mod answer;
mod cancel;
mod dates;
mod letter;
mod receipt;
mod timeline;
mod withdraw;

pub use cancel::CancelDates;
pub use letter::DecisionLetter;
pub use withdraw::Withdraw;

use crate::{
    booking::why,
    context::{RequestContext, use_request},
    page::{Page, load},
    texts::{Lang, booking as tb, case as t, day, rhythm, steps},
    ui::{ButtonKind, Crumb, Facts, LinkButton, Section, Tag, Tone},
};
use ledig_domain::{decision::Outcome, id::RequestId, request::RequestState};
use ledig_service::{
    ServiceError,
    case::{
        page::{CasePage, DecisionSummary},
        parts::{Applicant, Contact, SpaceRef},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The id in the address.
fn id<T: std::str::FromStr>(name: &str) -> Result<T, ServiceError> {
    let text = use_params_map().read_untracked().get(name);
    text.and_then(|text| text.parse().ok())
        .ok_or(ServiceError::NotFound)
}

/// A case.
#[component]
pub fn Case() -> impl IntoView {
    let request = use_request();
    let id = id::<RequestId>("case");
    load(async move {
        let case = request.service.case(&request.viewer, id?).await?;
        // Who decides it works on the staff's page of it, unless they want to see what the applicant sees.
        if !case.own && case.may.decide && !request.query.has("soker") {
            leptos_axum::redirect(&format!("/forvaltning/saker/{}", case.id));
        }
        Ok(page(request, case))
    })
}

fn page(request: RequestContext, case: CasePage) -> impl IntoView {
    let l = request.lang;
    let zone = request.service.zone();
    let place = place(&case.space);
    let sent_now = request.query.has("sendt") && case.own;
    let reasons = why::reasons(l, &case.verdict);
    let undecided = case.counts.asked > 0 && !sent_now && !reasons.is_empty();
    let crumbs = vec![
        Crumb::link(t::my_page(l), "/min-side"),
        Crumb::here(t::case_number(l, &case.number)),
    ];
    let title = format!("{}: {}", t::case_number(l, &case.number), place);
    view! {
        <Page title=title crumbs=crumbs class="case">
            <header class="case__head">
                <h1 class="ds-heading" data-size="lg">{place}</h1>
                <p class="case__when">{day::capital(&rhythm::full(l, &case.recurrence))}</p>
            </header>
            {sent_now.then(|| receipt::receipt(l, &case))}
            <p class="lead case__answer">{answer::answer(l, &case, zone)}</p>
            <div class="split case__split">
                <div>
                    {dates::dates(&request, &case)}
                    {timeline::timeline(l, &case, zone)}
                </div>
                <aside class="case__side">
                    {about(l, &case, zone)}
                    {undecided.then(|| why_person(l, reasons, case.usual_seconds))}
                    {decisions(l, &case)}
                    {acts(l, &case)}
                    {contact(l, &case.contact)}
                </aside>
            </div>
        </Page>
    }
}

/// «Fleridrettshall del A, Rykkinnhallen».
pub(super) fn place(space: &SpaceRef) -> String {
    if space.name == space.facility_name {
        space.name.clone()
    } else {
        format!("{}, {}", space.name, space.facility_name)
    }
}

/// «Haslum HK, J13».
pub(super) fn applicant(who: &Applicant) -> String {
    match &who.team_name {
        Some(team) => format!("{}, {team}", who.name),
        None => who.name.clone(),
    }
}

/// The word for where a request stands.
pub(super) fn state_tag(l: Lang, state: RequestState) -> impl IntoView + use<> {
    let tone = match state {
        RequestState::Open => Tone::Info,
        RequestState::Offered => Tone::Warning,
        RequestState::Decided => Tone::Success,
        RequestState::Withdrawn => Tone::Neutral,
    };
    view! { <Tag tone>{t::request_state(l, state)}</Tag> }
}

fn about(l: Lang, case: &CasePage, zone: ledig_domain::time::Zone) -> impl IntoView + use<> {
    let sent = steps::moment(l, case.sent_at, zone);
    let sent = match &case.applicant.person_name {
        Some(name) => t::fact_sent_by(l, &sent, name),
        None => sent,
    };
    let mut facts = vec![
        (t::case_number(l, ""), case.number.clone()),
        (t::fact_who(l).to_owned(), applicant(&case.applicant)),
        (t::fact_purpose(l).to_owned(), case.purpose.clone()),
    ];
    facts.extend(
        case.persons
            .map(|n| (t::fact_persons(l).to_owned(), n.to_string())),
    );
    let class = case.class.as_ref().filter(|class| !class.name.is_empty());
    facts.extend(class.map(|class| (t::fact_class(l).to_owned(), t::group(l, class.place, &class.name))));
    facts.push((t::fact_sent(l).to_owned(), sent));
    let facts = facts
        .into_iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(name, fact)| (name.trim().to_owned(), fact.into_any()))
        .collect();
    let state = state_tag(l, case.state);
    view! {
        <Section title=t::about(l)>
            <p class="case__state">{state}</p>
            <Facts facts=facts />
        </Section>
    }
}

fn why_person(l: Lang, reasons: Vec<String>, usual: Option<i64>) -> impl IntoView {
    view! {
        <Section title=t::why_person(l)>
            <ul class="ds-list">{reasons.into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}</ul>
            <p class="note">{why::usual(l, usual)}</p>
        </Section>
    }
}

fn decisions(l: Lang, case: &CasePage) -> Option<impl IntoView + use<>> {
    let id = case.id;
    let (today, decisions) = (case.today, case.decisions.clone());
    (!decisions.is_empty()).then(|| {
        let items = decisions
            .into_iter()
            .map(|decision| {
                let DecisionSummary { id: which, outcome, appeal_until, superseded, .. } = decision;
                let tone = match outcome {
                    Outcome::Approved => Tone::Success,
                    Outcome::Partly => Tone::Info,
                    Outcome::Rejected => Tone::Danger,
                };
                let note = if superseded {
                    Some(t::superseded(l).to_owned())
                } else {
                    (appeal_until >= today).then(|| t::appeal_by(l, &day::date(l, appeal_until)))
                };
                view! {
                    <li>
                        <p><Tag tone>{t::outcome(l, outcome)}</Tag></p>
                        <p><a class="ds-link" href=format!("/saker/{id}/vedtak/{which}")>{t::read_decision(l)}</a></p>
                        {note.map(|note| view! { <p class="note">{note}</p> })}
                    </li>
                }
            })
            .collect_view();
        view! { <Section title=t::decisions(l)><ul class="decisions">{items}</ul></Section> }
    })
}

/// What can be done with the whole case.
fn acts(l: Lang, case: &CasePage) -> Option<impl IntoView + use<>> {
    let (id, may) = (case.id, case.may);
    let mut coming = case
        .lines
        .iter()
        .filter(|line| line.may.cancel)
        .map(|line| line.id);
    let first = coming.next();
    let cancel = first.filter(|_| may.cancel_all && coming.next().is_some());
    (may.withdraw || cancel.is_some()).then(|| {
        view! {
            <div class="actions case__acts">
                {cancel
                    .map(|line| {
                        let href = format!("/saker/{id}/avlys?dato={line}&omfang=all");
                        view! { <LinkButton href=href kind=ButtonKind::Secondary>{t::cancel_several(l)}</LinkButton> }
                    })}
                {may
                    .withdraw
                    .then(|| {
                        let href = format!("/saker/{id}/trekk");
                        view! { <LinkButton href=href kind=ButtonKind::Tertiary>{t::withdraw(l)}</LinkButton> }
                    })}
            </div>
        }
    })
}

/// Whom to ask.
pub(super) fn contact(l: Lang, contact: &Contact) -> Option<impl IntoView + use<>> {
    let Contact { name, email, phone } = contact.clone();
    (!email.is_empty() || !phone.is_empty()).then(|| {
        let mail = format!("mailto:{email}");
        let call = format!("tel:{}", phone.replace(' ', ""));
        view! {
            <Section title=t::questions(l) class="case__contact">
                <p>{name}</p>
                {(!email.is_empty()).then(|| view! { <p><a class="ds-link" href=mail>{email}</a></p> })}
                {(!phone.is_empty()).then(|| view! { <p><a class="ds-link" href=call>{phone}</a></p> })}
            </Section>
        }
    })
}

/// The sentence about how long it usually takes, empty where that is unknown.
pub(super) fn usual(l: Lang, seconds: Option<i64>) -> String {
    seconds
        .map(|seconds| tb::usual(l, &day::length(l, seconds)))
        .unwrap_or_default()
}
