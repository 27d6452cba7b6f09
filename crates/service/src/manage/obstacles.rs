//! What stands in the way of a change to spaces, told by date, place and name.

use crate::{Obstacle, ObstacleKind, Service, ServiceError, day::MinuteSpan, day::strip::minute_on};
use ledig_domain::{
    id::{OccurrenceId, OrganisationId, PersonId, SpaceId},
    time::{DAY_MINUTES, Span, local_date},
};
use ledig_store::{
    InTheWay, StoreError, Tx,
    bookings::{self, BookedDate},
    organisations, people, spaces,
};
use std::collections::{BTreeSet, HashMap};

/// Why a change to a tree was given up.
pub(super) enum Halt {
    /// As any use case.
    Service(ServiceError),
    /// These stand in the way.
    InTheWay(Vec<InTheWay>),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::InTheWay(list) => Self::InTheWay(list),
            other => Self::Service(other.into()),
        }
    }
}

impl From<ServiceError> for Halt {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

impl Service {
    /// The error to give for it, with names. At most five queries.
    pub(super) async fn explain(&self, halt: Halt) -> ServiceError {
        match halt {
            Halt::Service(error) => error,
            Halt::InTheWay(list) => match self.obstacles(&list).await {
                Ok(obstacles) => ServiceError::InTheWay(obstacles),
                Err(error) => error,
            },
        }
    }

    async fn obstacles(&self, list: &[InTheWay]) -> Result<Vec<Obstacle>, ServiceError> {
        let mut tx = self.reader().await?;
        let ids: Vec<OccurrenceId> = list.iter().filter_map(|one| one.occurrence).collect();
        let booked = bookings::booked_by_ids(&mut tx, &ids).await?;
        let names = Names::of(&mut tx, &booked).await?;
        let place_ids: BTreeSet<SpaceId> = list.iter().map(|one| one.space).collect();
        let places = spaces::by_ids(&mut tx, &place_ids.into_iter().collect::<Vec<_>>()).await?;
        tx.rollback().await?;
        let mut seen = BTreeSet::new();
        let mut found: Vec<Obstacle> = list
            .iter()
            .filter(|one| seen.insert((one.occurrence, one.space, one.span)))
            .map(|one| {
                let case = booked.iter().find(|date| Some(date.id) == one.occurrence);
                let (date, span) = self.on_clock(one.span);
                Obstacle {
                    kind: if case.is_some() {
                        ObstacleKind::Booking
                    } else {
                        ObstacleKind::Other
                    },
                    space: one.space,
                    space_name: places
                        .iter()
                        .find(|space| space.id == one.space)
                        .map(|space| space.name.clone())
                        .unwrap_or_default(),
                    date,
                    span,
                    who: case.map(|case| names.who(case)),
                    request: case.map(|case| case.request_id),
                }
            })
            .collect();
        found.sort_by_key(|one| (one.date, one.span));
        Ok(found)
    }

    /// A span's date and minutes on the clock; past midnight counts on from it.
    pub(super) fn on_clock(&self, span: Span) -> (chrono::NaiveDate, MinuteSpan) {
        let date = local_date(span.start, self.zone());
        let minute = |at| minute_on(at, date, 2 * DAY_MINUTES, self.zone());
        (
            date,
            MinuteSpan {
                from: minute(span.start),
                to: minute(span.end),
            },
        )
    }
}

/// Who has booked dates, by name.
pub(super) struct Names {
    organisations: HashMap<OrganisationId, String>,
    people: HashMap<PersonId, String>,
}

impl Names {
    /// Two queries.
    pub(super) async fn of(tx: &mut Tx, booked: &[BookedDate]) -> Result<Self, ServiceError> {
        let clubs: BTreeSet<OrganisationId> = booked.iter().filter_map(|one| one.organisation_id).collect();
        let private: BTreeSet<PersonId> = booked
            .iter()
            .filter(|one| one.organisation_id.is_none())
            .map(|one| one.person_id)
            .collect();
        let clubs = organisations::by_ids(tx, &clubs.into_iter().collect::<Vec<_>>()).await?;
        let private = people::by_ids(tx, &private.into_iter().collect::<Vec<_>>()).await?;
        Ok(Self {
            organisations: clubs.into_iter().map(|club| (club.id, club.name)).collect(),
            people: private
                .into_iter()
                .map(|person| (person.id, person.name))
                .collect(),
        })
    }

    /// The organisation's name, or the private person's.
    pub(super) fn who(&self, booked: &BookedDate) -> String {
        let name = match booked.organisation_id {
            Some(organisation) => self.organisations.get(&organisation),
            None => self.people.get(&booked.person_id),
        };
        name.cloned().unwrap_or_default()
    }
}
