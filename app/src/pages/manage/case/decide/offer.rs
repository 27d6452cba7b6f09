//! What is offered instead of a date: one of what is free, or a place and time that one types.

use crate::{
    actions::manage::offer::OTHER,
    pages::manage::filled::Filled,
    texts::{
        Lang, day,
        manage::{case as t, common, words},
    },
    ui::{Field, Select, SelectOption},
};
use ledig_domain::id::FacilityId;
use ledig_service::case::{decide::OfferSpace, manager::Outlook, page::CaseLine};
use leptos::prelude::*;

/// The id of the list of places in other facilities.
const PLACES: &str = "steder";

/// The spaces that may be offered: of the facility, to choose among, and of others, by name.
#[derive(Clone, Debug)]
pub struct Places {
    here: Vec<SelectOption>,
    others: Vec<String>,
}

impl Places {
    /// Splits them by the facility of the case.
    pub fn of(places: &[OfferSpace], here: FacilityId) -> Self {
        let (own, others): (Vec<_>, Vec<_>) = places.iter().partition(|place| place.facility == here);
        Self {
            here: own
                .into_iter()
                .map(|place| SelectOption::new(place.id.to_string(), place.name.clone()))
                .collect(),
            others: others.into_iter().map(|place| place.name.clone()).collect(),
        }
    }

    /// The names of the places in other facilities, which the browser suggests while one types.
    pub fn list(&self) -> impl IntoView + use<> {
        let options = self.others.iter().cloned();
        let options = options
            .map(|name| view! { <option value=name></option> })
            .collect_view();
        view! { <datalist id=PLACES>{options}</datalist> }
    }
}

/// What is offered instead; shown when "offer" is chosen.
#[component]
pub fn OfferFields(
    lang: Lang,
    filled: Filled,
    one: Outlook,
    line: CaseLine,
    places: Places,
) -> impl IntoView {
    let id = one.line;
    let field = |name: &str| format!("{name}.{id}");
    let value = |name: &str, stored: String| filled.text(&field(name), stored);
    let fault = |name: &str| filled.fault(&field(name));
    let ready: Vec<SelectOption> = one
        .alternatives
        .iter()
        .map(|way| {
            let value = format!("{}|{}|{}|{}", way.space, one.date, way.times.from, way.times.to);
            let label = format!(
                "{}, {} {} ({})",
                way.facility_name,
                way.space_name,
                day::times(lang, way.times),
                words::way(lang, way.why)
            );
            SelectOption::new(value, label)
        })
        .chain(std::iter::once(SelectOption::new(OTHER, t::offer_other(lang))))
        .collect();
    let first = ready.first().map(|one| one.value.clone()).unwrap_or_default();
    let input = |name: &str, kind: &'static str, stored: String, label: &'static str| {
        view! { <Field name=field(name) kind=kind label=label value=value(name, stored) fault=fault(name) /> }
    };
    let elsewhere = (!places.others.is_empty()).then(|| {
        view! {
            <Field
                name=field("annetsted")
                label=t::offer_elsewhere(lang)
                hint=t::offer_elsewhere_hint(lang)
                value=value("annetsted", String::new())
                fault=fault("annetsted")
                list=PLACES
            />
        }
    });
    view! {
        <div class="outlook__offer">
            <Select
                name=field("tilbud")
                label=t::offer_which(lang)
                options=ready
                value=value("tilbud", first)
                fault=fault("tilbud")
                hint=t::offer_hours(lang)
            />
            <div class="outlook__other">
                <div class="row">
                    <Select
                        name=field("sted")
                        label=t::offer_space(lang)
                        options=places.here
                        value=value("sted", line.space.id.to_string())
                        fault=fault("sted")
                    />
                    {elsewhere}
                </div>
                <div class="row">
                    {input("dato", "date", one.date.to_string(), t::offer_date(lang))}
                    {input("fra", "time", line.times.from.to_string(), common::from(lang))}
                    {input("til", "time", line.times.to.to_string(), common::to(lang))}
                </div>
            </div>
        </div>
    }
}
