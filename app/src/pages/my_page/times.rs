//! Coming times, under their days.

use crate::{
    pages::case::{applicant, place},
    texts::{Lang, case as t, day},
    ui::{Details, Section},
};
use chrono::Days;
use ledig_service::case::mine::{MyPage as Mine, NextTime};
use leptos::prelude::*;

/// Coming times: today, the next seven days, later.
pub(super) fn times(l: Lang, mine: &Mine) -> impl IntoView + use<> {
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
                <div class="on-day">
                    <h3 class="on-day__title">{title}</h3>
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
