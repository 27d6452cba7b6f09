//! Puts the demo into an empty database.

use super::{
    book::{Footing, Season},
    cases::{self, Stage},
    context,
    people::{self, People},
    places::{Making, Places},
    rules, school, season,
    seed::{self, Seed},
};
use crate::{
    Service, ServiceError, Settings,
    import::{association_rows, facility_rows, school_rows},
};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::BookingRules,
    calendar::Calendar,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    priority::PriorityRules,
    time::{Timestamp, resolve},
};
use ledig_store::{
    Store, StoreError, Tx, calendar, facilities,
    municipality::{self, Municipality},
    organisations, people as persons, rules as stored_rules, spaces, staff, tree,
};
use std::collections::HashMap;

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There is something in the database already.
    #[error("the database is not empty; the demo goes into an empty one only")]
    NotEmpty,
    /// The seed files are at fault: a fault of ours.
    #[error("the seed files are at fault: {0}")]
    Seed(String),
    /// The service could not do it.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Service(error.into())
    }
}

/// Somebody who can sign in to the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Full name.
    pub name: String,
    /// The e-mail address to sign in with.
    pub email: String,
    /// Who that is, in bokmål.
    pub about: String,
    /// The password, the same for all.
    pub password: String,
}

/// What was put into the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Facilities.
    pub facilities: usize,
    /// Spaces, parts counted.
    pub spaces: usize,
    /// Organisations.
    pub organisations: usize,
    /// Booked dates of the season.
    pub booked: usize,
    /// Cases that could not be played on the date, and why.
    pub left_out: Vec<String>,
}

/// Who can sign in to the demo.
pub fn sign_ins() -> Vec<SignIn> {
    let Ok(seed) = Seed::read() else {
        return Vec::new();
    };
    seed.person
        .iter()
        .map(|person| SignIn {
            name: person.name.clone(),
            email: person.email.clone(),
            about: person.about.clone(),
            password: seed.sign_in.password.clone(),
        })
        .collect()
}

/// The facts and assumptions, read.
struct Read {
    seed: Seed,
    facilities: facility_rows::Facilities,
    associations: association_rows::Associations,
    calendar: Calendar,
}

impl Read {
    fn all(today: NaiveDate) -> Result<Self, DemoError> {
        let seed = Seed::read().map_err(|fault| DemoError::Seed(fault.to_string()))?;
        let faults = |faults: Vec<crate::import::Fault>| {
            let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
            DemoError::Seed(told.join("; "))
        };
        let name = Some(seed.municipality.name.clone());
        let choice = facility_rows::Choice {
            municipality: name.clone(),
            ..facility_rows::Choice::default()
        };
        let facilities = facility_rows::read(seed::FACILITIES.as_bytes(), &choice).map_err(faults)?;
        let associations =
            association_rows::read(seed::ASSOCIATIONS.as_bytes(), name.as_deref()).map_err(faults)?;
        let school = school_rows::read(seed::SCHOOL_CALENDAR.as_bytes(), name.as_deref()).map_err(faults)?;
        let known: Vec<_> = school.days_off.into_iter().map(|record| record.off).collect();
        let calendar = school::calendar(&known, &seed.school_year, today);
        Ok(Self {
            seed,
            facilities,
            associations,
            calendar,
        })
    }
}

/// Puts the demo of a date into an empty database.
///
/// # Errors
/// The database is not empty, or cannot be written to.
pub async fn load(store: &Store, settings: &Settings, today: NaiveDate) -> Result<Loaded, DemoError> {
    let read = Read::all(today)?;
    let now = resolve(today, 0, settings.zone);
    let settings = Settings {
        appeal_days: read.seed.municipality.appeal_days,
        appeal_body: read.seed.municipality.appeal_body.clone(),
        ..settings.clone()
    };
    let (service, clock) = context::service(store.clone(), &settings, now);
    let password = service.hash_password(&read.seed.sign_in.password).await?;
    let (service, read, password) = (&service, &read, &password);
    let (loaded, places, people) = store
        .write(|| async move |tx: &mut Tx| base(service, tx, read, (today, now), password).await)
        .await?;
    let mut stage = Stage {
        service,
        clock: &clock,
        people: &people,
        places: &places,
        today,
        sent: 0,
    };
    let left_out = cases::play(&mut stage).await?;
    for why in &left_out {
        tracing::warn!("a case of the demo is left out: {why}");
    }
    Ok(Loaded { left_out, ..loaded })
}

async fn base(
    service: &Service,
    tx: &mut Tx,
    read: &Read,
    (today, now): (NaiveDate, Timestamp),
    password: &str,
) -> Result<(Loaded, Places, People), DemoError> {
    if municipality::get(tx).await?.is_some() {
        return Err(DemoError::NotEmpty);
    }
    let seed = &read.seed;
    municipality::insert(tx, &the_municipality(service, seed)).await?;
    calendar::replace(tx, service.settings().municipality, &read.calendar).await?;
    let making = Making {
        service,
        seed,
        calendar: &read.calendar,
        today,
        now,
    };
    let places = making.places(&read.facilities);
    facilities::insert(tx, &places.facilities).await?;
    spaces::insert(tx, &places.spaces).await?;
    for facility in &places.facilities {
        tree::rederive(tx, facility.id, now).await?;
    }
    let names: HashMap<String, FacilityId> = places
        .facilities
        .iter()
        .map(|one| (one.name.clone(), one.id))
        .collect();
    let people = people::people(service, seed, &read.associations.associations, &names, now);
    write_people(tx, seed, &people, password).await?;
    let administrator = people.person("anne@demo.ledig.no");
    rules::write(
        service,
        tx,
        seed,
        &places,
        (administrator, now.plus(-200 * 86_400)),
    )
    .await?;
    let booked = match season::dates(seed, today) {
        Some(dates) => book_season(tx, &making, (&places, &people), dates).await?,
        None => 0,
    };
    let loaded = Loaded {
        facilities: places.facilities.len(),
        spaces: places.spaces.len(),
        organisations: people.organisations.len(),
        booked,
        left_out: Vec::new(),
    };
    Ok((loaded, places, people))
}

async fn book_season(
    tx: &mut Tx,
    making: &Making<'_>,
    (places, people): (&Places, &People),
    dates: ledig_domain::time::DateRange,
) -> Result<usize, DemoError> {
    let Some(manager) = people
        .persons
        .iter()
        .find(|one| one.email == "marit@demo.ledig.no")
    else {
        return Err(DemoError::Seed("the manager is missing".to_owned()));
    };
    let footings = footings(places);
    let season = Season {
        making,
        people,
        dates,
        rules: &stored_rules::active(tx).await?,
        priority: &PriorityRules {
            version: 1,
            classes: making.seed.priority.clone(),
        },
        spaces: &footings,
        manager: (manager.id, manager.name.clone()),
    };
    let series = season::series(making.seed, places, people);
    Ok(season.write(tx, &series).await?)
}

/// Hours, setup and teardown of every space: its own, or those of the space that it is a part of.
fn footings(places: &Places) -> HashMap<SpaceId, Footing> {
    let mut all: HashMap<SpaceId, (OpeningHours, BookingRules)> = HashMap::new();
    let mut found = HashMap::new();
    for space in &places.spaces {
        let above = space
            .parent_id
            .and_then(|parent| all.get(&parent).cloned())
            .unwrap_or_default();
        let hours = space.hours.clone().unwrap_or(above.0);
        let rules = space.rules.clone().unwrap_or(above.1);
        let footing = Footing {
            facility: space.facility_id,
            hours: hours.clone(),
            setup_minutes: rules.setup_minutes,
            teardown_minutes: rules.teardown_minutes,
        };
        all.insert(space.id, (hours, rules));
        found.insert(space.id, footing);
    }
    found
}

fn the_municipality(service: &Service, seed: &Seed) -> Municipality {
    let settings = service.settings();
    Municipality {
        id: settings.municipality,
        name: seed.municipality.name.clone(),
        slug: seed.municipality.slug.clone(),
        zone: settings.zone,
        appeal_days: seed.municipality.appeal_days,
        appeal_body: seed.municipality.appeal_body.clone(),
        colour: seed.municipality.colour.clone(),
        settings: serde_json::json!({
            "demo": true,
            "notice": seed.municipality.notice,
            "terms": seed.municipality.terms_place,
        }),
        version: 1,
    }
}

async fn write_people(tx: &mut Tx, seed: &Seed, people: &People, password: &str) -> Result<(), DemoError> {
    organisations::insert(tx, &people.organisations).await?;
    organisations::insert_teams(tx, &people.teams).await?;
    for person in &people.persons {
        let signs_in = seed.person.iter().any(|one| one.email == person.email);
        persons::insert(tx, person, signs_in.then_some(password)).await?;
    }
    persons::add_memberships(tx, &people.memberships).await?;
    staff::give(tx, &people.roles).await?;
    Ok(())
}
