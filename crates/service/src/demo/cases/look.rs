//! Looking for a time and place that can be had, before a case is played.

use super::{super::DemoError, stage::Stage, when::once};
use chrono::{Days, NaiveDate, Weekday};
use ledig_domain::{
    id::SpaceId,
    outcome::DateOutcome,
    preview::{Preview, Wish},
    recurrence::Recurrence,
    time::WallSpan,
};
use std::collections::BTreeMap;

impl Stage<'_> {
    /// Whether an organisation could have the space on every date.
    pub async fn is_to_be_had(&self, by: &str, space: SpaceId, when: &Recurrence) -> Result<bool, DemoError> {
        let preview = self.outcome(by, space, when).await?;
        let has_dates = preview.lines.iter().any(|line| line.outcome.is_free());
        Ok(has_dates && !preview.lines.iter().any(|line| line.outcome.needs_choice()))
    }

    /// What would become of a wish.
    async fn outcome(&self, by: &str, space: SpaceId, when: &Recurrence) -> Result<Preview, DemoError> {
        let viewer = self.asker(by).await?;
        let wish = Wish {
            space,
            organisation: viewer.person.as_ref().and_then(|person| person.acting_for),
            team: None,
            recurrence: when.clone(),
            persons: None,
            purpose: String::new(),
            choices: BTreeMap::new(),
        };
        Ok(self.service.preview(&viewer, &wish).await?)
    }

    /// The first such weekday so many days or more ahead on which the space is open then, though it may be taken.
    pub async fn open_day(
        &self,
        by: &str,
        space: SpaceId,
        (weekday, from): (Weekday, i64),
        times: WallSpan,
    ) -> Result<NaiveDate, DemoError> {
        let first = self.next(weekday, from);
        for weeks in 0..26 {
            let date = first + Days::new(7 * weeks);
            let outcome = self.outcome(by, space, &once(date, times)).await?;
            let lines = outcome.lines.iter().map(|line| &line.outcome);
            if lines
                .into_iter()
                .all(|outcome| matches!(outcome, DateOutcome::Free | DateOutcome::Taken(_)))
            {
                return Ok(date);
            }
        }
        Err(DemoError::Seed(format!(
            "{by}: never open on {weekday} at {times}"
        )))
    }

    /// The first of the spaces that an organisation could have on every date.
    pub async fn free(
        &self,
        by: &str,
        spaces: &[SpaceId],
        when: &Recurrence,
    ) -> Result<Option<SpaceId>, DemoError> {
        for space in spaces {
            if self.is_to_be_had(by, *space, when).await? {
                return Ok(Some(*space));
            }
        }
        Ok(None)
    }

    /// The parts of some halls.
    pub fn parts(&self, halls: &[(&str, &str)]) -> Result<Vec<SpaceId>, DemoError> {
        let mut found = Vec::new();
        for (facility, hall) in halls {
            for part in ["Del A", "Del B", "Del C"] {
                found.push(self.space(facility, &format!("{hall}/{part}"))?);
            }
        }
        Ok(found)
    }
}
