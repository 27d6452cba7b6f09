//! From text to JSON values: nothing is lost on the way, not even a field that stands twice.

use super::{
    at::Faults,
    fault::{Fault, FaultKind},
};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value, error::Category};
use std::{cell::RefCell, fmt};

/// The longest text that is read, bytes: several times a region's instance.
pub const MOST_BYTES: usize = 256 << 20;

/// The most values, lists and objects together.
pub const MOST_VALUES: usize = 10_000_000;

/// The JSON value of a text, and the fields that stand twice in it.
///
/// # Errors
/// Where the text is no JSON, or too large.
pub fn parse(text: &str) -> Result<(Value, Faults), Fault> {
    let whole = |what| Fault {
        path: String::new(),
        what,
    };
    if text.len() > MOST_BYTES {
        return Err(whole(FaultKind::TextTooLong {
            bytes: text.len(),
            most: MOST_BYTES,
        }));
    }
    let state = RefCell::new(State::default());
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut input = serde_json::Deserializer::from_str(text);
    let read = Seed {
        state: &state,
        path: &Path::Top,
    }
    .deserialize(&mut input)
    .and_then(|value| input.end().map(|()| value));
    let state = state.into_inner();
    match read {
        Ok(value) => Ok((value, state.faults)),
        Err(_) if state.values > MOST_VALUES => Err(whole(FaultKind::TooManyValues { most: MOST_VALUES })),
        Err(fault) => Err(whole(syntax(&fault))),
    }
}

/// The text of bytes.
///
/// # Errors
/// Where they are no UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|fault| {
        let good = &bytes[..fault.valid_up_to()];
        let mut lines = good.split(|byte| *byte == b'\n');
        Fault {
            path: String::new(),
            what: FaultKind::NotText {
                line: lines.clone().count(),
                column: lines.next_back().map_or(0, <[u8]>::len) + 1,
            },
        }
    })
}

fn syntax(fault: &serde_json::Error) -> FaultKind {
    let text = fault.to_string();
    let message = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(head, _)| head);
    FaultKind::Syntax {
        line: fault.line(),
        column: fault.column(),
        message: match fault.classify() {
            Category::Eof => format!("{message}; the file ends too early"),
            _ => message.to_owned(),
        },
    }
}

#[derive(Default)]
struct State {
    values: usize,
    faults: Faults,
}

/// Where the parser is. (Not [`super::at::At`]: keys come from the file.)
enum Path<'a> {
    Top,
    Field(&'a Self, &'a str),
    Index(&'a Self, usize),
}

impl Path<'_> {
    fn pointer(&self) -> String {
        match self {
            Self::Top => String::new(),
            Self::Field(above, key) => {
                format!(
                    "{}/{}",
                    above.pointer(),
                    key.replace('~', "~0").replace('/', "~1")
                )
            }
            Self::Index(above, index) => format!("{}/{index}", above.pointer()),
        }
    }
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    state: &'a RefCell<State>,
    path: &'a Path<'a>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Value, D::Error> {
        let values = {
            let mut state = self.state.borrow_mut();
            state.values += 1;
            state.values
        };
        if values > MOST_VALUES {
            return Err(D::Error::custom("too many values"));
        }
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    /// A whole number is the same number with and without «.0», as in JSON schema.
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
        let whole = value as i64;
        if value.fract() == 0.0 && value.abs() < EXACT {
            return Ok(Value::from(whole));
        }
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = entries.next_element_seed(Seed {
            state: self.state,
            path: &Path::Index(self.path, list.len()),
        })? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(Seed {
                state: self.state,
                path: &Path::Field(self.path, &key),
            })?;
            if object.contains_key(&key) {
                self.state
                    .borrow_mut()
                    .faults
                    .push(self.path.pointer(), FaultKind::FieldTwice { field: key });
            } else {
                object.insert(key, value);
            }
        }
        Ok(Value::Object(object))
    }
}
