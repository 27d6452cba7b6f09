//! When and on what terms a place can be had: hours, booking rules, closures.

use crate::{
    faults::faults,
    world::{
        A, B, CARETAKER, FOR_BAND, FOR_CLUB, HALL, MANAGER, OTHER_MANAGER, ROOM, SCHOOL, World, daily, day,
        times,
    },
};
use ledig_domain::{booking_rules::BookingRules, hours::OpeningHours};
use ledig_service::{
    Fault, ServiceError,
    manage::{ClosureForm, HoldsFor},
};
use ledig_store::{Tx, outbox};

pub fn closure(space: ledig_domain::id::SpaceId) -> ClosureForm {
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

on_both!(
    new_hours_tell_how_many_bookings_they_leave_outside,
    booking_rules_are_checked_field_by_field,
    a_closure_tells_whom_it_hits_and_is_lifted,
);
