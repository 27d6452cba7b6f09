//! Arrow keys in the week's calendar: one stop of the Tab key, then up and down within a day, left and right
//! between days.

use leptos::prelude::*;

/// Leads the focus among the elements marked `data-cell` in days marked `data-day`.
#[island]
pub fn WeekGrid(
    /// How to move, for screen readers.
    label: String,
    children: Children,
) -> impl IntoView {
    let frame = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    {
        Effect::new(move |_| {
            if let Some(frame) = frame.get() {
                keys::one_stop(&frame);
            }
        });
    }
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        #[cfg(feature = "hydrate")]
        if let Some(frame) = frame.get_untracked() {
            keys::moved(&frame, &event);
        }
        #[cfg(not(feature = "hydrate"))]
        drop(event);
    };
    view! {
        <div class="week-grid" role="group" aria-label=label node_ref=frame on:keydown=on_key>
            {children()}
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod keys {
    use leptos::{
        ev::KeyboardEvent,
        wasm_bindgen::JsCast as _,
        web_sys::{Element, HtmlElement},
    };

    fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
        let Ok(found) = within.query_selector_all(selector) else {
            return Vec::new();
        };
        (0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into().ok())
            .collect()
    }

    /// Only the first time is reached by Tab; the others by arrow keys.
    pub fn one_stop(frame: &Element) {
        for (at, cell) in all(frame, "[data-cell]").iter().enumerate() {
            cell.set_tab_index(if at == 0 { 0 } else { -1 });
        }
    }

    /// Moves the focus for an arrow key, Home or End.
    pub fn moved(frame: &Element, event: &KeyboardEvent) {
        let days: Vec<Vec<HtmlElement>> = all(frame, "[data-day]")
            .iter()
            .map(|day| {
                let mut cells = all(day, "[data-cell]");
                cells.sort_by_key(HtmlElement::offset_top);
                cells
            })
            .filter(|cells| !cells.is_empty())
            .collect();
        let Some(focused) = leptos::prelude::document().active_element() else {
            return;
        };
        let place = days.iter().enumerate().find_map(|(day, cells)| {
            let at = cells.iter().position(|cell| cell.is_same_node(Some(&focused)))?;
            Some((day, at))
        });
        let Some((day, at)) = place else { return };
        let beside = |day: usize| {
            let top = days[place.map_or(0, |(day, _)| day)][at].offset_top();
            days.get(day)?
                .iter()
                .min_by_key(|cell| (cell.offset_top() - top).abs())
        };
        let next = match event.key().as_str() {
            "ArrowDown" => days[day].get(at + 1),
            "ArrowUp" => at.checked_sub(1).and_then(|at| days[day].get(at)),
            "ArrowRight" => beside(day + 1),
            "ArrowLeft" => day.checked_sub(1).and_then(beside),
            "Home" => days.first().and_then(|cells| cells.first()),
            "End" => days.last().and_then(|cells| cells.last()),
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            for cell in days.iter().flatten() {
                cell.set_tab_index(-1);
            }
            next.set_tab_index(0);
            let _ = next.focus();
        }
    }
}
