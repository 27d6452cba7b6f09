//! The schema, derived from the types, and what it finds wrong, in words of our own.

use super::{at::Faults, fault::FaultKind};
use crate::format::{Draft, Instance};
use jsonschema::{
    ValidationError, Validator,
    error::{TypeKind, ValidationErrorKind as Kind},
};
use schemars::JsonSchema;
use serde_json::{Map, Value};
use std::{collections::BTreeMap, sync::LazyLock};

/// The JSON schema of an instance.
pub fn instance_schema() -> Value {
    derived::<Instance>()
}

/// The JSON schema of a draft.
pub fn draft_schema() -> Value {
    derived::<Draft>()
}

fn derived<T: JsonSchema>() -> Value {
    let mut schema = schemars::schema_for!(T).to_value();
    bound_integers(&mut schema);
    schema
}

/// Says the highest value of each integer type, which the derived schema leaves out for the wide ones.
fn bound_integers(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let most = match object.get("format").and_then(Value::as_str) {
                Some("uint8") => Some(u64::from(u8::MAX)),
                Some("uint16") => Some(u64::from(u16::MAX)),
                Some("uint32") => Some(u64::from(u32::MAX)),
                Some("uint64") => Some(u64::MAX),
                _ => None,
            };
            if let Some(most) = most {
                object.entry("maximum").or_insert_with(|| Value::from(most));
            }
            object.values_mut().for_each(bound_integers);
        }
        Value::Array(list) => list.iter_mut().for_each(bound_integers),
        _ => {}
    }
}

/// The schema of an object, taken apart so that each field, and each entry of a list, is checked for itself: one that
/// is wrong does not hide what is wrong with the others, and no more is held in memory than is told.
pub struct Form {
    /// The object with any values in its fields.
    pub top: Option<Validator>,
    /// Its fields; of a list, the entries.
    pub fields: BTreeMap<String, Field>,
}

/// A field of an object.
pub struct Field {
    /// Whether it is a list.
    pub list: bool,
    /// What it, or each of its entries, has to be.
    pub validator: Option<Validator>,
}

/// The form of an instance.
pub static INSTANCE: LazyLock<Form> = LazyLock::new(|| Form::of(&instance_schema()));

/// The form of a draft.
pub static DRAFT: LazyLock<Form> = LazyLock::new(|| Form::of(&draft_schema()));

impl Form {
    fn of(schema: &Value) -> Self {
        let definitions = schema.get("$defs").cloned().unwrap_or_default();
        let with_definitions = |part: &Value| {
            let mut part = part.clone();
            if let Value::Object(object) = &mut part {
                object.insert("$defs".into(), definitions.clone());
            }
            jsonschema::validator_for(&part).ok()
        };
        let mut top = schema.clone();
        let mut fields = BTreeMap::new();
        if let Some(Value::Object(properties)) = top.get_mut("properties") {
            for (name, part) in properties.iter_mut() {
                let list = part.get("type").and_then(Value::as_str) == Some("array");
                let entry = part.get("items").filter(|_| list).unwrap_or(part);
                let validator = with_definitions(entry);
                fields.insert(name.clone(), Field { list, validator });
                *part = if list {
                    Value::Object(Map::from_iter([("type".to_owned(), Value::from("array"))]))
                } else {
                    Value::Bool(true)
                };
            }
        }
        Self {
            top: with_definitions(&top),
            fields,
        }
    }
}

/// Checks a value, and tells whether it is right.
pub fn check(validator: Option<&Validator>, value: &Value, path: &str, faults: &mut Faults) -> bool {
    let Some(validator) = validator else {
        return true;
    };
    if validator.is_valid(value) {
        return true;
    }
    for error in validator.iter_errors(value) {
        tell(&error, path, faults);
    }
    false
}

fn tell(error: &ValidationError<'_>, prefix: &str, faults: &mut Faults) {
    let path = format!("{prefix}{}", error.instance_path().as_str());
    let found = || short(error.instance());
    let what = match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            if let Some(branch) = meant(error, context) {
                for error in branch {
                    tell(error, prefix, faults);
                }
                return;
            }
            FaultKind::NotOneOf {
                found: found(),
                allowed: forms(context),
            }
        }
        Kind::AdditionalProperties { unexpected } => {
            for field in unexpected {
                let field = field.clone();
                faults.push(path.clone(), FaultKind::UnknownField { field });
            }
            return;
        }
        Kind::Required { property } => FaultKind::Missing {
            field: text(property),
        },
        Kind::Type { kind } => FaultKind::WrongType {
            found: found(),
            allowed: types(kind),
        },
        Kind::Enum { options } => FaultKind::NotOneOf {
            found: found(),
            allowed: options.as_array().into_iter().flatten().map(text).collect(),
        },
        Kind::Constant { expected_value } => FaultKind::NotOneOf {
            found: found(),
            allowed: vec![text(expected_value)],
        },
        Kind::Minimum { limit } => FaultKind::TooLow {
            found: found(),
            least: limit.as_i64().unwrap_or_default(),
        },
        Kind::Maximum { limit } => FaultKind::TooHigh {
            found: found(),
            most: limit.as_u64().unwrap_or_default(),
        },
        // The one pattern of the format.
        Kind::Pattern { .. } => FaultKind::NotATime { found: found() },
        _ => FaultKind::Form {
            message: error.to_string(),
        },
    };
    faults.push(path, what);
}

/// The one form of several that a value was meant to have: it fits at the top, and only something inside is wrong.
fn meant<'e>(
    error: &ValidationError<'_>,
    context: &'e [Vec<ValidationError<'static>>],
) -> Option<&'e [ValidationError<'static>]> {
    let here = error.instance_path().as_str();
    let mut fitting = context.iter().filter(|branch| {
        !branch.iter().any(|inner| {
            inner.instance_path().as_str() == here
                && matches!(
                    inner.kind(),
                    Kind::Type { .. }
                        | Kind::Constant { .. }
                        | Kind::Required { .. }
                        | Kind::AdditionalProperties { .. }
                )
        })
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first.as_slice())
}

/// What the forms are, in short.
fn forms(context: &[Vec<ValidationError<'static>>]) -> Vec<String> {
    let mut forms = Vec::new();
    for branch in context {
        // The most telling of what does not fit: a word, a field, a type.
        let word = branch.iter().find_map(|error| match error.kind() {
            Kind::Constant { expected_value } => Some(text(expected_value)),
            Kind::Required { property } => Some(format!("an object with the field “{}”", text(property))),
            _ => None,
        });
        let kind = || {
            branch.iter().find_map(|error| match error.kind() {
                Kind::Type { kind } => Some(types(kind).join(" or ")),
                _ => None,
            })
        };
        if let Some(form) = word.or_else(kind)
            && !forms.contains(&form)
        {
            forms.push(form);
        }
    }
    forms
}

fn types(kind: &TypeKind) -> Vec<String> {
    let named = |kind: jsonschema::JsonType| {
        match kind.as_str() {
            "array" => "a list",
            "boolean" => "true or false",
            "integer" => "a whole number",
            "null" => "null",
            "number" => "a number",
            "object" => "an object",
            _ => "a text",
        }
        .to_owned()
    };
    match kind {
        TypeKind::Single(kind) => vec![named(*kind)],
        TypeKind::Multiple(kinds) => kinds.iter().map(named).collect(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A value in a message: not the whole of a large one.
fn short(value: &Value) -> String {
    const MOST: usize = 60;
    match value {
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
        Value::String(text) if text.chars().count() > MOST => {
            let start: String = text.chars().take(MOST).collect();
            format!("“{start}…”")
        }
        Value::String(text) => format!("“{text}”"),
        other => other.to_string(),
    }
}
