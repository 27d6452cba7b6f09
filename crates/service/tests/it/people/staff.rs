//! Who works for the municipality.

use super::accounts::typed;
use crate::{
    faults::faults,
    world::{ADMINISTRATOR, AUDITOR, MANAGER, OTHER_MANAGER, SCHOOL, World},
};
use ledig_domain::people::StaffRole;
use ledig_service::{Fault, ServiceError, StaffPost, people::staff::NewStaff};

async fn the_last_administrator_stays(world: &World) {
    let service = &world.service;
    let admin = world.viewer(ADMINISTRATOR).await;
    let everywhere = StaffPost {
        role: StaffRole::Administrator,
        facility: None,
    };
    let refused = service
        .remove_staff(&admin, ADMINISTRATOR, everywhere)
        .await
        .unwrap_err();
    assert_eq!(faults(&refused), [("role", Fault::LastAdministrator)]);
    let new = NewStaff {
        email: "ola@example.org".to_owned(),
        name: String::new(),
        role: StaffRole::Administrator,
        facility: Some(SCHOOL),
    };
    assert_eq!(
        service.add_staff(&admin, &new).await.unwrap().person,
        OTHER_MANAGER
    );
    service
        .remove_staff(&admin, ADMINISTRATOR, everywhere)
        .await
        .unwrap();
    assert!(!world.viewer(ADMINISTRATOR).await.is_staff());
    let page = service.staff(&world.viewer(OTHER_MANAGER).await).await.unwrap();
    assert_eq!(
        page.staff.first().map(|one| (one.person, one.last_administrator)),
        Some((OTHER_MANAGER, true))
    );
}

async fn two_administrators_who_remove_each_other_do_not_both_succeed(world: &World) {
    let service = &world.service;
    let admin = world.viewer(ADMINISTRATOR).await;
    let new = NewStaff {
        email: "ola@example.org".to_owned(),
        name: String::new(),
        role: StaffRole::Administrator,
        facility: None,
    };
    service.add_staff(&admin, &new).await.unwrap();
    let other = world.viewer(OTHER_MANAGER).await;
    let everywhere = StaffPost {
        role: StaffRole::Administrator,
        facility: None,
    };
    let (one, two) = tokio::join!(
        service.remove_staff(&admin, OTHER_MANAGER, everywhere),
        service.remove_staff(&other, ADMINISTRATOR, everywhere),
    );
    assert_eq!([one, two].iter().filter(|done| done.is_ok()).count(), 1);
    let left = service.staff(&world.viewer(AUDITOR).await).await.unwrap();
    let administrators = left.staff.iter().filter(|one| one.post == everywhere).count();
    assert_eq!(administrators, 1);
}

async fn roles_are_given_and_taken_by_administrators_only(world: &World) {
    let service = &world.service;
    let manager = world.viewer(MANAGER).await;
    let new = NewStaff {
        email: "nora@example.org".to_owned(),
        name: "Nora Ny".to_owned(),
        role: StaffRole::Caretaker,
        facility: Some(SCHOOL),
    };
    assert!(matches!(
        service.add_staff(&manager, &new).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    let admin = world.viewer(ADMINISTRATOR).await;
    let added = service.add_staff(&admin, &new).await.unwrap();
    let post = StaffPost {
        role: StaffRole::Caretaker,
        facility: Some(SCHOOL),
    };
    let first = world.viewer(added.person).await;
    assert!(!first.is_staff(), "before a password is chosen");
    let chosen = typed("", "en helt ny stift", "en helt ny stift");
    service.change_password(&first, &chosen).await.unwrap();
    assert_eq!(world.viewer(added.person).await.person.unwrap().staff, [post]);
    service.remove_staff(&admin, added.person, post).await.unwrap();
    assert!(world.viewer(added.person).await.person.unwrap().staff.is_empty());
}

on_both!(
    the_last_administrator_stays,
    two_administrators_who_remove_each_other_do_not_both_succeed,
    roles_are_given_and_taken_by_administrators_only,
);
