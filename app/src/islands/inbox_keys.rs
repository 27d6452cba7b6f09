//! Keys of the inbox and of a case: j and k move, Enter opens, a approves, r goes to refusing, ? helps.
//!
//! Only presses the links and buttons that are there. Can be turned off (WCAG 2.1.4), which the browser remembers.

use crate::texts::{Lang, manage::inbox as t};
use leptos::prelude::*;

/// The keys, and their help. Nothing is shown before the script is there.
#[island]
pub fn InboxKeys(
    lang: Lang,
    /// On a case rather than on the list.
    case: bool,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    let shown = RwSignal::new(false);
    let off = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        off.set(live::turned_off());
        ready.set(true);
        live::arrive();
        let listener = window_event_listener(leptos::ev::keydown, move |event| {
            if !off.get_untracked() {
                live::press(&event, shown);
            }
        });
        on_cleanup(move || listener.remove());
    });
    let turn = move |_| {
        off.update(|off| *off = !*off);
        #[cfg(feature = "hydrate")]
        live::remember(off.get_untracked());
    };
    let mut keys = vec![("j", t::key_next(lang)), ("k", t::key_previous(lang))];
    if case {
        keys.push(("u", t::key_back(lang)));
    } else {
        keys.push(("Enter", t::key_open(lang)));
        keys.push(("x", t::key_choose(lang)));
    }
    keys.extend([
        ("a", t::key_approve(lang)),
        ("r", t::key_reject(lang)),
        ("?", t::key_help(lang)),
    ]);
    view! {
        <div class="keys" hidden=move || !ready.get()>
            <button
                type="button"
                class="ds-button"
                data-variant="tertiary"
                data-size="sm"
                aria-expanded=move || shown.get().to_string()
                aria-controls="keys-help"
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                <kbd>"?"</kbd>
                {move || if shown.get() { t::keys_close(lang) } else { t::keys_show(lang) }}
            </button>
            <div id="keys-help" class="keys__help" role="region" aria-label=t::keys(lang) hidden=move || !shown.get()>
                <dl>
                    {keys
                        .into_iter()
                        .map(|(key, what)| {
                            view! {
                                <div>
                                    <dt>
                                        <kbd>{key}</kbd>
                                    </dt>
                                    <dd>{what}</dd>
                                </div>
                            }
                        })
                        .collect_view()}
                </dl>
                <label class="keys__off">
                    <input type="checkbox" class="ds-input" prop:checked=move || off.get() on:change=turn />
                    {t::keys_off(lang)}
                </label>
            </div>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod live {
    use crate::islands::keys::{all, first, focused, plain_key, within};
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlAnchorElement, HtmlElement, KeyboardEvent, Storage};

    const STORED: &str = "ledig.hurtigtaster";

    fn storage() -> Option<Storage> {
        window().local_storage().ok()?
    }

    /// Whether the keys were turned off in this browser.
    pub fn turned_off() -> bool {
        storage()
            .and_then(|storage| storage.get_item(STORED).ok()?)
            .is_some_and(|value| value == "av")
    }

    /// Remembers it.
    pub fn remember(off: bool) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(STORED, if off { "av" } else { "pa" });
        }
    }

    /// Does what the key stands for.
    pub fn press(event: &KeyboardEvent, shown: RwSignal<bool>) {
        let Some(key) = plain_key(event) else {
            return;
        };
        let done = match key.as_str() {
            "?" => {
                shown.update(|shown| *shown = !*shown);
                true
            }
            "Escape" if shown.get_untracked() => {
                shown.set(false);
                true
            }
            "j" => step(1) || click_key("j"),
            "k" => step(-1) || click_key("k"),
            "a" => in_row("[data-key-approve]", HtmlElement::click) || click_key("a"),
            "x" => in_row("[data-key-choose]", HtmlElement::click),
            "r" => refuse() || to_refusal(),
            "u" => click_key("u"),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    }

    fn row() -> Option<Element> {
        focused("[data-row]").or_else(|| first("[data-row]").map(Into::into))
    }

    /// Moves to the case so many rows on; the first one when none is focused.
    fn step(by: i32) -> bool {
        let links = all("[data-row] [data-key-open]");
        if links.is_empty() {
            return false;
        }
        let here = focused("[data-row]")
            .and_then(|row| within(&row, "[data-key-open]"))
            .and_then(|link| links.iter().position(|one| *one == link));
        let last = i32::try_from(links.len()).unwrap_or(i32::MAX) - 1;
        let to = here.map_or(0, |here| (i32::try_from(here).unwrap_or(0) + by).clamp(0, last));
        if let Some(link) = usize::try_from(to).ok().and_then(|to| links.get(to)) {
            let _ = link.focus();
        }
        true
    }

    fn in_row(selector: &str, act: impl Fn(&HtmlElement)) -> bool {
        row()
            .and_then(|row| within(&row, selector))
            .map(|found| act(&found))
            .is_some()
    }

    /// Opens the row's case where it is refused.
    fn refuse() -> bool {
        let link = row()
            .and_then(|row| within(&row, "[data-key-open]"))
            .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
        link.is_some_and(|link| {
            window()
                .location()
                .set_href(&format!("{}#avslag", link.href()))
                .is_ok()
        })
    }

    fn click_key(key: &str) -> bool {
        first(&format!("[data-key='{key}']"))
            .map(|found| found.click())
            .is_some()
    }

    /// Opens the part where the whole request is refused, and goes to its first field.
    fn to_refusal() -> bool {
        let Some(details) = first("#avslag details") else {
            return false;
        };
        let _ = details.set_attribute("open", "");
        within(&details, "select").is_some_and(|field| field.focus().is_ok())
    }

    /// Goes there where the address asks for it. The browser, which looks for the address' place until the page has
    /// loaded, takes the focus away again: so once more after that.
    pub fn arrive() {
        if window().location().hash().is_ok_and(|hash| hash == "#avslag") {
            to_refusal();
            let again = || request_animation_frame(|| _ = to_refusal());
            if document().ready_state() == "complete" {
                again();
            } else {
                window_event_listener(leptos::ev::load, move |_| again());
            }
        }
    }
}
