//! One date of the form: how it looks, and what becomes of it.

use super::offer::{OfferFields, Places};
use crate::{
    pages::manage::filled::Filled,
    texts::{
        Lang, day, kinds,
        manage::{case as t, words},
    },
    ui::{Glyph, Icon},
};
use ledig_domain::{outcome::DateOutcome, request::LineState};
use ledig_service::case::{manager::Outlook, page::CaseLine};
use leptos::prelude::*;

/// One date: how it looks, and what becomes of it.
#[component]
pub fn DateRow(
    lang: Lang,
    filled: Filled,
    one: Outlook,
    line: CaseLine,
    /// What is chosen from the start.
    stored: &'static str,
    places: Places,
) -> impl IntoView {
    let id = one.line;
    let name = format!("vedtak.{id}");
    let chosen = filled.text(&name, stored);
    let told = day::date_times(lang, one.date, line.times);
    let waits = line.state == LineState::Waiting;
    let choice = |value: &'static str, label: &'static str| {
        let key = if value.is_empty() { "la-sta" } else { value };
        let input = format!("{name}-{key}");
        view! {
            <input
                type="radio"
                class="ds-input"
                id=input.clone()
                name=name.clone()
                value=value
                checked=chosen == value
            />
            <label for=input>{label}</label>
        }
    };
    let wanted = one.wanted_by.len();
    view! {
        <fieldset class="outlook">
            <legend class="outlook__when">{day::capital(&told)}</legend>
            <p class="outlook__look">
                {look(lang, &one.outcome)} {waits.then(|| format!(" · {}", t::waits(lang)))}
                {(wanted > 0).then(|| format!(" · {}", t::wanted_by(lang, wanted)))}
            </p>
            <div class="choice">
                {choice("ja", t::choice_yes(lang))} {choice("nei", t::choice_no(lang))}
                {choice("tilby", t::choice_offer(lang))} {choice("", t::choice_leave(lang))}
            </div>
            <OfferFields lang filled one line places />
        </fieldset>
    }
}

/// How the date looks now.
fn look(l: Lang, outcome: &DateOutcome) -> AnyView {
    let (icon, class, text) = match outcome {
        DateOutcome::Free => (Icon::Checkmark, "look look--free", t::free(l).to_owned()),
        DateOutcome::Taken(clashes) => {
            let told: Vec<String> = clashes.iter().map(|one| words::clash(l, one)).collect();
            (Icon::XMark, "look look--taken", told.join(". "))
        }
        DateOutcome::Closed(why) if why.is_empty() => (
            Icon::PadlockLocked,
            "look look--closed",
            t::closed_plain(l).to_owned(),
        ),
        DateOutcome::Closed(why) => (Icon::PadlockLocked, "look look--closed", t::closed(l, why)),
        DateOutcome::Breaks(breaches) => {
            let told: Vec<String> = breaches.iter().map(|one| kinds::breach(l, one)).collect();
            (
                Icon::ExclamationmarkTriangle,
                "look look--breaks",
                told.join(". "),
            )
        }
        DateOutcome::LeftOut(_) => (Icon::InformationSquare, "look", t::left_out(l).to_owned()),
    };
    view! {
        <span class=class>
            <Glyph icon />
            {text}
        </span>
    }
    .into_any()
}
