//! The fields of recurring time: how it repeats, when it ends, what it leaves out.

use super::control::{Shown, fault_slot, input, segment};
use crate::{
    booking::name,
    texts::{booking as t, day},
    ui::{Details, FieldFrame, Select, SelectOption},
};
use chrono::Weekday;
use leptos::prelude::*;

pub(super) fn repeated(shown: &Shown) -> impl IntoView + use<> {
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

pub(super) fn ends(shown: &Shown) -> impl IntoView + use<> {
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

pub(super) fn holidays(shown: &Shown) -> impl IntoView + use<> {
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

pub(super) fn single_dates(shown: &Shown) -> impl IntoView + use<> {
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
