//! Choosing a time on the day board with the mouse: drawing over free time of a row fills the form under the board.
//!
//! Fingers scroll as always. Typing in the form gives the same, with or without script.

#[cfg(feature = "hydrate")]
mod live;
pub mod span;

use crate::texts::Lang;
use leptos::prelude::*;

/// Lets the mouse draw a span in the lanes of the board of that id, for the form of that id.
#[island]
pub fn BoardPick(
    /// How times are written.
    lang: Lang,
    /// The id of the board.
    board: String,
    /// The id of the folding part around the form.
    form: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| live::listen(lang, &board, &form));
    #[cfg(not(feature = "hydrate"))]
    let _ = (lang, board, form);
    view! { <span hidden></span> }
}
