//! Accounts and signing in.

use crate::{
    faults::faults,
    world::{ADMINISTRATOR, MANAGER, World},
};
use ledig_domain::people::StaffRole;
use ledig_service::{
    Fault, ServiceError, StaffPost,
    people::{account::NewPerson, own_password::NewPassword},
};

pub fn new_person(email: &str, password: Option<&str>) -> NewPerson {
    NewPerson {
        name: "Nora Ny".to_owned(),
        email: email.to_owned(),
        phone: String::new(),
        password: password.map(str::to_owned),
    }
}

pub fn typed(old: &str, new: &str, repeated: &str) -> NewPassword {
    NewPassword {
        old: old.to_owned(),
        new: new.to_owned(),
        repeated: repeated.to_owned(),
    }
}

async fn the_right_password_signs_in_and_nothing_else_does(world: &World) {
    let service = &world.service;
    let new = new_person("Nora@Example.org", Some("riktig hest batteri"));
    let added = service.add_person_from_console(&new, true).await.unwrap();
    assert_eq!(added.initial_password, None);
    let account = service
        .sign_in(" nora@example.ORG ", "riktig hest batteri")
        .await
        .unwrap()
        .unwrap();
    assert_eq!((account.id, account.name.as_str()), (added.person, "Nora Ny"));
    assert_eq!(
        service
            .sign_in("nora@example.org", "feil hest batteri")
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        service
            .sign_in("ingen@example.org", "riktig hest batteri")
            .await
            .unwrap(),
        None
    );
    // An account without a password of its own cannot be signed in to.
    assert_eq!(service.sign_in("lena@example.org", "").await.unwrap(), None);
    let viewer = service.viewer(Some(added.person), None).await.unwrap();
    assert_eq!(
        viewer.person.unwrap().staff,
        [StaffPost {
            role: StaffRole::Administrator,
            facility: None
        }]
    );
}

async fn a_changed_password_ends_other_sessions(world: &World) {
    let service = &world.service;
    let new = new_person("nora@example.org", Some("riktig hest batteri"));
    let person = service.add_person_from_console(&new, false).await.unwrap().person;
    let viewer = world.viewer(person).await;
    let before = service.account(person).await.unwrap().unwrap();
    let error = service
        .change_password(&viewer, &typed("feil", "kort", "kart"))
        .await
        .unwrap_err();
    assert_eq!(
        faults(&error),
        [
            ("old", Fault::WrongPassword),
            ("new", Fault::TooShort { min: 10 }),
            ("repeated", Fault::NotRepeated)
        ]
    );
    let same = typed(
        "riktig hest batteri",
        "riktig hest batteri",
        "riktig hest batteri",
    );
    let error = service.change_password(&viewer, &same).await.unwrap_err();
    assert_eq!(faults(&error), [("new", Fault::SamePassword)]);
    let right = typed("riktig hest batteri", "en helt ny stift", "en helt ny stift");
    service.change_password(&viewer, &right).await.unwrap();
    let after = service
        .sign_in("nora@example.org", "en helt ny stift")
        .await
        .unwrap()
        .unwrap();
    assert_ne!(before.stamp, after.stamp);
    assert_eq!(
        service
            .sign_in("nora@example.org", "riktig hest batteri")
            .await
            .unwrap(),
        None
    );
}

async fn an_account_is_made_once_and_its_password_told_once(world: &World) {
    let service = &world.service;
    let admin = world.viewer(ADMINISTRATOR).await;
    let added = service
        .add_person(&admin, &new_person("nora@example.org", None))
        .await
        .unwrap();
    let password = added.initial_password.unwrap();
    assert_eq!(password.len(), 14);
    assert!(
        service
            .sign_in("nora@example.org", &password)
            .await
            .unwrap()
            .is_some()
    );
    let again = service
        .add_person(&admin, &new_person("NORA@example.org", None))
        .await
        .unwrap_err();
    assert_eq!(faults(&again), [("email", Fault::InUse)]);
    let wrong = service
        .add_person(&admin, &new_person("nora at example", Some("kort")))
        .await
        .unwrap_err();
    assert_eq!(
        faults(&wrong),
        [("email", Fault::Email), ("password", Fault::TooShort { min: 10 })]
    );
    let manager = world.viewer(MANAGER).await;
    let refused = service
        .add_person(&manager, &new_person("x@example.org", None))
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}

on_both!(
    the_right_password_signs_in_and_nothing_else_does,
    a_changed_password_ends_other_sessions,
    an_account_is_made_once_and_its_password_told_once,
);
