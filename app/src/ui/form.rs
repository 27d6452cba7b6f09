//! Buttons and forms.

use super::{Glyph, Icon, text::MaybeText};
use leptos::prelude::*;

/// How loud a button is. One primary on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The next step.
    #[default]
    Primary,
    /// Another way on.
    Secondary,
    /// Quiet, in lists and toolbars.
    Tertiary,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    const fn variant(self) -> &'static str {
        match self {
            Self::Primary | Self::Danger => "primary",
            Self::Secondary => "secondary",
            Self::Tertiary => "tertiary",
        }
    }

    const fn color(self) -> Option<&'static str> {
        match self {
            Self::Danger => Some("danger"),
            _ => None,
        }
    }
}

/// A button that sends its form.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Icon>,
    /// Name sent with the form, to tell which button was pressed.
    #[prop(optional, into)]
    name: MaybeText,
    /// Value sent with the form.
    #[prop(optional, into)]
    value: MaybeText,
    /// Where this button sends the form, if not where the form says.
    #[prop(optional, into)]
    formaction: MaybeText,
    /// Full name for screen readers, where the text alone is not enough.
    #[prop(optional, into)]
    label: MaybeText,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="submit"
            class="ds-button"
            data-variant=kind.variant()
            data-color=kind.color()
            name=name.0
            value=value.0
            formaction=formaction.0
            aria-label=label.0
        >
            {icon.map(|icon| view! { <Glyph icon /> })}
            {children()}
        </button>
    }
}

/// A link that looks like a button: the next step leads to another page.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<Icon>,
    /// Full name for screen readers, where the text alone is not enough.
    #[prop(optional, into)]
    label: MaybeText,
    children: Children,
) -> impl IntoView {
    view! {
        <a class="ds-button" href=href data-variant=kind.variant() data-color=kind.color() aria-label=label.0>
            {icon.map(|icon| view! { <Glyph icon /> })}
            {children()}
        </a>
    }
}

/// A form that changes something: posts, and works without script.
#[component]
pub fn PostForm(
    #[prop(into)] action: String,
    #[prop(optional, into)] class: String,
    #[prop(optional, into)] id: MaybeText,
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" action=action class=class id=id.0 novalidate>
            {children()}
        </form>
    }
}

/// Values that a form carries along unseen.
#[component]
pub fn HiddenFields(#[prop(into)] fields: Vec<(String, String)>) -> impl IntoView {
    fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view()
}
