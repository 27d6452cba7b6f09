//! The list of facilities, with filters.

use crate::{
    context::use_request,
    page::{Page, load},
    parts::{address, search_form::WhatSelect},
    query::Query,
    texts::{Lang, kinds, places},
    ui::{Button, ButtonKind, Checkbox, EmptyState, Field, Glyph, Icon, Select, SelectOption},
};
use ledig_service::{
    places::{FacilityFilter, FacilityList, FacilityRow, Wheelchair},
    search::What,
};
use leptos::prelude::*;

fn read(query: &Query) -> FacilityFilter {
    FacilityFilter {
        text: query.get("sok").unwrap_or_default().chars().take(100).collect(),
        what: query.get("type").and_then(What::from_code),
        district: query.get("omrade").unwrap_or_default().to_owned(),
        wheelchair: query.has("rullestol"),
    }
}

/// Every facility that fits the filter in the address: `sok`, `type`, `omrade`, `rullestol`.
#[component]
pub fn Facilities() -> impl IntoView {
    let request = use_request();
    load(async move {
        let filter = read(&request.query);
        let list = request.service.facilities(&request.viewer, &filter).await?;
        Ok(view! { <ListView lang=request.lang filter list /> })
    })
}

#[component]
fn ListView(lang: Lang, filter: FacilityFilter, list: FacilityList) -> impl IntoView {
    let filtered = filter != FacilityFilter::default();
    let empty = list.rows.is_empty();
    let heading = places::listed(lang, list.rows.len(), list.total);
    view! {
        <Page title=places::facilities(lang) description=places::facilities_description(lang) class="facilities">
            <h1 class="ds-heading">{heading}</h1>
            <Filter lang filter filtered districts=list.districts.clone() />
            {if empty {
                view! {
                    <EmptyState title=places::none_listed(lang) icon=Icon::Buildings3>
                        <p>{places::none_listed_text(lang)}</p>
                    </EmptyState>
                }
                    .into_any()
            } else {
                let rows = list.rows.into_iter().map(|row| view! { <Row lang row /> }).collect_view();
                view! { <ul class="facility-list">{rows}</ul> }.into_any()
            }}
        </Page>
    }
}

#[component]
fn Filter(
    lang: Lang,
    filter: FacilityFilter,
    filtered: bool,
    districts: Vec<(String, u32)>,
) -> impl IntoView {
    let mut options = vec![SelectOption::new("", places::all_districts(lang))];
    options.extend(
        districts
            .into_iter()
            .map(|(name, count)| SelectOption::new(name.clone(), format!("{name} ({count})"))),
    );
    view! {
        <form class="filter" method="get" action="/anlegg" role="search" aria-label=places::filter(lang)>
            <Field name="sok" kind="search" label=places::filter_text(lang) value=filter.text />
            <WhatSelect
                lang
                name="type"
                label=places::kind(lang)
                any=places::all_kinds(lang)
                chosen=filter.what
            />
            <Select name="omrade" label=places::filter_district(lang) options value=filter.district />
            <div class="filter__foot">
                <Checkbox
                    name="rullestol"
                    label=places::wheelchair_yes(lang)
                    checked=filter.wheelchair
                />
                <div class="filter__buttons">
                    <Button kind=ButtonKind::Secondary>{places::filter(lang)}</Button>
                    {filtered
                        .then(|| {
                            view! {
                                <a class="ds-button" data-variant="tertiary" href="/anlegg">{places::clear(lang)}</a>
                            }
                        })}
                </div>
            </div>
        </form>
    }
}

#[component]
fn Row(lang: Lang, row: FacilityRow) -> impl IntoView {
    let kinds: Vec<&str> = row
        .kinds
        .iter()
        .take(4)
        .map(|kind| kinds::space(lang, *kind))
        .collect();
    let where_it_is: Vec<&str> = [row.district.as_str(), row.address.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let where_it_is = where_it_is.join(" · ");
    let access = (row.wheelchair == Wheelchair::Yes).then(|| {
        view! {
            <span class="hit__access">
                <Glyph icon=Icon::Wheelchair />
                <span class="ds-sr-only">{places::wheelchair_yes(lang)}</span>
            </span>
        }
    });
    view! {
        <li class="facility-row">
            <h2 class="ds-heading"><a href=address::facility(&row.slug)>{row.name}</a></h2>
            <p class="quiet">{where_it_is} {access}</p>
            <p class="facility-row__kinds">{kinds.join(", ")}</p>
            <p class="facility-row__count quiet">{places::spaces(lang, row.spaces)}</p>
        </li>
    }
}
