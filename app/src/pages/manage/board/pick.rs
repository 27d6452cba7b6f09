//! Choosing a time of the day board: typed in a form, or drawn with the pointer in a free stretch.

use crate::{
    context::RequestContext,
    islands::board_pick::BoardPick,
    texts::{day, manage::board as t},
    ui::{Button, ButtonKind, Field, Select, SelectOption},
};
use chrono::NaiveDate;
use ledig_domain::time::DAY_MINUTES;
use ledig_service::{
    access::{Action, Thing},
    board::{Board, BoardDay},
    day::Place,
};
use leptos::prelude::*;

/// The form; what it leads to is told by [`crate::actions::manage`].
#[component]
pub fn PickForm(request: RequestContext, board: Board, date: NaiveDate) -> impl IntoView {
    let lang = request.lang;
    let may_close = board.rows.iter().any(|row| {
        request
            .viewer
            .can(Action::Close, &Thing::facility(row.place.facility))
    });
    let options: Vec<SelectOption> = board
        .rows
        .iter()
        .filter(|row| row.place.bookable || may_close)
        .map(|row| {
            let name = format!("{}: {}", row.place.facility_name, row.place.name);
            SelectOption::new(value(&row.place), name)
        })
        .collect();
    let told = day::date(lang, date);
    let title = if may_close {
        t::pick(lang, &told)
    } else {
        t::pick_book(lang, &told)
    };
    view! {
        <details class="pick" id="tid">
            <summary class="pick__open">{title}</summary>
            <form method="get" action="/forvaltning/dag/tid" class="pick__form">
                <input type="hidden" name="dato" value=date.to_string() />
                <Select name="sted" label=t::space(lang) options />
                <Field name="fra" label=t::pick_from(lang) autocomplete="off" />
                <Field name="til" label=t::pick_to(lang) autocomplete="off" />
                <div class="pick__acts">
                    <Button name="gjor" value="bestill">{t::pick_do_book(lang)}</Button>
                    {may_close
                        .then(|| {
                            view! {
                                <Button name="gjor" value="steng" kind=ButtonKind::Secondary>
                                    {t::pick_do_close(lang)}
                                </Button>
                            }
                        })}
                </div>
            </form>
        </details>
        <BoardPick lang board="board".to_owned() form="tid".to_owned() />
    }
}

/// A space of the board, as the form and the lanes name it.
pub fn value(place: &Place) -> String {
    format!("{}.{}", place.facility, place.id)
}

/// Where the pointer can choose: open and nothing stands there, in whole quarters. What is asked for and undecided takes nothing.
pub fn free(day: &BoardDay) -> Vec<(u16, u16)> {
    let mut free: Vec<(u16, u16)> = day.open.iter().map(|span| (span.from, span.to)).collect();
    for entry in &day.entries {
        let (from, to) = (entry.occupied.from, entry.occupied.to);
        free = free
            .into_iter()
            .flat_map(|(first, last)| [(first, last.min(from)), (first.max(to), last)])
            .filter(|(first, last)| first < last)
            .collect();
    }
    free.into_iter()
        .map(|(from, to)| (from.next_multiple_of(15), to / 15 * 15))
        .filter(|(from, to)| from < to && *from < DAY_MINUTES)
        .collect()
}
