//! Form fields: label, hint, and what is wrong with the value beside it.

use super::text::MaybeText;
use crate::texts::{Lang, common};
use leptos::prelude::*;

/// Label, hint and fault around any control. The control must carry `id` and, from [`described_by`], its
/// `aria-describedby`.
#[component]
pub fn FieldFrame(
    /// The id of the control.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(optional, into)] fault: MaybeText,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let (hint_id, fault_id) = (format!("{id}-hint"), format!("{id}-fault"));
    view! {
        <div class=format!("ds-field {class}")>
            <label class="ds-label" for=id data-weight="medium">{label}</label>
            {hint.0.map(|hint| view! { <div data-field="description" id=hint_id>{hint}</div> })}
            {children()}
            {fault
                .0
                .map(|fault| {
                    view! {
                        <p class="ds-validation-message" data-field="validation" id=fault_id>{fault}</p>
                    }
                })}
        </div>
    }
}

/// The `aria-describedby` of a control with that id.
pub fn described_by(id: &str, hint: bool, fault: bool) -> Option<String> {
    match (hint, fault) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-fault")),
        (true, true) => Some(format!("{id}-hint {id}-fault")),
    }
}

/// A one-line field. The id is the name, unless given.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// `text`, `email`, `password`, `date`, `time`, `number`, `search` …
    #[prop(optional, into)]
    kind: MaybeText,
    #[prop(optional, into)] id: MaybeText,
    #[prop(optional, into)] value: MaybeText,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(optional, into)] fault: MaybeText,
    #[prop(optional, into)] autocomplete: MaybeText,
    #[prop(optional, into)] placeholder: MaybeText,
    #[prop(optional, into)] inputmode: MaybeText,
    #[prop(optional, into)] min: MaybeText,
    #[prop(optional, into)] max: MaybeText,
    #[prop(optional, into)] step: MaybeText,
    /// The id of a `<datalist>` with suggestions.
    #[prop(optional, into)]
    list: MaybeText,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.0.is_some(), fault.0.is_some());
    let invalid = fault.0.is_some().then_some("true");
    view! {
        <FieldFrame id=id.clone() label hint fault class>
            <input
                class="ds-input"
                type=kind.0.unwrap_or_else(|| "text".to_owned())
                id=id
                name=name
                value=value.0
                autocomplete=autocomplete.0
                placeholder=placeholder.0
                inputmode=inputmode.0
                min=min.0
                max=max.0
                step=step.0
                list=list.0
                aria-required=required.then_some("true")
                aria-invalid=invalid
                aria-describedby=described
            />
        </FieldFrame>
    }
}

/// A field of several lines.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: MaybeText,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(optional, into)] fault: MaybeText,
    #[prop(default = 4)] rows: u8,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.0.is_some(), fault.0.is_some());
    let invalid = fault.0.is_some().then_some("true");
    view! {
        <FieldFrame id=id.clone() label hint fault class>
            <textarea
                class="ds-input"
                id=id
                name=name
                rows=rows.to_string()
                aria-required=required.then_some("true")
                aria-invalid=invalid
                aria-describedby=described
            >
                {value}
            </textarea>
        </FieldFrame>
    }
}

/// One choice of a [`Select`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl SelectOption {
    /// A choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// A list to choose one from.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Vec<SelectOption>,
    #[prop(optional, into)] id: MaybeText,
    /// The value chosen now.
    #[prop(optional, into)]
    value: String,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(optional, into)] fault: MaybeText,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| name.clone());
    let described = described_by(&id, hint.0.is_some(), fault.0.is_some());
    let invalid = fault.0.is_some().then_some("true");
    view! {
        <FieldFrame id=id.clone() label hint fault class>
            <select class="ds-input" id=id name=name aria-invalid=invalid aria-describedby=described>
                {options
                    .into_iter()
                    .map(|option| {
                        let selected = option.value == value;
                        view! { <option value=option.value selected=selected>{option.label}</option> }
                    })
                    .collect_view()}
            </select>
        </FieldFrame>
    }
}

/// A box to tick.
#[component]
pub fn Checkbox(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] id: MaybeText,
    /// What is sent when ticked.
    #[prop(default = "1".to_owned(), into)]
    value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: MaybeText,
) -> impl IntoView {
    let id = id.0.unwrap_or_else(|| name.clone());
    toggle("checkbox", name, label, id, value, checked, hint)
}

/// One of several; stands in a [`RadioGroup`].
#[component]
pub fn Radio(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    #[prop(optional)] checked: bool,
    #[prop(optional, into)] hint: MaybeText,
) -> impl IntoView {
    let id = format!("{name}-{value}");
    toggle("radio", name, label, id, value, checked, hint)
}

fn toggle(
    kind: &'static str,
    name: String,
    label: String,
    id: String,
    value: String,
    checked: bool,
    hint: MaybeText,
) -> impl IntoView {
    let described = described_by(&id, hint.0.is_some(), false);
    let hint_id = format!("{id}-hint");
    view! {
        <div class="ds-field">
            <input
                class="ds-input"
                type=kind
                id=id.clone()
                name=name
                value=value
                checked=checked
                aria-describedby=described
            />
            <label class="ds-label" for=id>{label}</label>
            {hint.0.map(|hint| view! { <div data-field="description" id=hint_id>{hint}</div> })}
        </div>
    }
}

/// A question with [`Radio`]s or [`Checkbox`]es as answers.
#[component]
pub fn RadioGroup(
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(optional, into)] fault: MaybeText,
    /// Side by side where there is room.
    #[prop(optional)]
    inline: bool,
    /// The id that the error summary leads to.
    #[prop(optional, into)]
    id: MaybeText,
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="ds-fieldset" id=id.0 class:ds-fieldset--inline=inline tabindex="-1">
            <legend class="ds-label" data-weight="medium">{legend}</legend>
            {hint.0.map(|hint| view! { <p data-field="description">{hint}</p> })}
            {children()}
            {fault
                .0
                .map(|fault| view! { <p class="ds-validation-message" data-field="validation">{fault}</p> })}
        </fieldset>
    }
}

/// Every fault of a form at its top, each a link to its field. Nothing when there are none.
#[component]
pub fn ErrorSummary(
    lang: Lang,
    /// The id of the field, and what is wrong with it.
    faults: Vec<(String, String)>,
) -> impl IntoView {
    (!faults.is_empty()).then(|| {
        view! {
            <div class="ds-error-summary" role="alert" tabindex="-1" id="faults">
                <h2 class="ds-heading">{common::error_summary(lang)}</h2>
                <ul class="ds-list">
                    {faults
                        .into_iter()
                        .map(|(field, text)| view! { <li><a class="ds-link" href=format!("#{field}")>{text}</a></li> })
                        .collect_view()}
                </ul>
            </div>
        }
    })
}
