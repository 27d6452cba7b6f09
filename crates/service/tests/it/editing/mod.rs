//! What administrators and managers edit.

mod events;
mod places;
mod rules;
mod terms;
mod tree;
