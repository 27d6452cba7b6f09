//! The municipality, its calendar, facilities and spaces.

use crate::{db::Db, world::*};
use ledig_domain::{
    calendar::{Calendar, DayOffKind, SchoolDaysOff},
    hours::{HoursException, OpeningHours},
    time::DateRange,
};
use ledig_store::{StoreError, calendar, facilities, municipality, spaces};

on_both!(
    the_municipality_is_kept_as_given,
    the_school_calendar_is_replaced_as_a_whole,
    facilities_are_found_by_id_slug_and_list,
    spaces_are_found_by_id_slug_and_facility,
    every_field_survives_a_change,
    a_stale_version_is_refused,
    slugs_are_unique_where_they_must_be,
    facilities_with_spaces_take_two_queries,
);

async fn the_municipality_is_kept_as_given(db: &Db) {
    fill(db).await;
    let changed = municipality::Municipality {
        name: "Asker".to_owned(),
        appeal_days: 14,
        ..municipality()
    };
    db.write(async |tx| {
        assert_eq!(municipality::get(tx).await?, Some(municipality()));
        municipality::update(tx, &changed).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = municipality::get(&mut tx).await.unwrap();
    assert_eq!(
        found,
        Some(municipality::Municipality {
            version: 2,
            ..changed
        })
    );
}

async fn the_school_calendar_is_replaced_as_a_whole(db: &Db) {
    fill(db).await;
    let off = |from: &str, to: &str, kind, proxy| SchoolDaysOff {
        dates: DateRange {
            from: date(from),
            to: date(to),
        },
        kind,
        proxy,
    };
    let first = Calendar {
        school: vec![
            off("2026-10-05", "2026-10-09", DayOffKind::AutumnBreak, false),
            off("2026-12-21", "2027-01-02", DayOffKind::ChristmasBreak, true),
        ],
    };
    let second = Calendar {
        school: first.school[1..].to_vec(),
    };
    for calendar in [&first, &second] {
        db.write(async |tx| calendar::replace(tx, MUNICIPALITY, calendar).await)
            .await
            .unwrap();
        let mut tx = db.store.reader().await.unwrap();
        assert_eq!(&calendar::get(&mut tx).await.unwrap(), calendar);
    }
}

async fn facilities_are_found_by_id_slug_and_list(db: &Db) {
    fill(db).await;
    let old = facilities::Facility {
        id: ledig_domain::id::FacilityId(id(3)),
        slug: "gamle-hallen".to_owned(),
        name: "Gamle hallen".to_owned(),
        archived: true,
        ..facility()
    };
    db.write(async |tx| facilities::insert(tx, std::slice::from_ref(&old)).await)
        .await
        .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(facilities::all(&mut tx, false).await.unwrap(), [facility()]);
    assert_eq!(
        facilities::all(&mut tx, true).await.unwrap(),
        [old.clone(), facility()]
    );
    assert_eq!(
        facilities::by_id(&mut tx, SCHOOL).await.unwrap(),
        Some(facility())
    );
    assert_eq!(
        facilities::by_slug(&mut tx, "hauger-skole").await.unwrap(),
        Some(facility())
    );
    assert_eq!(facilities::by_slug(&mut tx, "ingen").await.unwrap(), None);
    assert_eq!(facilities::by_ids(&mut tx, &[old.id]).await.unwrap(), [old]);
}

async fn spaces_are_found_by_id_slug_and_facility(db: &Db) {
    fill(db).await;
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        spaces::by_facility(&mut tx, SCHOOL).await.unwrap(),
        tree_of_spaces()
    );
    assert_eq!(
        spaces::by_facilities(&mut tx, &[SCHOOL]).await.unwrap(),
        tree_of_spaces()
    );
    assert_eq!(spaces::all(&mut tx).await.unwrap(), tree_of_spaces());
    assert_eq!(spaces::by_id(&mut tx, GYM).await.unwrap(), tree_of_spaces().pop());
    assert_eq!(
        spaces::by_slug(&mut tx, SCHOOL, "gym").await.unwrap(),
        tree_of_spaces().pop()
    );
    assert_eq!(
        spaces::by_ids(&mut tx, &[HALL, A]).await.unwrap(),
        tree_of_spaces()[..2]
    );
}

async fn every_field_survives_a_change(db: &Db) {
    fill(db).await;
    let hours = OpeningHours {
        exceptions: vec![HoursException {
            reason: "Julestengt".to_owned(),
            dates: DateRange {
                from: date("2026-12-20"),
                to: date("2027-01-03"),
            },
            spans: Vec::new(),
        }],
        ..OpeningHours::default()
    };
    let changed = facilities::Facility {
        slug: "ny".to_owned(),
        name: "Ny".to_owned(),
        address: "Vei 2".to_owned(),
        postal_code: "1350".to_owned(),
        town: "Lommedalen".to_owned(),
        district: "L".to_owned(),
        lat: None,
        lon: Some(10.5),
        description: "Fin".to_owned(),
        wheelchair: facilities::Wheelchair::Yes,
        wheelchair_note: String::new(),
        hours: hours.clone(),
        source: "annen".to_owned(),
        archived: true,
        ..facility()
    };
    let gym = spaces::Space {
        name: "Ny gymsal".to_owned(),
        capacity: None,
        size_m2: Some(200),
        equipment: Vec::new(),
        bookable: false,
        hours: Some(hours),
        rules: None,
        assumption: "Anslått".to_owned(),
        ..tree_of_spaces().pop().unwrap()
    };
    db.write(async |tx| {
        facilities::update(tx, &changed).await?;
        spaces::update(tx, &gym).await
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = facilities::by_id(&mut tx, SCHOOL).await.unwrap();
    assert_eq!(
        found,
        Some(facilities::Facility {
            version: 2,
            ..changed
        })
    );
    let found = spaces::by_id(&mut tx, GYM).await.unwrap();
    assert_eq!(found, Some(spaces::Space { version: 2, ..gym }));
    assert_eq!(
        spaces::all(&mut tx).await.unwrap(),
        [],
        "spaces of archived facilities are not in use"
    );
}

async fn a_stale_version_is_refused(db: &Db) {
    fill(db).await;
    let write = async |version| {
        db.write(async |tx| {
            facilities::update(
                tx,
                &facilities::Facility {
                    version,
                    ..facility()
                },
            )
            .await?;
            spaces::update(
                tx,
                &spaces::Space {
                    version,
                    ..tree_of_spaces().remove(0)
                },
            )
            .await?;
            municipality::update(
                tx,
                &municipality::Municipality {
                    version,
                    ..municipality()
                },
            )
            .await
        })
        .await
    };
    write(1).await.unwrap();
    assert!(matches!(write(1).await, Err(StoreError::Stale)));
    write(2).await.unwrap();
}

async fn slugs_are_unique_where_they_must_be(db: &Db) {
    fill(db).await;
    let twin = facilities::Facility {
        id: ledig_domain::id::FacilityId(id(3)),
        ..facility()
    };
    let refused = db
        .write(async |tx| facilities::insert(tx, std::slice::from_ref(&twin)).await)
        .await;
    assert!(
        matches!(&refused, Err(StoreError::Duplicate(what)) if what.contains("slug")),
        "{refused:?}"
    );
    let other = facilities::Facility {
        slug: "annen".to_owned(),
        ..twin
    };
    db.write(async |tx| {
        facilities::insert(tx, std::slice::from_ref(&other)).await?;
        let gym = space(ledig_domain::id::SpaceId(id(60)), None, "gym", 1);
        spaces::insert(
            tx,
            &[spaces::Space {
                facility_id: other.id,
                ..gym
            }],
        )
        .await
    })
    .await
    .unwrap();
}

async fn facilities_with_spaces_take_two_queries(db: &Db) {
    fill(db).await;
    let mut tx = db.store.reader().await.unwrap();
    facilities::all(&mut tx, false).await.unwrap();
    spaces::all(&mut tx).await.unwrap();
    assert_eq!(tx.queries(), 2);
}
