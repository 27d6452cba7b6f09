//! The one search: what, where, when, how many.

use crate::{
    query::Query,
    texts::{Lang, kinds, search},
    ui::{Button, Checkbox, Field, FieldFrame, Icon},
};
use ledig_domain::space::SpaceKind;
use ledig_service::search::{Activity, SearchQuery, What};
use leptos::prelude::*;

/// Reads the search in an address: `hva`, `sok`, `hvor`, `dato`, `fra`, `til`, `antall`, `rullestol`, `vis`.
pub fn read(query: &Query) -> SearchQuery {
    SearchQuery {
        what: query.get("hva").and_then(What::from_code),
        text: query.get("sok").unwrap_or_default().chars().take(100).collect(),
        near: query.get("hvor").unwrap_or_default().chars().take(100).collect(),
        date: query.read("dato"),
        from: query.read("fra"),
        to: query.read("til"),
        minutes: query.read("minutter"),
        persons: query.read("antall"),
        wheelchair: query.has("rullestol"),
        limit: query.read("vis"),
    }
}

/// The name of an activity.
pub fn activity(l: Lang, activity: Activity) -> &'static str {
    match activity {
        Activity::IndoorSport => search::activity_indoor_sport(l),
        Activity::Football => search::activity_football(l),
        Activity::Training => search::activity_training(l),
        Activity::Swimming => search::activity_swimming(l),
        Activity::Ice => search::activity_ice(l),
        Activity::OutdoorSport => search::activity_outdoor_sport(l),
        Activity::Meeting => search::activity_meeting(l),
        Activity::Culture => search::activity_culture(l),
        Activity::Gathering => search::activity_gathering(l),
        Activity::Outdoors => search::activity_outdoors(l),
    }
}

/// The name of what is searched for.
pub fn what_name(l: Lang, what: What) -> &'static str {
    match what {
        What::Activity(found) => activity(l, found),
        What::Kind(kind) => kinds::space(l, kind),
    }
}

/// Activities, then kinds of space, in one list to choose from.
#[component]
pub fn WhatSelect(
    lang: Lang,
    /// The field's name.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    #[prop(into)] any: String,
    chosen: Option<What>,
) -> impl IntoView {
    let option = move |what: What, label: &'static str| {
        let selected = chosen == Some(what);
        view! { <option value=what.code() selected=selected>{label}</option> }
    };
    let activities = Activity::ALL
        .iter()
        .map(|found| option(What::Activity(*found), activity(lang, *found)))
        .collect_view();
    let all_kinds = SpaceKind::ALL
        .iter()
        .map(|kind| option(What::Kind(*kind), kinds::space(lang, *kind)))
        .collect_view();
    view! {
        <FieldFrame id=name.clone() label>
            <select class="ds-input" id=name.clone() name=name>
                <option value="">{any}</option>
                <optgroup label=search::activities(lang)>{activities}</optgroup>
                <optgroup label=search::kinds(lang)>{all_kinds}</optgroup>
            </select>
        </FieldFrame>
    }
}

/// The search's form; `GET`, so that the answer's address can be shared.
#[component]
pub fn SearchForm(
    lang: Lang,
    /// What the fields show.
    query: SearchQuery,
    /// Suggestions for the place.
    places: Vec<String>,
    /// The first date that can be chosen, and the one that is shown where none is.
    today: chrono::NaiveDate,
) -> impl IntoView {
    let time = |minute: Option<ledig_domain::time::Minute>| minute.map(|minute| minute.to_string());
    let date = query.date.unwrap_or(today).to_string();
    view! {
        <form class="search" method="get" action="/sok" role="search" aria-label=search::search_form(lang)>
            <div class="search__fields">
                <div class="search__what">
                    <WhatSelect
                        lang
                        name="hva"
                        label=search::what(lang)
                        any=search::anything(lang)
                        chosen=query.what
                    />
                </div>
                <div class="search__where">
                    <Field
                        name="hvor"
                        label=search::place(lang)
                        value=query.near
                        placeholder=search::place_hint(lang)
                        list="steder"
                        autocomplete="off"
                    />
                    <datalist id="steder">
                        {places.into_iter().map(|place| view! { <option value=place></option> }).collect_view()}
                    </datalist>
                </div>
                <Field name="dato" kind="date" label=search::date(lang) value=date class="search__date" />
                <Field
                    name="fra"
                    kind="time"
                    label=search::from(lang)
                    value=time(query.from)
                    step="900"
                    class="search__time"
                />
                <Field
                    name="til"
                    kind="time"
                    label=search::to(lang)
                    value=time(query.to)
                    step="900"
                    class="search__time"
                />
                <Field
                    name="antall"
                    kind="number"
                    label=search::persons(lang)
                    value=query.persons.map(|n| n.to_string())
                    inputmode="numeric"
                    min="1"
                    class="search__persons"
                />
            </div>
            <div class="search__foot">
                <Checkbox name="rullestol" label=search::wheelchair(lang) checked=query.wheelchair />
                <Button icon=Icon::MagnifyingGlass>{search::search(lang)}</Button>
            </div>
        </form>
    }
}
