//! The boards: many spaces over a day or a week.

mod day_board;
mod filters;
mod items;
mod pick;
mod week_board;

pub use day_board::DayBoard;
pub use week_board::WeekBoard;

use crate::{
    query::Query,
    texts::{Lang, manage::board as t},
    ui::{EmptyState, Icon},
};
use chrono::NaiveDate;
use ledig_domain::{space::SpaceKind, time::week::IsoWeek};
use ledig_service::board::{Board, BoardQuery, BoardRow};
use leptos::prelude::*;

/// What the address asks for.
fn read(query: &Query) -> BoardQuery {
    let week: Option<IsoWeek> = query.read("uke");
    BoardQuery {
        date: query.read::<NaiveDate>("dato").or(week.map(IsoWeek::monday)),
        facility: query.read("anlegg"),
        district: query.get("omrade").unwrap_or_default().to_owned(),
        kind: query.get("type").and_then(SpaceKind::from_code),
        text: query.get("tekst").unwrap_or_default().to_owned(),
    }
}

/// Undecided dates on the board, each counted once.
fn asked(board: &Board) -> usize {
    let lines: std::collections::BTreeSet<_> = board
        .rows
        .iter()
        .flat_map(|row| &row.days)
        .flat_map(|day| day.asked.iter().map(|one| one.line))
        .collect();
    lines.len()
}

/// «12 steder», or that only the first are shown.
fn places(l: Lang, board: &Board) -> String {
    if board.more > 0 {
        t::places_shown(l, board.rows.len())
    } else {
        t::places(l, board.rows.len())
    }
}

/// The rows of each facility, in order.
fn by_facility(rows: Vec<BoardRow>) -> Vec<Vec<BoardRow>> {
    let mut groups: Vec<Vec<BoardRow>> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some(group) if group[0].place.facility == row.place.facility => group.push(row),
            _ => groups.push(vec![row]),
        }
    }
    groups
}

/// No space fits.
fn nothing(lang: Lang) -> AnyView {
    view! {
        <EmptyState title=t::empty(lang) icon=Icon::Filter>
            <p>{t::empty_text(lang)}</p>
        </EmptyState>
    }
    .into_any()
}
