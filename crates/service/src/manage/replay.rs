//! What a rule would have decided among the last cases.

use super::rules::facility_of;
use crate::{
    Service, ServiceError, Viewer,
    access::{Action, Thing},
    landscape::Landscape,
};
use chrono::Datelike;
use ledig_domain::{
    auto_rule::{FactDate, Facts, Miss, Scope, Terms, Verdict},
    decision::{DecidedBy, Outcome},
    id::{FacilityId, OrganisationId, RequestId, SpaceId},
    people::{ApplicantKind, PriceGroup},
    request::LineState,
    time::Timestamp,
};
use ledig_store::{
    decisions::{self, Decision},
    inbox,
    organisations::{self, Organisation},
    requests::{self, Line, Request},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// What a rule would have decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replay {
    /// Cases looked at: the last 200 where the rule would hold.
    pub looked_at: u32,
    /// It would have said yes.
    pub approved: u32,
    /// Of these, a person had to look at.
    pub spared: u32,
    /// Of these, a person said no, in whole or in part: the ones to think about.
    pub differs: u32,
    /// The cases, newest first.
    pub cases: Vec<ReplayCase>,
}

/// A case that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplayCase {
    /// Which.
    pub request: RequestId,
    /// The number that people say.
    pub number: String,
    /// Who asked.
    pub who: String,
    /// Where, by name.
    pub space_name: String,
    /// How many dates.
    pub dates: u32,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// What did not hold; empty when the rule would have said yes.
    pub misses: Vec<Miss>,
    /// How it was decided, if it was.
    pub outcome: Option<Outcome>,
    /// A person decided it.
    pub by_person: bool,
}

/// How many cases are looked at.
const LOOKED_AT: usize = 200;
/// How many of the facilities' last cases are gone through to find them.
const GONE_THROUGH: u32 = 1000;

impl Service {
    /// What the terms would have decided among the last 200 cases of the scope. Nothing is changed. At most nine queries.
    ///
    /// A case's weekly minutes and competitors are those that kept it from a rule when it was sent; where none did, its
    /// own minutes count and no competitor does.
    pub async fn replay(&self, viewer: &Viewer, scope: Scope, terms: &Terms) -> Result<Replay, ServiceError> {
        viewer.may(Action::SeeRules, &Thing::SOMEWHERE)?;
        let mut tx = self.reader().await?;
        let landscape = Landscape::load(&mut tx).await?;
        let facility = facility_of(&landscape, scope);
        let seen = |id: FacilityId| viewer.can(Action::SeeCaseAsStaff, &Thing::facility(id));
        let facilities: Vec<FacilityId> = landscape
            .facilities()
            .map(|one| one.id)
            .filter(|id| facility.is_none_or(|wanted| wanted == *id) && seen(*id))
            .collect();
        let filter = inbox::Filter {
            facilities: Some(facilities),
            order: inbox::Order::NewestFirst,
            limit: match scope {
                Scope::Space(_) => GONE_THROUGH,
                _ => LOOKED_AT as u32,
            },
            ..inbox::Filter::default()
        };
        let mut cases = inbox::cases(&mut tx, &filter).await?;
        if let Scope::Space(space) = scope {
            let family: BTreeSet<SpaceId> = landscape.below(space).into_iter().chain([space]).collect();
            cases.retain(|case| family.contains(&case.space_id));
        }
        cases.truncate(LOOKED_AT);
        let ids: Vec<RequestId> = cases.iter().map(|case| case.id).collect();
        let past = Past {
            requests: requests::by_ids(&mut tx, &ids)
                .await?
                .into_iter()
                .map(|one| (one.id, one))
                .collect(),
            lines: grouped(requests::lines_of(&mut tx, &ids).await?, |line| line.request_id),
            decisions: grouped(decisions::of_requests(&mut tx, &ids).await?, |one| one.request_id),
            organisations: {
                let ids: BTreeSet<OrganisationId> =
                    cases.iter().filter_map(|case| case.organisation_id).collect();
                let found = organisations::by_ids(&mut tx, &ids.into_iter().collect::<Vec<_>>()).await?;
                found.into_iter().map(|one| (one.id, one)).collect()
            },
        };
        tx.rollback().await?;
        let cases: Vec<ReplayCase> = cases
            .iter()
            .filter_map(|case| past.judged(&landscape, case, terms))
            .collect();
        let count = |fits: &dyn Fn(&ReplayCase) -> bool| {
            u32::try_from(
                cases
                    .iter()
                    .filter(|case| case.misses.is_empty() && fits(case))
                    .count(),
            )
            .unwrap_or(u32::MAX)
        };
        Ok(Replay {
            looked_at: u32::try_from(cases.len()).unwrap_or(u32::MAX),
            approved: count(&|_| true),
            spared: count(&|case| case.by_person),
            differs: count(&|case| case.by_person && case.outcome != Some(Outcome::Approved)),
            cases,
        })
    }
}

fn grouped<T>(rows: Vec<T>, key: impl Fn(&T) -> RequestId) -> HashMap<RequestId, Vec<T>> {
    let mut map: HashMap<RequestId, Vec<T>> = HashMap::new();
    for row in rows {
        map.entry(key(&row)).or_default().push(row);
    }
    map
}

/// What is known of the cases.
struct Past {
    requests: HashMap<RequestId, Request>,
    lines: HashMap<RequestId, Vec<Line>>,
    decisions: HashMap<RequestId, Vec<Decision>>,
    organisations: HashMap<OrganisationId, Organisation>,
}

impl Past {
    fn judged(&self, landscape: &Landscape, case: &inbox::Case, terms: &Terms) -> Option<ReplayCase> {
        let request = self.requests.get(&case.id)?;
        let lines = self.lines.get(&case.id)?;
        let decision = self.decisions.get(&case.id).and_then(|list| list.first());
        Some(ReplayCase {
            request: case.id,
            number: case.case_number.clone(),
            who: case
                .organisation_name
                .clone()
                .unwrap_or_else(|| case.person_name.clone()),
            space_name: landscape.place(case.space_id).map_or_else(
                || case.space_name.clone(),
                |place| format!("{}, {}", place.facility_name, place.name),
            ),
            dates: case.lines,
            sent_at: case.sent_at,
            misses: terms.misses(&self.facts(request, lines)),
            outcome: decision.map(|decision| decision.outcome),
            by_person: decision
                .is_some_and(|decision| matches!(decision.decided_by, DecidedBy::Person { .. })),
        })
    }

    /// What a rule would have looked at. Dates that the applicant left out or let wait are no part of it.
    fn facts(&self, request: &Request, lines: &[Line]) -> Facts {
        let organisation = request.organisation_id.and_then(|id| self.organisations.get(&id));
        let asked: Vec<&Line> = lines
            .iter()
            .filter(|line| !matches!(line.state, LineState::Dropped | LineState::Waiting))
            .collect();
        let told = told(&request.verdict);
        let mut weeks: HashMap<(i32, u32), u32> = HashMap::new();
        for line in &asked {
            let week = line.date.iso_week();
            *weeks.entry((week.year(), week.week())).or_default() += u32::from(line.wished().minutes());
        }
        let stood_as_wished =
            |line: &&&Line| line.space_id == line.wish_space_id && line.times() == line.wished();
        let unresolved = asked
            .iter()
            .filter(|line| line.outcome.needs_choice())
            .filter(stood_as_wished)
            .count();
        Facts {
            kind: organisation.map_or(ApplicantKind::Private, |one| one.kind),
            standing: organisation.map(|one| one.standing),
            price_group: organisation.map_or(PriceGroup::Market, |one| one.price_group),
            dates: asked
                .iter()
                .map(|line| FactDate {
                    weekday: line.date.weekday(),
                    times: line.wished(),
                })
                .collect(),
            persons: request.persons,
            busiest_week_minutes: weeks.into_values().max().unwrap_or_default().max(told.0),
            competitors: told.1,
            unresolved: u32::try_from(unresolved).unwrap_or(u32::MAX),
        }
    }
}

/// Weekly minutes and competitors that a verdict tells of.
fn told(verdict: &Verdict) -> (u32, u32) {
    let Verdict::Person { tried } = verdict else {
        return (0, 0);
    };
    tried
        .iter()
        .flat_map(|(_, misses)| misses)
        .fold((0, 0), |(minutes, others), miss| match miss {
            Miss::WeeklyMinutes { would_be, .. } => (minutes.max(*would_be), others),
            Miss::Competitors { others: more } => (minutes, others.max(*more)),
            _ => (minutes, others),
        })
}
