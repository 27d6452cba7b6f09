//! The pointer over the board.

use super::span;
use crate::{
    islands::keys::{first, within},
    texts::{Lang, day},
};
use ledig_domain::time::{DAY_MINUTES, Minute};
use leptos::{ev, prelude::*};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    KeyboardEvent, PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// How far the pointer moves before it draws: less is a press.
const THRESHOLD: i32 = 4;

/// A span being drawn, or drawn and standing in the form.
struct Drawing {
    lane: HtmlElement,
    mark: HtmlElement,
    free: Vec<(u16, u16)>,
    hours: (u16, u16),
    down: u16,
    down_x: i32,
    span: Option<(u16, u16)>,
    held: bool,
}

#[derive(Clone)]
struct Board {
    lang: Lang,
    board: HtmlElement,
    form: HtmlDetailsElement,
    drawing: Rc<RefCell<Option<Drawing>>>,
}

/// Listens for as long as the island lives.
pub fn listen(lang: Lang, board: &str, form: &str) {
    let Some(board) = first(&format!("#{board}")) else {
        return;
    };
    let Some(form) = first(&format!("#{form}")).and_then(|form| form.dyn_into().ok()) else {
        return;
    };
    let board = Board {
        lang,
        board,
        form,
        drawing: Rc::default(),
    };
    let (down, moved, up, cancel, key) = (board.clone(), board.clone(), board.clone(), board.clone(), board);
    let listeners = [
        window_event_listener(ev::pointerdown, move |event| down.down(&event)),
        window_event_listener(ev::pointermove, move |event| moved.moved(&event)),
        window_event_listener(ev::pointerup, move |_| up.up()),
        window_event_listener(ev::pointercancel, move |_| cancel.forget_held()),
        window_event_listener(ev::keydown, move |event| key.key(&event)),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}

impl Board {
    fn down(&self, event: &PointerEvent) {
        // A finger scrolls the board.
        if event.pointer_type() == "touch" || event.button() != 0 {
            return;
        }
        let Some(lane) = self.lane(event) else { return };
        let free = span::read(&lane.get_attribute("data-free").unwrap_or_default());
        let Some(hours) = self.hours() else { return };
        let down = minute(&lane, event, hours);
        if span::drawn(&free, down, down).is_none() {
            return;
        }
        self.forget();
        let Some(mark) = mark(&lane) else { return };
        let _ = lane.set_pointer_capture(event.pointer_id());
        let _ = self.board.class_list().add_1("board--drawing");
        *self.drawing.borrow_mut() = Some(Drawing {
            lane,
            mark,
            free,
            hours,
            down,
            down_x: event.client_x(),
            span: None,
            held: true,
        });
    }

    /// The lane under the pointer, unless it is over something that stands there.
    fn lane(&self, event: &PointerEvent) -> Option<HtmlElement> {
        let target: Element = event.target()?.dyn_into().ok()?;
        if !self.board.contains(Some(&target)) || target.closest(".bar").ok()?.is_some() {
            return None;
        }
        target.closest(".lane[data-free]").ok()??.dyn_into().ok()
    }

    fn hours(&self) -> Option<(u16, u16)> {
        let read = |name: &str| self.board.get_attribute(name)?.parse().ok();
        Some((read("data-first")?, read("data-last")?))
    }

    fn moved(&self, event: &PointerEvent) {
        let mut drawing = self.drawing.borrow_mut();
        let Some(drawing) = drawing.as_mut().filter(|drawing| drawing.held) else {
            return;
        };
        if drawing.span.is_none() && (event.client_x() - drawing.down_x).abs() < THRESHOLD {
            return;
        }
        let at = minute(&drawing.lane, event, drawing.hours);
        drawing.span = span::drawn(&drawing.free, drawing.down, at);
        if let Some(span) = drawing.span {
            show(&drawing.mark, drawing.hours.0, span, &self.told(span));
        }
    }

    fn up(&self) {
        let drawn = self.drawing.borrow_mut().as_mut().and_then(|drawing| {
            let held = std::mem::replace(&mut drawing.held, false);
            held.then(|| {
                (
                    drawing.lane.get_attribute("data-pick").unwrap_or_default(),
                    drawing.span,
                )
            })
        });
        let _ = self.board.class_list().remove_1("board--drawing");
        match drawn {
            Some((place, Some(span))) => self.fill(&place, span),
            Some((_, None)) => self.forget(),
            None => {}
        }
    }

    /// Puts the span into the form, opens it, and leads there.
    fn fill(&self, place: &str, (from, to): (u16, u16)) {
        if let Some(select) = self
            .field("sted")
            .and_then(|it| it.dyn_into::<HtmlSelectElement>().ok())
        {
            select.set_value(place);
        }
        for (name, at) in [("fra", from), ("til", to)] {
            if let Some(field) = self
                .field(name)
                .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
            {
                field.set_value(&clock(at).to_string());
            }
        }
        self.form.set_open(true);
        // The board stays where it is where the form is seen already.
        if let Some(button) = within(&self.form, "button") {
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            let _ = button.focus_with_options(&still);
        }
        let place = self.form.get_bounding_client_rect();
        let seen = window().inner_height().ok().and_then(|height| height.as_f64());
        if place.top() < 0.0 || seen.is_some_and(|height| place.bottom() > height) {
            let near = ScrollIntoViewOptions::new();
            near.set_block(ScrollLogicalPosition::Nearest);
            self.form.scroll_into_view_with_scroll_into_view_options(&near);
        }
    }

    fn field(&self, name: &str) -> Option<HtmlElement> {
        within(&self.form, &format!("[name='{name}']"))
    }

    fn key(&self, event: &KeyboardEvent) {
        if event.key() != "Escape" || self.drawing.borrow().is_none() {
            return;
        }
        event.prevent_default();
        let held = self.drawing.borrow().as_ref().is_some_and(|drawing| drawing.held);
        self.forget();
        if !held {
            self.form.set_open(false);
            let _ = self.board.focus();
        }
    }

    fn forget_held(&self) {
        let held = self.drawing.borrow().as_ref().is_some_and(|drawing| drawing.held);
        if held {
            self.forget();
        }
    }

    fn forget(&self) {
        if let Some(drawing) = self.drawing.borrow_mut().take() {
            drawing.mark.remove();
        }
        let _ = self.board.class_list().remove_1("board--drawing");
    }

    fn told(&self, (from, to): (u16, u16)) -> String {
        format!(
            "{}–{}",
            day::time(self.lang, clock(from)),
            day::time(self.lang, clock(to))
        )
    }
}

/// The first minute of the quarter under the pointer.
fn minute(lane: &HtmlElement, event: &PointerEvent, (first, last): (u16, u16)) -> u16 {
    let place = lane.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - place.left()) / place.width().max(1.0);
    span::quarter(share, first, last)
}

/// What shows the span in the lane.
fn mark(lane: &HtmlElement) -> Option<HtmlElement> {
    let layer: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    layer.set_class_name("lane__ground lane__ground--over");
    let _ = layer.set_attribute("aria-hidden", "true");
    let mark = document().create_element("span").ok()?;
    layer.append_child(&mark).ok()?;
    lane.append_child(&layer).ok()?;
    Some(layer)
}

fn show(layer: &HtmlElement, first: u16, (from, to): (u16, u16), told: &str) {
    if let Some(mark) = within(layer, "span") {
        let col = (from - first) / span::STEP + 1;
        let cols = (to - from) / span::STEP;
        mark.set_class_name(&format!("lane__drawn col-{col} cols-{cols}"));
        mark.set_text_content(Some(told));
    }
}

/// On the clock; past midnight it is the next day's.
fn clock(at: u16) -> Minute {
    Minute::new(if at > DAY_MINUTES { at - DAY_MINUTES } else { at }).unwrap_or_default()
}
