//! What becomes of one wished date: free, taken, closed, against a rule, or left out.

use crate::{booking_rules::Breach, recurrence::LeftOut, time::WallSpan};
use serde::{Deserialize, Serialize};

/// The outcome of one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOutcome {
    /// Nothing stands in the way.
    Free,
    /// Somebody has it, or a part of it.
    Taken(Vec<Clash>),
    /// A closure, with its reason.
    Closed(String),
    /// Against the space's rules or opening hours.
    Breaks(Vec<Breach>),
    /// The applicant leaves it out.
    LeftOut(LeftOut),
}

impl DateOutcome {
    /// Whether the date can be had as it is.
    pub fn is_free(&self) -> bool {
        matches!(self, Self::Free)
    }

    /// Whether the applicant has to choose what to do.
    pub fn needs_choice(&self) -> bool {
        !matches!(self, Self::Free | Self::LeftOut(_))
    }
}

/// What stands in the way, as far as the viewer may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// When it is taken, on the clock of the date (setup and teardown included).
    pub times: WallSpan,
    /// The space that is taken, by name: the whole, or the part.
    pub space: String,
    /// Who has it; `None` where that is not public.
    pub by: Option<String>,
    /// It is the viewer's own organisation.
    pub own: bool,
}
