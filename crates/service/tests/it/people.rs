//! Signing in, organisations, members and staff.

use crate::world::{
    ADMINISTRATOR, AUDITOR, BAND, BANDLEADER, BOOKER, CLUB, COACH, LEADER, MANAGER, OTHER_MANAGER, SCHOOL,
    World,
};
use ledig_domain::people::{ApplicantKind, MembershipRole, PriceGroup, StaffRole, Standing};
use ledig_service::{
    Fault, ServiceError, StaffPost, Viewer,
    people::{
        account::NewPerson,
        members::NewMember,
        organisations::{OrganisationFilter, OrganisationForm},
        staff::NewStaff,
    },
};

fn new_person(email: &str, password: Option<&str>) -> NewPerson {
    NewPerson {
        name: "Nora Ny".to_owned(),
        email: email.to_owned(),
        phone: String::new(),
        password: password.map(str::to_owned),
    }
}

fn faults(error: &ServiceError) -> Vec<(&str, Fault)> {
    match error {
        ServiceError::Invalid(list) => list
            .iter()
            .map(|one| (one.field.as_ref(), one.fault.clone()))
            .collect(),
        other => panic!("{other:?}"),
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
        .change_password(&viewer, "feil", "kort")
        .await
        .unwrap_err();
    assert_eq!(
        faults(&error),
        [
            ("new", Fault::TooShort { min: 10 }),
            ("old", Fault::WrongPassword)
        ]
    );
    service
        .change_password(&viewer, "riktig hest batteri", "en helt ny stift")
        .await
        .unwrap();
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

async fn one_acts_only_for_organisations_that_one_belongs_to(world: &World) {
    let booker = world.service.viewer(Some(BOOKER), Some(BAND)).await.unwrap();
    assert_eq!(booker.acting_for(), None);
    let acting = world.acting(BOOKER, CLUB).await;
    assert_eq!(acting.acting_for().unwrap().role, MembershipRole::Booker);
    // Who may book acts for the organisation from the start; a coach for oneself.
    assert_eq!(
        world.service.account(BOOKER).await.unwrap().unwrap().acting_for,
        Some(CLUB)
    );
    assert_eq!(
        world.service.account(COACH).await.unwrap().unwrap().acting_for,
        None
    );
}

async fn a_former_member_is_none_any_more(world: &World) {
    let service = &world.service;
    let leader = world.acting(LEADER, CLUB).await;
    service.remove_member(&leader, CLUB, BOOKER).await.unwrap();
    let booker = service.viewer(Some(BOOKER), Some(CLUB)).await.unwrap();
    assert!(!booker.is_member(CLUB));
    assert!(matches!(
        service.organisation(&booker, CLUB).await.unwrap_err(),
        ServiceError::Forbidden
    ));
    assert!(matches!(
        service.remove_member(&leader, CLUB, BOOKER).await.unwrap_err(),
        ServiceError::NotFound
    ));
}

async fn leaders_say_who_is_a_member_of_their_own_organisation_only(world: &World) {
    let service = &world.service;
    let leader = world.acting(LEADER, CLUB).await;
    let new = NewMember {
        email: "nora@example.org".to_owned(),
        name: "Nora Ny".to_owned(),
        role: MembershipRole::Coach,
    };
    let added = service.add_member(&leader, CLUB, &new).await.unwrap();
    assert!(added.initial_password.is_some());
    // The same once more changes nothing; another role replaces the first.
    let again = service.add_member(&leader, CLUB, &new).await.unwrap();
    assert_eq!((again.person, again.initial_password), (added.person, None));
    service
        .add_member(
            &leader,
            CLUB,
            &NewMember {
                role: MembershipRole::Booker,
                ..new.clone()
            },
        )
        .await
        .unwrap();
    let page = service.organisation(&leader, CLUB).await.unwrap();
    let roles: Vec<(&str, MembershipRole)> = page
        .members
        .iter()
        .map(|member| (member.name.as_str(), member.role))
        .collect();
    assert_eq!(
        roles,
        [
            ("Lena Leder", MembershipRole::Leader),
            ("Bo Booker", MembershipRole::Booker),
            ("Nora Ny", MembershipRole::Booker),
            ("Tor Trener", MembershipRole::Coach),
        ]
    );
    assert!(page.may_edit_members && !page.may_edit);
    for stranger in [BANDLEADER, BOOKER, MANAGER] {
        let viewer = world.viewer(stranger).await;
        let refused = service.add_member(&viewer, CLUB, &new).await.unwrap_err();
        assert!(matches!(refused, ServiceError::Forbidden), "{stranger}");
    }
    let refused = service
        .add_member(&Viewer::ANYBODY, CLUB, &new)
        .await
        .unwrap_err();
    assert!(matches!(refused, ServiceError::NotSignedIn));
}

fn form(name: &str, number: &str) -> OrganisationForm {
    OrganisationForm {
        name: name.to_owned(),
        kind: ApplicantKind::Scouts,
        number: number.to_owned(),
        activities: "speiding".to_owned(),
        home_area: "Rud".to_owned(),
        standing: Standing::Approved,
        price_group: PriceGroup::Free,
    }
}

async fn an_organisation_number_is_checked_and_belongs_to_one(world: &World) {
    let service = &world.service;
    let admin = world.viewer(ADMINISTRATOR).await;
    let wrong = service
        .save_organisation(&admin, None, &form("", "974 760 674"))
        .await
        .unwrap_err();
    let found = faults(&wrong);
    assert_eq!(found.len(), 2);
    assert!(matches!(
        found.last(),
        Some(("number", Fault::OrganisationNumber(_)))
    ));
    let id = service
        .save_organisation(&admin, None, &form("Rud speidergruppe", "974 760 673"))
        .await
        .unwrap();
    let twin = service
        .save_organisation(&admin, None, &form("En annen", "974760673"))
        .await
        .unwrap_err();
    assert_eq!(faults(&twin), [("number", Fault::InUse)]);
    let page = service.organisation(&admin, id).await.unwrap();
    assert_eq!(page.form.number, "974760673");
    service
        .save_organisation(&admin, Some((id, page.version)), &form("Nytt navn", "974760673"))
        .await
        .unwrap();
    let stale = service
        .save_organisation(&admin, Some((id, page.version)), &form("Tapt", ""))
        .await
        .unwrap_err();
    assert!(matches!(stale, ServiceError::Stale));
    assert_eq!(
        service.organisation(&admin, id).await.unwrap().form.name,
        "Nytt navn"
    );
}

async fn organisations_are_listed_and_filtered(world: &World) {
    let auditor = world.viewer(ADMINISTRATOR).await;
    let all = world
        .service
        .organisations(&auditor, &OrganisationFilter::default())
        .await
        .unwrap();
    let names: Vec<(&str, u32, u32)> = all
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.members, row.teams))
        .collect();
    assert_eq!(names, [("Haslum HK", 3, 1), ("Rud skolekorps", 2, 0)]);
    let filter = OrganisationFilter {
        text: "KORPS".to_owned(),
        ..OrganisationFilter::default()
    };
    assert_eq!(
        world
            .service
            .organisations(&auditor, &filter)
            .await
            .unwrap()
            .total,
        1
    );
    let resident = world.viewer(crate::world::RESIDENT).await;
    let refused = world.service.organisations(&resident, &filter).await.unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}

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
    assert_eq!(world.viewer(added.person).await.person.unwrap().staff, [post]);
    service.remove_staff(&admin, added.person, post).await.unwrap();
    assert!(world.viewer(added.person).await.person.unwrap().staff.is_empty());
}

on_both!(
    the_right_password_signs_in_and_nothing_else_does,
    a_changed_password_ends_other_sessions,
    an_account_is_made_once_and_its_password_told_once,
    one_acts_only_for_organisations_that_one_belongs_to,
    a_former_member_is_none_any_more,
    leaders_say_who_is_a_member_of_their_own_organisation_only,
    an_organisation_number_is_checked_and_belongs_to_one,
    organisations_are_listed_and_filtered,
    the_last_administrator_stays,
    two_administrators_who_remove_each_other_do_not_both_succeed,
    roles_are_given_and_taken_by_administrators_only,
);
