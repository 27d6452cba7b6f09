//! The week as a calendar: days side by side, hours down. Prints as the week for the door.

use super::{
    entry::{class, day_tags, kind, label, spoken},
    lanes::{lane_of, lanes},
};
use crate::{
    islands::week_grid::WeekGrid,
    parts::{address, day_strip::span_times},
    texts::{Lang, day, places},
};
use chrono::Datelike as _;
use ledig_domain::id::SpaceId;
use ledig_service::{
    day::MinuteSpan,
    week::{Week, WeekDay, WeekSpace},
};
use leptos::prelude::*;

/// The quarter of an hour, from 1, at which a minute lies in a drawn day.
fn row(first_minute: u16, minute: u16) -> u16 {
    minute.saturating_sub(first_minute) / 15 + 1
}

/// The classes that put a span into its rows.
fn rows(first_minute: u16, span: MinuteSpan) -> String {
    let from = row(first_minute, span.from);
    let to = row(first_minute, span.to + 14).max(from + 1);
    format!("row-{from} rows-{}", to - from)
}

/// Days side by side. Without script every time is a stop of the Tab key; with it, arrow keys lead around.
#[component]
pub fn Calendar(lang: Lang, week: Week, book: Option<SpaceId>) -> impl IntoView {
    let hours = (week.first_minute / 60..week.last_minute / 60)
        .map(|hour| {
            let class = format!("cal__hour row-{} rows-4", row(week.first_minute, hour * 60));
            view! { <span class=class>{format!("{:02}", hour % 24)}</span> }
        })
        .collect_view();
    let days = week
        .days
        .iter()
        .map(|day| day_column(lang, &week, day, book))
        .collect_view();
    view! {
        <p class="note week__note no-print">{places::print_note(lang)}</p>
        <WeekGrid label=places::grid_help(lang).to_owned()>
            <div class="cal">
                <div class="cal__axis" aria-hidden="true">
                    <div class="cal__head"></div>
                    <div class="cal__slots">{hours}</div>
                </div>
                {days}
            </div>
        </WeekGrid>
    }
}

fn day_column(l: Lang, week: &Week, day: &WeekDay, book: Option<SpaceId>) -> impl IntoView + use<> {
    let first = week.first_minute;
    let (count, placed) = lanes(&week.spaces, &day.entries);
    let open = day
        .open
        .iter()
        .map(|span| view! { <div class=format!("cal__open lane-all {}", rows(first, *span)) aria-hidden="true"></div> })
        .collect_view();
    let several = week.spaces.len() > 1;
    let taken = day
        .entries
        .iter()
        .zip(placed)
        .map(|(entry, lane)| {
            let class = format!(
                "cal__slot {} {} lane-{} cols-{}",
                class(kind(entry)),
                rows(first, entry.span),
                lane.first,
                lane.count
            );
            let inner = view! {
                <span class="cal__time times">{span_times(l, entry.span)}</span>
                <span class="cal__who">{label(l, &entry.label)}</span>
                {several.then(|| view! { <span class="cal__space">{entry.space_name.clone()}</span> })}
            };
            let spoken = spoken(l, day.date, entry);
            match entry.request {
                Some(request) => view! {
                    <a class=class href=format!("/saker/{request}") aria-label=spoken data-cell>{inner}</a>
                }
                .into_any(),
                None => view! {
                    <div class=class tabindex="-1" role="group" aria-label=spoken data-cell>{inner}</div>
                }
                .into_any(),
            }
        })
        .collect_view();
    let free = day
        .free
        .iter()
        .filter(|_| book.is_some())
        .map(|span| {
            let when = format!("{} {}", day::date(l, day.date), span_times(l, *span));
            let href = book.map(|space| address::book(space, Some((day.date, *span))));
            view! {
                <a
                    class=format!("cal__slot slot slot--free lane-all {}", rows(first, *span))
                    href=href
                    aria-label=places::book_free(l, &when)
                    data-cell
                >
                    <span class="cal__time times">{span_times(l, *span)}</span>
                    <span class="cal__who">{places::free(l)}</span>
                </a>
            }
        })
        .collect_view();
    let parts_free = day
        .part_free
        .iter()
        .map(|part| {
            let lane = lane_of(&week.spaces, part.space);
            let times = span_times(l, part.span);
            let when = format!("{}, {} {times}", part.name, day::date(l, day.date));
            let href = address::book(part.space, Some((day.date, part.span)));
            let (rows, first, count) = (rows(first, part.span), lane.first, lane.count);
            view! {
                <a
                    class=format!("cal__slot slot slot--free {rows} lane-{first} cols-{count}")
                    href=href
                    aria-label=places::book_free(l, &when)
                    data-cell
                >
                    <span class="cal__time times">{times}</span>
                    <span class="cal__who">{places::free(l)}</span>
                </a>
            }
        })
        .collect_view();
    let now = day.date == week.today;
    let key = part_key(&week.spaces, count);
    view! {
        <section class="cal__day" class:cal__day--today=now aria-label=day::date(l, day.date) data-day>
            <div class="cal__head">
                <h3 class="ds-heading">
                    <span>{day::capital(day::weekday_short(l, day.date.weekday()))}</span>
                    <span class="cal__date">{day::day_month_short(l, day.date)}</span>
                </h3>
                {day_tags(l, day)}
                {key}
            </div>
            <div class=format!("cal__slots lanes-{count}")>{open} {free} {parts_free} {taken}</div>
        </section>
    }
}

/// The names of the parts over their lanes, where each has one of its own.
fn part_key(spaces: &[WeekSpace], count: usize) -> Option<impl IntoView + use<>> {
    let parts: Vec<String> = spaces
        .iter()
        .enumerate()
        .filter(|(at, space)| spaces.get(at + 1).is_none_or(|next| next.depth <= space.depth))
        .map(|(_, space)| space.name.clone())
        .collect();
    (count > 1 && parts.len() == count).then(|| {
        view! {
            <div class=format!("cal__parts lanes-{count}") aria-hidden="true">
                {parts.into_iter().map(|name| view! { <span>{name}</span> }).collect_view()}
            </div>
        }
    })
}
