//! What stands at the top: name, address, the answer, the next step.

use crate::{
    parts::{address, day_strip::spans_times},
    texts::{Lang, places},
    ui::{ButtonKind, Glyph, Icon, LinkButton},
};
use ledig_domain::id::SpaceId;
use ledig_service::{day::DayStrip, places::FacilityHead};
use leptos::prelude::*;

/// «Ledig i dag 19.30–22.00.»
pub fn today_answer(l: Lang, strip: &DayStrip) -> String {
    if strip.open.is_empty() {
        places::closed_today(l).to_owned()
    } else if strip.free.is_empty() {
        places::none_today(l).to_owned()
    } else {
        places::free_today(l, &spans_times(l, &strip.free))
    }
}

/// Heading, address, answer, and the button that books.
#[component]
pub fn Head(
    lang: Lang,
    head: FacilityHead,
    /// The page's heading.
    title: String,
    answer: String,
    /// What the button books, if it can be booked.
    book: Option<SpaceId>,
) -> impl IntoView {
    let address_line = format!("{}, {} {}", head.address, head.postal_code, head.town);
    let address_line = address_line.trim_matches([',', ' ']).to_owned();
    let manage = head
        .may_edit
        .then(|| view! { <LinkButton href=format!("/forvaltning/anlegg/{}", head.id) kind=ButtonKind::Tertiary icon=Icon::PencilWriting>{places::edit(lang)}</LinkButton> });
    view! {
        <div class="place-head">
            <div>
                <h1 class="ds-heading">{title}</h1>
                <p class="place-head__address quiet">
                    <Glyph icon=Icon::LocationPin />
                    {address_line}
                </p>
                <p class="lead place-head__answer">{answer}</p>
            </div>
            <div class="place-head__step">
                {book
                    .map(|space| {
                        view! { <LinkButton href=address::book(space, None) icon=Icon::Calendar>{places::book_time(lang)}</LinkButton> }
                    })}
                {manage}
            </div>
        </div>
    }
}
