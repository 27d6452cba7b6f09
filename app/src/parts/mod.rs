//! Pieces that several pages share, over the services' data.

pub mod address;
pub mod day_strip;
pub mod levels;
pub mod search_form;
