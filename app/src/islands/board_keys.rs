//! Arrow keys on a board: one tab stop, left and right along a space, up and down between spaces.
//!
//! The entries are links without it, each its own tab stop.

use leptos::prelude::*;

/// Makes the board of that id one tab stop.
#[island]
pub fn BoardKeys(
    /// The id of the board.
    board: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        live::rove(&board);
        let board = board.clone();
        let listener = window_event_listener(leptos::ev::keydown, move |event| live::press(&board, &event));
        on_cleanup(move || listener.remove());
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = board;
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
mod live {
    use crate::islands::keys::{all, focused, plain_key};
    use web_sys::{HtmlElement, KeyboardEvent};

    /// Leaves one entry in the tab order: the first.
    pub fn rove(board: &str) {
        for (at, entry) in all(&format!("#{board} [data-at]")).iter().enumerate() {
            let _ = entry.set_attribute("tabindex", if at == 0 { "0" } else { "-1" });
        }
    }

    /// Row and first minute of an entry.
    fn at(entry: &HtmlElement) -> Option<(i32, i32)> {
        let (row, minute) = entry
            .get_attribute("data-at")?
            .split_once(':')
            .map(|(r, m)| (r.to_owned(), m.to_owned()))?;
        Some((row.parse().ok()?, minute.parse().ok()?))
    }

    /// Moves the focus; only when an entry of the board has it.
    pub fn press(board: &str, event: &KeyboardEvent) {
        let selector = format!("#{board} [data-at]");
        let (Some(here), Some(key)) = (focused(&selector), plain_key(event)) else {
            return;
        };
        let entries: Vec<(i32, i32, HtmlElement)> = all(&selector)
            .into_iter()
            .filter_map(|entry| at(&entry).map(|(row, minute)| (row, minute, entry)))
            .collect();
        let Some(now) = entries.iter().position(|(_, _, entry)| **entry == here) else {
            return;
        };
        let Some(to) = target(&entries, now, &key) else {
            return;
        };
        event.prevent_default();
        let _ = entries[now].2.set_attribute("tabindex", "-1");
        let _ = entries[to].2.set_attribute("tabindex", "0");
        let _ = entries[to].2.focus();
    }

    fn target(entries: &[(i32, i32, HtmlElement)], now: usize, key: &str) -> Option<usize> {
        let (row, minute, _) = &entries[now];
        let in_row = |row: i32| (0..entries.len()).filter(move |at| entries[*at].0 == row);
        let nearest = |row: i32| in_row(row).min_by_key(|at| (entries[*at].1 - minute).abs());
        match key {
            "ArrowRight" => in_row(*row).find(|at| *at > now),
            "ArrowLeft" => in_row(*row).rfind(|at| *at < now),
            "ArrowDown" => entries
                .iter()
                .map(|one| one.0)
                .filter(|one| one > row)
                .min()
                .and_then(nearest),
            "ArrowUp" => entries
                .iter()
                .map(|one| one.0)
                .filter(|one| one < row)
                .max()
                .and_then(nearest),
            "Home" => in_row(*row).next(),
            "End" => in_row(*row).next_back(),
            _ => None,
        }
    }
}
