//! A day: spaces down, hours across, what is asked for in hatch.

use super::{asked, by_facility, filters::BoardFilters, items, nothing, pick, places, read};
use crate::{
    context::{RequestContext, use_request},
    islands::board_keys::BoardKeys,
    page::load,
    pages::manage::{
        frame::{Answer, ManagePage},
        lane::{HourScale, Hours, ItemKind, Lane},
    },
    texts::{Lang, day, manage::board as t},
    ui::{Glyph, Icon},
};
use chrono::{Days, NaiveDate};
use ledig_service::{
    board::{Board, BoardRow},
    day::Label,
};
use leptos::prelude::*;

const PATH: &str = "/forvaltning/dag";

/// The day board; everything that it shows is in the address.
#[component]
pub fn DayBoard() -> impl IntoView {
    let request = use_request();
    load(async move {
        let asked_for = read(&request.query);
        let board = request.service.day_board(&request.viewer, &asked_for).await?;
        let lang = request.lang;
        let date = board.dates.first().copied().unwrap_or(board.today);
        let title = day::capital(&day::date_year(lang, date));
        let answer = t::day_answer(
            lang,
            bookings(&board),
            &places(lang, &board),
            &t::waiting(lang, asked(&board)),
        );
        let (today, query, steps) = (board.today, request.query.clone(), request.clone());
        Ok(view! {
            <ManagePage title=t::day_title(lang) class="board-page">
                <Answer title lead=answer>
                    <Steps request=steps date today />
                </Answer>
                <BoardFilters lang path=PATH board=board.clone() query date />
                {if board.rows.is_empty() {
                    nothing(lang)
                } else {
                    view! { <Rows request board date /> }.into_any()
                }}
            </ManagePage>
        })
    })
}

/// Bookings on the board, each counted once.
fn bookings(board: &Board) -> usize {
    let entries: std::collections::BTreeSet<_> = board
        .rows
        .iter()
        .flat_map(|row| &row.days)
        .flat_map(|day| &day.entries)
        .filter(|entry| !matches!(entry.label, Label::Closed { .. }))
        .map(|entry| (entry.space, entry.span))
        .collect();
    entries.len()
}

/// The day before, today, the day after.
#[component]
fn Steps(request: RequestContext, date: NaiveDate, today: NaiveDate) -> impl IntoView {
    let lang = request.lang;
    let to = |date: Option<NaiveDate>| date.map(|date| request.query.with("dato", date).link(PATH));
    let step = |date: Option<NaiveDate>, icon: Icon, label: &'static str| {
        to(date).map(|href| {
            view! {
                <a class="ds-button" data-variant="tertiary" data-size="sm" href=href aria-label=label title=label>
                    <Glyph icon />
                </a>
            }
        })
    };
    view! {
        {step(date.checked_sub_days(Days::new(1)), Icon::ChevronLeft, t::previous_day(lang))}
        {(date != today)
            .then(|| {
                view! {
                    <a class="ds-button" data-variant="secondary" data-size="sm" href=to(Some(today))>
                        {t::today(lang)}
                    </a>
                }
            })}
        {step(date.checked_add_days(Days::new(1)), Icon::ChevronRight, t::next_day(lang))}
    }
}

#[component]
fn Rows(request: RequestContext, board: Board, date: NaiveDate) -> impl IntoView {
    let lang = request.lang;
    let picking = view! { <pick::PickForm request board=board.clone() date /> };
    let hours = Hours {
        first: board.first_minute,
        last: board.last_minute,
    };
    let now = (date == board.today).then_some(board.now);
    let label = t::board_label(lang, &day::date(lang, date));
    let caption = label.clone();
    let more = board.more;
    let mut number = 0;
    let groups = by_facility(board.rows)
        .into_iter()
        .map(|group| {
            let facility = group[0].place.facility_name.clone();
            let link = format!("/forvaltning/dag?dato={date}&anlegg={}", group[0].place.facility);
            let rows = group
                .into_iter()
                .map(|row| {
                    number += 1;
                    view! { <SpaceRow lang row hours number now date /> }
                })
                .collect_view();
            view! {
                <tbody>
                    <tr class="board__facility">
                        <th scope="rowgroup" colspan="2">
                            <a href=link>{facility}</a>
                        </th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div
            class="board"
            id="board"
            role="region"
            aria-label=label
            tabindex="0"
            data-first=hours.first
            data-last=hours.last
        >
            <table>
                <caption class="ds-sr-only">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::space(lang)}</th>
                        <th scope="col">
                            <span class="ds-sr-only">{t::hours(lang)}</span>
                            <HourScale hours />
                        </th>
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
        <BoardKeys board="board".to_owned() />
        {picking}
        <Key lang />
        {(more > 0).then(|| view! { <p class="note">{t::more(lang, more)}</p> })}
    }
}

/// What the colours and patterns mean.
#[component]
fn Key(lang: Lang) -> impl IntoView {
    view! {
        <ul class="key">
            {[
                (ItemKind::Booked, t::booked(lang)),
                (ItemKind::Own, t::booked_part(lang)),
                (ItemKind::Asked, t::asked(lang)),
                (ItemKind::Contested, t::contested(lang)),
                (ItemKind::Held, t::held(lang)),
                (ItemKind::Closed, t::closed(lang)),
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
            <li class="key__live">{t::arrows(lang)}</li>
            <li class="key__live">{t::drag(lang)}</li>
        </ul>
    }
}

#[component]
fn SpaceRow(
    lang: Lang,
    row: BoardRow,
    hours: Hours,
    number: usize,
    now: Option<u16>,
    date: NaiveDate,
) -> impl IntoView {
    let place = row.place;
    let spoken = format!("{}, {}", place.name, place.facility_name);
    let value = pick::value(&place);
    let (open, items, free) = row.days.into_iter().next().map_or_else(Default::default, |day| {
        let open: Vec<(u16, u16)> = day.open.iter().map(|span| (span.from, span.to)).collect();
        let free = pick::free(&day);
        (open, items::of_day(lang, &place.name, &day), free)
    });
    let week = ledig_domain::time::week::IsoWeek::of(date);
    let href = format!("/anlegg/{}/{}?uke={week}", place.facility_slug, place.slug);
    view! {
        <tr>
            <th scope="row" class=format!("board__space board__space--{}", row.depth.min(3))>
                <a href=href>{place.name}</a>
            </th>
            <td>
                <Lane hours open items row=number label=spoken now=now free=Some((value, free)) />
            </td>
        </tr>
    }
}
