//! A case in the inbox.

use crate::{
    texts::{
        Lang, day,
        manage::{inbox as t, words},
    },
    ui::{Glyph, Icon, Tag, Tone},
};
use ledig_domain::{priority::ClassPlace, time::Timestamp};
use ledig_service::case::inbox::{InboxRow, Recommendation};
use leptos::prelude::*;

/// One row; with `deciding` it can be chosen and approved from here.
#[component]
pub fn Row(lang: Lang, row: InboxRow, deciding: bool, now: Timestamp) -> impl IntoView {
    let href = format!("/forvaltning/saker/{}", row.id);
    let value = format!("{}:{}", row.id, row.version);
    let who = row.applicant.name.clone();
    let team = row.applicant.team_name.clone();
    let decidable = deciding && !row.own;
    let choose = decidable.then(|| {
        view! {
            <input
                type="checkbox"
                class="ds-input"
                name="sak"
                value=value.clone()
                aria-label=t::choose_case(lang, &row.number, &who)
                data-key-choose
            />
        }
    });
    let plain = matches!(
        row.recommendation,
        Recommendation::ApproveAll | Recommendation::FirstAmong { taken: 0, .. }
    );
    let approve = (decidable && plain).then(|| {
        view! {
            <button
                type="submit"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                form="one"
                name="sak"
                value=value
                aria-label=t::approve_case(lang, &row.number, &who)
                data-key-approve
            >
                <Glyph icon=Icon::Checkmark />
                {t::approve(lang)}
            </button>
        }
    });
    let opening = t::open_case(lang, &row.number, &who);
    let span = (row.dates > 1).then(|| t::span(lang, row.dates, row.first, row.last));
    view! {
        <tr role="row" data-row>
            {deciding.then(|| view! { <td role="cell" class="inbox__choose">{choose}</td> })}
            <td role="cell" class="inbox__who">
                <a class="ds-link" href=href aria-label=opening data-key-open>{who}</a>
                {row.own.then(|| view! { <Tag tone=Tone::Accent>{t::own(lang)}</Tag> })}
                <span class="note">{team} " " <span class="number">{row.number}</span></span>
            </td>
            <td role="cell" class="inbox__what">
                <span>{row.purpose}</span>
                <span class="note">
                    {row.space.facility_name} ", " {row.space.name}
                    {row.persons.map(|n| format!(", {}", words::persons_short(lang, n)))}
                </span>
            </td>
            <td role="cell" class="inbox__when">
                <span>{day::capital(&words::recurrence_short(lang, &row.recurrence))}</span>
                <span class="note">{span}</span>
            </td>
            <td role="cell">{conflicts(lang, row.conflicts, row.competitors)}</td>
            <td role="cell" class="inbox__class">{row.class.map(|class| class_of(lang, class))}</td>
            <td role="cell" class="inbox__waited">
                <span class="inbox__label">{t::waited_for(lang)} " "</span>
                {day::length(lang, now.0 - row.sent_at.0)}
            </td>
            <td role="cell" class="inbox__advice">{recommended(lang, &row.recommendation)} {approve}</td>
        </tr>
    }
}

fn class_of(l: Lang, class: ClassPlace) -> impl IntoView {
    view! {
        <span>{day::capital(&words::class_short(l, &class))}</span>
        <span class="note">{class.name}</span>
    }
}

fn conflicts(l: Lang, taken: u32, wanted: u32) -> impl IntoView {
    view! {
        <span class="tags">
            {(taken > 0)
                .then(|| view! { <Tag tone=Tone::Danger icon=Icon::XMark>{t::taken(l, taken)}</Tag> })}
            {(wanted > 0)
                .then(|| view! { <Tag tone=Tone::Warning icon=Icon::PersonGroup>{t::wanted(l, wanted)}</Tag> })}
            {(taken + wanted == 0).then(|| view! { <span class="quiet">{t::no_conflicts(l)}</span> })}
        </span>
    }
}

fn recommended(l: Lang, what: &Recommendation) -> impl IntoView + use<> {
    let (icon, class) = match what {
        Recommendation::ApproveAll | Recommendation::FirstAmong { taken: 0, .. } => {
            (Icon::CheckmarkCircle, "advice advice--yes")
        }
        Recommendation::ApproveAllBut { .. } | Recommendation::FirstAmong { .. } => {
            (Icon::CheckmarkCircle, "advice advice--partly")
        }
        Recommendation::Yield { .. } | Recommendation::AllTaken => {
            (Icon::ExclamationmarkTriangle, "advice advice--look")
        }
        Recommendation::OwnOrganisation | Recommendation::Nothing => (Icon::InformationSquare, "advice"),
    };
    view! {
        <span class=class>
            <Glyph icon />
            <span>{t::recommendation(l, what)}</span>
        </span>
    }
}
