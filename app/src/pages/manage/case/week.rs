//! A week with the request drawn in.

use super::week_link;
use crate::{
    pages::manage::lane::{HourScale, Hours, Item, ItemKind, Lane, times},
    texts::{
        Lang, day,
        manage::{board, case as t},
    },
    ui::Section,
};
use chrono::NaiveDate;
use ledig_domain::{id::RequestId, time::week::IsoWeek};
use ledig_service::case::manager::{CaseEntry, CaseWeek, EntryKind};
use leptos::prelude::*;

/// Seven days down, hours across.
#[component]
pub fn CaseWeekBoard(lang: Lang, id: RequestId, week: CaseWeek, today: NaiveDate) -> impl IntoView {
    let hours = hours(&week);
    let here = week.monday;
    let before = week.weeks.iter().rev().find(|monday| **monday < here).copied();
    let after = week.weeks.iter().find(|monday| **monday > here).copied();
    let step = move |to: Option<NaiveDate>, label: &'static str| {
        to.map(|monday| view! { <a class="ds-link" href=week_link(id, monday)>{label}</a> })
    };
    let number = day::capital(&day::week(lang, IsoWeek::of(here).week()));
    let rows = week
        .days
        .into_iter()
        .enumerate()
        .map(|(row, one)| {
            let label = day::date(lang, one.date);
            let open = one
                .open
                .iter()
                .map(|span| (span.from.get(), span.end_minutes()))
                .collect();
            let items = one
                .entries
                .iter()
                .map(|entry| item(lang, id, &label, entry))
                .collect();
            let current = (one.date == today).then_some("date");
            view! {
                <tr>
                    <th scope="row" aria-current=current>{day::capital(&day::date_short(lang, one.date))}</th>
                    <td>
                        <Lane hours open items row label=label />
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Section title=t::week(lang) id="uke" class="mweek">
            <p class="mweek__nav">
                <strong>{number}</strong>
                {step(before, t::week_previous(lang))}
                {step(after, t::week_next(lang))}
            </p>
            <div class="board board--week" role="region" aria-label=t::week(lang) tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="ds-sr-only">{t::day(lang)}</span>
                            </th>
                            <th scope="col">
                                <span class="ds-sr-only">{board::hours(lang)}</span>
                                <HourScale hours />
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <ul class="key">
                {[
                    (ItemKind::Asked, t::kind_asked(lang)),
                    (ItemKind::Contested, t::kind_competing(lang)),
                    (ItemKind::Booked, t::kind_booked(lang)),
                    (ItemKind::Own, t::kind_own(lang)),
                    (ItemKind::Held, t::kind_held(lang)),
                    (ItemKind::Closed, t::kind_closed(lang)),
                ]
                    .into_iter()
                    .map(|(kind, word)| {
                        view! {
                            <li>
                                <span class=kind.class() aria-hidden="true"></span>
                                {word}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </Section>
    }
}

/// From the first opening or entry to the last, on the hour.
fn hours(week: &CaseWeek) -> Hours {
    let spans = week.days.iter().flat_map(|day| {
        let entries = day.entries.iter().filter(|entry| entry.kind != EntryKind::Closed);
        day.open.iter().copied().chain(entries.map(|entry| entry.times))
    });
    let (mut first, mut last) = (24 * 60, 0);
    for span in spans {
        first = first.min(span.from.get() / 60 * 60);
        last = last.max(span.end_minutes().div_ceil(60) * 60);
    }
    if first >= last {
        return Hours {
            first: 480,
            last: 1320,
        };
    }
    Hours {
        first,
        last: last.min(30 * 60),
    }
}

fn item(l: Lang, this: RequestId, date: &str, entry: &CaseEntry) -> Item {
    let (kind, word) = match entry.kind {
        EntryKind::Booked => (ItemKind::Booked, t::kind_booked(l)),
        EntryKind::Own => (ItemKind::Own, t::kind_own(l)),
        EntryKind::Held => (ItemKind::Held, t::kind_held(l)),
        EntryKind::Closed => (ItemKind::Closed, t::kind_closed(l)),
        EntryKind::Asked => (ItemKind::Asked, t::kind_asked(l)),
        EntryKind::Competing => (ItemKind::Contested, t::kind_competing(l)),
    };
    let (from, to) = (entry.times.from.get(), entry.times.end_minutes());
    let clock = times(l, from, to);
    Item {
        from,
        to,
        kind,
        text: entry.label.clone(),
        spoken: format!("{word}: {}, {date} {clock}, {}", entry.label, entry.space),
        href: entry
            .request
            .filter(|request| *request != this)
            .map(|request| format!("/forvaltning/saker/{request}")),
    }
}
