//! What administrators and managers edit.

use crate::world::{
    A, ADMINISTRATOR, AUDITOR, B, BOOKER, CARETAKER, FOR_BAND, FOR_CLUB, GYM, HALL, MANAGER, OTHER_MANAGER,
    OTHER_SCHOOL, ROOM, SCHOOL, World, daily, day, times,
};
use ledig_domain::{
    auto_rule::{Miss, Scope, Terms},
    booking_rules::BookingRules,
    hours::OpeningHours,
    people::ApplicantKind,
    priority::PriorityClass,
    space::SpaceKind,
};
use ledig_service::{
    Fault, ObstacleKind, ServiceError, Viewer,
    manage::{ClosureForm, FacilityForm, HoldsFor, ScopeFilter, SpaceForm},
    places::Wheelchair,
};
use ledig_store::{Tx, events, occupancy, outbox};

fn faults(error: &ServiceError) -> Vec<(&str, Fault)> {
    match error {
        ServiceError::Invalid(list) => list
            .iter()
            .map(|one| (one.field.as_ref(), one.fault.clone()))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn facility_form(name: &str) -> FacilityForm {
    FacilityForm {
        name: name.to_owned(),
        district: "Rud".to_owned(),
        ..FacilityForm::default()
    }
}

fn space_form(name: &str, parent: Option<ledig_domain::id::SpaceId>) -> SpaceForm {
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

async fn a_booked_hall_can_get_another_part(world: &World) {
    let service = &world.service;
    world
        .book(FOR_CLUB, ROOM, "2026-11-19", times("18:00", "19:30"))
        .await;
    let manager = world.viewer(MANAGER).await;
    let (part, slug) = service
        .create_space(&manager, SCHOOL, &space_form("Del A", Some(ROOM)))
        .await
        .unwrap();
    assert_eq!(slug, "del-a-2");
    // The booking of the whole holds the part too.
    let span = ledig_domain::time::Span {
        start: world.service.now(),
        end: ledig_domain::time::Timestamp(i64::MAX),
    };
    let now = service.now();
    let mut tx = world.store.reader().await.unwrap();
    let rows = occupancy::busy(&mut tx, &[part], span, now).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(rows.len(), 1);
    let editor = service.space_editor(&manager, part).await.unwrap();
    assert_eq!(editor.form.equipment, ["Mål"]);
    assert!(!editor.parents.iter().any(|one| one.id == part));
}

async fn a_tree_change_that_makes_bookings_collide_is_refused_with_the_list(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    world
        .book(FOR_CLUB, ROOM, "2026-11-19", times("18:00", "19:30"))
        .await;
    world
        .book(FOR_BAND, HALL, "2026-11-19", times("19:00", "20:00"))
        .await;
    let editor = service.space_editor(&manager, ROOM).await.unwrap();
    let form = SpaceForm {
        parent: Some(A),
        ..editor.form.clone()
    };
    let refused = service
        .save_space(&manager, (ROOM, editor.version), &form)
        .await
        .unwrap_err();
    let ServiceError::InTheWay(list) = refused else {
        panic!("{refused:?}")
    };
    let who: Vec<_> = list.iter().map(|one| one.who.clone().unwrap()).collect();
    // The hall's booking would come to stand on the room's.
    assert_eq!(who, ["Rud skolekorps"]);
    // Nothing was changed.
    assert_eq!(
        service.space_editor(&manager, ROOM).await.unwrap().form.parent,
        None
    );
    let loop_form = SpaceForm {
        parent: Some(A),
        ..service.space_editor(&manager, HALL).await.unwrap().form
    };
    let refused = service
        .save_space(&manager, (HALL, 1), &loop_form)
        .await
        .unwrap_err();
    assert_eq!(faults(&refused), [("parent", Fault::NotATree)]);
}

async fn a_part_with_bookings_is_not_retired_and_one_without_is(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    world
        .book(FOR_CLUB, A, "2026-11-19", times("18:00", "19:30"))
        .await;
    let refused = service.retire_space(&manager, (A, 1), true).await.unwrap_err();
    assert!(matches!(refused, ServiceError::InTheWay(list) if list.len() == 1));
    service.retire_space(&manager, (B, 1), true).await.unwrap();
    let page = service
        .facility_page(&Viewer::ANYBODY, "hauger-skole", None)
        .await
        .unwrap();
    assert!(!page.spaces.iter().any(|one| one.place.id == B));
    let editor = service.facility_editor(&manager, SCHOOL).await.unwrap();
    assert_eq!(
        editor.spaces.last().map(|one| (one.id, one.retired)),
        Some((B, true))
    );
    service.retire_space(&manager, (B, 2), false).await.unwrap();
    let page = service
        .facility_page(&Viewer::ANYBODY, "hauger-skole", None)
        .await
        .unwrap();
    assert!(page.spaces.iter().any(|one| one.place.id == B));
}

async fn new_hours_tell_how_many_bookings_they_leave_outside(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    world
        .book(FOR_CLUB, A, "2026-11-19", times("20:00", "22:00"))
        .await;
    world
        .book(FOR_CLUB, B, "2026-11-19", times("18:00", "20:00"))
        .await;
    let of = HoldsFor::Facility(SCHOOL);
    let hours = daily("08:00", "21:00");
    assert_eq!(
        service.save_hours(&manager, of, 1, Some(&hours)).await.unwrap(),
        1
    );
    let stale = service
        .save_hours(&manager, of, 1, Some(&daily("09:00", "21:00")))
        .await
        .unwrap_err();
    assert!(matches!(stale, ServiceError::Stale));
    // A space may have its own, and follow its facility again.
    service
        .save_hours(&manager, HoldsFor::Space(A), 1, Some(&daily("08:00", "23:00")))
        .await
        .unwrap();
    assert_eq!(
        service.space_editor(&manager, A).await.unwrap().hours,
        daily("08:00", "23:00")
    );
    assert_eq!(
        service
            .save_hours(&manager, HoldsFor::Space(A), 2, None)
            .await
            .unwrap(),
        1
    );
    assert_eq!(service.space_editor(&manager, A).await.unwrap().hours, hours);
    let mut twice = OpeningHours::default();
    twice.week[0] = vec![times("08:00", "12:00"), times("11:00", "15:00")];
    let wrong = service
        .save_hours(&manager, of, 2, Some(&twice))
        .await
        .unwrap_err();
    assert_eq!(faults(&wrong), [("week", Fault::Overlapping)]);
    let refused = service
        .save_hours(&world.viewer(CARETAKER).await, of, 2, Some(&hours))
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}

async fn booking_rules_are_checked_field_by_field(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    let wrong = BookingRules {
        grid_minutes: 7,
        min_minutes: 90,
        max_minutes: 60,
        ..BookingRules::default()
    };
    let error = service
        .save_booking_rules(&manager, HoldsFor::Space(A), 1, Some(&wrong))
        .await
        .unwrap_err();
    assert_eq!(
        faults(&error),
        [
            ("grid_minutes", Fault::Unknown),
            ("max_minutes", Fault::OutOfRange { min: 90, max: 1440 })
        ]
    );
    let rules = BookingRules {
        min_minutes: 60,
        ..BookingRules::default()
    };
    service
        .save_booking_rules(&manager, HoldsFor::Space(HALL), 1, Some(&rules))
        .await
        .unwrap();
    // Parts follow their hall.
    let part = service.space_editor(&manager, A).await.unwrap();
    assert_eq!((part.own_rules, part.rules.min_minutes), (None, 60));
}

fn closure(space: ledig_domain::id::SpaceId) -> ClosureForm {
    ClosureForm {
        space,
        from_date: day("2026-11-19"),
        from: "17:00".parse().unwrap(),
        to_date: day("2026-11-19"),
        to: "24:00".parse().unwrap(),
        reason: "Vannlekkasje".to_owned(),
        public: true,
    }
}

async fn a_closure_tells_whom_it_hits_and_is_lifted(world: &World) {
    let service = &world.service;
    let (request, _) = world
        .book(FOR_CLUB, A, "2026-11-19", times("18:00", "19:30"))
        .await;
    world
        .book(FOR_BAND, ROOM, "2026-11-19", times("18:00", "19:30"))
        .await;
    let caretaker = world.viewer(CARETAKER).await;
    let hits = service.try_closure(&caretaker, &closure(HALL)).await.unwrap();
    assert_eq!(
        hits.iter()
            .map(|hit| (hit.request, hit.who.as_str()))
            .collect::<Vec<_>>(),
        [(request, "Haslum HK")]
    );
    let (id, told) = service.make_closure(&caretaker, &closure(HALL)).await.unwrap();
    assert_eq!(told, hits);
    let mail = world
        .write(|| {
            async move |tx: &mut Tx| {
                outbox::claim(tx, world.service.now(), world.service.now().plus(60), 10).await
            }
        })
        .await;
    assert_eq!(mail.len(), 1);
    let page = service.closures(&caretaker, SCHOOL).await.unwrap();
    assert_eq!(
        (page.closures[0].form.clone(), page.closures[0].hits.len()),
        (closure(HALL), 1)
    );
    assert_eq!(page.closures[0].made_by.as_deref(), Some("Vidar Vaktmester"));
    let other = world.viewer(OTHER_MANAGER).await;
    assert!(matches!(
        service.lift_closure(&other, id).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    assert!(matches!(
        service.make_closure(&other, &closure(HALL)).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    service.lift_closure(&caretaker, id).await.unwrap();
    assert!(
        service
            .closures(&caretaker, SCHOOL)
            .await
            .unwrap()
            .closures
            .is_empty()
    );
    let past = ClosureForm {
        from_date: day("2026-11-01"),
        to_date: day("2026-11-02"),
        ..closure(HALL)
    };
    let wrong = service
        .make_closure(
            &caretaker,
            &ClosureForm {
                reason: String::new(),
                ..past
            },
        )
        .await
        .unwrap_err();
    assert_eq!(faults(&wrong), [("reason", Fault::Required), ("to", Fault::Past)]);
}

fn terms(name: &str) -> Terms {
    Terms {
        name: name.to_owned(),
        max_minutes: Some(120),
        ..Terms::default()
    }
}

async fn a_rule_changes_by_new_versions_only(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    let own = Scope::Facility(SCHOOL);
    let (id, first) = service
        .save_rule(&manager, None, own, &terms("Fast trening"), true)
        .await
        .unwrap();
    assert_eq!(first, 1);
    let changed = Terms {
        max_minutes: Some(90),
        ..terms("Fast trening")
    };
    assert_eq!(
        service
            .save_rule(&manager, Some((id, 1)), own, &changed, false)
            .await
            .unwrap(),
        (id, 2)
    );
    let stale = service
        .save_rule(&manager, Some((id, 1)), own, &changed, true)
        .await
        .unwrap_err();
    assert!(matches!(stale, ServiceError::Stale));
    for scope in [
        Scope::Municipality,
        Scope::Facility(OTHER_SCHOOL),
        Scope::Space(GYM),
    ] {
        let refused = service
            .save_rule(&manager, None, scope, &changed, true)
            .await
            .unwrap_err();
        assert!(matches!(refused, ServiceError::Forbidden), "{scope:?}");
    }
    let admin = world.viewer(ADMINISTRATOR).await;
    service
        .save_rule(&admin, None, Scope::Space(GYM), &terms("Gymsalen"), true)
        .await
        .unwrap();
    let page = service.rules_page(&admin, ScopeFilter::All).await.unwrap();
    let seen: Vec<_> = page
        .rules
        .iter()
        .map(|rule| (rule.scope.name.as_str(), rule.version, rule.active))
        .collect();
    assert_eq!(
        seen,
        [("Bjørnegård skole, Gymsal", 1, true), ("Hauger skole", 2, false)]
    );
    assert_eq!(page.scopes.len(), 9);
    let page = service
        .rules_page(&manager, ScopeFilter::Facility(SCHOOL))
        .await
        .unwrap();
    assert_eq!(
        (page.rules.len(), page.rules[0].may_edit, page.scopes.len()),
        (1, true, 6)
    );
    assert_eq!(page.rules[0].made_by.as_deref(), Some("Mona Manager"));
    let wrong = Terms {
        max_minutes: Some(0),
        weekdays: Some(Default::default()),
        ..terms("")
    };
    let error = service
        .save_rule(&admin, None, Scope::Municipality, &wrong, true)
        .await
        .unwrap_err();
    let fields: Vec<&str> = faults(&error).iter().map(|one| one.0).collect();
    assert_eq!(fields, ["name", "max_minutes", "weekdays"]);
}

async fn a_rule_is_tried_on_the_last_cases(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    let (short, _) = world
        .ask(FOR_CLUB, A, "2026-11-19", times("18:00", "19:30"))
        .await;
    let (long, _) = world
        .ask(FOR_BAND, B, "2026-11-19", times("15:00", "20:00"))
        .await;
    world
        .ask(FOR_BAND, GYM, "2026-11-19", times("15:00", "16:00"))
        .await;
    let replay = service
        .replay(&manager, Scope::Municipality, &terms("Kort"))
        .await
        .unwrap();
    // The other school's cases are not this manager's to see.
    assert_eq!((replay.looked_at, replay.approved, replay.spared), (2, 1, 0));
    let misses = |id| {
        replay
            .cases
            .iter()
            .find(|case| case.request == id)
            .unwrap()
            .misses
            .clone()
    };
    assert_eq!(
        (misses(short), misses(long)),
        (vec![], vec![Miss::TooLong { max: 120 }])
    );
    let clubs = Terms {
        kinds: [ApplicantKind::Music].into(),
        ..terms("Korps")
    };
    let replay = service.replay(&manager, Scope::Space(A), &clubs).await.unwrap();
    assert_eq!(
        (replay.looked_at, &replay.cases[0].misses),
        (1, &vec![Miss::Kind])
    );
    let booker = world.viewer(BOOKER).await;
    let refused = service
        .replay(&booker, Scope::Municipality, &clubs)
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}

async fn priority_classes_change_by_new_versions_only(world: &World) {
    let service = &world.service;
    let admin = world.viewer(ADMINISTRATOR).await;
    assert_eq!(service.priority_page(&admin).await.unwrap().rules.version, 0);
    let children = PriorityClass {
        name: "Barn og unge".to_owned(),
        age_to: Some(19),
        ..PriorityClass::default()
    };
    assert_eq!(
        service
            .save_priority(&admin, 0, std::slice::from_ref(&children))
            .await
            .unwrap(),
        1
    );
    let stale = service.save_priority(&admin, 0, &[]).await.unwrap_err();
    assert!(matches!(stale, ServiceError::Stale));
    let page = service.priority_page(&world.viewer(MANAGER).await).await.unwrap();
    assert_eq!(
        (page.rules.classes.clone(), page.may_edit),
        (vec![children.clone()], false)
    );
    assert_eq!(page.made_by.as_deref(), Some("Ada Admin"));
    let wrong = PriorityClass {
        age_from: Some(20),
        ..children
    };
    let error = service.save_priority(&admin, 1, &[wrong]).await.unwrap_err();
    assert_eq!(faults(&error), [("age_to", Fault::EndBeforeStart)]);
    let manager = world.viewer(MANAGER).await;
    assert!(matches!(
        service.save_priority(&manager, 1, &[]).await.unwrap_err(),
        ServiceError::Forbidden
    ));
}

async fn every_change_leaves_an_event_with_its_actor(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    service
        .save_hours(
            &manager,
            HoldsFor::Facility(SCHOOL),
            1,
            Some(&daily("08:00", "21:00")),
        )
        .await
        .unwrap();
    service
        .save_space(&manager, (A, 1), &space_form("Del A", Some(HALL)))
        .await
        .unwrap();
    service.make_closure(&manager, &closure(A)).await.unwrap();
    service
        .save_rule(&manager, None, Scope::Facility(SCHOOL), &terms("Regel"), true)
        .await
        .unwrap();
    let mut tx = world.store.reader().await.unwrap();
    let events = events::of_facility(&mut tx, SCHOOL, 10).await.unwrap();
    tx.rollback().await.unwrap();
    let kinds: Vec<&str> = events.iter().rev().map(|event| event.kind.code()).collect();
    assert_eq!(
        kinds,
        [
            "facility_changed",
            "space_changed",
            "closure_made",
            "rule_changed"
        ]
    );
    assert!(events.iter().all(|event| event.actor == Some(MANAGER)));
}

on_both!(
    a_facility_is_made_changed_and_retired,
    managers_edit_their_own_facility_only,
    a_facility_with_bookings_to_come_is_not_retired,
    a_booked_hall_can_get_another_part,
    a_tree_change_that_makes_bookings_collide_is_refused_with_the_list,
    a_part_with_bookings_is_not_retired_and_one_without_is,
    new_hours_tell_how_many_bookings_they_leave_outside,
    booking_rules_are_checked_field_by_field,
    a_closure_tells_whom_it_hits_and_is_lifted,
    a_rule_changes_by_new_versions_only,
    a_rule_is_tried_on_the_last_cases,
    priority_classes_change_by_new_versions_only,
    every_change_leaves_an_event_with_its_actor,
);
