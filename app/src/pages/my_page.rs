//! My page: tonight first, then the week, offers to answer, dates that wait, and cases.

mod cases;
mod times;

use super::case::{applicant, place};
use crate::{
    context::{RequestContext, use_request},
    page::{Page, load},
    texts::{Lang, case as t, day, steps},
    ui::{Button, ButtonKind, HiddenFields, Icon, LinkButton, PostForm, Section},
};
use ledig_domain::time::{Minute, Zone};
use ledig_service::case::mine::{MyOffer, MyPage as Mine, WaitingDate};
use leptos::prelude::*;

/// The evening begins here.
const EVENING: Option<Minute> = Minute::hm(17, 0);

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
                {times::times(l, &mine)}
                {waiting(l, &mine)}
                {cases::cases(l, zone, &mine)}
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
