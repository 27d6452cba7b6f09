//! The codes of the domain's plain enums, for the schema.

use ledig_domain::{
    people::{ApplicantKind, Gender},
    space::SpaceKind,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Stands in the schema for an enum of the domain: a text that is one of its codes.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident of $kind:ident) => {
        $(#[$meta])*
        pub enum $name {}

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($kind).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let codes: Vec<&str> = $kind::ALL.iter().map(|one| one.code()).collect();
                json_schema!({ "type": "string", "enum": codes })
            }
        }
    };
}

codes! {
    /// The codes of [`SpaceKind`].
    SpaceKindCode of SpaceKind
}
codes! {
    /// The codes of [`ApplicantKind`].
    ApplicantKindCode of ApplicantKind
}
codes! {
    /// The codes of [`Gender`].
    GenderCode of Gender
}
