//! Rules that decide, and priority classes.

use crate::{
    faults::faults,
    world::{
        A, ADMINISTRATOR, B, BOOKER, FOR_BAND, FOR_CLUB, GYM, MANAGER, OTHER_SCHOOL, SCHOOL, World, times,
    },
};
use ledig_domain::{
    auto_rule::{Miss, Scope, Terms},
    people::ApplicantKind,
    priority::PriorityClass,
};
use ledig_service::{Fault, ServiceError, manage::ScopeFilter};

pub fn terms(name: &str) -> Terms {
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

on_both!(
    a_rule_changes_by_new_versions_only,
    a_rule_is_tried_on_the_last_cases,
    priority_classes_change_by_new_versions_only,
);
