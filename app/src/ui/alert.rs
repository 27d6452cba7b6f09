//! Messages in a page: an alert, and the state with nothing to show.

use super::{Glyph, Icon, text::MaybeText};
use leptos::prelude::*;

/// What an alert or a tag is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// To know.
    #[default]
    Info,
    /// Done, free, approved.
    Success,
    /// To look at.
    Warning,
    /// Wrong, refused.
    Danger,
    /// Neither good nor bad.
    Neutral,
    /// The viewer's own.
    Accent,
}

impl Tone {
    /// The value of Designsystemet's `data-color`.
    pub const fn color(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Neutral => "neutral",
            Self::Accent => "accent",
        }
    }
}

/// A message that stands out. With `live`, screen readers say it as soon as it appears.
#[component]
pub fn Alert(
    #[prop(optional)] tone: Tone,
    /// What it is about, in a few words.
    #[prop(optional, into)]
    title: MaybeText,
    #[prop(optional)] live: bool,
    children: Children,
) -> impl IntoView {
    let role = live.then_some(if tone == Tone::Danger { "alert" } else { "status" });
    view! {
        <div class="ds-alert" data-color=tone.color() role=role>
            {title.0.map(|title| view! { <h2 class="ds-heading" data-size="2xs">{title}</h2> })}
            {children()}
        </div>
    }
}

/// Nothing to show here: says so, and what to do instead.
#[component]
pub fn EmptyState(
    /// What is not there.
    #[prop(into)]
    title: String,
    #[prop(optional)] icon: Option<Icon>,
    /// What to do instead: a sentence or a link.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {icon.map(|icon| view! { <Glyph icon /> })}
            <p class="empty__title">{title}</p>
            {children.map(|children| view! { <div class="empty__text">{children()}</div> })}
        </div>
    }
}
