//! Small labels.

use super::{Glyph, Icon, Tone};
use leptos::prelude::*;

/// A state or kind in a word or two. Colour never stands alone: the word says it.
#[component]
pub fn Tag(
    #[prop(optional)] tone: Tone,
    #[prop(optional)] icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    view! {
        <span class="ds-tag" data-color=tone.color()>
            {icon.map(|icon| view! { <Glyph icon /> })}
            {children()}
        </span>
    }
}
