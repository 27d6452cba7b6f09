//! What the island reads from and writes to the page outside its own view.

use super::Look;
use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, UrlSearchParams};

/// The form's fields as a query.
pub(super) fn query_of(form: &HtmlFormElement) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    UrlSearchParams::new_with_str_sequence_sequence(&data).ok()
}

/// Puts the state into the address, so that reloading, going back and sharing keep it.
pub(super) fn keep_in_address(query: &str) {
    let window = window();
    let path = window.location().pathname().unwrap_or_default();
    if let Ok(history) = window.history() {
        // A browser that refuses (too many in a short time) only has an older address.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}?{query}")));
    }
}

/// Shows what is wrong beside each field, and takes away what no longer is.
pub(super) fn show_faults(form: &HtmlFormElement, faults: &[(String, String)]) {
    for place in elements(form, "[data-fault-for]") {
        let field = place.get_attribute("data-fault-for").unwrap_or_default();
        let fault = faults.iter().find(|(name, _)| *name == field);
        place.set_text_content(fault.map(|(_, text)| text.as_str()));
        let _ = place.toggle_attribute_with_force("hidden", fault.is_none());
        for control in elements(form, &format!("[name='{field}']")) {
            let _ = match fault {
                Some(_) => control.set_attribute("aria-invalid", "true"),
                None => control.remove_attribute("aria-invalid"),
            };
        }
    }
}

/// Offers only the teams of the chosen organisation.
pub(super) fn show_teams(form: &HtmlFormElement, organisation: &str) {
    for group in elements(form, "optgroup[data-party]") {
        let other = group.get_attribute("data-party").as_deref() != Some(organisation);
        let _ = group.toggle_attribute_with_force("hidden", other);
        let _ = group.toggle_attribute_with_force("disabled", other);
    }
}

/// Empties the fields for single dates once their date stands in the list beside them.
pub(super) fn clear_listed(form: &HtmlFormElement, look: &Look) {
    for (name, ticks) in [("ekstra", &look.added), ("uten", &look.excluded)] {
        for field in elements(form, &format!("input[type='date'][name='{name}']")) {
            if let Ok(field) = field.dyn_into::<HtmlInputElement>()
                && ticks.iter().any(|tick| tick.date == field.value())
            {
                field.set_value("");
            }
        }
    }
}

/// Gives the focus to an element once the page shows the new look.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || {
        let found = document().get_element_by_id(&id);
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // An element that cannot take it leaves the focus where it is.
            let _ = element.focus();
        }
    });
}

/// The elements that match, as they are now.
fn elements(form: &HtmlFormElement, selector: &str) -> Vec<Element> {
    let Ok(found) = form.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect()
}
