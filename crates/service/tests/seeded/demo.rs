use crate::{clock, db};
use chrono::{Datelike, NaiveDate, Weekday};
use ledig_domain::{
    decision::RejectionReason,
    id::{OrganisationId, RequestId, SpaceId},
    people::OrganisationNumber,
    request::RequestState,
    space::SpaceKind,
    time::{Span, Zone, resolve},
};
use ledig_service::{
    Service, Viewer,
    case::inbox::InboxFilter,
    demo,
    search::{SearchQuery, What},
};
use ledig_store::{
    Store, StoreError, Tx, bookings, calendar, closures, decisions, events, facilities,
    inbox::{self, Order},
    is_unfinished, municipality, organisations, people, rules, spaces, staff,
};
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

const SUMMER: &str = "2026-08-10";
const AUTUMN: &str = "2026-11-21";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn load(store: &Store, day: &str) -> demo::Loaded {
    demo::load(store, &db::settings(), date(day)).await.unwrap()
}

async fn read<T>(store: &Store, work: impl AsyncFnOnce(&mut Tx) -> Result<T, StoreError>) -> T {
    store.read(work).await.unwrap()
}

/// A service in the evening of the demo's date.
fn service(store: &Store, day: &str) -> Service {
    clock::service(store, resolve(date(day), 16 * 60, Zone::Europe__Oslo))
}

async fn signed_in(service: &Service, email: &str, organisation: &str) -> Viewer {
    let found = read(service.store(), async |tx| {
        let person = people::by_email(tx, email).await?.unwrap();
        let all = organisations::all(tx).await?;
        let organisation = all.iter().find(|one| one.name == organisation).map(|one| one.id);
        Ok((person.id, organisation))
    })
    .await;
    service.viewer(Some(found.0), found.1).await.unwrap()
}

/// Every row that the demo makes, by way of the log: requests, dates and decisions are in its details.
async fn fingerprint(store: &Store) -> (usize, u64) {
    let text = read(store, async |tx| {
        let organisations = organisations::all(tx).await?;
        let ids: Vec<OrganisationId> = organisations.iter().map(|one| one.id).collect();
        let log = events::latest(tx, None, 100_000).await?;
        let cases: Vec<RequestId> = log.iter().filter_map(|event| event.request_id).collect();
        let decided = decisions::of_requests(tx, &cases).await?;
        // Every booked date as people see it: where, when, which organisation and team.
        let units: Vec<SpaceId> = spaces::all(tx).await?.iter().map(|space| space.id).collect();
        let years = Span {
            start: resolve(date("2026-01-01"), 0, Zone::Europe__Oslo),
            end: resolve(date("2028-01-01"), 0, Zone::Europe__Oslo),
        };
        let mut booked = bookings::standing_in(tx, &units, years).await?;
        booked.sort_by_key(|one| (one.space_id, one.starts_at));
        assert!(booked.len() > 5_000, "{}", booked.len());
        Ok(format!(
            "{booked:?}{:?}{:?}{organisations:?}{:?}{:?}{:?}{:?}{decided:?}{log:?}",
            facilities::all(tx, true).await?,
            spaces::all(tx).await?,
            organisations::teams(tx, &ids).await?,
            rules::latest(tx).await?,
            staff::all(tx).await?,
            calendar::get(tx).await?,
        ))
    })
    .await;
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    (text.len(), hasher.finish())
}

#[test]
fn the_same_date_gives_the_same_demo_on_both_databases_and_in_summer_no_list_is_empty() {
    let mut prints = Vec::new();
    db::on_sqlite(async |store| {
        assert_eq!(load(store, SUMMER).await.left_out, Vec::<String>::new());
        prints.push(fingerprint(store).await);
        lists(store, SUMMER).await;
    });
    db::on_sqlite(async |store| {
        load(store, SUMMER).await;
        prints.push(fingerprint(store).await);
    });
    db::on_postgres(async |store| {
        load(store, SUMMER).await;
        prints.push(fingerprint(store).await);
    });
    db::on_postgres(async |store| {
        load(store, SUMMER).await;
        prints.push(fingerprint(store).await);
        let again = demo::load(store, &db::settings(), date(SUMMER)).await;
        assert!(matches!(again, Err(demo::DemoError::NotEmpty)));
    });
    assert!(prints[0].0 > 100_000, "{prints:?}");
    assert!(prints.windows(2).all(|pair| pair[0] == pair[1]), "{prints:?}");
}

/// A demo that is stopped so many statements after its beginning, or after its base was written.
async fn interrupted(store: &Store, after_base: bool, statements: u64) {
    let settings = db::settings();
    let loading = demo::load(store, &settings, date(SUMMER));
    let enough = async {
        while after_base
            && read(store, async |tx| municipality::get(tx).await)
                .await
                .is_none()
        {
            tokio::task::yield_now().await;
        }
        let before = store.queries();
        while store.queries() - before < statements {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        biased;
        () = enough => {}
        made = loading => panic!("{made:?} before it was interrupted"),
    }
}

async fn an_interrupted_demo_begins_again(store: &Store) -> (usize, u64) {
    interrupted(store, false, 30).await;
    interrupted(store, true, 600).await;
    let found = read(store, async |tx| municipality::get(tx).await).await;
    assert!(found.is_some_and(|found| is_unfinished(&found.settings)));
    load(store, SUMMER).await;
    let found = read(store, async |tx| municipality::get(tx).await).await;
    assert!(found.is_some_and(|found| !is_unfinished(&found.settings)));
    // A whole one is not taken out.
    assert!(!store.clear_unfinished().await.unwrap());
    fingerprint(store).await
}

#[test]
fn a_demo_that_was_interrupted_begins_again_and_is_whole() {
    let mut prints = Vec::new();
    db::on_sqlite(async |store| prints.push(an_interrupted_demo_begins_again(store).await));
    db::on_postgres(async |store| prints.push(an_interrupted_demo_begins_again(store).await));
    assert!(prints.windows(2).all(|pair| pair[0] == pair[1]), "{prints:?}");
}

#[test]
fn in_autumn_no_list_is_empty_and_assumptions_are_told() {
    db::on_sqlite(async |store| {
        let loaded = load(store, AUTUMN).await;
        assert_eq!(loaded.left_out, Vec::<String>::new());
        assert_eq!(loaded.facilities, 97);
        assert!((9_000..=10_500).contains(&loaded.booked), "{loaded:?}");
        lists(store, AUTUMN).await;
        places(store).await;
        people_and_rules(store).await;
    });
}

/// What people find on their pages.
async fn lists(store: &Store, day: &str) {
    let service = service(store, day);
    club(&service, day).await;
    manager(&service).await;
    resident(&service, day).await;
    let closed = read(store, async |tx| {
        let all: Vec<_> = spaces::all(tx).await?.iter().map(|space| space.id).collect();
        closures::coming(tx, &all, service.now()).await
    })
    .await;
    assert!(closed.len() >= 4, "{closed:?}");
}

async fn club(service: &Service, day: &str) {
    let kari = signed_in(service, "kari@demo.ledig.no", "Haslum IL").await;
    let page = service.my_page(&kari).await.unwrap();
    assert_eq!(
        page.next.first().map(|next| next.date),
        Some(date(day)),
        "tonight"
    );
    assert!(page.next_total > 50, "{}", page.next_total);
    assert!(!page.waiting.is_empty());
    assert!(!page.offers.is_empty());
    assert!(page.cases.len() >= 5, "{}", page.cases.len());
    let band = signed_in(service, "kari@demo.ledig.no", "Haslum skoles jentekorps").await;
    assert!(service.my_page(&band).await.unwrap().next_total > 0);
    let coach = signed_in(service, "jonas@demo.ledig.no", "Haslum IL").await;
    assert!(!service.my_page(&coach).await.unwrap().next.is_empty());
    let resident = signed_in(service, "sara@demo.ledig.no", "").await;
    assert!(service.my_page(&resident).await.unwrap().cases.len() >= 2);
}

async fn manager(service: &Service) {
    let marit = signed_in(service, "marit@demo.ledig.no", "").await;
    let inbox = service.inbox(&marit, &InboxFilter::default()).await.unwrap();
    assert!(inbox.undecided >= 12, "{}", inbox.undecided);
    assert!(inbox.usual_seconds.is_some());
    assert!(inbox.rows.iter().filter(|row| row.competitors > 0).count() >= 4);
    assert!(inbox.rows.iter().any(|row| row.conflicts > 0));
    let ola = signed_in(service, "ola@demo.ledig.no", "IL Jardar").await;
    let inbox = service.inbox(&ola, &InboxFilter::default()).await.unwrap();
    assert!(inbox.rows.len() >= 3 && inbox.rows.iter().any(|row| row.own));
    let states = read(service.store(), async |tx| {
        let filter = inbox::Filter {
            states: RequestState::ALL.to_vec(),
            facilities: None,
            organisation: None,
            private_person: None,
            text: String::new(),
            order: Order::OldestFirst,
            limit: 1_000,
            offset: 0,
        };
        inbox::cases(tx, &filter).await
    })
    .await;
    let has = |test: fn(&inbox::Case) -> bool| states.iter().any(test);
    assert!(has(|case| case.state == RequestState::Offered));
    assert!(has(|case| case.cancelled > 0 && case.approved > 0));
    assert!(has(|case| case.rejected > 0 && case.approved > 0));
    let all: Vec<RequestId> = states.iter().map(|case| case.id).collect();
    let decided = read(service.store(), async |tx| decisions::of_requests(tx, &all).await).await;
    let refused = decided
        .iter()
        .find(|one| one.reason == Some(RejectionReason::HigherPriority));
    assert!(refused.is_some_and(|one| !one.reason_text.is_empty()));
}

/// "Where is a gym free on Thursday 18–20 for 25 people, near Bekkestua?"
async fn resident(service: &Service, day: &str) {
    let mut thursday = date(day) + chrono::Days::new(14);
    while thursday.weekday() != Weekday::Thu {
        thursday = thursday + chrono::Days::new(1);
    }
    let query = SearchQuery {
        what: Some(What::Kind(SpaceKind::Gym)),
        near: "Bekkestua".to_owned(),
        date: Some(thursday),
        from: "18".parse().ok(),
        to: "20".parse().ok(),
        persons: Some(25),
        ..SearchQuery::default()
    };
    let found = service.search(&Viewer::ANYBODY, &query).await.unwrap();
    assert!(found.near.is_some());
    assert!(found.hits.len() >= 3, "{} on {thursday}", found.hits.len());
}

async fn places(store: &Store) {
    let (all, places) = read(store, async |tx| {
        Ok((spaces::all(tx).await?, facilities::all(tx, true).await?))
    })
    .await;
    let parts = |id| all.iter().filter(|space| space.parent_id == Some(id)).count();
    let halls = all
        .iter()
        .filter(|space| space.kind == SpaceKind::SportsHall && space.hours.is_some());
    for hall in halls.filter(|hall| hall.name != "Hele anlegget") {
        assert_eq!(parts(hall.id), 3, "{}", hall.name);
        assert!(hall.assumption.contains("Antatt"), "{}", hall.name);
    }
    let gyms = all.iter().filter(|space| space.name == "Gymsal");
    assert_eq!(gyms.filter(|gym| gym.assumption.contains("33")).count(), 32);
    let pool = all.iter().find(|space| space.name == "25-metersbasseng").unwrap();
    assert_eq!(parts(pool.id), 6);
    let pitch = all
        .iter()
        .find(|space| space.name == "Kunstgressbane 95 x 66 m")
        .unwrap();
    assert_eq!(parts(pitch.id), 2);
    assert!(
        places
            .iter()
            .all(|place| place.lat.is_some() && !place.district.is_empty())
    );
    let approximate = places
        .iter()
        .filter(|place| place.description.contains("omtrentlig"))
        .count();
    assert_eq!(approximate, 91);
}

async fn people_and_rules(store: &Store) {
    let (clubs, teams, rules, calendar) = read(store, async |tx| {
        let clubs = organisations::all(tx).await?;
        let ids: Vec<OrganisationId> = clubs.iter().map(|one| one.id).collect();
        let teams = organisations::teams(tx, &ids).await?;
        Ok((clubs, teams, rules::latest(tx).await?, calendar::get(tx).await?))
    })
    .await;
    let mut with_teams: BTreeMap<OrganisationId, usize> = BTreeMap::new();
    for team in &teams {
        *with_teams.entry(team.organisation_id).or_default() += 1;
    }
    assert!(with_teams.len() >= 60 && teams.len() > 150, "{}", teams.len());
    for club in &clubs {
        let number = club.org_number.as_ref().map(OrganisationNumber::as_str).unwrap();
        assert!(
            number.starts_with('3') && club.source.contains("Testnummer"),
            "{}",
            club.name
        );
    }
    assert!(rules.iter().filter(|rule| rule.active).count() >= 3);
    assert!(
        rules
            .iter()
            .any(|rule| rule.terms.name == "Fast trening for medlemsklubber")
    );
    for day in [
        "2026-09-30",
        "2026-12-28",
        "2027-02-24",
        "2027-03-24",
        "2027-07-10",
    ] {
        assert!(
            calendar.school_off(date(day)).is_some_and(|off| off.proxy),
            "{day}"
        );
    }
    let service = clock::service(store, resolve(date(AUTUMN), 600, Zone::Europe__Oslo));
    for sign_in in demo::sign_ins() {
        let account = service.sign_in(&sign_in.email, &sign_in.password).await.unwrap();
        assert!(account.is_some(), "{}", sign_in.email);
    }
}
