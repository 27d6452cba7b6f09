//! The fields of the booking form, made on the server: the island around them only listens.
//!
//! Which of them are shown for one date or for recurring time is decided by the style sheet, from what is
//! checked, so that it works without script too.

use super::{Draft, name};
use crate::{
    context::RequestContext,
    texts::{booking as t, common},
    ui::{FieldFrame, Select, SelectOption},
};
use ledig_service::case::form::{BookingForm, Party};
use leptos::prelude::*;
use std::sync::Arc;

mod control;
mod repeated;

use control::{Shown, clock, fault_slot, input, segment};
use repeated::{ends, holidays, repeated, single_dates};

/// All fields of the form.
#[component]
pub fn Fields(
    request: RequestContext,
    form: BookingForm,
    draft: Draft,
    /// What is wrong, by the field's name.
    faults: Vec<(String, String)>,
) -> impl IntoView {
    let l = request.lang;
    let shown = Shown {
        lang: l,
        draft: Arc::new(draft),
        faults: Arc::new(faults),
    };
    view! {
        {who(&shown, &form)}
        {place(&shown, &form)}
        <fieldset class="ds-fieldset segments">
            <legend class="ds-label" data-weight="medium">{t::how_often(l)}</legend>
            <div class="segments__row">
                {segment(&shown, name::KIND, name::ONCE, t::once(l))}
                {segment(&shown, name::KIND, name::REPEATED, t::repeated(l))}
            </div>
        </fieldset>
        <div class="only-once">{input(&shown, name::DATE, t::date(l), "date", None)}</div>
        <div class="only-repeated stack">{repeated(&shown)}</div>
        <div class="pair">
            {clock(&shown, name::FROM, t::from(l), form.rules.grid_minutes)}
            {clock(&shown, name::TO, t::to(l), form.rules.grid_minutes)}
        </div>
        <div class="only-repeated stack">{ends(&shown)} {holidays(&shown)} {single_dates(&shown)}</div>
        {input(&shown, name::PERSONS, t::persons(l), "number", Some(common::optional(l)))}
        {input(&shown, name::PURPOSE, t::purpose(l), "text", Some(t::purpose_hint(l)))}
    }
}

fn who(shown: &Shown, form: &BookingForm) -> Option<AnyView> {
    if !form.signed_in {
        return None;
    }
    let l = shown.lang;
    let chosen = shown.value(name::PARTY);
    let mut options: Vec<SelectOption> = form
        .parties
        .iter()
        .filter(|party| party.may_ask)
        .map(|party| SelectOption::new(party.id.to_string(), party.name.clone()))
        .collect();
    if form.private_allowed || options.is_empty() {
        options.push(SelectOption::new(name::SELF, t::yourself(l)));
    }
    let coach = form
        .parties
        .iter()
        .find(|party| !party.may_ask && Some(party.id) == form.acting_for);
    let note = coach.map(|party| view! { <p class="note">{t::may_not_ask(l, &party.name)}</p> });
    let select = view! { <Select name=name::PARTY label=t::party(l) options value=chosen.clone() /> };
    Some(
        view! {
            {note}
            <div class="pair pair--who">
                <div>{select} {fault_slot(shown, name::PARTY)}</div>
                {teams(shown, form, &chosen)}
            </div>
        }
        .into_any(),
    )
}

/// The teams of the organisations; those of the others than the chosen one are hidden.
fn teams(shown: &Shown, form: &BookingForm, chosen: &str) -> Option<AnyView> {
    let l = shown.lang;
    let parties: Vec<Party> = form
        .parties
        .iter()
        .filter(|party| party.may_ask && !party.teams.is_empty())
        .cloned()
        .collect();
    if parties.is_empty() {
        return None;
    }
    let team = shown.value(name::TEAM);
    let groups = parties
        .into_iter()
        .map(|party| {
            let id = party.id.to_string();
            let other = id != chosen;
            let options = party
                .teams
                .into_iter()
                .map(|one| {
                    let value = one.id.to_string();
                    let selected = value == team;
                    view! { <option value=value selected=selected>{one.name}</option> }
                })
                .collect_view();
            view! { <optgroup label=party.name data-party=id hidden=other disabled=other>{options}</optgroup> }
        })
        .collect_view();
    Some(
        view! {
            <FieldFrame id=name::TEAM label=t::team(l)>
                <select class="ds-input" id=name::TEAM name=name::TEAM>
                    <option value="">{t::no_team(l)}</option>
                    {groups}
                </select>
            </FieldFrame>
        }
        .into_any(),
    )
}

fn place(shown: &Shown, form: &BookingForm) -> Option<AnyView> {
    let l = shown.lang;
    if form.choices.len() < 2 {
        return None;
    }
    let options = form
        .choices
        .iter()
        .map(|choice| {
            let indent = "\u{2003}".repeat(usize::from(choice.depth));
            let holds = choice
                .capacity
                .map(|n| format!(", {}", t::capacity(l, n)))
                .unwrap_or_default();
            SelectOption::new(choice.id.to_string(), format!("{indent}{}{holds}", choice.name))
        })
        .collect();
    Some(
        view! { <Select name=name::SPACE label=t::space(l) options value=form.space.id.to_string() /> }
            .into_any(),
    )
}
