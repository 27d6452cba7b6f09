//! The frame around a table.

use leptos::prelude::*;

/// A table that scrolls sideways inside its frame on small screens; the frame can be reached by keyboard.
/// The children are `<thead>` and `<tbody>`.
#[component]
pub fn TableFrame(
    /// What the table shows; read by screen readers.
    #[prop(into)]
    caption: String,
    /// Shows the caption to everybody.
    #[prop(optional)]
    caption_shown: bool,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let caption_class = if caption_shown { "" } else { "ds-sr-only" };
    view! {
        <div class="table-frame" role="region" aria-label=caption tabindex="0">
            <table class=format!("ds-table {class}")>
                <caption class=caption_class>{caption.clone()}</caption>
                {children()}
            </table>
        </div>
    }
}
