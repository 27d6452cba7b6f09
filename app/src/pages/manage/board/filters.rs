//! The filter over a board: a form that only changes the address.

use crate::{
    query::Query,
    texts::{
        Lang, kinds,
        manage::{board as t, common},
    },
    ui::{Button, ButtonKind, Field, Icon, Select, SelectOption},
};
use chrono::NaiveDate;
use ledig_domain::space::SpaceKind;
use ledig_service::{board::Board, names::by_name};
use leptos::prelude::*;

/// Date, facility, district, kind and name.
#[component]
pub fn BoardFilters(
    lang: Lang,
    /// The path of the board.
    path: &'static str,
    board: Board,
    query: Query,
    date: NaiveDate,
) -> impl IntoView {
    let mut places = vec![SelectOption::new("", common::all_facilities(lang))];
    places.extend(
        board
            .facilities
            .iter()
            .map(|(id, name)| SelectOption::new(id.to_string(), name)),
    );
    let mut districts = vec![SelectOption::new("", t::all_districts(lang))];
    districts.extend(board.districts.iter().map(|name| SelectOption::new(name, name)));
    let mut types: Vec<SelectOption> = SpaceKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.code(), kinds::space(lang, *kind)))
        .collect();
    types.sort_by(|a, b| by_name(&a.label, &b.label));
    types.insert(0, SelectOption::new("", t::all_kinds(lang)));
    let chosen = |name: &str| query.get(name).unwrap_or_default().to_owned();
    view! {
        <form method="get" action=path class="filters" role="search">
            <Field name="dato" kind="date" label=t::date(lang) value=date.to_string() />
            <Select name="anlegg" label=common::facility(lang) options=places value=chosen("anlegg") />
            <Select name="omrade" label=t::district(lang) options=districts value=chosen("omrade") />
            <Select name="type" label=t::kind(lang) options=types value=chosen("type") />
            <Field name="tekst" kind="search" label=t::text(lang) value=chosen("tekst") />
            <Button kind=ButtonKind::Secondary icon=Icon::Filter>{common::filter(lang)}</Button>
        </form>
    }
}
