//! My page: tonight first, then the week, offers to answer, dates that wait, and cases.

use super::case::{applicant, place, state_tag};
use crate::{
    context::{RequestContext, use_request},
    page::{Page, load},
    texts::{Lang, case as t, day, rhythm, steps},
    ui::{Button, ButtonKind, Details, EmptyState, HiddenFields, Icon, LinkButton, PostForm, Section},
};
use chrono::Days;
use ledig_domain::{
    request::RequestState,
    time::{Minute, Zone},
};
use ledig_service::case::mine::{CaseSummary, MyOffer, MyPage as Mine, NextStep, NextTime, WaitingDate};
use leptos::prelude::*;

/// The evening begins here.
const EVENING: Option<Minute> = Minute::hm(17, 0);

/// Cases that are shown before the others fold away; the open ones come first.
const CASES_SHOWN: usize = 6;

/// What is mine.
#[component]
pub fn MyPage() -> impl IntoView {
    let request = use_request();
    load(async move {
        let mine = request.service.my_page(&request.viewer).await?;
        Ok(page(request, mine))
    })
}

fn page(request: RequestContext, mine: Mine) -> impl IntoView {
    let l = request.lang;
    let zone = request.service.zone();
    let whom = match request.viewer.acting_for() {
        Some(membership) => t::for_whom(l, &membership.name),
        None => t::for_all_yours(l).to_owned(),
    };
    let nothing = mine.next.is_empty();
    view! {
        <Page title=t::my_page(l) class="mine">
            <p class="mine__whom">{whom}</p>
            <h1 class="ds-heading" data-size="lg">{answer(l, &mine)}</h1>
            {nothing
                .then(|| {
                    view! {
                        <p class="lead">{t::nothing_coming_way(l)}</p>
                        <p class="actions">
                            <LinkButton href="/" icon=Icon::MagnifyingGlass>{t::find_time(l)}</LinkButton>
                        </p>
                    }
                })}
            <div class="mine__parts">
                {offers(l, zone, &mine)}
                {times(l, &mine)}
                {waiting(l, &mine)}
                {cases(l, zone, &mine)}
            </div>
        </Page>
    }
}

/// «I kveld kl. 18.00: Fleridrettshall del A, J13.»
fn answer(l: Lang, mine: &Mine) -> String {
    let Some(next) = mine.next.first() else {
        return t::nothing_coming(l).to_owned();
    };
    let mut what = place(&next.space);
    if let Some(team) = &next.applicant.team_name {
        what = format!("{what}, {team}");
    }
    let time = day::time(l, next.times.from);
    if next.starts_at <= mine.now {
        t::now_at(l, &what, &day::time(l, next.times.to))
    } else if next.date != mine.today {
        t::next_at(l, &day::date_times(l, next.date, next.times), &what)
    } else if EVENING.is_some_and(|evening| next.times.from >= evening) {
        t::tonight_at(l, &time, &what)
    } else {
        t::today_at(l, &time, &what)
    }
}

/// Coming times: today, the next seven days, later.
fn times(l: Lang, mine: &Mine) -> impl IntoView + use<> {
    let week = mine.today.checked_add_days(Days::new(7)).unwrap_or(mine.today);
    let (today, rest): (Vec<NextTime>, Vec<NextTime>) = mine
        .next
        .iter()
        .cloned()
        .partition(|next| next.date <= mine.today);
    let (soon, later): (Vec<NextTime>, Vec<NextTime>) = rest.into_iter().partition(|next| next.date <= week);
    let (later_shown, total) = (later.len(), usize::try_from(mine.next_total).unwrap_or(0));
    let more = total > mine.next.len();
    let section = move |title: &'static str, times: Vec<NextTime>| {
        (!times.is_empty()).then(|| view! { <Section title=title>{by_day(l, times)}</Section> })
    };
    view! {
        {section(t::today(l), today)}
        {section(t::next_days(l), soon)}
        {(later_shown > 0)
            .then(|| {
                view! {
                    <Section title=t::later(l)>
                        <Details summary=t::show_later(l, later_shown)>
                            {by_day(l, later)}
                            {more.then(|| view! { <p class="note">{t::all_in_case(l)}</p> })}
                        </Details>
                    </Section>
                }
            })}
    }
}

/// The times under their days.
fn by_day(l: Lang, times: Vec<NextTime>) -> impl IntoView {
    let days: Vec<Vec<NextTime>> = times
        .chunk_by(|one, other| one.date == other.date)
        .map(<[NextTime]>::to_vec)
        .collect();
    days.into_iter()
        .map(|times| {
            let title = times.first().map(|first| day::capital(&day::date(l, first.date)));
            let rows = times.into_iter().map(|next| time_row(l, next)).collect_view();
            view! {
                <div class="day">
                    <h3 class="day__title">{title}</h3>
                    <ul class="datelist">{rows}</ul>
                </div>
            }
        })
        .collect_view()
}

fn time_row(l: Lang, next: NextTime) -> impl IntoView {
    let when = day::date_times(l, next.date, next.times);
    let mut what = applicant(&next.applicant);
    if !next.purpose.is_empty() {
        what = format!("{what} · {}", next.purpose);
    }
    let case = format!("/saker/{}", next.request);
    let cancel = next.may_cancel.then(|| {
        let href = format!("{case}/avlys?dato={}", next.line);
        let label = t::do_for(l, t::do_cancel(l), &when);
        view! {
            <a class="ds-button" data-variant="tertiary" data-size="sm" href=href aria-label=label>{t::do_cancel(l)}</a>
        }
    });
    view! {
        <li class="date">
            <p class="date__time">{day::times(l, next.times)}</p>
            <div class="date__what">
                <p><a class="ds-link" href=case>{place(&next.space)}</a></p>
                <p class="note">{what}</p>
            </div>
            <div class="date__acts">{cancel}</div>
        </li>
    }
}

fn offers(l: Lang, zone: Zone, mine: &Mine) -> Option<impl IntoView + use<>> {
    let offers = mine.offers.clone();
    (!offers.is_empty()).then(|| {
        let rows = offers
            .into_iter()
            .map(|offer| offer_row(l, zone, offer))
            .collect_view();
        view! { <Section title=t::offers(l) class="mine__offers"><ul class="datelist">{rows}</ul></Section> }
    })
}

fn offer_row(l: Lang, zone: Zone, mine: MyOffer) -> impl IntoView {
    let offer = &mine.offer;
    let when = day::date_times(l, offer.date, offer.times);
    let what = format!("{}, {when}", place(&offer.space));
    let (date, wished_place, times) = &mine.wished;
    let wished = t::wished(
        l,
        &format!("{wished_place}, {}", day::date_times(l, *date, *times)),
    );
    let news = if offer.came_free {
        t::offer_came_free(l).to_owned()
    } else {
        wished
    };
    let until = t::held_until(l, &steps::moment(l, offer.until, zone));
    let hidden = vec![
        ("versjon".to_owned(), mine.version.to_string()),
        ("tilbake".to_owned(), "/min-side".to_owned()),
    ];
    let (yes, no) = (format!("ja:{}", mine.line), format!("nei:{}", mine.line));
    let answer = mine.may_answer.then(|| {
        view! {
            <PostForm action=format!("/saker/{}/svar", mine.request) class="date__acts">
                <HiddenFields fields=hidden />
                <Button name="svar" value=yes label=t::accept_for(l, &when)>{t::accept(l)}</Button>
                <Button name="svar" value=no label=t::decline_for(l, &when) kind=ButtonKind::Secondary>
                    {t::decline(l)}
                </Button>
            </PostForm>
        }
    });
    view! {
        <li class="date">
            <div class="date__what">
                <p class="date__when">{day::capital(&what)}</p>
                <p class="note">{news}</p>
                <p class="note">{until}</p>
                <p class="note">{applicant(&mine.applicant)}</p>
            </div>
            {answer}
        </li>
    }
}

fn waiting(l: Lang, mine: &Mine) -> Option<impl IntoView + use<>> {
    let (waiting, now) = (mine.waiting.clone(), mine.now);
    (!waiting.is_empty()).then(|| {
        let rows = waiting
            .into_iter()
            .map(
                |WaitingDate {
                     request,
                     date,
                     times,
                     space,
                     applicant: who,
                     since,
                     ..
                 }| {
                    let waited = t::waits_since(l, &day::length(l, now.0 - since.0));
                    view! {
                        <li class="date">
                            <div class="date__what">
                                <p class="date__when">{day::capital(&day::date_times(l, date, times))}</p>
                                <p><a class="ds-link" href=format!("/saker/{request}")>{place(&space)}</a></p>
                                <p class="note">{applicant(&who)}" · "{waited}</p>
                            </div>
                        </li>
                    }
                },
            )
            .collect_view();
        view! { <Section title=t::waiting_dates(l)><ul class="datelist">{rows}</ul></Section> }
    })
}

fn cases(l: Lang, zone: Zone, mine: &Mine) -> impl IntoView + use<> {
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
            let usual = super::case::usual(l, *usual_seconds);
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
