//! A day: spaces down, hours across, what is asked for in hatch.

use super::{asked, by_facility, filters::BoardFilters, nothing, read};
use crate::{
    context::{RequestContext, use_request},
    islands::board_keys::BoardKeys,
    page::load,
    pages::manage::{
        frame::{Answer, ManagePage},
        lane::{HourScale, Hours, Item, ItemKind, Lane, times},
    },
    texts::{Lang, day, manage::board as t},
    ui::{Glyph, Icon},
};
use chrono::{Days, NaiveDate};
use ledig_service::{
    board::{AskedEntry, Board, BoardRow},
    day::{Entry, Label},
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
        let answer = t::day_answer(lang, board.rows.len(), bookings(&board), asked(&board));
        let (today, query) = (board.today, request.query.clone());
        Ok(view! {
            <ManagePage title=t::day_title(lang) class="board-page">
                <Answer title lead=answer>
                    <Steps request date today />
                </Answer>
                <BoardFilters lang path=PATH board=board.clone() query date />
                {if board.rows.is_empty() {
                    nothing(lang)
                } else {
                    view! { <Rows lang board date /> }.into_any()
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
fn Rows(lang: Lang, board: Board, date: NaiveDate) -> impl IntoView {
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
        <div class="board" id="board" role="region" aria-label=label tabindex="0">
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
            <li class="key__note">{t::arrows(lang)}</li>
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
    let (open, items) = row.days.into_iter().next().map_or_else(Default::default, |day| {
        let mut items: Vec<Item> = day
            .entries
            .iter()
            .map(|entry| booked(lang, &place.name, entry))
            .collect();
        items.extend(day.asked.iter().map(|one| asked_for(lang, &place.name, one)));
        let open: Vec<(u16, u16)> = day.open.iter().map(|span| (span.from, span.to)).collect();
        (open, items)
    });
    let week = ledig_domain::time::week::IsoWeek::of(date);
    let href = format!("/anlegg/{}/{}?uke={week}", place.facility_slug, place.slug);
    view! {
        <tr>
            <th scope="row" class=format!("board__space board__space--{}", row.depth.min(3))>
                <a href=href>{place.name}</a>
            </th>
            <td>
                <Lane hours open items row=number label=spoken now=now />
            </td>
        </tr>
    }
}

fn booked(l: Lang, space: &str, entry: &Entry) -> Item {
    let clock = times(l, entry.span.from, entry.span.to);
    let (kind, word, name) = match &entry.label {
        Label::Organisation { name, team, .. } => {
            let name = match team {
                Some(team) => format!("{name} {team}"),
                None => name.clone(),
            };
            (ItemKind::Booked, t::booked(l), name)
        }
        Label::Person { name } => (ItemKind::Booked, t::booked(l), name.clone()),
        Label::Own => (ItemKind::Booked, t::booked(l), t::own_time(l).to_owned()),
        Label::Busy => (ItemKind::Booked, t::booked(l), t::busy(l).to_owned()),
        Label::Closed { reason } => (
            ItemKind::Closed,
            t::closed(l),
            reason.clone().unwrap_or_else(|| day::capital(t::closed(l))),
        ),
        Label::Held => (ItemKind::Held, t::held(l), day::capital(t::held(l))),
    };
    let part = !entry.whole && kind == ItemKind::Booked;
    let (kind, word) = if part {
        (ItemKind::Own, t::booked_part(l))
    } else {
        (kind, word)
    };
    let place = if entry.space_name == space {
        space.to_owned()
    } else {
        format!("{space}, {}", entry.space_name)
    };
    let text = if part {
        format!("{name} · {}", entry.space_name)
    } else {
        name.clone()
    };
    let mut spoken = format!("{name}, {clock}, {place}, {word}");
    if let Some(contact) = &entry.contact {
        let reach = if contact.phone.is_empty() {
            &contact.email
        } else {
            &contact.phone
        };
        spoken = format!(
            "{spoken}. {}. {}",
            contact.purpose,
            t::contact(l, &contact.name, reach)
        );
    }
    Item {
        from: entry.span.from,
        to: entry.span.to,
        kind,
        text,
        spoken,
        href: entry.request.map(|id| format!("/forvaltning/saker/{id}")),
    }
}

fn asked_for(l: Lang, space: &str, one: &AskedEntry) -> Item {
    let name = match &one.team {
        Some(team) => format!("{} {team}", one.who),
        None => one.who.clone(),
    };
    let clock = times(l, one.span.from, one.span.to);
    let conflict = one.blocked || one.contested;
    let (kind, word) = if conflict {
        (ItemKind::Contested, t::contested(l))
    } else {
        (ItemKind::Asked, t::asked(l))
    };
    Item {
        from: one.span.from,
        to: one.span.to,
        kind,
        spoken: format!("{name}, {clock}, {space}, {word}"),
        text: name,
        href: Some(format!("/forvaltning/saker/{}", one.request)),
    }
}
