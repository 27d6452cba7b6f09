//! The inbox's filter: a form that only changes the address.

use crate::{
    texts::{
        Lang,
        manage::{common, inbox as t},
    },
    ui::{Button, ButtonKind, Field, Glyph, Icon, Select, SelectOption},
};
use ledig_domain::id::FacilityId;
use ledig_service::case::inbox::{InboxFilter, InboxShow, InboxSort};
use leptos::prelude::*;

/// Facility, conflicts, text and order; folded on a small screen while nothing is set.
#[component]
pub fn Filters(lang: Lang, filter: InboxFilter, facilities: Vec<(FacilityId, String, u32)>) -> impl IntoView {
    let mut places = vec![SelectOption::new("", common::all_facilities(lang))];
    places.extend(
        facilities
            .into_iter()
            .map(|(id, name, n)| SelectOption::new(id.to_string(), t::facility_count(lang, &name, n))),
    );
    let conflicts = vec![
        SelectOption::new("", common::all(lang)),
        SelectOption::new("med", t::conflicts_with(lang)),
        SelectOption::new("uten", t::conflicts_without(lang)),
    ];
    let chosen = match filter.conflicts {
        Some(true) => "med",
        Some(false) => "uten",
        None => "",
    };
    let orders = InboxSort::ALL
        .iter()
        .map(|sort| SelectOption::new(sort.code(), order(lang, *sort)))
        .collect::<Vec<_>>();
    let place = filter.facility.map(|id| id.to_string()).unwrap_or_default();
    let set = filter
        != InboxFilter {
            show: filter.show,
            page: filter.page,
            ..InboxFilter::default()
        };
    view! {
        <details class="fold" open=set>
        <summary>
                <Glyph icon=Icon::Filter />
                {t::filter(lang)}
                <Glyph icon=Icon::ChevronDown />
            </summary>
        <form method="get" action="/forvaltning" class="filters" role="search">
            {(filter.show != InboxShow::Undecided)
                .then(|| view! { <input type="hidden" name="vis" value=filter.show.code() /> })}
            <Field
                name="tekst"
                kind="search"
                label=common::search_text(lang)
                value=filter.text.clone()
                placeholder=t::text_hint(lang)
            />
            <Select name="anlegg" label=common::facility(lang) options=places value=place />
            <Select name="konflikt" label=t::conflicts(lang) options=conflicts value=chosen />
            <Select name="sorter" label=t::sort(lang) options=orders value=filter.sort.code() />
            <Button kind=ButtonKind::Secondary icon=Icon::Filter>{common::filter(lang)}</Button>
        </form>
        </details>
    }
}

fn order(l: Lang, sort: InboxSort) -> &'static str {
    match sort {
        InboxSort::Waiting => t::sort_waiting(l),
        InboxSort::FirstDate => t::sort_first(l),
        InboxSort::Class => t::sort_class(l),
        InboxSort::Applicant => t::sort_applicant(l),
        InboxSort::Conflicts => t::sort_conflicts(l),
    }
}
