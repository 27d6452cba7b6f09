//! What things are called: by their names where the instance is at hand, else by their ids.

use crate::format::{
    Draft, Instance,
    time::Day,
    wish::{Slot, Wish},
};
use std::collections::BTreeMap;

/// The names of an instance, or of none.
pub struct Names<'a> {
    instance: Option<&'a Instance>,
    draft: &'a Draft,
    spaces: BTreeMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    /// Those of an instance, if it is at hand.
    pub fn new(instance: Option<&'a Instance>, draft: &'a Draft) -> Self {
        let spaces = instance.iter().flat_map(|instance| &instance.spaces);
        Self {
            instance,
            draft,
            spaces: spaces
                .map(|space| (space.id.as_str(), space.name.as_str()))
                .collect(),
        }
    }

    /// The wish with an id.
    pub fn find(&self, id: &str) -> Option<&'a Wish> {
        self.instance?.wishes.iter().find(|wish| wish.id == id)
    }

    /// A wish: its id, and whose it is.
    pub fn wish(&self, id: &str) -> String {
        let Some((instance, wish)) = self.instance.zip(self.find(id)) else {
            return format!("«{id}»");
        };
        let mut organisations = instance.organisations.iter();
        let of = organisations.find(|one| one.id == wish.organisation);
        let of = of.map_or(wish.organisation.as_str(), |of| named(&of.name, &of.id));
        let team = if wish.team.name.is_empty() {
            String::new()
        } else {
            format!(" {}", wish.team.name)
        };
        format!("«{id}» ({of}{team})")
    }

    /// Spaces that a session takes together.
    pub fn spaces(&self, ids: &[String]) -> String {
        let name = |id: &String| {
            let name = self.spaces.get(id.as_str()).copied().unwrap_or_default();
            named(name, id).to_owned()
        };
        ids.iter().map(name).collect::<Vec<_>>().join(" + ")
    }

    /// When and where.
    pub fn slot(&self, slot: &Slot) -> String {
        let (from, to) = (slot.from.0, slot.to.0);
        format!("{} {from}–{to} in {}", day(slot.day), self.spaces(&slot.spaces))
    }

    /// A class by its place in the rules, from 1; 0 is primacy.
    pub fn class(&self, place: u32) -> String {
        if place == 0 {
            return "a sport that comes first in its own space".into();
        }
        // A draft tells primacy first, where the rules have any.
        let primacy = self
            .draft
            .classes
            .first()
            .is_some_and(|first| first.name == "primacy");
        let at = usize::try_from(place).unwrap_or(usize::MAX) - usize::from(!primacy);
        match self.draft.classes.get(at) {
            Some(class) if !class.name.is_empty() => format!("class {place}, «{}»", class.name),
            _ => "after all classes".into(),
        }
    }

    /// Why a rule excludes wishes, if that is known.
    pub fn excluded(&self, rule: u32) -> Option<String> {
        let excluded = &self.instance?.rules.excluded;
        let rule = excluded.get(usize::try_from(rule).ok()?)?;
        let source = if rule.source.is_empty() {
            String::new()
        } else {
            format!(" ({})", rule.source)
        };
        Some(format!("{}{source}", rule.reason))
    }
}

/// A day in English.
pub const fn day(day: Day) -> &'static str {
    match day {
        Day::Mon => "Monday",
        Day::Tue => "Tuesday",
        Day::Wed => "Wednesday",
        Day::Thu => "Thursday",
        Day::Fri => "Friday",
        Day::Sat => "Saturday",
        Day::Sun => "Sunday",
    }
}

const fn named<'n>(name: &'n str, id: &'n str) -> &'n str {
    if name.is_empty() { id } else { name }
}
