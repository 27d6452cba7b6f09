//! The cases, each with its last step and its next.

use crate::{
    pages::case::{self, applicant, place, state_tag},
    texts::{Lang, case as t, day, rhythm, steps},
    ui::{Details, EmptyState, Icon, Section},
};
use ledig_domain::{request::RequestState, time::Zone};
use ledig_service::case::mine::{CaseSummary, MyPage as Mine, NextStep};
use leptos::prelude::*;

/// Cases that are shown before the others fold away; the open ones come first.
const CASES_SHOWN: usize = 6;

/// Open cases first; the others after them, the last ones folded away.
pub(super) fn cases(l: Lang, zone: Zone, mine: &Mine) -> impl IntoView + use<> {
    if mine.cases.is_empty() {
        return view! {
            <Section title=t::cases(l)>
                <EmptyState title=t::no_cases(l) icon=Icon::FileText>
                    <p><a class="ds-link" href="/">{t::find_time(l)}</a></p>
                </EmptyState>
            </Section>
        }
        .into_any();
    }
    let (open, closed): (Vec<&CaseSummary>, Vec<&CaseSummary>) = mine
        .cases
        .iter()
        .partition(|case| matches!(case.state, RequestState::Open | RequestState::Offered));
    let mut shown = open;
    shown.extend(closed);
    let rest = if shown.len() > CASES_SHOWN + 2 {
        shown.split_off(CASES_SHOWN)
    } else {
        Vec::new()
    };
    let rest_count = rest.len();
    let cards = |cases: Vec<&CaseSummary>| {
        let cards = cases.into_iter().map(|case| card(l, zone, case)).collect_view();
        view! { <ul class="caselist">{cards}</ul> }
    };
    let (shown, rest) = (cards(shown), (rest_count > 0).then(|| cards(rest)));
    view! {
        <Section title=t::cases(l)>
            {shown}
            {rest.map(|rest| view! { <Details summary=t::show_later(l, rest_count)>{rest}</Details> })}
        </Section>
    }
    .into_any()
}

fn card(l: Lang, zone: Zone, case: &CaseSummary) -> impl IntoView + use<> {
    let id = case.id;
    let last = case.last_step.as_ref().map(|step| {
        let told = format!("{} {}", steps::who(l, &step.by), steps::what(l, step, zone));
        let when = steps::date_of(l, step.at, zone);
        view! { <div><dt>{t::last_step(l)}</dt><dd>{told}" · "{when}</dd></div> }
    });
    let next = next_step(l, zone, case);
    let state = state_tag(l, case.state);
    view! {
        <li class="caselist__case">
            <div class="caselist__head">
                <h3 class="ds-heading" data-size="2xs">
                    <a class="ds-link" href=format!("/saker/{id}")>{place(&case.space)}</a>
                </h3>
                {state}
            </div>
            <p>{day::capital(&rhythm::short(l, &case.recurrence))}</p>
            <p class="note">{applicant(&case.applicant)}" · "{t::case_number(l, &case.number)}</p>
            <dl class="caselist__steps">
                {last}
                <div><dt>{t::next_step(l)}</dt><dd>{next}</dd></div>
            </dl>
        </li>
    }
}

fn next_step(l: Lang, zone: Zone, case: &CaseSummary) -> AnyView {
    let id = case.id;
    match &case.next_step {
        NextStep::WaitForDecision { usual_seconds } => {
            let usual = case::usual(l, *usual_seconds);
            t::wait_for_decision(l, &usual).trim_end().to_owned().into_any()
        }
        NextStep::AnswerOffer { dates, until } => {
            let told = t::answer_offer(l, *dates, &steps::moment(l, *until, zone));
            view! { <a class="ds-link" href=format!("/saker/{id}")>{told}</a> }.into_any()
        }
        NextStep::WaitForFree { dates } => t::wait_for_free(l, *dates).into_any(),
        NextStep::SeeDecision { decision } => {
            view! { <a class="ds-link" href=format!("/saker/{id}/vedtak/{decision}")>{t::read_decision(l)}</a> }
                .into_any()
        }
        NextStep::Nothing => t::nothing_next(l).into_any(),
    }
}
