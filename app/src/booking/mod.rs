//! The booking page's state: an address' query is a draft, a draft gives a wish, a wish is looked at.
//!
//! Everything the page shows about dates is worded here, on the server, as a
//! [`Look`](crate::islands::booking::Look); the island in the browser only asks for a new one.

mod alike;
mod choice;
mod counts;
mod draft;
mod drawn;
mod fields;
mod look;
pub mod name;
mod parts;
mod ways;
pub mod why;

pub use counts::unsettled;
pub use draft::{Draft, Slip, SlipKind};
pub use fields::Fields;
pub use look::{Looked, field_of_service as field_of, label, look};
