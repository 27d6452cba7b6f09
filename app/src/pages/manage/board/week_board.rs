//! A week: spaces down, days across, each day a strip.

use super::{asked, by_facility, filters::BoardFilters, nothing, places, read};
use crate::{
    context::{RequestContext, use_request},
    page::load,
    pages::manage::frame::{Answer, ManagePage},
    texts::{Lang, day, manage::board as t},
    ui::{Glyph, Icon, Legend, Strip, StripKind, StripPart},
};
use chrono::NaiveDate;
use ledig_domain::time::week::IsoWeek;
use ledig_service::{
    board::{Board, BoardDay, BoardRow},
    day::Label,
};
use leptos::prelude::*;

const PATH: &str = "/forvaltning/uke";

/// The week board; everything that it shows is in the address.
#[component]
pub fn WeekBoard() -> impl IntoView {
    let request = use_request();
    load(async move {
        let asked_for = read(&request.query);
        let board = request.service.week_board(&request.viewer, &asked_for).await?;
        let lang = request.lang;
        let week = IsoWeek::of(board.dates.first().copied().unwrap_or(board.today));
        let title = format!(
            "{}, {}",
            day::capital(&day::week(lang, week.week())),
            day::date_range(lang, week.monday(), week.sunday())
        );
        let answer = t::week_answer(
            lang,
            share(&board),
            &places(lang, &board),
            &t::waiting(lang, asked(&board)),
        );
        let (today, query) = (board.today, request.query.clone());
        Ok(view! {
            <ManagePage title=t::week_title(lang) class="board-page">
                <Answer title lead=answer>
                    <Steps request week today />
                </Answer>
                <BoardFilters lang path=PATH board=board.clone() query date=week.monday() />
                {if board.rows.is_empty() {
                    nothing(lang)
                } else {
                    view! { <Rows lang board /> }.into_any()
                }}
            </ManagePage>
        })
    })
}

/// How much of the opening time of the wholes is booked, percent.
fn share(board: &Board) -> u32 {
    let (mut booked, mut open) = (0u32, 0u32);
    for day in board
        .rows
        .iter()
        .filter(|row| row.depth == 0)
        .flat_map(|row| &row.days)
    {
        booked += u32::from(day.booked_minutes);
        open += day.open.iter().map(|span| u32::from(span.minutes())).sum::<u32>();
    }
    booked * 100 / open.max(1)
}

#[component]
fn Steps(request: RequestContext, week: IsoWeek, today: NaiveDate) -> impl IntoView {
    let lang = request.lang;
    let to = |week: IsoWeek| request.query.without("dato").with("uke", week).link(PATH);
    let step = |week: IsoWeek, icon: Icon, label: &'static str| {
        view! {
            <a class="ds-button" data-variant="tertiary" data-size="sm" href=to(week) aria-label=label title=label>
                <Glyph icon />
            </a>
        }
    };
    let this = IsoWeek::of(today);
    view! {
        {step(week.prev(), Icon::ChevronLeft, t::previous_week(lang))}
        {(week != this)
            .then(|| {
                view! {
                    <a class="ds-button" data-variant="secondary" data-size="sm" href=to(this)>
                        {t::this_week(lang)}
                    </a>
                }
            })}
        {step(week.next(), Icon::ChevronRight, t::next_week(lang))}
    }
}

#[component]
fn Rows(lang: Lang, board: Board) -> impl IntoView {
    let hours = (board.first_minute, board.last_minute);
    let dates = board.dates.clone();
    let (more, today) = (board.more, board.today);
    let heads = dates
        .iter()
        .map(|date| {
            let current = (*date == today).then_some("date");
            view! {
                <th scope="col" aria-current=current>
                    <a href=format!("/forvaltning/dag?dato={date}")>{day::capital(&day::date_short(lang, *date))}</a>
                </th>
            }
        })
        .collect_view();
    let groups = by_facility(board.rows)
        .into_iter()
        .map(|group| {
            let place = group[0].place.clone();
            let rows = group
                .into_iter()
                .map(|row| view! { <SpaceRow lang row dates=dates.clone() hours /> })
                .collect_view();
            view! {
                <tbody>
                    <tr class="board__facility">
                        <th scope="rowgroup" colspan="8">
                            <a href=format!("/forvaltning/uke?uke={}&anlegg={}", IsoWeek::of(dates[0]), place.facility)>
                                {place.facility_name}
                            </a>
                        </th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="board board--days" role="region" aria-label=t::week_title(lang) tabindex="0">
            <table>
                <caption class="ds-sr-only">{t::week_title(lang)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::space(lang)}</th>
                        {heads}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
        <Legend lang kinds=vec![StripKind::Free, StripKind::Taken, StripKind::Asked, StripKind::Closed] />
        {(more > 0).then(|| view! { <p class="note">{t::more(lang, more)}</p> })}
    }
}

#[component]
fn SpaceRow(lang: Lang, row: BoardRow, dates: Vec<NaiveDate>, hours: (u16, u16)) -> impl IntoView {
    let place = row.place;
    let name = place.name.clone();
    let cells = row
        .days
        .into_iter()
        .zip(dates)
        .map(|(one, date)| {
            let label = t::day_of(lang, &name, &day::date(lang, date));
            let asked = one.asked.len();
            let href = format!("/forvaltning/dag?dato={date}&anlegg={}", place.facility);
            view! {
                <td>
                    <a class="board__cell" href=href>
                        <Strip lang from=hours.0 to=hours.1 parts=parts(&one) label=label bare=true />
                        {(asked > 0).then(|| view! { <span class="board__asked">{t::asked_n(lang, asked)}</span> })}
                    </a>
                </td>
            }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row" class=format!("board__space board__space--{}", row.depth.min(3))>{place.name.clone()}</th>
            {cells}
        </tr>
    }
}

/// Free where it is open, then what stands there, then what is asked for on top.
fn parts(one: &BoardDay) -> Vec<StripPart> {
    let open = one
        .open
        .iter()
        .map(|span| StripPart::new(span.from, span.to, StripKind::Free));
    let entries = one.entries.iter().map(|entry| {
        let kind = match entry.label {
            Label::Closed { .. } => StripKind::Closed,
            _ => StripKind::Taken,
        };
        StripPart::new(entry.span.from, entry.span.to, kind)
    });
    let asked = one.asked.iter().map(|one| StripPart {
        label: Some(one.who.clone()),
        ..StripPart::new(one.span.from, one.span.to, StripKind::Asked)
    });
    open.chain(entries).chain(asked).collect()
}
