//! What a case is played with: the demo's service and clock, and everybody and everything by name.

use super::super::{DemoError, context::DemoClock, people::People, places::Places};
use crate::{
    Service, ServiceError, Viewer,
    case::{
        decide::{Decide, Decided, LineDecision},
        submit::Submitted,
    },
};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    decision::RejectionReason,
    id::{LineId, RequestId, SpaceId},
    outcome::DateOutcome,
    preview::{Choice, Preview, Wish},
    recurrence::Recurrence,
    request::LineState,
    time::resolve,
};
use ledig_store::requests::{self, Line};
use std::collections::BTreeMap;

/// The stage.
pub struct Stage<'a> {
    pub service: &'a Service,
    pub clock: &'a DemoClock,
    pub people: &'a People,
    pub places: &'a Places,
    /// The demo's date; nothing that is played happens on it or later.
    pub today: NaiveDate,
    /// How many cases were sent, for keys.
    pub sent: u32,
}

/// A wish in short: who, where, what for, how many; and when.
pub struct Ask<'a> {
    /// An organisation's name; empty for the resident of the demo.
    pub by: &'a str,
    /// Part of the team's name; empty for none.
    pub team: &'a str,
    pub space: SpaceId,
    pub when: Recurrence,
    pub purpose: &'a str,
    pub persons: u32,
    /// What becomes of dates that are taken.
    pub taken: IfTaken,
}

/// What becomes of dates that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfTaken {
    /// A person shall judge.
    Ask,
    /// They wait.
    Wait,
    /// They are left out.
    Drop,
}

impl Stage<'_> {
    /// So many days before the demo's date, at a minute of the day.
    pub fn at(&self, days_ago: u64, minute: u16) {
        let date = self.today - Days::new(days_ago.max(1));
        self.clock.set(resolve(date, minute, self.service.zone()));
    }

    /// So many days after the demo's date.
    pub fn day(&self, ahead: u64) -> NaiveDate {
        self.today + Days::new(ahead)
    }

    /// The first such weekday so many days or more after the demo's date (before it when negative).
    pub fn next(&self, weekday: Weekday, from: i64) -> NaiveDate {
        let mut date = self.today + chrono::TimeDelta::days(from);
        while date.weekday() != weekday {
            date = date + Days::new(1);
        }
        date
    }

    /// A space by the names of its facility and itself, or of the hall and the part as `Hall/Del A`.
    pub fn space(&self, facility: &str, name: &str) -> Result<SpaceId, DemoError> {
        let missing = || DemoError::Seed(format!("no space {name} in {facility}"));
        let facility = self
            .places
            .facilities
            .iter()
            .find(|one| one.name == facility)
            .ok_or_else(missing)?;
        let its = || {
            self.places
                .spaces
                .iter()
                .filter(|one| one.facility_id == facility.id)
        };
        let found = match name.split_once('/') {
            None => its().find(|one| one.name == name),
            Some((whole, part)) => {
                let whole = its().find(|one| one.name == whole).map(|one| one.id);
                its().find(|one| one.name == part && one.parent_id == whole)
            }
        };
        found.map(|one| one.id).ok_or_else(missing)
    }

    /// The viewer who asks for an organisation, or the resident.
    pub async fn asker(&self, by: &str) -> Result<Viewer, DemoError> {
        let missing = || DemoError::Seed(format!("no organisation {by}"));
        let (person, organisation) = if by.is_empty() {
            (
                self.people.person("sara@demo.ledig.no").ok_or_else(missing)?,
                None,
            )
        } else {
            let organisation = self.people.organisation(by).ok_or_else(missing)?.id;
            let booker = self
                .people
                .bookers
                .get(&organisation)
                .copied()
                .ok_or_else(missing)?;
            (booker, Some(organisation))
        };
        Ok(self.service.viewer(Some(person), organisation).await?)
    }

    /// The manager of all facilities.
    pub async fn manager(&self) -> Result<Viewer, DemoError> {
        let person = self.people.person("marit@demo.ledig.no");
        Ok(self.service.viewer(person, None).await?)
    }

    /// Sends a wish; gives the case, and whether a rule decided it.
    pub async fn ask(&mut self, ask: Ask<'_>) -> Result<(RequestId, bool), DemoError> {
        let viewer = self.asker(ask.by).await?;
        let organisation = viewer.person.as_ref().and_then(|person| person.acting_for);
        let team = organisation.and_then(|organisation| {
            let teams = self.people.teams_of(organisation);
            let found = teams
                .iter()
                .find(|team| !ask.team.is_empty() && team.name.contains(ask.team));
            found.map(|team| team.id)
        });
        let mut wish = Wish {
            space: ask.space,
            organisation,
            team,
            recurrence: ask.when,
            persons: Some(ask.persons),
            purpose: ask.purpose.to_owned(),
            choices: BTreeMap::new(),
        };
        self.sent += 1;
        let key = format!("demo-{}", self.sent);
        let mut sent = self.service.submit(&viewer, &wish, &key).await;
        if let Ok(Submitted::DatesChanged(preview)) = &sent {
            wish.choices = choices(preview, ask.taken);
            sent = self.service.submit(&viewer, &wish, &key).await;
        }
        match sent {
            Ok(Submitted::DecidedAtOnce { request, .. }) => Ok((request, true)),
            Ok(Submitted::LeftToPerson { request, .. }) => Ok((request, false)),
            Ok(Submitted::DatesChanged(_)) | Err(ServiceError::Invalid(_)) => {
                let told = format!("«{}» by {:?} cannot be sent", ask.purpose, ask.by);
                Err(DemoError::Seed(told))
            }
            Err(fault) => Err(fault.into()),
        }
    }

    /// The dates of a case.
    pub async fn lines(&self, request: RequestId) -> Result<Vec<Line>, DemoError> {
        let found = self
            .service
            .store()
            .read(async |tx| requests::lines(tx, request).await)
            .await;
        Ok(found?)
    }

    /// The manager decides every open date.
    pub async fn decide(
        &self,
        request: RequestId,
        text: &str,
        by_date: impl Fn(usize, &Line) -> LineDecision,
    ) -> Result<Decided, DemoError> {
        let open: Vec<Line> = self
            .lines(request)
            .await?
            .into_iter()
            .filter(|line| line.state == LineState::Asked)
            .collect();
        let lines: BTreeMap<LineId, LineDecision> = (0..)
            .zip(&open)
            .map(|(at, line)| (line.id, by_date(at, line)))
            .collect();
        let found = self
            .service
            .store()
            .read(async |tx| requests::by_id(tx, request).await)
            .await?;
        let version = found.ok_or(ServiceError::NotFound)?.version;
        let decide = Decide {
            request,
            version,
            lines,
            text: text.to_owned(),
        };
        Ok(self.service.decide(&self.manager().await?, &decide).await?)
    }

    /// The manager says yes to everything.
    pub async fn approve(&self, request: RequestId) -> Result<(), DemoError> {
        self.decide(request, "", |_, _| LineDecision::Approve).await?;
        Ok(())
    }

    /// The manager says no to everything.
    pub async fn reject(
        &self,
        request: RequestId,
        reason: RejectionReason,
        text: &str,
    ) -> Result<(), DemoError> {
        let refuse = |_: usize, _: &Line| LineDecision::Reject {
            reason,
            text: text.to_owned(),
        };
        self.decide(request, text, refuse).await?;
        Ok(())
    }
}

fn choices(preview: &Preview, taken: IfTaken) -> BTreeMap<NaiveDate, Choice> {
    let open = preview.lines.iter().filter(|line| line.outcome.needs_choice());
    open.map(|line| {
        let choice = match (&line.outcome, taken) {
            (DateOutcome::Taken(_), IfTaken::Ask) => Choice::Ask,
            (DateOutcome::Taken(_) | DateOutcome::Closed(_), IfTaken::Wait) => Choice::Wait,
            _ => Choice::Drop,
        };
        (line.date, choice)
    })
    .collect()
}
