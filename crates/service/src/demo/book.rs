//! Writes the season's fixed training as cases that were sent, decided and booked in early summer.
//!
//! The rows and events are those that sending and deciding leave; they are written in bulk because a season is large.

use super::{
    people::People,
    places::Making,
    random::Random,
    season::{Series, When, Who},
};
use chrono::{Datelike, NaiveDate};
use ledig_domain::{
    auto_rule::{AutoRule, FactDate, Facts, Verdict, judge},
    decision::DecidedBy,
    hours::OpeningHours,
    id::{FacilityId, OrganisationId, PersonId, SpaceId},
    people::{ApplicantKind, PriceGroup},
    priority::{PriorityRules, Standpoint},
    recurrence::{End, Pattern, Recurrence, Weekdays},
    request::RequestState,
    time::{DateRange, Timestamp, local_date, resolve},
};
use ledig_store::{
    StoreError, Tx,
    events::{self, NewEvent},
    organisations::{Organisation, Team},
    requests::{self, Line, Request},
};
use std::collections::{BTreeSet, HashMap};

/// How many come to a family's party.
const GUESTS: u32 = 20;

/// What the season is written with.
pub struct Season<'a> {
    pub making: &'a Making<'a>,
    pub people: &'a People,
    pub dates: DateRange,
    pub rules: &'a [AutoRule],
    pub priority: &'a PriorityRules,
    /// The space's facility, hours, and minutes of setup and teardown.
    pub spaces: &'a HashMap<SpaceId, Footing>,
    /// Who decides what rules do not.
    pub manager: (PersonId, String),
}

/// What a booking of a space depends on.
#[derive(Clone, Debug)]
pub struct Footing {
    pub facility: FacilityId,
    pub hours: OpeningHours,
    pub setup_minutes: u16,
    pub teardown_minutes: u16,
}

impl Season<'_> {
    /// Writes the series of each list in the order of sending; gives how many dates were booked. Each list has chances of its own,
    /// so that another weekend leaves the weekdays as they were.
    pub async fn write(&self, tx: &mut Tx, lists: &[Vec<Series>]) -> Result<usize, StoreError> {
        let mut booked = 0;
        let mut log = Vec::new();
        for (seed, series) in (17..).zip(lists) {
            let mut random = Random::new(seed);
            let mut sent: Vec<(Timestamp, &Series)> = series
                .iter()
                .map(|one| (self.sent_at(&mut random), one))
                .collect();
            sent.sort_by_key(|(at, _)| *at);
            let mut weekly: HashMap<OrganisationId, u32> = HashMap::new();
            for (sent_at, one) in sent {
                let minutes = match one.who {
                    Who::Team(organisation, _) => {
                        let minutes = weekly.entry(organisation).or_default();
                        *minutes += u32::from(one.times.minutes());
                        *minutes
                    }
                    Who::Person(_) => u32::from(one.times.minutes()),
                };
                let competitors = u32::from(random.chance(25));
                booked += self
                    .case(tx, one, (sent_at, minutes, competitors), &mut random, &mut log)
                    .await?;
            }
        }
        log.sort_by_key(|event: &NewEvent| event.at);
        events::append(tx, &log).await?;
        Ok(booked)
    }

    /// Who asks: the organisation and team, if any, and the person.
    fn asks(&self, who: Who) -> Option<(Option<(&Organisation, &Team)>, PersonId)> {
        let (organisation, team) = match who {
            Who::Person(person) => return Some((None, person)),
            Who::Team(organisation, team) => (organisation, team),
        };
        let person = self.people.bookers.get(&organisation).copied()?;
        let organisation = self
            .people
            .organisations
            .iter()
            .find(|one| one.id == organisation)?;
        let team = self.people.teams.iter().find(|one| one.id == team)?;
        Some((Some((organisation, team)), person))
    }

    /// An evening in the weeks before the season, and before the demo's date.
    fn sent_at(&self, random: &mut Random) -> Timestamp {
        let zone = self.making.service.zone();
        let before_season = self.dates.from - chrono::Days::new(60);
        let latest = before_season.min(self.making.today - chrono::Days::new(10));
        let days = u64::try_from(random.below(30)).unwrap_or_default();
        let minute = u16::try_from(random.below(240)).unwrap_or_default();
        resolve(latest - chrono::Days::new(days), 1080 + minute, zone)
    }

    async fn case(
        &self,
        tx: &mut Tx,
        one: &Series,
        (sent_at, week_minutes, competitors): (Timestamp, u32, u32),
        random: &mut Random,
        log: &mut Vec<NewEvent>,
    ) -> Result<usize, StoreError> {
        let Some(footing) = self.spaces.get(&one.space) else {
            return Ok(0);
        };
        let Some((team, person)) = self.asks(one.who) else {
            return Ok(0);
        };
        let (recurrence, dates) = self.planned(one, footing);
        if dates.is_empty() {
            return Ok(0);
        }
        let (organisation, team) = team.unzip();
        let kind = organisation.map_or(ApplicantKind::Private, |one| one.kind);
        let persons = team.map_or(Some(GUESTS), |team| team.size);
        let facts = Facts {
            kind,
            standing: organisation.map(|one| one.standing),
            price_group: organisation.map_or(PriceGroup::Market, |one| one.price_group),
            dates: vec![
                FactDate {
                    weekday: one.weekday,
                    times: one.times
                };
                dates.len()
            ],
            persons,
            busiest_week_minutes: week_minutes,
            competitors,
            unresolved: 0,
        };
        let verdict = judge(self.rules, &facts);
        let (decided_by, decided_at) = match &verdict {
            Verdict::Approve { rule, version, name } => {
                let (rule, version, name) = (*rule, *version, name.clone());
                (DecidedBy::Rule { rule, version, name }, sent_at)
            }
            Verdict::Person { .. } => {
                let (person, name) = self.manager.clone();
                let by = DecidedBy::Person { person, name };
                (by, self.desk_time(sent_at, random))
            }
        };
        let service = self.making.service;
        let year = local_date(sent_at, service.zone()).year();
        let municipality = service.settings().municipality;
        let request = Request {
            id: service.new_id(sent_at),
            case_number: requests::next_case_number(tx, municipality, year).await?,
            municipality_id: municipality,
            facility_id: footing.facility,
            space_id: one.space,
            organisation_id: organisation.map(|one| one.id),
            team_id: team.map(|one| one.id),
            person_id: person,
            purpose: match team {
                Some(team) if one.purpose.is_empty() => format!("{} {}", doing(kind), team.name),
                _ => one.purpose.clone(),
            },
            persons,
            recurrence,
            state: RequestState::Decided,
            class_place: Some(self.priority.place(Standpoint {
                kind,
                ages: team.and_then(|team| team.age_from.zip(team.age_to)),
                adapted: team.is_some_and(|team| team.adapted),
                gender: team.map(|team| team.gender),
            })),
            verdict,
            sent_at,
            decided_at: Some(decided_at),
            idempotency_key: format!(
                "demo:{}:{}",
                one.space,
                sent_at.0 + i64::from(one.times.from.get())
            ),
            version: 2,
        };
        let lines: Vec<Line> = (1..)
            .zip(&dates)
            .map(|(position, date)| self.line(one, request.id, position, *date))
            .collect();
        requests::insert(tx, &request, &lines).await?;
        self.decide(tx, &request, &lines, (&decided_by, decided_at))
            .await?;
        self.book(tx, &request, &lines, (footing, decided_at)).await?;
        self.log(&request, &dates, (&decided_by, decided_at), log);
        Ok(lines.len())
    }

    /// The recurrence as it was asked for, and its dates; dates on which the space is closed were taken out by hand.
    fn planned(&self, one: &Series, footing: &Footing) -> (Recurrence, Vec<NaiveDate>) {
        let every = |every| Pattern::Weekly {
            every,
            on: Weekdays::of(&[one.weekday]),
        };
        let (start, pattern, excluded) = match &one.when {
            When::Weekly => {
                let first = super::season::first(self.dates, one.weekday);
                (first, every(1), BTreeSet::new())
            }
            When::Fortnightly(first, not) => (*first, every(2), not.clone()),
            When::Once(date) => (*date, Pattern::Once, BTreeSet::new()),
        };
        let mut recurrence = Recurrence {
            start,
            times: one.times,
            pattern,
            end: End::Until(self.dates.to),
            excluded,
            added: BTreeSet::new(),
            not_school_holidays: true,
            not_public_holidays: true,
        };
        let planned = recurrence.expand(self.making.calendar).unwrap_or_default();
        let all = planned
            .iter()
            .filter(|date| date.left_out.is_none())
            .map(|date| date.date);
        let (open, closed): (Vec<_>, Vec<_>) =
            all.partition(|date| footing.hours.check(*date, one.times).is_ok());
        recurrence.excluded.extend(closed);
        (recurrence, open)
    }

    /// Some days later, in office hours.
    fn desk_time(&self, sent_at: Timestamp, random: &mut Random) -> Timestamp {
        let zone = self.making.service.zone();
        let mut date = local_date(sent_at, zone) + chrono::Days::new(1 + random.below(5) as u64);
        while date.weekday().num_days_from_monday() > 4 {
            date = date + chrono::Days::new(1);
        }
        let minute = u16::try_from(random.below(400)).unwrap_or_default();
        resolve(date, 490 + minute, zone)
    }
}

/// What an organisation of the kind does in its fixed time.
fn doing(kind: ApplicantKind) -> &'static str {
    match kind {
        ApplicantKind::Music | ApplicantKind::Culture => "Øving",
        ApplicantKind::Scouts => "Speidermøte",
        _ => "Trening",
    }
}
