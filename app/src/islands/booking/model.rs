//! What the booking page shows about dates, in words already: made on the server, shown on both sides.

use crate::ui::StripPart;
use serde::{Deserialize, Serialize};

/// Everything about the dates of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The answer: how many are free, and what is with the others.
    pub answer: String,
    /// More to know, e.g. where the school calendar comes from.
    pub notes: Vec<String>,
    /// The day, where there is only one.
    pub day: Option<Drawn>,
    /// Every date, by month.
    pub months: Vec<Month>,
    /// Dates to choose for.
    pub cards: Vec<Card>,
    /// Who decides.
    pub decides: Option<Decides>,
    /// What would be sent, for the bar with the button.
    pub summary: String,
    /// Dates put in by hand.
    pub added: Vec<Tick>,
    /// Dates taken out by hand.
    pub excluded: Vec<Tick>,
    /// Dates that are still to be chosen for.
    pub unsettled: usize,
    /// Those dates, comma between.
    pub seen: String,
    /// Fields that cannot be used: name and what is wrong.
    pub faults: Vec<(String, String)>,
}

/// The dates of a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// «august», with the year where it changes.
    pub name: String,
    /// In order.
    pub chips: Vec<Chip>,
}

/// A date in a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chip {
    /// `2026-09-08`.
    pub date: String,
    /// «tir. 8.»
    pub label: String,
    /// Everything, for screen readers: day, date, times, what is with it, what pressing does.
    pub spoken: String,
    /// What is with it.
    pub kind: ChipKind,
    /// Pressed: let go, or taken in after all.
    pub on: bool,
}

/// What is with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChipKind {
    /// Free.
    Free,
    /// Has to be chosen for.
    Clash,
    /// Cannot be had, and something was chosen.
    Settled,
    /// Left out by a holiday; can be taken in.
    LeftOut,
    /// Left out by hand.
    Excluded,
}

/// A date to choose for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// `2026-09-08`.
    pub date: String,
    /// «Tirsdag 8. september»
    pub title: String,
    /// Why it cannot be had as it is.
    pub reason: String,
    /// What happened to it since it was shown.
    pub news: Option<String>,
    /// What was chosen, in words.
    pub settled: Option<String>,
    /// Shown opened.
    pub open: bool,
    /// The ways on.
    pub options: Vec<Choice>,
    /// The button that gives like dates the same choice.
    pub alike: Option<String>,
}

/// A way on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What it is.
    pub label: String,
    /// What it means; may be empty.
    pub hint: String,
    /// It is chosen.
    pub chosen: bool,
}

/// Who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decides {
    /// At once, by a rule.
    pub at_once: bool,
    /// The sentence.
    pub title: String,
    /// Why a person has to look.
    pub why: Vec<String>,
    /// How long it usually takes, and where the applicant stands.
    pub more: Vec<String>,
}

/// A date that was put in or taken out by hand, to tick off again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// `2026-09-08`.
    pub date: String,
    /// «tirsdag 8. september»
    pub label: String,
}

/// A day as a strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// The first minute drawn.
    pub from: u16,
    /// The minute after the last drawn.
    pub to: u16,
    /// What stands there.
    pub parts: Vec<StripPart>,
    /// The wished time.
    pub wished: (u16, u16),
    /// Place and date, for screen readers.
    pub label: String,
}
