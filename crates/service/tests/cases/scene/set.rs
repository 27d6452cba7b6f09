//! What stands on the scene: places, people and rules.

use super::*;
use ledig_domain::{
    auto_rule::{Scope, Terms},
    booking_rules::BookingRules,
    calendar::{Calendar, DayOffKind, SchoolDaysOff},
    hours::{HoursException, OpeningHours},
    id::RuleId,
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
    priority::{PriorityClass, PriorityRules},
    space::SpaceKind,
    time::DateRange,
};
use ledig_store::{
    StoreError, calendar,
    facilities::{self, Facility, Wheelchair},
    municipality::{self, Municipality},
    organisations::{self, Organisation, Team},
    people::{self, Membership, Person},
    rules::{self, RuleVersion},
    spaces::{self, Space},
    staff::{self, Role},
    tree,
};

fn range(from: &str, to: &str) -> DateRange {
    DateRange {
        from: date(from),
        to: date(to),
    }
}

pub async fn set(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    let settings = db::settings();
    let town = Municipality {
        id: settings.municipality,
        name: "Bærum".to_owned(),
        slug: "baerum".to_owned(),
        zone: settings.zone,
        appeal_days: 21,
        appeal_body: "Klagenemnda".to_owned(),
        colour: "#005500".to_owned(),
        settings: serde_json::json!({ "contact_email": "booking@example.no" }),
        version: 1,
    };
    municipality::insert(tx, &town).await?;
    let off = |from, to, kind| SchoolDaysOff {
        dates: range(from, to),
        kind,
        proxy: false,
    };
    let school = vec![
        off("2026-09-28", "2026-10-02", DayOffKind::AutumnBreak),
        off("2026-12-21", "2027-01-01", DayOffKind::ChristmasBreak),
        off("2027-02-22", "2027-02-26", DayOffKind::WinterBreak),
        off("2027-03-22", "2027-03-30", DayOffKind::EasterBreak),
    ];
    calendar::replace(tx, settings.municipality, &Calendar { school }).await?;
    set_places(tx).await?;
    set_people(tx, now).await?;
    set_rules(tx, now).await
}

async fn set_places(tx: &mut Tx) -> Result<(), StoreError> {
    let open = vec![wall("07:00-23:00")];
    let hours = OpeningHours {
        week: std::array::from_fn(|_| open.clone()),
        seasons: Vec::new(),
        exceptions: vec![HoursException {
            reason: "Julestengt".to_owned(),
            dates: range("2026-12-24", "2026-12-26"),
            spans: Vec::new(),
        }],
    };
    let facility = |id, slug: &str, lat| Facility {
        id,
        municipality_id: db::settings().municipality,
        slug: slug.to_owned(),
        name: slug.to_uppercase(),
        address: "Veien 1".to_owned(),
        postal_code: "1356".to_owned(),
        town: "Bekkestua".to_owned(),
        district: "Bekkestua".to_owned(),
        lat: Some(lat),
        lon: Some(10.58),
        description: String::new(),
        wheelchair: Wheelchair::Yes,
        wheelchair_note: String::new(),
        hours: hours.clone(),
        rules: BookingRules::default(),
        source: String::new(),
        archived: false,
        version: 1,
    };
    facilities::insert(
        tx,
        &[facility(ARENA, "arena", 59.91), facility(SCHOOL, "skole", 59.919)],
    )
    .await?;
    let space = |id, facility_id, parent_id, name: &str, sort| Space {
        id,
        facility_id,
        parent_id,
        slug: name.to_lowercase().replace(' ', "-"),
        name: name.to_owned(),
        kind: SpaceKind::SportsHall,
        capacity: Some(if parent_id.is_some() { 30 } else { 90 }),
        size_m2: None,
        equipment: Vec::new(),
        wheelchair: Wheelchair::Yes,
        bookable: true,
        hours: None,
        rules: None,
        assumption: String::new(),
        sort,
        archived: false,
        version: 1,
    };
    let rows = [
        space(HALL, ARENA, None, "Hallen", 1),
        space(A, ARENA, Some(HALL), "Del A", 2),
        space(B, ARENA, Some(HALL), "Del B", 3),
        space(C, ARENA, Some(HALL), "Del C", 4),
        space(GYM, SCHOOL, None, "Gymsal", 1),
    ];
    spaces::insert(tx, &rows).await?;
    tree::rederive(tx, ARENA, Timestamp(0)).await?;
    tree::rederive(tx, SCHOOL, Timestamp(0)).await
}

async fn set_people(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    let names = [
        (KARI, "Kari Nordmann"),
        (OLA, "Ola Hansen"),
        (EVA, "Eva Berg"),
        (TRINE, "Trine Lie"),
        (MANAGER, "Mona Forvalter"),
        (BOTH, "Bo Begge"),
        (RESIDENT, "Rita Innbygger"),
        (ELSEWHERE, "Else Annensteds"),
    ];
    for (who, name) in names {
        let email = format!("{}@example.no", name.split(' ').next().unwrap().to_lowercase());
        let person = Person {
            id: who,
            name: name.to_owned(),
            email,
            phone: String::new(),
            language: "nb".to_owned(),
            disabled: false,
            created_at: now,
            password_until: None,
            minor_until: None,
            version: 1,
        };
        people::insert(tx, &person, None).await?;
    }
    let organisation = |id, name: &str, kind, price_group| Organisation {
        id,
        municipality_id: db::settings().municipality,
        name: name.to_owned(),
        slug: name.to_lowercase(),
        kind,
        org_number: None,
        activities: String::new(),
        home_area: String::new(),
        standing: Standing::Approved,
        price_group,
        source: String::new(),
        version: 1,
    };
    let rows = [
        organisation(HASLUM, "Haslum", ApplicantKind::SportsClub, PriceGroup::Free),
        organisation(STABAK, "Stabæk", ApplicantKind::SportsClub, PriceGroup::Free),
        organisation(COMPANY, "Firma AS", ApplicantKind::Company, PriceGroup::Market),
    ];
    organisations::insert(tx, &rows).await?;
    let team = |id, organisation_id, from, to| Team {
        id,
        organisation_id,
        name: format!("{from}-{to}"),
        sport: "håndball".to_owned(),
        age_from: Some(from),
        age_to: Some(to),
        gender: Gender::Female,
        adapted: false,
        level: String::new(),
        size: Some(20),
        archived: false,
        version: 1,
    };
    organisations::insert_teams(tx, &[team(YOUTH, HASLUM, 12, 13), team(SENIORS, STABAK, 20, 40)]).await?;
    let member = |number, person_id, organisation_id, role| Membership {
        id: id(number),
        person_id,
        organisation_id,
        role,
        since: Timestamp(0),
        until: None,
    };
    let rows = [
        member(50, KARI, HASLUM, MembershipRole::Booker),
        member(51, OLA, STABAK, MembershipRole::Leader),
        member(52, EVA, COMPANY, MembershipRole::Booker),
        member(53, TRINE, HASLUM, MembershipRole::Coach),
        member(54, BOTH, HASLUM, MembershipRole::Booker),
    ];
    people::add_memberships(tx, &rows).await?;
    let post = |number, person_id, facility_id| Role {
        id: id(number),
        person_id,
        facility_id,
        role: StaffRole::FacilityManager,
    };
    let posts = [
        post(60, MANAGER, None),
        post(61, BOTH, None),
        post(62, ELSEWHERE, Some(SCHOOL)),
    ];
    staff::give(tx, &posts).await
}

async fn set_rules(tx: &mut Tx, now: Timestamp) -> Result<(), StoreError> {
    let rule = RuleVersion {
        rule_id: RuleId(id(70)),
        version: 1,
        scope: Scope::Municipality,
        terms: Terms {
            name: "Fast trening for medlemsklubber".to_owned(),
            kinds: [ApplicantKind::SportsClub].into(),
            approved_only: true,
            max_minutes: Some(120),
            no_competitors: true,
            ..Terms::default()
        },
        active: true,
        from_at: now,
        made_by: None,
    };
    rules::add(tx, db::settings().municipality, &rule).await?;
    let class = |name: &str, kinds: &[ApplicantKind], age_to| PriorityClass {
        name: name.to_owned(),
        kinds: kinds.iter().copied().collect(),
        age_to,
        ..PriorityClass::default()
    };
    let classes = PriorityRules {
        version: 1,
        classes: vec![
            class("Barn og unge", &[ApplicantKind::SportsClub], Some(19)),
            class("Voksne i lag", &[ApplicantKind::SportsClub], None),
            class("Andre", &[], None),
        ],
    };
    rules::add_priority(tx, db::settings().municipality, &classes, now, None).await
}
