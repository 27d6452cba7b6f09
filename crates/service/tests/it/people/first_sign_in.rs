//! One-time passwords, and who gets them: new members, minors among them.

use super::accounts::typed;
use crate::{
    faults::faults,
    world::{ADMINISTRATOR, BAND, BANDLEADER, BOOKER, CLUB, LEADER, MANAGER, SCHOOL, World},
};
use ledig_domain::people::{MembershipRole, StaffRole};
use ledig_service::{
    Fault, ServiceError, Viewer,
    access::{Action, Thing},
    people::{
        members::NewMember,
        one_time::{ONE_TIME_DAYS, PasswordState},
        staff::NewStaff,
    },
};

fn nora(role: MembershipRole) -> NewMember {
    NewMember {
        email: "nora@example.org".to_owned(),
        name: "Nora Ny".to_owned(),
        role,
        minor_until: None,
    }
}

async fn a_one_time_password_opens_nothing_but_the_choice_of_another(world: &World) {
    let service = &world.service;
    let leader = world.acting(LEADER, CLUB).await;
    let added = service
        .add_member(&leader, CLUB, &nora(MembershipRole::Booker))
        .await
        .unwrap();
    let password = added.initial_password.unwrap();
    assert!(
        service
            .sign_in("nora@example.org", &password)
            .await
            .unwrap()
            .is_some()
    );
    let viewer = service.viewer(Some(added.person), Some(CLUB)).await.unwrap();
    let person = viewer.person.clone().unwrap();
    assert!(person.must_choose_password && person.memberships.is_empty() && person.acting_for.is_none());
    for refused in [Action::SeeMyPage, Action::RequestForSelf, Action::RequestFor] {
        assert!(!viewer.can(refused, &Thing::organisation(CLUB)), "{refused:?}");
    }
    assert!(viewer.can(Action::SeePlaces, &Thing::NONE));
    let short = service
        .change_password(&viewer, &typed("", "kort", "kort"))
        .await
        .unwrap_err();
    assert_eq!(faults(&short), [("new", Fault::TooShort { min: 10 })]);
    let same = service
        .change_password(&viewer, &typed("", &password, &password))
        .await
        .unwrap_err();
    assert_eq!(faults(&same), [("new", Fault::SamePassword)]);
    service
        .change_password(&viewer, &typed("", "en helt ny stift", "en helt ny stift"))
        .await
        .unwrap();
    assert_eq!(
        service.sign_in("nora@example.org", &password).await.unwrap(),
        None
    );
    let viewer = service.viewer(Some(added.person), Some(CLUB)).await.unwrap();
    assert!(viewer.can(Action::RequestFor, &Thing::organisation(CLUB)));
    // The old one is asked for from now on.
    let again = service
        .change_password(&viewer, &typed("", "enda en ny stift", "enda en ny stift"))
        .await
        .unwrap_err();
    assert_eq!(faults(&again), [("old", Fault::WrongPassword)]);
}

async fn a_one_time_password_is_taken_for_a_while_and_can_be_given_anew(world: &World) {
    let service = &world.service;
    let leader = world.acting(LEADER, CLUB).await;
    let added = service
        .add_member(&leader, CLUB, &nora(MembershipRole::Coach))
        .await
        .unwrap();
    let first = added.initial_password.unwrap();
    let state = async |viewer: &Viewer| {
        let page = service.organisation(viewer, CLUB).await.unwrap();
        let nora = page
            .members
            .into_iter()
            .find(|member| member.person == added.person)
            .unwrap();
        (nora.password, nora.may_give_password)
    };
    assert_eq!(state(&leader).await, (PasswordState::OneTime, true));
    world.clock.advance(ONE_TIME_DAYS * 86_400 - 1);
    assert!(
        service
            .sign_in("nora@example.org", &first)
            .await
            .unwrap()
            .is_some()
    );
    world.clock.advance(1);
    // The right one is told that it came too late; a wrong one is told nothing. Sessions from before are over.
    let late = service.sign_in("nora@example.org", &first).await.unwrap_err();
    assert_eq!(faults(&late), [("password", Fault::PasswordExpired)]);
    assert_eq!(
        service
            .sign_in("nora@example.org", "noe helt annet")
            .await
            .unwrap(),
        None
    );
    assert_eq!(service.account(added.person).await.unwrap(), None);
    assert_eq!(state(&leader).await, (PasswordState::Expired, true));
    let second = service.give_password(&leader, added.person).await.unwrap();
    let second = second.initial_password.unwrap();
    assert!(
        service
            .sign_in("nora@example.org", &second)
            .await
            .unwrap()
            .is_some()
    );
    assert_eq!(state(&leader).await, (PasswordState::OneTime, true));
    let console = service
        .give_password_from_console("NORA@example.org")
        .await
        .unwrap();
    assert_eq!(console.person, added.person);
    let nobody = service
        .give_password_from_console("ingen@example.org")
        .await
        .unwrap_err();
    assert_eq!(faults(&nobody), [("email", Fault::Unknown)]);
}

async fn a_leader_gets_into_no_account_that_opens_more_than_the_own_organisation(world: &World) {
    let service = &world.service;
    let (leader, admin) = (
        world.acting(LEADER, CLUB).await,
        world.viewer(ADMINISTRATOR).await,
    );
    let refused = async |viewer: &Viewer, person| {
        matches!(
            service.give_password(viewer, person).await,
            Err(ServiceError::Forbidden)
        )
    };
    // A password of one's own is nobody else's to replace but an administrator's.
    assert!(refused(&leader, BOOKER).await);
    // Not one's own: one changes that on one's own page.
    assert!(refused(&admin, ADMINISTRATOR).await);
    let nora = service
        .add_member(&leader, CLUB, &nora(MembershipRole::Coach))
        .await
        .unwrap()
        .person;
    assert!(refused(&world.acting(BOOKER, CLUB).await, nora).await);
    assert!(refused(&world.acting(BANDLEADER, BAND).await, nora).await);
    assert!(refused(&world.viewer(MANAGER).await, nora).await);
    let bandleader = world.acting(BANDLEADER, BAND).await;
    service
        .add_member(&bandleader, BAND, &self::nora(MembershipRole::Booker))
        .await
        .unwrap();
    assert!(refused(&leader, nora).await, "she acts for the band too");
    service.remove_member(&bandleader, BAND, nora).await.unwrap();
    assert!(service.give_password(&leader, nora).await.is_ok());
    let caretaker = NewStaff {
        email: "nora@example.org".to_owned(),
        name: String::new(),
        role: StaffRole::Caretaker,
        facility: Some(SCHOOL),
    };
    service.add_staff(&admin, &caretaker).await.unwrap();
    assert!(refused(&leader, nora).await, "she is on the staff");
    let page = service.organisation(&leader, CLUB).await.unwrap();
    assert!(page.members.iter().all(|member| !member.may_give_password));
    assert!(service.give_password(&admin, BOOKER).await.is_ok());
}

async fn a_minor_coaches_but_neither_books_nor_leads(world: &World) {
    let service = &world.service;
    let leader = world.acting(LEADER, CLUB).await;
    let young = |role, day: &str| NewMember {
        minor_until: Some(crate::world::day(day)),
        ..nora(role)
    };
    for role in [MembershipRole::Booker, MembershipRole::Leader] {
        let refused = service
            .add_member(&leader, CLUB, &young(role, "2028-02-01"))
            .await;
        assert_eq!(faults(&refused.unwrap_err()), [("role", Fault::Minor)]);
    }
    for (day, fault) in [("2026-11-16", Fault::Past), ("2044-11-17", Fault::Unknown)] {
        let refused = service
            .add_member(&leader, CLUB, &young(MembershipRole::Coach, day))
            .await;
        assert_eq!(faults(&refused.unwrap_err()), [("minor_until", fault)]);
    }
    let coach = young(MembershipRole::Coach, "2028-02-01");
    let added = service.add_member(&leader, CLUB, &coach).await.unwrap();
    let password = added.initial_password.unwrap();
    let first = service.viewer(Some(added.person), None).await.unwrap();
    service
        .change_password(&first, &typed("", "en helt ny stift", "en helt ny stift"))
        .await
        .unwrap();
    assert_ne!(password, "en helt ny stift");
    // Not later either, whoever says so, nor for another organisation.
    let booker = nora(MembershipRole::Booker);
    for (who, organisation) in [(LEADER, CLUB), (ADMINISTRATOR, CLUB), (BANDLEADER, BAND)] {
        let viewer = world.viewer(who).await;
        let refused = service.add_member(&viewer, organisation, &booker).await;
        assert_eq!(faults(&refused.unwrap_err()), [("role", Fault::Minor)], "{who}");
    }
    // On the day it is over, and nothing of it is kept.
    let days = crate::world::day("2028-02-01") - crate::world::day("2026-11-16");
    assert_eq!(service.forget_minors().await.unwrap(), 0);
    world.clock.advance(days.num_seconds());
    assert_eq!(service.forget_minors().await.unwrap(), 1);
    assert_eq!(service.forget_minors().await.unwrap(), 0);
    assert!(service.add_member(&leader, CLUB, &booker).await.is_ok());
}

on_both!(
    a_one_time_password_opens_nothing_but_the_choice_of_another,
    a_one_time_password_is_taken_for_a_while_and_can_be_given_anew,
    a_leader_gets_into_no_account_that_opens_more_than_the_own_organisation,
    a_minor_coaches_but_neither_books_nor_leads,
);
