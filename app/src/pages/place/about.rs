//! What the place is: address and map, access, size, equipment, closures to come.

use crate::{
    texts::{Lang, day, places},
    ui::{Alert, Facts, Glyph, Icon, Section, Tone},
};
use ledig_domain::time::Minute;
use ledig_service::places::{ClosureNote, FacilityHead, SpaceToday, Wheelchair};
use leptos::prelude::*;

fn wheelchair(l: Lang, access: Wheelchair) -> &'static str {
    match access {
        Wheelchair::Yes => places::wheelchair_yes(l),
        Wheelchair::Partly => places::wheelchair_partly(l),
        Wheelchair::No => places::wheelchair_no(l),
        Wheelchair::Unknown => places::wheelchair_unknown(l),
    }
}

/// A link to a map elsewhere, with the position in figures beside it. Nothing of the map is loaded here.
fn map(l: Lang, (lat, lon): (f64, f64)) -> AnyView {
    let href = format!("https://www.openstreetmap.org/?mlat={lat:.5}&mlon={lon:.5}#map=16/{lat:.5}/{lon:.5}");
    let figures = |value: f64| {
        let text = format!("{value:.4}");
        if l == Lang::En {
            text
        } else {
            text.replace('.', ",")
        }
    };
    view! {
        <a class="ds-link" href=href rel="noreferrer">
            {places::map_open(l)}" "
            <Glyph icon=Icon::ExternalLink />
        </a>
        <br />
        <span class="quiet">{places::map_where(l, &figures(lat), &figures(lon))}</span>
    }
    .into_any()
}

/// Facts of a facility, and of one of its spaces where that is the page.
#[component]
pub fn About(lang: Lang, head: FacilityHead, #[prop(optional)] space: Option<SpaceToday>) -> impl IntoView {
    let mut facts: Vec<(String, AnyView)> = Vec::new();
    let mut add = |name: &str, fact: AnyView| facts.push((name.to_owned(), fact));
    let address = format!("{}, {} {}", head.address, head.postal_code, head.town);
    add(
        places::address(lang),
        address.trim_matches([',', ' ']).to_owned().into_any(),
    );
    if !head.district.is_empty() {
        add(places::district(lang), head.district.clone().into_any());
    }
    let access = space.as_ref().map_or(head.wheelchair, |space| space.wheelchair);
    let mut told = wheelchair(lang, access).to_owned();
    if !head.wheelchair_note.is_empty() {
        told = format!("{told}. {}", head.wheelchair_note);
    }
    add(places::wheelchair(lang), told.into_any());
    if let Some(space) = &space {
        if let Some(size) = space.size_m2 {
            add(places::size(lang), places::square_metres(lang, size).into_any());
        }
        if let Some(persons) = space.place.capacity {
            add(places::capacity(lang), places::persons(lang, persons).into_any());
        }
        if !space.equipment.is_empty() {
            add(places::equipment(lang), space.equipment.join(", ").into_any());
        }
        if !space.assumption.is_empty() {
            add(places::assumption(lang), space.assumption.clone().into_any());
        }
    }
    if let Some(position) = head.position {
        add(places::map(lang), map(lang, position));
    }
    view! {
        <Section title=places::about(lang)>
            {(!head.description.is_empty()).then(|| view! { <p class="about__text">{head.description.clone()}</p> })}
            <Facts facts />
        </Section>
    }
}

/// Closures now and soon; nothing when there are none.
#[component]
pub fn Closures(lang: Lang, closures: Vec<ClosureNote>) -> impl IntoView {
    let at = |minute: u16| day::time(lang, Minute::new(minute).unwrap_or(Minute::END_OF_DAY));
    (!closures.is_empty()).then(|| {
        let rows = closures
            .into_iter()
            .map(|closure| {
                let when = if closure.from_date == closure.to_date {
                    let date = day::date(lang, closure.from_date);
                    format!("{date} {}–{}", at(closure.from_minute), at(closure.to_minute))
                } else {
                    format!(
                        "{} {} – {} {}",
                        day::date(lang, closure.from_date),
                        at(closure.from_minute),
                        day::date(lang, closure.to_date),
                        at(closure.to_minute)
                    )
                };
                let reason = closure.reason.map(|reason| format!(": {reason}"));
                view! { <li><strong>{day::capital(&when)}</strong>", "{closure.space_name}{reason}</li> }
            })
            .collect_view();
        view! {
            <div class="closures">
                <Alert tone=Tone::Warning title=places::closures(lang)>
                    <ul class="ds-list">{rows}</ul>
                </Alert>
            </div>
        }
    })
}
