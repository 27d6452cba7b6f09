//! Puts the demo into an empty database.

use super::{
    DemoError, Loaded,
    book::{Footing, Season},
    cases::{self, Stage},
    context,
    facts::Read,
    people::{self, People},
    places::{Making, Places},
    rules, season,
    seed::Seed,
    weekend,
};
use crate::{Service, Settings};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    priority::PriorityRules,
    time::{Timestamp, resolve},
};
use ledig_store::{
    Store, Tx, UNFINISHED, calendar, facilities,
    municipality::{self, Municipality},
    organisations, people as persons, rules as stored_rules, spaces, staff, tree,
};
use std::collections::HashMap;

/// Puts the demo of a date into an empty database. One that was begun and never finished is taken out first: the cases are played
/// one by one, and a demo without them would be taken for a whole one.
///
/// # Errors
/// The database is not empty, or cannot be written to.
pub async fn load(store: &Store, settings: &Settings, today: NaiveDate) -> Result<Loaded, DemoError> {
    let read = Read::all(today)?;
    if store.clear_unfinished().await? {
        tracing::info!("a demo that was not finished is taken out");
    }
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
    store.write(|| async move |tx: &mut Tx| finish(tx).await).await?;
    for why in &left_out {
        tracing::warn!("a case of the demo is left out: {why}");
    }
    Ok(Loaded { left_out, ..loaded })
}

/// From now on the demo is a whole one.
async fn finish(tx: &mut Tx) -> Result<(), DemoError> {
    let mut found = municipality::get(tx)
        .await?
        .ok_or_else(|| DemoError::Seed("the municipality is gone".to_owned()))?;
    if let Some(settings) = found.settings.as_object_mut() {
        settings.remove(UNFINISHED);
    }
    Ok(municipality::update(tx, &found).await?)
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
    let weekdays = season::series(making.seed, places, people);
    let weekends = weekend::series(making.seed, places, people, (dates, &weekdays));
    let lists = [weekdays, weekends];
    Ok(season.write(tx, &lists).await?)
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
            UNFINISHED: true,
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
