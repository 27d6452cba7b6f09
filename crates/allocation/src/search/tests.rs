//! The search's tools, each against a slow and obvious way.

mod home;
mod packing;
mod plan;
