//! The booking editor: the form of the booking page, with a live look at every date.
//!
//! Without script it is a plain GET form whose button shows the dates. In the browser each change asks the
//! server for a new [`Look`]; at most one question is under way, and an answer that came too late is dropped.

#[cfg(feature = "hydrate")]
mod browser;
mod dates;
mod model;
mod server;

pub use model::{Card, Chip, ChipKind, Choice, Decides, Drawn, Look, Month, Tick};
pub use server::{LookAt, look_at};

use crate::texts::Lang;
use leptos::{html, prelude::*};
use serde::{Deserialize, Serialize};

/// The editor's own few texts, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditorWords {
    /// What pressing a chip does.
    pub chips: String,
    /// Over the dates put in by hand.
    pub added: String,
    /// Over the dates taken out by hand.
    pub taken_out: String,
    /// Over the dates to choose for.
    pub ways: String,
    /// Over the one date to choose for, where there is only one.
    pub way: String,
    /// The button that shows the dates, without script.
    pub show: String,
    /// The button that sends.
    pub send: String,
    /// There is no answer from the server.
    pub offline: String,
}

/// The form of the booking page. The fields are its children, made on the server.
#[island]
pub fn BookingEditor(
    /// The space of the address.
    space: String,
    /// What the dates look like now.
    look: Look,
    lang: Lang,
    words: EditorWords,
    /// Makes sending twice the same as sending once.
    key: String,
    children: Children,
) -> impl IntoView {
    let form = NodeRef::<html::Form>::new();
    let look = RwSignal::new(look);
    let offline = RwSignal::new(false);
    let ask = asking(space.clone(), form, look, offline);
    let alike = Callback::new(move |date: String| ask.run(Some(date)));
    let action = format!("/bestill/{space}");
    let shown = words.clone();
    view! {
        <form
            class="booking"
            method="get"
            action=action
            node_ref=form
            novalidate
            on:input=move |_| ask.run(None)
            on:change=move |_| ask.run(None)
        >
            <input type="hidden" name="vist" value="1" />
            <input type="hidden" name="nokkel" value=key />
            <input type="hidden" name="sett" prop:value=move || look.with(|l| l.seen.clone()) value=look.with_untracked(|l| l.seen.clone()) />
            <div class="booking__wish">
                {children()}
                <div class="booking__show">
                    <button type="submit" class="ds-button" data-variant="secondary">{words.show}</button>
                </div>
            </div>
            <div class="booking__dates">
                <p class="booking__answer" role="status">{move || look.with(|l| l.answer.clone())}</p>
                {move || {
                    offline.get().then(|| view! { <p class="ds-alert" data-color="warning" role="status">{words.offline.clone()}</p> })
                }}
                {move || dates::dates(lang, look.get(), &shown, alike)}
            </div>
            <div class="booking__bar">
                <p class="booking__summary" aria-live="polite">{move || look.with(|l| l.summary.clone())}</p>
                <button type="submit" class="ds-button" data-variant="primary" formmethod="post">{words.send}</button>
            </div>
        </form>
    }
}

/// Asks for a new look after each change; with a date, all like dates get its choice.
#[cfg(feature = "hydrate")]
fn asking(
    space: String,
    form: NodeRef<html::Form>,
    look: RwSignal<Look>,
    offline: RwSignal<bool>,
) -> Callback<Option<String>> {
    use std::collections::BTreeSet;
    // What was asked last, and whether an answer is awaited.
    let asked = StoredValue::new(String::new());
    let under_way = StoredValue::new(false);
    let open_now = look.with_untracked(|look| {
        let open = look.cards.iter().filter(|card| card.open);
        open.map(|card| card.date.clone()).collect::<BTreeSet<_>>()
    });
    let opened = StoredValue::new(open_now);
    let to_focus = StoredValue::new(None::<String>);
    let space = StoredValue::new(space);
    Callback::new(move |alike: Option<String>| {
        let Some(form) = form.get_untracked() else { return };
        let Some(query) = browser::query_of(&form) else {
            return;
        };
        browser::show_teams(&form, &query.get("for").unwrap_or_default());
        query.delete("nokkel");
        query.delete("sett");
        browser::keep_in_address(&String::from(query.to_string()));
        // What for does not change what is free.
        query.delete("formal");
        if let Some(date) = &alike {
            query.set("likt", date);
            // Its card stays open and takes the focus: the button that was pressed goes away.
            opened.set_value(BTreeSet::from([date.clone()]));
            to_focus.set_value(alike.clone());
        }
        let wanted = String::from(query.to_string());
        if wanted == asked.get_value() {
            return;
        }
        asked.set_value(wanted);
        if under_way.get_value() {
            return;
        }
        under_way.set_value(true);
        leptos::task::spawn_local(async move {
            loop {
                let question = asked.get_value();
                let answer = look_at(space.get_value(), question.clone()).await;
                if asked.get_value() != question {
                    continue;
                }
                under_way.set_value(false);
                offline.set(answer.is_err());
                match answer {
                    Ok(mut new) => {
                        browser::show_faults(&form, &new.faults);
                        browser::clear_listed(&form, &new);
                        opened.update_value(|opened| keep_open(&mut new, opened));
                        look.set(new);
                        if let Some(date) = to_focus.try_update_value(Option::take).flatten() {
                            browser::focus_soon(format!("valg-{date}"));
                        }
                    }
                    // The same question may be asked again.
                    Err(_) => asked.set_value(String::new()),
                }
                return;
            }
        });
    })
}

/// On the server nothing is asked: the page comes with its look.
#[cfg(not(feature = "hydrate"))]
fn asking(
    _space: String,
    _form: NodeRef<html::Form>,
    _look: RwSignal<Look>,
    _offline: RwSignal<bool>,
) -> Callback<Option<String>> {
    Callback::new(|_| {})
}

/// A card that was opened stays so: closing it would take the focus with it.
#[cfg(feature = "hydrate")]
fn keep_open(look: &mut Look, opened: &mut std::collections::BTreeSet<String>) {
    for card in &mut look.cards {
        card.open |= opened.contains(&card.date);
        if card.open {
            opened.insert(card.date.clone());
        }
    }
}
