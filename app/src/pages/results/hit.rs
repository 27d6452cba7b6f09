//! A place that fits, with its day and the way to book it.

use crate::{
    parts::{
        address,
        day_strip::{day_strip, span_times},
    },
    texts::{Lang, day, kinds, search},
    ui::{Glyph, Icon},
};
use chrono::NaiveDate;
use ledig_service::{
    day::{MinuteSpan, Place},
    places::Wheelchair,
    search::{Hit, HitFit, PartHit},
};
use leptos::prelude::*;

/// «en halv time senere», and the like; nothing for what is free as wished.
fn fit_words(l: Lang, fit: HitFit) -> Option<String> {
    match fit {
        HitFit::Free => None,
        HitFit::Parts => Some(search::parts_free(l).to_owned()),
        HitFit::Moved { minutes } => {
            let length = day::minutes(l, u32::from(minutes.unsigned_abs()));
            Some(if minutes < 0 {
                search::minutes_earlier(l, &length)
            } else {
                search::minutes_later(l, &length)
            })
        }
        HitFit::Shorter => Some(search::shorter(l).to_owned()),
        HitFit::SameDay => Some(search::same_day(l).to_owned()),
    }
}

/// A row of the results; parts of a hall stand under it.
#[component]
pub fn HitRow(lang: Lang, hit: Hit, range: (u16, u16), wished: Option<MinuteSpan>) -> impl IntoView {
    let place = &hit.place;
    let mut facts = vec![kinds::space(lang, place.kind).to_owned()];
    if !place.district.is_empty() {
        facts.push(place.district.clone());
    }
    if let Some(metres) = hit.metres {
        facts.push(day::distance(lang, metres));
    }
    if let Some(persons) = place.capacity {
        facts.push(search::holds(lang, persons));
    }
    let wheelchair = matches!(hit.wheelchair, Wheelchair::Yes).then(|| {
        view! {
            <span class="hit__access">
                <Glyph icon=Icon::Wheelchair />
                <span class="ds-sr-only">{crate::texts::places::wheelchair_yes(lang)}</span>
            </span>
        }
    });
    let strip = day_strip(lang, &hit.strip, range, wished, &place.name);
    let offer = view! { <Offer lang place=place.clone() fit=hit.fit offer=hit.offer free=hit.free_around date=hit.strip.date /> };
    let parts = (!hit.parts.is_empty()).then(|| {
        let open = hit.fit == HitFit::Parts;
        let rows = hit
            .parts
            .iter()
            .cloned()
            .map(|part| view! { <PartRow lang part range wished /> })
            .collect_view();
        view! {
            <details class="hit__more" open=open>
                <summary>{search::parts_fit(lang, hit.parts.len())}</summary>
                <ul class="hit__parts">{rows}</ul>
            </details>
        }
    });
    view! {
        <li class="hit">
            <div class="hit__row">
                <div class="hit__name">
                    <h3 class="ds-heading">
                        <a href=address::space(place)>{place.facility_name.clone()}", "{place.name.clone()}</a>
                    </h3>
                    <p class="hit__facts">{facts.join(" · ")} {wheelchair}</p>
                </div>
                <div class="hit__strip">{strip}</div>
                {offer}
            </div>
            {parts}
        </li>
    }
}

#[component]
fn PartRow(lang: Lang, part: PartHit, range: (u16, u16), wished: Option<MinuteSpan>) -> impl IntoView {
    let strip = day_strip(lang, &part.strip, range, wished, &part.place.name);
    let place = part.place.clone();
    view! {
        <li class="hit__row hit__row--part">
            <div class="hit__name">
                <a href=address::space(&part.place)>{part.place.name.clone()}</a>
            </div>
            <div class="hit__strip">{strip}</div>
            <Offer lang place fit=part.fit offer=part.offer free=part.offer date=part.strip.date />
        </li>
    }
}

/// When it is free, how that differs from the wish, and the way to book.
#[component]
fn Offer(
    lang: Lang,
    place: Place,
    fit: HitFit,
    offer: MinuteSpan,
    free: MinuteSpan,
    date: NaiveDate,
) -> impl IntoView {
    let times = span_times(lang, if fit == HitFit::Free { free } else { offer });
    let book = (place.bookable && fit != HitFit::Parts).then(|| {
        let at = format!("{} {}", day::date(lang, date), span_times(lang, offer));
        let full = search::book_full(lang, &format!("{}, {}", place.facility_name, place.name), &at);
        view! {
            <a
                class="ds-button"
                data-variant="secondary"
                href=address::book(place.id, Some((date, offer)))
                aria-label=full
            >
                {search::book(lang)}
            </a>
        }
    });
    view! {
        <div class="hit__offer">
            <p>
                <span class="times hit__times">{search::free_times(lang, &times)}</span>
                {fit_words(lang, fit).map(|words| view! { <span class="hit__fit">{words}</span> })}
            </p>
            {book}
        </div>
    }
}
