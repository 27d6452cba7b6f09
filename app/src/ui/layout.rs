//! Sections, cards, folding parts and lists of facts.

use super::text::MaybeText;
use leptos::prelude::*;

/// A part of a page under a heading of the second level.
#[component]
pub fn Section(
    #[prop(into)] title: String,
    #[prop(optional, into)] id: MaybeText,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <section class=format!("section {class}") id=id.0>
            <h2 class="ds-heading section__title" data-size="xs">{title}</h2>
            {children()}
        </section>
    }
}

/// A box with a border.
#[component]
pub fn Card(#[prop(optional, into)] class: String, children: Children) -> impl IntoView {
    view! { <div class=format!("ds-card card {class}")>{children()}</div> }
}

/// A part that folds out.
#[component]
pub fn Details(
    #[prop(into)] summary: String,
    #[prop(optional)] open: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <details class=format!("ds-details {class}") open=open>
            <summary>{summary}</summary>
            <div>{children()}</div>
        </details>
    }
}

/// Facts, each with its name.
#[component]
pub fn Facts(
    /// Name and fact.
    facts: Vec<(String, AnyView)>,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    view! {
        <dl class=format!("facts {class}")>
            {facts
                .into_iter()
                .map(|(name, fact)| {
                    view! {
                        <div class="facts__row">
                            <dt>{name}</dt>
                            <dd>{fact}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}
