//! Organisations, teams, memberships and staff.

use crate::{db::Db, world::*};
use ledig_domain::{
    id::OrganisationId, people::ApplicantKind, people::MembershipRole, people::OrganisationNumber,
    people::PriceGroup, people::StaffRole, people::Standing,
};
use ledig_store::{StoreError, organisations, people, people::Membership, staff};

on_both!(
    organisations_are_found_in_every_way,
    an_organisation_changes,
    an_organisation_number_is_unique,
    teams_of_an_organisation,
    a_membership_lasts_until_it_ends,
    staff_roles_are_given_and_taken,
);

async fn organisations_are_found_in_every_way(db: &Db) {
    fill(db).await;
    let (club, band) = (
        organisation(CLUB, "Hauger IL", "hauger-il"),
        organisation(BAND, "Rud Skolekorps", "rud-skolekorps"),
    );
    let mut tx = db.store.reader().await.unwrap();
    assert_eq!(
        organisations::all(&mut tx).await.unwrap(),
        [club.clone(), band.clone()]
    );
    assert_eq!(
        organisations::by_id(&mut tx, CLUB).await.unwrap(),
        Some(club.clone())
    );
    assert_eq!(
        organisations::by_ids(&mut tx, &[BAND]).await.unwrap(),
        std::slice::from_ref(&band)
    );
    assert_eq!(
        organisations::by_slug(&mut tx, "rud-skolekorps").await.unwrap(),
        Some(band.clone())
    );
    assert_eq!(organisations::search(&mut tx, "KORPS", 9).await.unwrap(), [band]);
    assert_eq!(
        organisations::search(&mut tx, "HÅNDBALL", 1).await.unwrap(),
        [club]
    );
}

async fn an_organisation_changes(db: &Db) {
    fill(db).await;
    let number = OrganisationNumber::parse("974 760 673").unwrap();
    let changed = organisations::Organisation {
        name: "Hauger Turn".to_owned(),
        kind: ApplicantKind::Culture,
        org_number: Some(number.clone()),
        standing: Standing::Suspended,
        price_group: PriceGroup::Market,
        ..organisation(CLUB, "", "hauger-turn")
    };
    let write = async || {
        db.write(async |tx| {
            organisations::lock(tx, CLUB).await?;
            organisations::update(tx, &changed).await
        })
        .await
    };
    write().await.unwrap();
    assert!(matches!(write().await, Err(StoreError::Stale)));
    let mut tx = db.store.reader().await.unwrap();
    let expected = organisations::Organisation {
        version: 2,
        ..changed.clone()
    };
    assert_eq!(
        organisations::by_number(&mut tx, &number).await.unwrap(),
        Some(expected.clone())
    );
    assert_eq!(
        organisations::search(&mut tx, "974760", 9).await.unwrap(),
        [expected]
    );
}

async fn an_organisation_number_is_unique(db: &Db) {
    fill(db).await;
    let numbered = |number: u128, slug: &str| organisations::Organisation {
        org_number: OrganisationNumber::parse("974760673").ok(),
        ..organisation(OrganisationId(id(number)), slug, slug)
    };
    let refused = db
        .write(async |tx| organisations::insert(tx, &[numbered(32, "x"), numbered(33, "y")]).await)
        .await;
    assert!(
        matches!(&refused, Err(StoreError::Duplicate(what)) if what.contains("org_number")),
        "{refused:?}"
    );
}

async fn teams_of_an_organisation(db: &Db) {
    fill(db).await;
    let changed = organisations::Team {
        name: "Jenter 13".to_owned(),
        age_to: None,
        archived: true,
        ..team()
    };
    db.write(async |tx| {
        assert_eq!(organisations::teams(tx, &[CLUB, BAND]).await?, [team()]);
        organisations::update_team(tx, &changed).await?;
        assert!(matches!(
            organisations::update_team(tx, &changed).await,
            Err(StoreError::Stale)
        ));
        Ok(())
    })
    .await
    .unwrap();
    let mut tx = db.store.reader().await.unwrap();
    let found = organisations::team(&mut tx, GIRLS).await.unwrap();
    assert_eq!(
        found,
        Some(organisations::Team {
            version: 2,
            ..changed
        })
    );
}

async fn a_membership_lasts_until_it_ends(db: &Db) {
    fill(db).await;
    let membership = |number, organisation, since| Membership {
        id: id(number),
        person_id: KARI,
        organisation_id: organisation,
        role: MembershipRole::Booker,
        since,
        until: None,
    };
    db.write(async |tx| {
        let list = [membership(1, CLUB, NOW), membership(2, BAND, NOW.plus(HOUR))];
        people::add_memberships(tx, &list).await
    })
    .await
    .unwrap();
    let names = async |now| {
        let mut tx = db.store.reader().await.unwrap();
        let found = people::memberships_of(&mut tx, KARI, now).await.unwrap();
        found
            .into_iter()
            .map(|of| of.organisation_name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(NOW).await, ["Hauger IL"]);
    assert_eq!(names(NOW.plus(HOUR)).await, ["Hauger IL", "Rud Skolekorps"]);
    db.write(async |tx| {
        people::end_membership(tx, id(1), NOW.plus(9)).await?;
        assert!(matches!(
            people::end_membership(tx, id(1), NOW).await,
            Err(StoreError::Missing)
        ));
        Ok(())
    })
    .await
    .unwrap();
    assert_eq!(names(NOW.plus(8)).await, ["Hauger IL"]);
    assert_eq!(
        names(NOW.plus(9)).await,
        Vec::<String>::new(),
        "a former delegate"
    );
    let mut tx = db.store.reader().await.unwrap();
    let members = people::members(&mut tx, &[CLUB, BAND], NOW).await.unwrap();
    assert_eq!(members.len(), 1);
    assert_eq!(
        (members[0].0, members[0].1.name.as_str(), members[0].1.role),
        (CLUB, "Kari Å", MembershipRole::Booker)
    );
    assert_eq!(
        people::membership(&mut tx, id(1)).await.unwrap().unwrap().until,
        Some(NOW.plus(9))
    );
}

async fn staff_roles_are_given_and_taken(db: &Db) {
    fill(db).await;
    let roles = [
        staff::Role {
            id: id(1),
            person_id: KARI,
            facility_id: None,
            role: StaffRole::Administrator,
        },
        staff::Role {
            id: id(2),
            person_id: KARI,
            facility_id: Some(SCHOOL),
            role: StaffRole::Caretaker,
        },
    ];
    db.write(async |tx| {
        staff::give(tx, &roles).await?;
        assert_eq!(staff::of_person(tx, KARI).await?, roles);
        assert_eq!(staff::of_person(tx, OLA).await?, []);
        let all = staff::all(tx).await?;
        assert_eq!(
            all.iter()
                .map(|holder| holder.facility_name.as_deref())
                .collect::<Vec<_>>(),
            [None, Some("Hauger skole")]
        );
        staff::take(tx, id(1)).await?;
        assert!(matches!(staff::take(tx, id(1)).await, Err(StoreError::Missing)));
        assert_eq!(staff::by_id(tx, id(1)).await?, None);
        assert_eq!(staff::by_id(tx, id(2)).await?, Some(roles[1]));
        Ok(())
    })
    .await
    .unwrap();
}
