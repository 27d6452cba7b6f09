//! A facility's and a space's page: what is free, the week, parts, rules.

mod about;
mod facility;
mod head;
mod plan;
mod rules;
mod space;

pub use facility::Facility;
pub use space::Space;
