//! The whole table of who may do what.

use crate::world::{BAND, CLUB, LEADER, OTHER_SCHOOL, RESIDENT, SCHOOL};
use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId},
    people::{ApplicantKind, MembershipRole, PriceGroup, StaffRole, Standing},
};
use ledig_service::{
    Membership, ServiceError, SignedIn, StaffPost, Viewer,
    access::{Action, Thing},
};
use uuid::Uuid;

fn person(id: PersonId) -> Viewer {
    Viewer {
        person: Some(SignedIn {
            id,
            name: "Noen".to_owned(),
            must_choose_password: false,
            acting_for: None,
            memberships: Vec::new(),
            staff: Vec::new(),
        }),
    }
}

fn somebody() -> Viewer {
    person(PersonId(Uuid::from_u128(999)))
}

fn with(mut viewer: Viewer, organisation: OrganisationId, role: MembershipRole) -> Viewer {
    viewer.person.as_mut().unwrap().memberships.push(Membership {
        organisation,
        name: "Klubb".to_owned(),
        kind: ApplicantKind::SportsClub,
        standing: Standing::Approved,
        price_group: PriceGroup::Free,
        role,
    });
    viewer
}

fn staff(mut viewer: Viewer, role: StaffRole, facility: Option<FacilityId>) -> Viewer {
    viewer
        .person
        .as_mut()
        .unwrap()
        .staff
        .push(StaffPost { role, facility });
    viewer
}

/// Every kind of viewer, by the letter of its column.
fn viewers() -> Vec<(char, Viewer)> {
    let manager = || staff(somebody(), StaffRole::FacilityManager, Some(SCHOOL));
    vec![
        // Anybody, somebody signed in, the resident.
        ('-', Viewer::ANYBODY),
        ('s', somebody()),
        ('r', person(RESIDENT)),
        // Coach, booker and leader of the club; leader of another organisation.
        ('c', with(somebody(), CLUB, MembershipRole::Coach)),
        ('b', with(somebody(), CLUB, MembershipRole::Booker)),
        ('l', with(somebody(), CLUB, MembershipRole::Leader)),
        ('o', with(somebody(), BAND, MembershipRole::Leader)),
        // Viewer, caretaker and manager at the school; manager at another; manager everywhere; administrator.
        ('v', staff(somebody(), StaffRole::Viewer, Some(SCHOOL))),
        ('k', staff(somebody(), StaffRole::Caretaker, Some(SCHOOL))),
        ('m', manager()),
        (
            'x',
            staff(somebody(), StaffRole::FacilityManager, Some(OTHER_SCHOOL)),
        ),
        ('M', staff(somebody(), StaffRole::FacilityManager, None)),
        ('A', staff(somebody(), StaffRole::Administrator, None)),
        // Manager at the school and coach in the club; administrator and the resident.
        ('i', with(manager(), CLUB, MembershipRole::Coach)),
        ('I', staff(person(RESIDENT), StaffRole::Administrator, None)),
    ]
}

fn table(thing: &Thing) -> String {
    let mut table = String::new();
    for action in Action::ALL {
        let who: String = viewers()
            .iter()
            .map(|(letter, viewer)| if viewer.can(*action, thing) { *letter } else { '.' })
            .collect();
        table.push_str(&format!("{who} {}\n", action.code()));
    }
    table
}

fn expect(thing: &Thing, wanted: &str) {
    let wanted: String = wanted
        .trim()
        .lines()
        .map(|line| format!("{}\n", line.trim()))
        .collect();
    let found = table(thing);
    assert!(found == wanted, "found:\n{found}\nwanted:\n{wanted}");
}

#[test]
fn the_clubs_case_at_the_school() {
    expect(
        &Thing::case(SCHOOL, Some(CLUB), LEADER),
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ....bl......... request_for
            .srcblovkmxMAiI see_my_page
            ............... change_password
            .....l......A.I give_password
            ...cbl.vkm.MAiI see_case
            ....bl......... change_case
            .......v.m.MAiI see_inbox
            .......v.m.MAiI see_case_as_staff
            .........m.MA.I decide
            .........m.MAiI cancel_as_owner
            .......vkm.MAiI see_board
            .........m.MAiI create_facility
            .........m.MAiI edit_facility
            ........km.MAiI close
            .......v.m.MAiI see_rules
            .........m.MAiI edit_rules
            ............A.I edit_priority
            .......v.m.MAiI see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            ...cbl.v.m.MAiI see_members
            .....l......A.I edit_members
        ",
    );
}

#[test]
fn the_residents_case_at_the_school() {
    expect(
        &Thing::case(SCHOOL, None, RESIDENT),
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ............... request_for
            .srcblovkmxMAiI see_my_page
            ..r...........I change_password
            ............A.I give_password
            ..r....vkm.MAiI see_case
            ..r...........I change_case
            .......v.m.MAiI see_inbox
            .......v.m.MAiI see_case_as_staff
            .........m.MAi. decide
            .........m.MAiI cancel_as_owner
            .......vkm.MAiI see_board
            .........m.MAiI create_facility
            .........m.MAiI edit_facility
            ........km.MAiI close
            .......v.m.MAiI see_rules
            .........m.MAiI edit_rules
            ............A.I edit_priority
            .......v.m.MAiI see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            .......v.m.MAiI see_members
            ............A.I edit_members
        ",
    );
}

#[test]
fn the_school() {
    expect(
        &Thing::facility(SCHOOL),
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ............... request_for
            .srcblovkmxMAiI see_my_page
            ............... change_password
            ............A.I give_password
            .......vkm.MAiI see_case
            ............... change_case
            .......v.m.MAiI see_inbox
            .......v.m.MAiI see_case_as_staff
            .........m.MAiI decide
            .........m.MAiI cancel_as_owner
            .......vkm.MAiI see_board
            .........m.MAiI create_facility
            .........m.MAiI edit_facility
            ........km.MAiI close
            .......v.m.MAiI see_rules
            .........m.MAiI edit_rules
            ............A.I edit_priority
            .......v.m.MAiI see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            .......v.m.MAiI see_members
            ............A.I edit_members
        ",
    );
}

#[test]
fn the_clubs_affairs() {
    expect(
        &Thing::organisation(CLUB),
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ....bl......... request_for
            .srcblovkmxMAiI see_my_page
            ............... change_password
            .....l......A.I give_password
            ...cbl......AiI see_case
            ....bl......... change_case
            ............A.I see_inbox
            ............A.I see_case_as_staff
            ............A.I decide
            ............A.I cancel_as_owner
            ............A.I see_board
            ............A.I create_facility
            ............A.I edit_facility
            ............A.I close
            ............A.I see_rules
            ............A.I edit_rules
            ............A.I edit_priority
            ............A.I see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            ...cbl......AiI see_members
            .....l......A.I edit_members
        ",
    );
}

#[test]
fn the_residents_own_account() {
    expect(
        &Thing::person(RESIDENT),
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ............... request_for
            .srcblovkmxMAiI see_my_page
            ..r...........I change_password
            ............A.I give_password
            ..r.........A.I see_case
            ..r...........I change_case
            ............A.I see_inbox
            ............A.I see_case_as_staff
            ............A.. decide
            ............A.I cancel_as_owner
            ............A.I see_board
            ............A.I create_facility
            ............A.I edit_facility
            ............A.I close
            ............A.I see_rules
            ............A.I edit_rules
            ............A.I edit_priority
            ............A.I see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            ............A.I see_members
            ............A.I edit_members
        ",
    );
}

#[test]
fn the_municipality_as_a_whole() {
    expect(
        &Thing::MUNICIPALITY,
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ............... request_for
            .srcblovkmxMAiI see_my_page
            ............... change_password
            ............A.I give_password
            ...........MA.I see_case
            ............... change_case
            ...........MA.I see_inbox
            ...........MA.I see_case_as_staff
            ...........MA.I decide
            ...........MA.I cancel_as_owner
            ...........MA.I see_board
            ...........MA.I create_facility
            ...........MA.I edit_facility
            ...........MA.I close
            ...........MA.I see_rules
            ...........MA.I edit_rules
            ............A.I edit_priority
            ...........MA.I see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            ...........MA.I see_members
            ............A.I edit_members
        ",
    );
}

#[test]
fn a_page_over_all_places() {
    expect(
        &Thing::SOMEWHERE,
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ............... request_for
            .srcblovkmxMAiI see_my_page
            ............... change_password
            ............A.I give_password
            .......vkmxMAiI see_case
            ............... change_case
            .......v.mxMAiI see_inbox
            .......v.mxMAiI see_case_as_staff
            .........mxMAiI decide
            .........mxMAiI cancel_as_owner
            .......vkmxMAiI see_board
            .........mxMAiI create_facility
            .........mxMAiI edit_facility
            ........kmxMAiI close
            .......v.mxMAiI see_rules
            .........mxMAiI edit_rules
            ............A.I edit_priority
            .......v.mxMAiI see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            .......v.mxMAiI see_members
            ............A.I edit_members
        ",
    );
}

#[test]
fn nothing_in_particular() {
    expect(
        &Thing::NONE,
        "
            -srcblovkmxMAiI see_places
            -srcblovkmxMAiI preview
            .srcblovkmxMAiI request_for_self
            ............... request_for
            .srcblovkmxMAiI see_my_page
            ............... change_password
            ............A.I give_password
            ............A.I see_case
            ............... change_case
            ............A.I see_inbox
            ............A.I see_case_as_staff
            ............A.I decide
            ............A.I cancel_as_owner
            ............A.I see_board
            ............A.I create_facility
            ............A.I edit_facility
            ............A.I close
            ............A.I see_rules
            ............A.I edit_rules
            ............A.I edit_priority
            ............A.I see_people
            ............A.I edit_staff
            ............A.I edit_organisation
            ............A.I see_members
            ............A.I edit_members
        ",
    );
}

#[test]
fn one_who_is_not_signed_in_is_told_so() {
    let refused = Viewer::ANYBODY
        .may(Action::SeeInbox, &Thing::SOMEWHERE)
        .unwrap_err();
    assert!(matches!(refused, ServiceError::NotSignedIn));
    let refused = somebody().may(Action::SeeInbox, &Thing::SOMEWHERE).unwrap_err();
    assert!(matches!(refused, ServiceError::Forbidden));
}
