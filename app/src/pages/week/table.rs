//! The week as a table: a row for each time.

use super::entry::{day_tags, label};
use crate::{
    parts::{address, day_strip::span_times},
    texts::{Lang, day, places},
    ui::TableFrame,
};
use ledig_domain::id::SpaceId;
use ledig_service::{
    day::{Entry, MinuteSpan},
    week::{Week, WeekDay},
};
use leptos::prelude::*;

enum Row<'a> {
    Entry(&'a Entry),
    Free(MinuteSpan),
}

impl Row<'_> {
    const fn starts(&self) -> u16 {
        match self {
            Row::Entry(entry) => entry.span.from,
            Row::Free(span) => span.from,
        }
    }
}

/// Day, time, space, and who has it or that it is free.
#[component]
pub fn Table(lang: Lang, week: Week, book: Option<SpaceId>) -> impl IntoView {
    let caption = places::week_of(lang, &week.of, &day::week(lang, u32::from(week.number)));
    let of = week.of.clone();
    let days = week
        .days
        .iter()
        .map(|day| day_rows(lang, day, &of, book))
        .collect_view();
    view! {
        <TableFrame caption class="week-table">
            <thead>
                <tr>
                    <th scope="col">{places::day(lang)}</th>
                    <th scope="col">{places::time(lang)}</th>
                    <th scope="col">{places::space(lang)}</th>
                    <th scope="col">{places::who(lang)}</th>
                </tr>
            </thead>
            {days}
        </TableFrame>
    }
}

fn day_rows(l: Lang, day: &WeekDay, of: &str, book: Option<SpaceId>) -> impl IntoView + use<> {
    let mut rows: Vec<Row<'_>> = day.entries.iter().map(Row::Entry).collect();
    rows.extend(day.free.iter().map(|free| Row::Free(*free)));
    rows.sort_by_key(Row::starts);
    let date = day::capital(&day::date(l, day.date));
    let span = rows.len().max(1).to_string();
    let head = view! {
        <th scope="rowgroup" rowspan=span>
            {date}
            <span class="tags">{day_tags(l, day)}</span>
        </th>
    };
    if rows.is_empty() {
        let text = if day.open.is_empty() {
            places::closed_all_day(l)
        } else {
            places::nothing_stands(l)
        };
        return view! { <tbody><tr>{head}<td colspan="3" class="quiet">{text}</td></tr></tbody> }.into_any();
    }
    let mut head = Some(head);
    let cells = rows
        .into_iter()
        .map(|row| {
            let cells = match row {
                Row::Entry(entry) => view! {
                    <td class="times">{span_times(l, entry.span)}</td>
                    <td>{entry.space_name.clone()}</td>
                    <td>{label(l, &entry.label)}</td>
                }
                .into_any(),
                Row::Free(span) => {
                    let free = match book {
                        Some(space) => {
                            let when = format!("{} {}", day::date(l, day.date), span_times(l, span));
                            view! {
                                <a
                                    href=address::book(space, Some((day.date, span)))
                                    aria-label=places::book_free(l, &when)
                                >
                                    {places::free(l)}
                                </a>
                            }
                            .into_any()
                        }
                        None => places::free(l).into_any(),
                    };
                    view! {
                        <td class="times">{span_times(l, span)}</td>
                        <td>{of.to_owned()}</td>
                        <td class="week-table__free">{free}</td>
                    }
                    .into_any()
                }
            };
            view! { <tr>{head.take()}{cells}</tr> }
        })
        .collect_view();
    view! { <tbody>{cells}</tbody> }.into_any()
}
