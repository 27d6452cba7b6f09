//! What is read from an address, and what is suggested where it says nothing.

use super::*;
use ledig_domain::{
    booking_rules::BookingRules,
    hours::OpeningHours,
    id::{FacilityId, OrganisationId, TeamId},
    people::Standing,
    time::DateRange,
};
use ledig_service::case::{
    form::{Party, PartyTeam},
    parts::{Contact, SpaceRef},
};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn club() -> OrganisationId {
    OrganisationId(Uuid::from_u128(7))
}

fn hall() -> SpaceId {
    SpaceId(Uuid::from_u128(1))
}

fn form() -> BookingForm {
    let team = PartyTeam {
        id: TeamId(Uuid::from_u128(13)),
        name: "J13".to_owned(),
        size: None,
    };
    BookingForm {
        space: SpaceRef {
            id: hall(),
            name: "Del A".to_owned(),
            facility: FacilityId(Uuid::from_u128(2)),
            facility_name: "Hallen".to_owned(),
        },
        facility_slug: "hallen".to_owned(),
        choices: Vec::new(),
        rules: BookingRules::default(),
        hours: OpeningHours::default(),
        parties: vec![Party {
            id: club(),
            name: "Haslum IL".to_owned(),
            standing: Standing::Approved,
            may_ask: true,
            teams: vec![team],
        }],
        acting_for: Some(club()),
        private_allowed: true,
        signed_in: true,
        today: day("2026-08-10"),
        school_days_off: Vec::new(),
        season: DateRange {
            from: day("2026-08-16"),
            to: day("2027-05-15"),
        },
        contact: Contact::default(),
    }
}

fn wish(query: &str) -> Result<Wish, Vec<Slip>> {
    Draft::new(&Query::parse(query), &form()).wish(hall(), &form())
}

#[test]
fn a_link_with_date_and_time_is_a_wish_for_whom_one_acts() {
    let wish = wish("dato=2026-09-08&fra=18:00&til=19:30").unwrap();
    assert_eq!(wish.organisation, Some(club()));
    assert_eq!(wish.recurrence.start, day("2026-09-08"));
    assert_eq!(wish.recurrence.pattern, Pattern::Once);
    assert_eq!(wish.recurrence.times.to_string(), "18:00–19:30");
}

#[test]
fn recurring_time_is_suggested_for_the_season_on_the_weekday_of_the_date() {
    let wish = wish("type=fast&dato=2026-09-08").unwrap();
    let recurrence = wish.recurrence;
    assert_eq!(recurrence.start, day("2026-09-08"));
    assert_eq!(recurrence.end, End::Until(day("2027-05-15")));
    let on = Weekdays::of(&[Weekday::Tue]);
    assert_eq!(recurrence.pattern, Pattern::Weekly { every: 1, on });
    assert!(recurrence.not_school_holidays);
}

#[test]
fn boxes_that_were_cleared_are_not_suggested_again() {
    let query = "vist=1&type=fast&fra_dato=2026-09-08&til_dato=2026-12-01&fra=18:00&til=19:00&rytme=uke&hver=2&ukedag=2&ukedag=4";
    let recurrence = wish(query).unwrap().recurrence;
    assert!(!recurrence.not_school_holidays);
    let on = Weekdays::of(&[Weekday::Tue, Weekday::Thu]);
    assert_eq!(recurrence.pattern, Pattern::Weekly { every: 2, on });
}

#[test]
fn the_last_friday_of_every_second_month_can_be_wished() {
    let query = "vist=1&type=fast&fra_dato=2026-09-01&slutt=antall&antall_datoer=5&fra=18&til=20&rytme=mnd-ukedag&nr=siste&mukedag=5&hver_mnd=2";
    let recurrence = wish(query).unwrap().recurrence;
    let pattern = Pattern::MonthlyByWeekday {
        every: 2,
        nth: Nth::Last,
        on: Weekday::Fri,
    };
    assert_eq!((recurrence.pattern, recurrence.end), (pattern, End::Count(5)));
}

#[test]
fn every_field_that_cannot_be_read_is_told() {
    let slips =
        wish("vist=1&type=fast&fra_dato=x&fra=25:00&rytme=uke&hver=9&til_dato=2026-12-01").unwrap_err();
    let told: Vec<(&str, SlipKind)> = slips.iter().map(|slip| (slip.field, slip.what)).collect();
    let no_weekday = SlipKind::Recurrence(RecurrenceFault::NoWeekday);
    assert_eq!(
        told,
        [
            (name::FROM, SlipKind::Time),
            (name::TO, SlipKind::Missing),
            (name::START, SlipKind::Date),
            (name::WEEKDAY, no_weekday),
            (name::EVERY_WEEKS, SlipKind::Number { min: 1, max: 8 }),
        ]
    );
}

#[test]
fn choices_travel_with_their_dates() {
    let wish = wish("dato=2026-09-08&valg.2026-09-08=vent&valg.nonsense=dropp&valg.2026-09-15=tull").unwrap();
    assert_eq!(wish.choices, BTreeMap::from([(day("2026-09-08"), Choice::Wait)]));
}

#[test]
fn another_clubs_team_is_left_out() {
    let own = format!("for={}&lag={}", club(), Uuid::from_u128(13));
    assert!(wish(&own).unwrap().team.is_some());
    assert_eq!(
        wish(&format!("for=meg&lag={}", Uuid::from_u128(13)))
            .unwrap()
            .team,
        None
    );
}

#[test]
fn a_year_being_typed_adds_no_date() {
    let draft = Draft::new(&Query::parse("ekstra=0020-09-05&ekstra=2026-09-05"), &form());
    assert_eq!(draft.dates(name::ADDED), BTreeSet::from([day("2026-09-05")]));
}
