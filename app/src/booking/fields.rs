//! The fields of the booking form, made on the server: the island around them only listens.
//!
//! Which of them are shown for one date or for recurring time is decided by the style sheet, from what is
//! checked, so that it works without script too.

use super::{Draft, name};
use crate::{
    context::RequestContext,
    texts::{Lang, booking as t, common, day},
    ui::{Details, FieldFrame, Select, SelectOption, described_by},
};
use chrono::Weekday;
use ledig_service::case::form::{BookingForm, Party};
use leptos::prelude::*;
use std::sync::Arc;

/// What every field needs to know.
#[derive(Clone)]
struct Shown {
    lang: Lang,
    draft: Arc<Draft>,
    faults: Arc<Vec<(String, String)>>,
}

impl Shown {
    fn value(&self, field: &str) -> String {
        self.draft.get(field).to_owned()
    }

    fn fault(&self, field: &str) -> Option<&str> {
        let found = self.faults.iter().find(|(name, _)| name == field);
        found.map(|(_, text)| text.as_str())
    }
}

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

fn repeated(shown: &Shown) -> impl IntoView + use<> {
    let l = shown.lang;
    let rhythms = [
        (name::WEEKLY, t::weekly(l)),
        (name::BY_DATE, t::by_date(l)),
        (name::BY_WEEKDAY, t::by_weekday(l)),
    ];
    let rhythms = rhythms
        .map(|(value, label)| SelectOption::new(value, label))
        .to_vec();
    let weeks = (1..=8)
        .map(|n: u8| SelectOption::new(n.to_string(), t::every_n_weeks(l, n)))
        .collect();
    let months = (1..=12)
        .map(|n: u8| SelectOption::new(n.to_string(), t::every_n_months(l, n)))
        .collect();
    let mut which: Vec<SelectOption> = (1..=5)
        .map(|n: u8| SelectOption::new(n.to_string(), t::nth_number(l, n)))
        .collect();
    which.push(SelectOption::new(name::LAST, t::last(l)));
    let weekdays = week()
        .map(|(number, weekday)| SelectOption::new(number, day::weekday(l, weekday)))
        .collect();
    view! {
        <Select name=name::RHYTHM label=t::rhythm(l) options=rhythms value=shown.value(name::RHYTHM) />
        <div class="only-weekly stack">
            {weekday_boxes(shown)}
            <Select name=name::EVERY_WEEKS label=t::every_weeks(l) options=weeks value=shown.value(name::EVERY_WEEKS) />
        </div>
        <div class="only-by-date">{input(shown, name::MONTH_DAY, t::month_day(l), "number", None)}</div>
        <div class="only-by-weekday pair">
            <Select name=name::NTH label=t::nth(l) options=which value=shown.value(name::NTH) />
            <Select name=name::MONTH_WEEKDAY label=t::weekday(l) options=weekdays value=shown.value(name::MONTH_WEEKDAY) />
        </div>
        <div class="only-monthly">
            <Select
                name=name::EVERY_MONTHS
                label=t::every_months(l)
                options=months
                value=shown.value(name::EVERY_MONTHS)
            />
        </div>
    }
}

/// Monday to Sunday with their numbers in the form.
fn week() -> impl Iterator<Item = (String, Weekday)> {
    (0..7u8).filter_map(|index| Some(((index + 1).to_string(), Weekday::try_from(index).ok()?)))
}

fn weekday_boxes(shown: &Shown) -> impl IntoView + use<> {
    let l = shown.lang;
    let boxes = week()
        .map(|(number, weekday)| {
            let checked = shown.draft.holds(name::WEEKDAY, &number);
            let short: String = day::weekday_short(l, weekday).trim_end_matches('.').to_owned();
            view! {
                <label class="segment">
                    <input type="checkbox" name=name::WEEKDAY value=number checked=checked />
                    <span aria-hidden="true">{short}</span>
                    <span class="ds-sr-only">{day::weekday(l, weekday)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="ds-fieldset segments" id=name::WEEKDAY tabindex="-1">
            <legend class="ds-label" data-weight="medium">{t::weekdays(l)}</legend>
            <div class="segments__row segments__row--days">{boxes}</div>
            {fault_slot(shown, name::WEEKDAY)}
        </fieldset>
    }
}

fn ends(shown: &Shown) -> impl IntoView + use<> {
    let l = shown.lang;
    view! {
        <div class="pair">
            {input(shown, name::START, t::start(l), "date", None)}
            <div class="only-until">{input(shown, name::UNTIL, t::until(l), "date", None)}</div>
            <div class="only-count">{input(shown, name::COUNT, t::count(l), "number", None)}</div>
        </div>
        <fieldset class="ds-fieldset segments">
            <legend class="ds-label" data-weight="medium">{t::ends(l)}</legend>
            <div class="segments__row">
                {segment(shown, name::END, name::END_DATE, t::ends_on(l))}
                {segment(shown, name::END, name::END_COUNT, t::ends_after(l))}
            </div>
        </fieldset>
    }
}

fn holidays(shown: &Shown) -> impl IntoView + use<> {
    let l = shown.lang;
    let tick = |field: &'static str, label: &'static str| {
        let checked = !shown.value(field).is_empty();
        view! {
            <div class="ds-field">
                <input class="ds-input" type="checkbox" id=field name=field value="1" checked=checked />
                <label class="ds-label" for=field>{label}</label>
            </div>
        }
    };
    view! {
        <div class="ticks">
            {tick(name::NO_SCHOOL_HOLIDAYS, t::no_school_holidays(l))}
            {tick(name::NO_PUBLIC_HOLIDAYS, t::no_public_holidays(l))}
        </div>
    }
}

fn single_dates(shown: &Shown) -> impl IntoView + use<> {
    let l = shown.lang;
    let add = |field: &'static str, label: &'static str| {
        view! {
            <FieldFrame id=field label=label>
                <input class="ds-input" type="date" id=field name=field />
            </FieldFrame>
        }
    };
    view! {
        <Details summary=t::more_dates(l)>
            <div class="pair">{add(name::ADDED, t::add_date(l))} {add(name::EXCLUDED, t::take_out_date(l))}</div>
        </Details>
    }
}

fn segment(
    shown: &Shown,
    field: &'static str,
    value: &'static str,
    label: &'static str,
) -> impl IntoView + use<> {
    let checked = shown.draft.get(field) == value;
    view! {
        <label class="segment">
            <input type="radio" name=field value=value checked=checked />
            <span>{label}</span>
        </label>
    }
}

fn clock(
    shown: &Shown,
    field: &'static str,
    label: &'static str,
    grid_minutes: u16,
) -> impl IntoView + use<> {
    let step = (u32::from(grid_minutes.max(1)) * 60).to_string();
    control(shown, field, label, "time", None, Some(step))
}

fn input(
    shown: &Shown,
    field: &'static str,
    label: &'static str,
    kind: &'static str,
    hint: Option<&'static str>,
) -> impl IntoView + use<> {
    control(shown, field, label, kind, hint, None)
}

fn control(
    shown: &Shown,
    field: &'static str,
    label: &'static str,
    kind: &'static str,
    hint: Option<&'static str>,
    step: Option<String>,
) -> impl IntoView + use<> {
    let invalid = shown.fault(field).is_some().then_some("true");
    let inputmode = (kind == "number").then_some("numeric");
    let hint = hint.map(ToOwned::to_owned);
    let described = described_by(field, hint.is_some(), true);
    let value = shown.value(field);
    let slot = fault_slot(shown, field);
    view! {
        <div class="ds-field">
            <label class="ds-label" for=field data-weight="medium">{label}</label>
            {hint.map(|hint| view! { <div data-field="description" id=format!("{field}-hint")>{hint}</div> })}
            <input
                class="ds-input"
                type=kind
                id=field
                name=field
                value=value
                step=step
                inputmode=inputmode
                aria-invalid=invalid
                aria-describedby=described
            />
            {slot}
        </div>
    }
}

/// Where a field's fault stands; the island fills it too.
fn fault_slot(shown: &Shown, field: &'static str) -> impl IntoView + use<> {
    let fault = shown.fault(field).map(ToOwned::to_owned);
    let hidden = fault.is_none();
    view! {
        <p
            class="ds-validation-message"
            data-field="validation"
            id=format!("{field}-fault")
            data-fault-for=field
            hidden=hidden
        >
            {fault}
        </p>
    }
}
