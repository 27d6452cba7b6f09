//! The dates of a draft: the answer, a chip per date, and the ways on for those that cannot be had.

use super::{Card, Chip, ChipKind, Decides, Drawn, EditorWords, Look, Month, Tick};
use crate::{
    texts::Lang,
    ui::{Glyph, Icon, Strip},
};
use leptos::prelude::*;

/// Everything about the dates.
pub(super) fn dates(
    lang: Lang,
    look: Look,
    words: &EditorWords,
    alike: Callback<String>,
) -> impl IntoView + use<> {
    let has_months = !look.months.is_empty();
    view! {
        <div class="dates">
            {look.notes.into_iter().map(|note| view! { <p class="note">{note}</p> }).collect_view()}
            {look.day.map(|day| drawn(lang, day))}
            {has_months.then(|| view! { <p class="dates__hint">{words.chips.clone()}</p> })}
            <div class="months">{look.months.into_iter().map(month).collect_view()}</div>
            {ticks("ekstra", words.added.clone(), look.added)}
            {ticks("uten", words.taken_out.clone(), look.excluded)}
            {(!look.cards.is_empty())
                .then(|| {
                    let title = if has_months { words.ways.clone() } else { words.way.clone() };
                    view! { <h2 class="ds-heading dates__title" data-size="2xs" id="velg">{title}</h2> }
                })}
            {look.cards.into_iter().map(|one| card(one, alike)).collect_view()}
            {look.decides.map(decides)}
        </div>
    }
}

fn drawn(lang: Lang, day: Drawn) -> impl IntoView {
    let Drawn {
        from,
        to,
        parts,
        wished,
        label,
    } = day;
    view! { <Strip lang from to parts wished label /> }
}

fn month(month: Month) -> impl IntoView {
    let label = month.name.clone();
    view! {
        <section class="month" aria-label=label>
            <p class="month__name" aria-hidden="true">{month.name}</p>
            <ul class="month__chips">
                {month.chips.into_iter().map(|one| view! { <li>{chip(one)}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// A free date can be let go, one left out can be taken in; the others lead to their ways on.
fn chip(chip: Chip) -> AnyView {
    let Chip {
        date,
        label,
        spoken,
        kind,
        on,
    } = chip;
    let class = match (kind, on) {
        (ChipKind::Free, false) => "chip chip--free",
        (ChipKind::Free, true) => "chip chip--dropped",
        (ChipKind::Clash, _) => "chip chip--clash",
        (ChipKind::Settled, _) => "chip chip--settled",
        (ChipKind::LeftOut | ChipKind::Excluded, _) => "chip chip--out",
    };
    let icon = match (kind, on) {
        (ChipKind::Free, false) => Icon::Checkmark,
        (ChipKind::Clash, _) => Icon::XMark,
        (ChipKind::Settled, _) => Icon::ArrowRight,
        (ChipKind::Free, true) | (ChipKind::LeftOut | ChipKind::Excluded, _) => Icon::Minus,
    };
    let face = view! {
        <Glyph icon />
        <span aria-hidden="true">{label}</span>
        <span class="ds-sr-only">{spoken}</span>
    };
    let (name, value) = match kind {
        ChipKind::Free => (format!("valg.{date}"), "dropp".to_owned()),
        ChipKind::LeftOut => ("ekstra".to_owned(), date),
        ChipKind::Clash | ChipKind::Settled => {
            return view! { <a class=class href=format!("#valg-{date}")>{face}</a> }.into_any();
        }
        ChipKind::Excluded => return view! { <span class=class>{face}</span> }.into_any(),
    };
    view! {
        <label class=class>
            <input type="checkbox" class="chip__box" name=name value=value prop:checked=on checked=on />
            {face}
        </label>
    }
    .into_any()
}

fn card(card: Card, alike: Callback<String>) -> impl IntoView {
    let Card {
        date,
        title,
        reason,
        news,
        settled,
        open,
        options,
        alike: alike_label,
    } = card;
    let name = format!("valg.{date}");
    let id = format!("valg-{date}");
    let state = if settled.is_some() {
        "way way--settled"
    } else {
        "way"
    };
    let choices = options
        .into_iter()
        .enumerate()
        .map(|(index, choice)| {
            let option_id = format!("{id}-{index}");
            let hint_id = format!("{option_id}-hint");
            let described = (!choice.hint.is_empty()).then(|| hint_id.clone());
            view! {
                <div class="ds-field">
                    <input
                        class="ds-input"
                        type="radio"
                        id=option_id.clone()
                        name=name.clone()
                        value=choice.value
                        checked=choice.chosen
                        prop:checked=choice.chosen
                        aria-describedby=described
                    />
                    <label class="ds-label" for=option_id>{choice.label}</label>
                    {(!choice.hint.is_empty())
                        .then(|| view! { <div data-field="description" id=hint_id>{choice.hint}</div> })}
                </div>
            }
        })
        .collect_view();
    let button = alike_label.map(|label| {
        let date = date.clone();
        let value = date.clone();
        view! {
            <button
                type="submit"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                name="likt"
                value=value
                on:click=move |event| {
                    event.prevent_default();
                    alike.run(date.clone());
                }
            >
                {label}
            </button>
        }
    });
    let icon = if settled.is_some() {
        Icon::ArrowRight
    } else {
        Icon::XMark
    };
    view! {
        <details class=state open=open>
            <summary>
                <Glyph icon />
                <span class="way__date">{title.clone()}</span>
                <span class="way__why">{reason.clone()}</span>
                {settled.map(|text| view! { <span class="way__settled">{text}</span> })}
            </summary>
            <fieldset class="ds-fieldset way__ways" id=id tabindex="-1">
                <legend class="ds-sr-only">{title}": "{reason}</legend>
                {news.map(|news| view! { <p class="way__news">{news}</p> })}
                {choices}
                {button}
            </fieldset>
        </details>
    }
}

/// Dates put in or taken out by hand: unticking takes them away again.
fn ticks(name: &'static str, title: String, ticks: Vec<Tick>) -> Option<impl IntoView> {
    (!ticks.is_empty()).then(move || {
        let boxes = ticks
            .into_iter()
            .map(|tick| {
                view! {
                    <label class="segment">
                        <input type="checkbox" name=name value=tick.date checked=true prop:checked=true />
                        <span>{tick.label}</span>
                    </label>
                }
            })
            .collect_view();
        view! {
            <fieldset class="ds-fieldset segments">
                <legend class="ds-label" data-weight="medium">{title}</legend>
                <div class="segments__row">{boxes}</div>
            </fieldset>
        }
    })
}

fn decides(decides: Decides) -> impl IntoView {
    let (class, icon) = if decides.at_once {
        ("decides decides--once", Icon::CheckmarkCircle)
    } else {
        ("decides", Icon::Hourglass)
    };
    view! {
        <div class=class>
            <Glyph icon />
            <div>
                <p class="decides__title">{decides.title}</p>
                {(!decides.why.is_empty())
                    .then(|| {
                        view! {
                            <ul class="decides__why">
                                {decides.why.into_iter().map(|why| view! { <li>{why}</li> }).collect_view()}
                            </ul>
                        }
                    })}
                {decides.more.into_iter().map(|more| view! { <p>{more}</p> }).collect_view()}
            </div>
        </div>
    }
}
