//! An instance in pieces: each has the right form or is left out, so that what is wrong with one hides nothing of
//! the others.

use super::{
    at::{At, Faults},
    fault::FaultKind,
    schema::{DRAFT, Form, INSTANCE, check},
};
use crate::format::{
    Draft, Instance,
    lock::{Lock, Published},
    place::{Season, Space, Travel},
    rules::Rules,
    wish::{Link, Organisation, Wish},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What could be read of an instance. `None` is what has not the right form, which is told already.
pub struct Parts {
    pub format: Option<u32>,
    pub name: Option<String>,
    pub grid: Option<u16>,
    pub seed: Option<u64>,
    pub season: Option<Season>,
    pub travel: Option<Travel>,
    pub spaces: List<Space>,
    pub organisations: List<Organisation>,
    pub wishes: List<Wish>,
    pub links: List<Link>,
    pub rules: Option<Rules>,
    pub locks: List<Lock>,
    pub held_back: List<String>,
    pub published: Option<Option<Published>>,
}

/// A list of the file.
pub struct List<T> {
    /// The entries, each in its place.
    items: Vec<Option<T>>,
    /// The ids, also of entries that have not the right form, and where each stands first.
    ids: BTreeMap<String, usize>,
    /// Whether every id that there is, is known.
    complete: bool,
}

impl<T> List<T> {
    /// The entries that have the right form, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.items
            .iter()
            .enumerate()
            .filter_map(|(place, item)| item.as_ref().map(|item| (place, item)))
    }

    /// The entry with an id, if it has the right form.
    pub fn named(&self, id: &str) -> Option<&T> {
        self.items.get(*self.ids.get(id)?)?.as_ref()
    }

    /// The entry at a place, if it has the right form.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.items.get(place)?.as_ref()
    }

    /// Whether nothing has such an id for sure.
    pub fn lacks(&self, id: &str) -> bool {
        self.complete && !self.ids.contains_key(id)
    }

    /// Where an id stands first.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// How many entries there are, of whatever form.
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    fn whole(self) -> Option<Vec<T>> {
        self.items.into_iter().collect()
    }
}

impl Parts {
    /// Takes a file apart.
    pub fn of(value: Value, faults: &mut Faults) -> Self {
        let form = &*INSTANCE;
        check_top(form, &value, faults);
        let Value::Object(object) = value else {
            return Pieces::new(form, Map::new(), faults, false).parts();
        };
        Pieces::new(form, object, faults, true).parts()
    }

    /// The instance, if every part of it has the right form.
    pub fn whole(self) -> Option<Instance> {
        Some(Instance {
            format: self.format?,
            name: self.name?,
            grid: self.grid?,
            seed: self.seed?,
            season: self.season?,
            travel: self.travel?,
            spaces: self.spaces.whole()?,
            organisations: self.organisations.whole()?,
            wishes: self.wishes.whole()?,
            links: self.links.whole()?,
            rules: self.rules?,
            locks: self.locks.whole()?,
            held_back: self.held_back.whole()?,
            published: self.published?,
        })
    }
}

/// The object itself: its fields are looked at one by one, later.
fn check_top(form: &Form, value: &Value, faults: &mut Faults) {
    let shell = match value {
        Value::Object(object) => Value::Object(
            object
                .iter()
                .map(|(key, value)| {
                    let hollow = match value {
                        Value::Array(_) => Value::Array(Vec::new()),
                        Value::Object(_) => Value::Object(Map::new()),
                        other => other.clone(),
                    };
                    (key.clone(), hollow)
                })
                .collect(),
        ),
        // A list may be long; it is wrong whatever is in it.
        Value::Array(_) => Value::Array(Vec::new()),
        other => other.clone(),
    };
    check(form.top.as_ref(), &shell, "", faults);
}

/// A draft, if it has the right form.
pub fn draft(value: Value, faults: &mut Faults) -> Option<Draft> {
    let form = &*DRAFT;
    check_top(form, &value, faults);
    for (name, field) in &form.fields {
        let Some(part) = value.get(name) else {
            continue;
        };
        let at = At::top(name);
        let validator = field.validator.as_ref();
        if !field.list {
            check(validator, part, &at.pointer(), faults);
        }
        for (place, entry) in part.as_array().into_iter().flatten().enumerate() {
            check(validator, entry, &at.index(place).pointer(), faults);
        }
    }
    if !faults.is_empty() {
        return None;
    }
    typed(value, String::new(), faults)
}

struct Pieces<'a> {
    form: &'a Form,
    object: Map<String, Value>,
    faults: &'a mut Faults,
    /// Whether there is an object at all.
    any: bool,
}

impl<'a> Pieces<'a> {
    const fn new(form: &'a Form, object: Map<String, Value>, faults: &'a mut Faults, any: bool) -> Self {
        Self {
            form,
            object,
            faults,
            any,
        }
    }

    fn parts(mut self) -> Parts {
        Parts {
            format: self.needed("format"),
            name: self.needed("name"),
            grid: self.needed("grid"),
            seed: self.optional("seed"),
            season: self.needed("season"),
            travel: self.optional("travel"),
            spaces: self.list("spaces", true),
            organisations: self.list("organisations", true),
            wishes: self.list("wishes", true),
            links: self.list("links", false),
            rules: self.needed("rules"),
            locks: self.list("locks", false),
            held_back: self.list("held_back", false),
            published: self.optional("published"),
        }
    }

    fn needed<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let value = self.object.remove(name)?;
        let validator = self
            .form
            .fields
            .get(name)
            .and_then(|field| field.validator.as_ref());
        let path = At::top(name).pointer();
        let right = check(validator, &value, &path, self.faults);
        right.then(|| typed(value, path, self.faults)).flatten()
    }

    fn optional<T: DeserializeOwned + Default>(&mut self, name: &str) -> Option<T> {
        if self.object.contains_key(name) {
            self.needed(name)
        } else {
            Some(T::default())
        }
    }

    fn list<T: DeserializeOwned>(&mut self, name: &str, required: bool) -> List<T> {
        let mut list = List {
            items: Vec::new(),
            ids: BTreeMap::new(),
            complete: self.any && !required,
        };
        let Some(value) = self.object.remove(name) else {
            return list;
        };
        let Value::Array(entries) = value else {
            // Told by the check of the object itself.
            list.complete = false;
            return list;
        };
        list.complete = true;
        let validator = self
            .form
            .fields
            .get(name)
            .and_then(|field| field.validator.as_ref());
        let at = At::top(name);
        for (place, entry) in entries.into_iter().enumerate() {
            let at = at.index(place);
            if let Some(id) = entry.get("id") {
                list.note(id, place, &at, self.faults);
            } else {
                list.complete = false;
            }
            let path = at.pointer();
            let right = check(validator, &entry, &path, self.faults);
            list.items
                .push(right.then(|| typed(entry, path, self.faults)).flatten());
        }
        list
    }
}

impl<T> List<T> {
    fn note(&mut self, id: &Value, place: usize, at: &At<'_>, faults: &mut Faults) {
        let Some(id) = id.as_str() else {
            self.complete = false;
            return;
        };
        if let Some(first) = self.ids.get(id) {
            let first = at.sibling(*first).field("id").pointer();
            let id = id.to_owned();
            faults.add(&at.field("id"), FaultKind::IdTwice { id, first });
        } else {
            self.ids.insert(id.to_owned(), place);
        }
    }
}

/// The value of a type. What the schema allows can be read; should it not be so, that is told, too.
fn typed<T: DeserializeOwned>(value: Value, path: String, faults: &mut Faults) -> Option<T> {
    match serde_json::from_value(value) {
        Ok(value) => Some(value),
        Err(fault) => {
            let message = fault.to_string();
            faults.push(path, FaultKind::Form { message });
            None
        }
    }
}
