//! The spaces of a facility as a small plan: parts lie inside their whole, each with its day.

use crate::{
    parts::{
        address,
        day_strip::{day_strip, range, spans_times},
    },
    texts::{Lang, kinds, places},
    ui::{Legend, StripKind},
};
use ledig_domain::id::SpaceId;
use ledig_service::places::SpaceToday;
use leptos::prelude::*;

/// All spaces, nested as they lie in each other.
#[component]
pub fn Plan(
    lang: Lang,
    spaces: Vec<SpaceToday>,
    /// The space whose page this is.
    #[prop(optional)]
    current: Option<SpaceId>,
) -> impl IntoView {
    let range = range(spaces.iter().map(|space| &space.strip));
    let here: Vec<SpaceId> = spaces.iter().map(|space| space.place.id).collect();
    let tops = spaces
        .iter()
        .filter(|space| space.parent.is_none_or(|parent| !here.contains(&parent)))
        .map(|space| node(lang, &spaces, space, range, current))
        .collect_view();
    view! {
        <ul class="plan">{tops}</ul>
        <Legend
            lang
            kinds=vec![StripKind::Free, StripKind::Taken, StripKind::Partly, StripKind::Mine, StripKind::Closed]
        />
    }
}

fn node(
    l: Lang,
    all: &[SpaceToday],
    space: &SpaceToday,
    range: (u16, u16),
    current: Option<SpaceId>,
) -> AnyView {
    let place = &space.place;
    let parts: Vec<AnyView> = all
        .iter()
        .filter(|part| part.parent == Some(place.id))
        .map(|part| node(l, all, part, range, current))
        .collect();
    // A kind that the name or the whole tells already is not told again.
    let kind = kinds::space(l, place.kind);
    let whole = all.iter().find(|whole| Some(whole.place.id) == space.parent);
    let told = place.name.contains(kind) || whole.is_some_and(|whole| whole.place.kind == place.kind);
    let mut facts: Vec<String> = if told { Vec::new() } else { vec![kind.to_owned()] };
    if let Some(size) = space.size_m2 {
        facts.push(places::square_metres(l, size));
    }
    if let Some(persons) = place.capacity {
        facts.push(places::persons(l, persons));
    }
    let free = match (space.strip.open.is_empty(), space.strip.free.is_empty()) {
        (true, _) => places::closed(l).to_owned(),
        (_, true) => places::taken(l).to_owned(),
        _ => format!("{} {}", places::free(l), spans_times(l, &space.strip.free)),
    };
    let here = (current == Some(place.id)).then_some("page");
    let inner = (!parts.is_empty()).then(|| view! { <ul class="plan plan--parts">{parts}</ul> });
    view! {
        <li class="plan__space">
            <div class="plan__line">
                <div>
                    <a class="plan__name" href=address::space(place) aria-current=here>{place.name.clone()}</a>
                    {(!facts.is_empty()).then(|| view! { <p class="plan__facts">{facts.join(" · ")}</p> })}
                </div>
                <p class="plan__free times">{free}</p>
            </div>
            {place.bookable.then(|| day_strip(l, &space.strip, range, None, &place.name))}
            {inner}
        </li>
    }
    .into_any()
}
