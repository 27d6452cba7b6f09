//! Organisations, and who acts for them.

use crate::{
    faults::faults,
    world::{ADMINISTRATOR, BAND, BANDLEADER, BOOKER, CLUB, COACH, LEADER, MANAGER, World},
};
use ledig_domain::people::{ApplicantKind, MembershipRole, PriceGroup, Standing};
use ledig_service::{
    Fault, ServiceError, Viewer,
    people::{
        members::NewMember,
        organisations::{OrganisationFilter, OrganisationForm},
    },
};

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
        minor_until: None,
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

on_both!(
    one_acts_only_for_organisations_that_one_belongs_to,
    a_former_member_is_none_any_more,
    leaders_say_who_is_a_member_of_their_own_organisation_only,
    an_organisation_number_is_checked_and_belongs_to_one,
    organisations_are_listed_and_filtered,
);
