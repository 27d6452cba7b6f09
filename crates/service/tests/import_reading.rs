//! Files that people hand in: what is read, and what is told of what is wrong.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up fails")]

use chrono::NaiveDate;
use ledig_domain::{calendar::DayOffKind, people::ApplicantKind, space::SpaceKind, time::WallSpan};
use ledig_service::import::{
    Fault, FaultKind, association_rows,
    facility_rows::{self, Choice},
    hours_text, kinds, school_rows,
};
use proptest::prelude::*;

const FACILITIES: &[u8] = include_bytes!("../../../seed/facilities.csv");
const ASSOCIATIONS: &[u8] = include_bytes!("../../../seed/associations.csv");
const SCHOOL: &[u8] = include_bytes!("../../../seed/school_calendar.csv");
const HEADER: &str = "facility,space,parent_space,kind\n";

fn facilities(text: &str) -> Result<facility_rows::Facilities, Vec<Fault>> {
    facility_rows::read(text.as_bytes(), &Choice::default())
}

fn told(result: Result<facility_rows::Facilities, Vec<Fault>>) -> Vec<String> {
    let faults = result.expect_err("the file is at fault");
    faults.iter().map(ToString::to_string).collect()
}

fn of(municipality: &str) -> Choice {
    Choice {
        municipality: Some(municipality.to_owned()),
        ..Choice::default()
    }
}

fn span(from: &str, to: &str) -> WallSpan {
    WallSpan::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

#[test]
fn the_real_facilities_are_taken_as_they_are() {
    let baerum = facility_rows::read(FACILITIES, &of("Bærum")).unwrap();
    let drammen = facility_rows::read(FACILITIES, &of("Drammen")).unwrap();
    let spaces = |found: &facility_rows::Facilities| -> usize {
        found
            .facilities
            .iter()
            .map(|facility| facility.spaces.len())
            .sum()
    };
    assert_eq!(
        (baerum.facilities.len(), spaces(&baerum), baerum.left_out),
        (97, 165, 75)
    );
    assert_eq!(
        (drammen.facilities.len(), spaces(&drammen), drammen.left_out),
        (59, 75, 165)
    );
}

#[test]
fn a_parent_stands_before_its_parts_however_deep() {
    let found = facility_rows::read(FACILITIES, &of("Bærum")).unwrap();
    let park = &found.facilities[0];
    assert_eq!(park.name, "Bærum idrettspark");
    for (at, space) in park.spaces.iter().enumerate() {
        if let Some(parent) = &space.parent {
            assert!(
                park.spaces[..at].iter().any(|other| other.name == *parent),
                "{}",
                space.name
            );
        }
    }
    assert_eq!(park.position, Some((59.910_278, 10.501_667)));
}

#[test]
fn the_real_associations_are_taken_as_they_are() {
    let found = association_rows::read(ASSOCIATIONS, Some("Bærum")).unwrap();
    assert_eq!((found.associations.len(), found.left_out), (70, 9));
    let band = found
        .associations
        .iter()
        .find(|one| one.name == "Jar skoles musikkorps")
        .unwrap();
    assert_eq!(band.kind, ApplicantKind::Music);
}

#[test]
fn the_real_school_calendar_gives_christmas_and_summer_from_its_edges() {
    let found = school_rows::read(SCHOOL, Some("Bærum")).unwrap();
    let off = |date: &str| {
        let date: NaiveDate = date.parse().unwrap();
        let found = found
            .days_off
            .iter()
            .find(|record| record.off.dates.contains(date));
        found.map(|record| (record.off.kind, record.off.proxy))
    };
    assert_eq!(off("2024-12-25"), Some((DayOffKind::ChristmasBreak, false)));
    assert_eq!(off("2024-07-10"), Some((DayOffKind::SummerBreak, false)));
    assert_eq!(off("2025-10-01"), Some((DayOffKind::AutumnBreak, true)));
    assert_eq!(off("2027-03-25"), Some((DayOffKind::EasterBreak, true)));
    assert_eq!(off("2024-11-12"), None);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_matter() {
    let text = format!("\u{feff}{}A,Hall,,sports_hall\r\n", HEADER.replace('\n', "\r\n"));
    assert_eq!(facilities(&text).unwrap().facilities[0].name, "A");
}

#[test]
fn semicolons_give_a_fault_that_says_so() {
    let told = told(facilities("facility;space;parent_space;kind\nA;Hall;;gym\n"));
    assert_eq!(
        told,
        ["line 1: fields are separated by ';'; save the file as comma separated"]
    );
}

#[test]
fn missing_columns_are_told_all_at_once() {
    let told = told(facilities("facility,address\nA,B\n"));
    assert_eq!(
        told,
        [
            "line 1, column space: the column is missing",
            "line 1, column parent_space: the column is missing",
            "line 1, column kind: the column is missing",
        ]
    );
}

#[test]
fn every_fault_is_told_with_line_and_column() {
    let text = "facility,space,parent_space,kind,lat,lon,capacity,address\n\
                A,Hall,,sports_hal,59.9,,,Vei 1\n\
                A,Del A,Saal,sports_hall,,,many,Vei 2\n\
                ,Rom,,gym,,,,\n\
                B,X,Y,gym,,,,\n\
                B,Y,X,gym,,,,\n\
                B,Z,,gym,,,,\n\
                B,Z,,gym,,,,\n\
                B,W\n";
    let form = told(facilities(text));
    assert_eq!(
        form,
        ["line 9: 2 fields, but the header has 8; is a quotation mark missing?"]
    );
    let told = told(facilities(&text.replace("B,W\n", "")));
    assert_eq!(
        told,
        [
            "line 2, column lon: must be given together with lat",
            "line 2, column kind: unknown kind \"sports_hal\"; map it with --map sports_hal=<kind>",
            "line 3, column address: \"Vei 2\", but line 2 of the same facility says \"Vei 1\"",
            "line 3, column capacity: \"many\" is not a number in 0 to 200 000",
            "line 3, column parent_space: no space \"Saal\" in the same facility",
            "line 4, column facility: must not be empty",
            "line 5, column parent_space: the space is a part of itself",
            "line 6, column parent_space: the space is a part of itself",
            "line 8, column space: the same as line 7",
        ]
    );
}

#[test]
fn quoted_line_breaks_keep_the_count_of_lines() {
    let told = told(facilities(&format!(
        "{HEADER}\"A\nB\",Hall,,gym\nC,Hall,,nonsense\n"
    )));
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("line 4, column kind"), "{told:?}");
}

#[test]
fn an_unknown_kind_can_be_mapped() {
    let mut choice = Choice::default();
    choice
        .kinds
        .insert("klatrehall".to_owned(), "training_room".to_owned());
    let text = format!("{HEADER}A,Hall,,klatrehall\n");
    let found = facility_rows::read(text.as_bytes(), &choice).unwrap();
    assert_eq!(found.facilities[0].spaces[0].kind, SpaceKind::TrainingRoom);
}

#[test]
fn a_file_that_is_not_utf8_tells_the_line() {
    let faults = facility_rows::read(
        &b"facility,space,parent_space,kind\nA,B\xe6rum,,gym\n"[..],
        &of("X"),
    );
    assert_eq!(faults.unwrap_err(), [Fault::line(2, FaultKind::NotUtf8)]);
}

#[test]
fn every_code_of_the_domain_is_a_kind_too() {
    for kind in SpaceKind::ALL {
        assert_eq!(kinds::space_kind(kind.code()).unwrap().kind, *kind);
    }
}

#[test]
fn hours_that_are_plainly_said_become_hours() {
    let said = hours_text::read("Mon-Thu 17:00-21:45 in the school year; Fri-Sun, holidays by agreement");
    let week = said.week.unwrap();
    assert!(said.school_year);
    assert_eq!(week[0], [span("17", "21:45")]);
    assert!(week[4].is_empty() && week[6].is_empty());

    let said = hours_text::read("County rule: weekdays until 21:00 in the school year");
    assert_eq!(said.week.unwrap()[4], [span("17", "21")]);

    let said = hours_text::read("Mon-Fri 16:00-22:00; Sat 08:00-18:00; Sun 08:00-20:00; season 1 Nov-30 Apr");
    assert_eq!(said.week.unwrap()[6], [span("8", "20")]);

    assert_eq!(
        hours_text::read("Training season 16 Aug-15 May (2021/22 rule)").week,
        None
    );
    assert!(hours_text::read("Closed in July").closed_in_july);
}

#[test]
fn hours_over_midnight_and_touching_hours_become_one() {
    let text = "Mon-Fri 14:30-18:00; Mon-Thu 18:00-23:00; Fri 14:30-Sat 10:00; Sat 11:00-Sun 10:00";
    let week = hours_text::read(text).week.unwrap();
    assert_eq!(week[0], [span("14:30", "23")]);
    assert_eq!(week[4], [span("14:30", "10")]);
    assert_eq!(week[5], [span("11", "10")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = facility_rows::read(&bytes[..], &Choice::default());
        let _ = association_rows::read(&bytes[..], None);
        let _ = school_rows::read(&bytes[..], None);
    }

    #[test]
    fn arbitrary_fields_never_panic(fields in proptest::collection::vec("\\PC{0,12}|[0-9;,\"\n\r-]{0,12}", 0..40)) {
        let row = fields.join(",");
        let _ = facilities(&format!("facility,space,parent_space,kind,lat,lon,hours\n{row}\n{row}\n"));
        let school = format!("school_year,event,start_date,end_date\n{row}\n");
        let _ = school_rows::read(school.as_bytes(), None);
        let _ = hours_text::read(&row);
    }

    #[test]
    fn arbitrary_hours_never_panic(text in "((mon|fri|sun|lør)(-(tue|sat|sun))? [0-2]?[0-9](:[0-9]{2})?-(sat )?[0-2]?[0-9](:[0-9]{2})?;? ?){0,6}") {
        if let Some(week) = hours_text::read(&text).week {
            for day in week {
                prop_assert!(day.windows(2).all(|pair| pair[0].end_minutes() < pair[1].from.get()));
            }
        }
    }
}
