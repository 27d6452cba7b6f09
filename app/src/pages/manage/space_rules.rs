//! Booking rules of a facility or a space.

use super::{
    aspect::{Aspect, SaveOwn},
    filled::Filled,
};
use crate::{
    texts::{Lang, manage::places as t},
    ui::{Checkbox, ErrorSummary, Field, PostForm, Section, Select, SelectOption, TextArea},
};
use ledig_domain::booking_rules::{BookingRules, GRIDS};
use leptos::prelude::*;

const RULES: Aspect = Aspect {
    title: t::rules_of,
    crumb: t::booking_rules,
    own: t::rules_own,
    inherited: t::rules_inherited,
};

/// Booking rules of a facility.
#[component]
pub fn FacilityRules() -> impl IntoView {
    RULES.of_facility(|request, editor| {
        view! {
            <RulesForm
                lang=request.lang
                filled=Filled::of(&request, "booking_rules")
                rules=editor.rules
                action=format!("/forvaltning/anlegg/{}/regler", editor.id)
                version=editor.version
                own=false
            />
        }
    })
}

/// Booking rules of a space; its own, or those of its whole or facility.
#[component]
pub fn SpaceRules() -> impl IntoView {
    RULES.of_space(
        |editor| editor.own_rules.is_some(),
        |request, editor| {
            let own = editor.own_rules.is_some();
            view! {
                <RulesForm
                    lang=request.lang
                    filled=Filled::of(&request, "booking_rules")
                    rules=editor.own_rules.unwrap_or(editor.rules)
                    action=format!("/forvaltning/del/{}/regler", editor.id)
                    version=editor.version
                    own
                />
            }
        },
    )
}

#[component]
fn RulesForm(
    lang: Lang,
    filled: Filled,
    rules: BookingRules,
    #[prop(into)] action: String,
    version: i64,
    own: bool,
) -> impl IntoView {
    let typed = filled.clone();
    let number = move |name: &'static str, label: &'static str, stored: Option<u32>, optional: bool| {
        let stored = stored.map(|n| n.to_string()).unwrap_or_default();
        let hint = optional.then(|| t::empty_no_limit(lang).to_owned());
        let hint = typed.stored(name, &stored).or(hint);
        let fault = typed.fault(name);
        let value = typed.text(name, stored);
        view! { <Field name=name label=label inputmode="numeric" hint value fault /> }
    };
    let of = |n: u16| Some(u32::from(n));
    let times = [
        number("min_minutes", t::min_minutes(lang), of(rules.min_minutes), false),
        number("max_minutes", t::max_minutes(lang), of(rules.max_minutes), false),
        number("setup_minutes", t::setup(lang), of(rules.setup_minutes), false),
        number(
            "teardown_minutes",
            t::teardown(lang),
            of(rules.teardown_minutes),
            false,
        ),
    ];
    let when = [
        number("lead_hours", t::lead(lang), of(rules.lead_hours), false),
        number("horizon_days", t::horizon(lang), of(rules.horizon_days), false),
        number(
            "cancel_hours",
            t::cancel_hours(lang),
            of(rules.cancel_hours),
            false,
        ),
    ];
    let who = [
        number(
            "weekly_quota_minutes",
            t::quota(lang),
            rules.weekly_quota_minutes,
            true,
        ),
        number("min_persons", t::min_persons(lang), rules.min_persons, true),
        number("max_persons", t::max_persons(lang), rules.max_persons, true),
    ];
    let grid = filled.text("grid_minutes", rules.grid_minutes.to_string());
    let grid_fault = filled.fault("grid_minutes");
    let faults = filled.faults();
    let grids = GRIDS
        .iter()
        .map(|n| SelectOption::new(n.to_string(), t::grid_n(lang, *n)))
        .collect::<Vec<_>>();
    view! {
        <PostForm action=action class="form">
            <input type="hidden" name="form" value="booking_rules" />
            <input type="hidden" name="version" value=version.to_string() />
            <ErrorSummary lang faults />
            <Section title=t::rules_times(lang)>
                <div class="fields">
                    <Select
                        name="grid_minutes"
                        label=t::grid(lang)
                        options=grids
                        value=grid
                        fault=grid_fault
                    />
                    {times.into_iter().collect_view()}
                </div>
            </Section>
            <Section title=t::rules_when(lang)>
                <div class="fields">
                    {when.into_iter().collect_view()}
                </div>
            </Section>
            <Section title=t::rules_who(lang)>
                <div class="fields">
                    {who.into_iter().collect_view()}
                </div>
                <Checkbox
                    name="private_persons"
                    label=t::private_persons(lang)
                    checked=filled.ticked("private_persons", rules.private_persons)
                />
                <TextArea
                    name="note"
                    label=t::note(lang)
                    hint=filled.stored("note", &rules.note)
                    value=filled.text("note", rules.note)
                    fault=filled.fault("note")
                />
            </Section>
            <SaveOwn lang own />
        </PostForm>
    }
}
