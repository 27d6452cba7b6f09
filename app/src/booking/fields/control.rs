//! The controls that the form is made of, each with its place for what is wrong.

use crate::{booking::Draft, texts::Lang, ui::described_by};
use leptos::prelude::*;
use std::sync::Arc;

/// What every field needs to know.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) lang: Lang,
    pub(super) draft: Arc<Draft>,
    pub(super) faults: Arc<Vec<(String, String)>>,
}

impl Shown {
    /// What stands in the field.
    pub(super) fn value(&self, field: &str) -> String {
        self.draft.get(field).to_owned()
    }

    /// What is wrong with it.
    pub(super) fn fault(&self, field: &str) -> Option<&str> {
        let found = self.faults.iter().find(|(name, _)| name == field);
        found.map(|(_, text)| text.as_str())
    }
}

pub(super) fn segment(
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

pub(super) fn clock(
    shown: &Shown,
    field: &'static str,
    label: &'static str,
    grid_minutes: u16,
) -> impl IntoView + use<> {
    let step = (u32::from(grid_minutes.max(1)) * 60).to_string();
    control(shown, field, label, "time", None, Some(step))
}

pub(super) fn input(
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
pub(super) fn fault_slot(shown: &Shown, field: &'static str) -> impl IntoView + use<> {
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
