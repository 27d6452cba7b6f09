//! What the applicant sees while choosing: every date with its outcome, ways on, and who would decide.

use crate::{
    alternative::Alternative,
    auto_rule::Verdict,
    id::{OrganisationId, SpaceId, TeamId},
    outcome::DateOutcome,
    priority::ClassPlace,
    recurrence::{Recurrence, RecurrenceFault},
    time::WallSpan,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg(test)]
mod tests;

/// What is asked for: the form of a request, complete enough to be previewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Where.
    pub space: SpaceId,
    /// For whom; `None` for oneself as a private person.
    pub organisation: Option<OrganisationId>,
    /// Which team.
    pub team: Option<TeamId>,
    /// When.
    pub recurrence: Recurrence,
    /// How many persons, if told.
    pub persons: Option<u32>,
    /// What for, in the applicant's words.
    pub purpose: String,
    /// What becomes of each date that cannot be had as it is; also of free dates that are let go.
    #[serde(default)]
    pub choices: BTreeMap<NaiveDate, Choice>,
}

/// What the applicant wants for one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Another space or time instead.
    Take { space: SpaceId, times: WallSpan },
    /// Leave the date out.
    Drop,
    /// Wait until it comes free.
    Wait,
    /// Ask for it as it is, and let a person judge: not possible for closed times or broken rules.
    Ask,
}

/// The answer to a wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Every date in order.
    pub lines: Vec<PreviewLine>,
    /// What makes the recurrence unusable, if something does; then there are no lines.
    pub fault: Option<RecurrenceFault>,
    /// Who would decide, with the choices as they stand.
    pub verdict: Verdict,
    /// How long a person has usually taken here: the median over the last decided cases, seconds.
    pub usual_seconds: Option<i64>,
    /// Where the applicant stands among competing requests.
    pub class: Option<ClassPlace>,
    /// Some dates come from a school calendar that was taken from another municipality.
    pub proxy_calendar: bool,
    /// The time zone's name and the municipality's date, for screen and print.
    pub today: NaiveDate,
}

/// One date of a preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewLine {
    /// Which.
    pub date: NaiveDate,
    /// What becomes of it as asked.
    pub outcome: DateOutcome,
    /// Ways on, best first; empty for free dates.
    pub alternatives: Vec<Alternative>,
    /// What the applicant chose, where that still can be had.
    pub choice: Option<Choice>,
    /// The choice that was made can no longer be had.
    pub choice_lost: bool,
}

/// How many dates have which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Free.
    pub free: usize,
    /// Taken.
    pub taken: usize,
    /// Closed, or outside opening hours.
    pub closed: usize,
    /// Against another rule.
    pub breaks: usize,
    /// Left out.
    pub left_out: usize,
    /// Neither free nor settled by a choice.
    pub unsettled: usize,
}

impl Preview {
    /// How many dates have which outcome.
    pub fn counts(&self) -> Counts {
        use crate::booking_rules::Breach;
        let mut counts = Counts::default();
        for line in &self.lines {
            match &line.outcome {
                DateOutcome::Free => counts.free += 1,
                DateOutcome::Taken(_) => counts.taken += 1,
                DateOutcome::Closed(_) => counts.closed += 1,
                DateOutcome::Breaks(breaches) => {
                    if breaches.iter().any(|breach| matches!(breach, Breach::NotOpen(_))) {
                        counts.closed += 1;
                    } else {
                        counts.breaks += 1;
                    }
                }
                DateOutcome::LeftOut(_) => counts.left_out += 1,
            }
            if line.outcome.needs_choice() && line.choice.is_none() {
                counts.unsettled += 1;
            }
        }
        counts
    }
}
