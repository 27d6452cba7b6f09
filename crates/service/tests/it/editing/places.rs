//! Facilities and their tree of spaces.

use crate::{
    faults::faults,
    world::{
        A, ADMINISTRATOR, AUDITOR, BOOKER, FOR_CLUB, GYM, HALL, MANAGER, OTHER_MANAGER, OTHER_SCHOOL, SCHOOL,
        World, day, times,
    },
};
use ledig_domain::space::SpaceKind;
use ledig_service::{
    ObstacleKind, ServiceError, Viewer,
    manage::{FacilityForm, SpaceForm},
    places::Wheelchair,
};

pub fn facility_form(name: &str) -> FacilityForm {
    FacilityForm {
        name: name.to_owned(),
        district: "Rud".to_owned(),
        ..FacilityForm::default()
    }
}

pub fn space_form(name: &str, parent: Option<ledig_domain::id::SpaceId>) -> SpaceForm {
    SpaceForm {
        name: name.to_owned(),
        kind: SpaceKind::SportsHall,
        parent,
        capacity: Some(40),
        size_m2: None,
        equipment: vec!["Mål".to_owned(), " ".to_owned()],
        wheelchair: Wheelchair::Yes,
        bookable: true,
        assumption: String::new(),
        sort: 9,
    }
}

async fn a_facility_is_made_changed_and_retired(world: &World) {
    let service = &world.service;
    let admin = world.viewer(ADMINISTRATOR).await;
    let (id, slug) = service
        .create_facility(&admin, &facility_form("Hauger skole"))
        .await
        .unwrap();
    assert_eq!(slug, "hauger-skole-2");
    let editor = service.facility_editor(&admin, id).await.unwrap();
    service
        .save_facility(
            &admin,
            (id, editor.version),
            &facility_form("Hauger ungdomsskole"),
        )
        .await
        .unwrap();
    let stale = service
        .save_facility(&admin, (id, editor.version), &facility_form("Tapt"))
        .await
        .unwrap_err();
    assert!(matches!(stale, ServiceError::Stale));
    let editor = service.facility_editor(&admin, id).await.unwrap();
    assert_eq!(
        (editor.form.name.as_str(), editor.slug.as_str()),
        ("Hauger ungdomsskole", "hauger-skole-2")
    );
    service
        .retire_facility(&admin, (id, editor.version), true)
        .await
        .unwrap();
    let gone = service
        .facility_page(&Viewer::ANYBODY, "hauger-skole-2", None)
        .await
        .unwrap_err();
    assert!(matches!(gone, ServiceError::NotFound));
    let listed = service.managed_facilities(&admin).await.unwrap();
    assert_eq!(listed.last().map(|one| (one.id, one.retired)), Some((id, true)));
    let form = FacilityForm {
        postal_code: "13".to_owned(),
        position: Some((91.0, 10.0)),
        ..facility_form(" ")
    };
    let wrong = service.create_facility(&admin, &form).await.unwrap_err();
    let fields: Vec<&str> = faults(&wrong).iter().map(|one| one.0).collect();
    assert_eq!(fields, ["name", "postal_code", "lat"]);
}

async fn managers_edit_their_own_facility_only(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    assert!(service.facility_editor(&manager, SCHOOL).await.is_ok());
    assert!(matches!(
        service.facility_editor(&manager, OTHER_SCHOOL).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    assert!(matches!(
        service.space_editor(&manager, GYM).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    let refused = service
        .create_facility(&manager, &facility_form("Ny"))
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
    let listed = service.managed_facilities(&manager).await.unwrap();
    assert_eq!(
        listed
            .iter()
            .map(|one| (one.id, one.may_edit))
            .collect::<Vec<_>>(),
        [(SCHOOL, true)]
    );
    let seen = service
        .managed_facilities(&world.viewer(AUDITOR).await)
        .await
        .unwrap();
    assert!(seen.len() == 2 && seen.iter().all(|one| !one.may_edit));
    let booker = world.viewer(BOOKER).await;
    assert!(matches!(
        service.managed_facilities(&booker).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    let at = (HALL, 1);
    let refused = service
        .save_space(&world.viewer(OTHER_MANAGER).await, at, &space_form("X", None))
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}

async fn a_facility_with_bookings_to_come_is_not_retired(world: &World) {
    let (request, _) = world
        .book(FOR_CLUB, A, "2026-11-19", times("18:00", "19:30"))
        .await;
    let manager = world.viewer(MANAGER).await;
    let refused = world
        .service
        .retire_facility(&manager, (SCHOOL, 1), true)
        .await
        .unwrap_err();
    let ServiceError::InTheWay(list) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(list.len(), 1);
    let one = &list[0];
    assert_eq!(
        (one.kind, one.space, one.space_name.as_str(), one.date),
        (ObstacleKind::Booking, A, "Del A", day("2026-11-19"))
    );
    assert_eq!(
        (one.span.from, one.span.to, one.who.as_deref(), one.request),
        (1080, 1170, Some("Haslum HK"), Some(request))
    );
}

on_both!(
    a_facility_is_made_changed_and_retired,
    managers_edit_their_own_facility_only,
    a_facility_with_bookings_to_come_is_not_retired,
);
