//! The search's tools, each against a slow and obvious way.

mod packing;
mod plan;
