//! What a form shows in its fields: what was typed, if it came back, else what is stored.

use crate::{
    context::RequestContext,
    error::set_status,
    flash::{Flash, Message},
    texts::{Lang, faults, manage::common},
};
use http::StatusCode;
use ledig_service::Fault;
use std::collections::HashMap;

/// The values of one form on the page.
#[derive(Clone, Debug)]
pub struct Filled {
    lang: Lang,
    flash: Flash,
    /// The form came back with something wrong, or stale.
    returned: bool,
    values: HashMap<String, String>,
}

impl Filled {
    /// The form of that name; each form carries its name in a hidden field `form`. A form that came back sets the
    /// status of the page: 422 with faults, 409 when something changed meanwhile.
    pub fn of(request: &RequestContext, form: &str) -> Self {
        let returned = !request.flash.values.is_empty() && request.flash.value("form") == Some(form);
        if returned {
            let changed = matches!(
                request.flash.message,
                Some(Message::Stale | Message::Taken(_) | Message::InTheWay(_))
            );
            if changed {
                set_status(StatusCode::CONFLICT);
            } else if !request.flash.faults.is_empty() {
                set_status(StatusCode::UNPROCESSABLE_ENTITY);
            }
        }
        let values = if returned {
            request.flash.values.iter().rev().cloned().collect()
        } else {
            HashMap::new()
        };
        Self {
            lang: request.lang,
            flash: request.flash.clone(),
            returned,
            values,
        }
    }

    /// The form came back.
    pub fn returned(&self) -> bool {
        self.returned
    }

    /// The value of a field.
    pub fn text(&self, name: &str, stored: impl Into<String>) -> String {
        if self.returned {
            self.values.get(name).cloned().unwrap_or_default()
        } else {
            stored.into()
        }
    }

    /// The value of a field that may not be part of the form that came back.
    pub fn maybe(&self, name: &str) -> Option<String> {
        self.values.get(name).cloned()
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str, stored: bool) -> bool {
        if self.returned {
            self.values.contains_key(name)
        } else {
            stored
        }
    }

    /// Whether a box of several with the same name is ticked.
    pub fn chosen(&self, name: &str, value: &str, stored: bool) -> bool {
        if self.returned {
            self.flash.values.iter().any(|(n, v)| n == name && v == value)
        } else {
            stored
        }
    }

    /// What is wrong with a field.
    pub fn fault(&self, name: &str) -> Option<String> {
        if !self.returned {
            return None;
        }
        self.flash
            .fault(name)
            .map(|fault| faults::fault(self.lang, fault))
    }

    /// Whether a field was left out that must be filled in.
    pub fn missing(&self, name: &str) -> bool {
        self.returned && self.flash.fault(name) == Some(&Fault::Required)
    }

    /// Every fault with its field, for the summary; `field` maps the fault's name to the id of its control.
    pub fn faults(&self) -> Vec<(String, String)> {
        if !self.returned {
            return Vec::new();
        }
        self.flash
            .faults
            .iter()
            .map(|(name, fault)| (name.clone(), faults::fault(self.lang, fault)))
            .collect()
    }

    /// Beside a field whose typed value differs from what somebody else stored meanwhile: what is stored.
    pub fn stored(&self, name: &str, stored: &str) -> Option<String> {
        let stale = self.returned && self.flash.message == Some(Message::Stale);
        let typed = self.values.get(name).map_or("", |typed| typed.trim());
        (stale && typed != stored.trim()).then(|| {
            let shown = if stored.is_empty() {
                common::stored_empty(self.lang)
            } else {
                stored
            };
            common::stored_now(self.lang, shown)
        })
    }
}
