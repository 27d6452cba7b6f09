//! Calendar files: what is read, and what is told of what could not be taken.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up fails")]

use ledig_domain::time::{Timestamp, Zone, local};
use ledig_service::import::ics;
use proptest::prelude::*;

fn now() -> Timestamp {
    Timestamp(1_786_320_000) // 10 August 2026
}

fn calendar(events: &str) -> ics::Events {
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
    ics::read(text.as_bytes(), Zone::Europe__Oslo, now()).unwrap()
}

fn event(lines: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n",
        lines.replace('\n', "\r\n")
    )
}

fn hours(events: &ics::Events) -> Vec<String> {
    let at = |at: Timestamp| {
        let (date, minute) = local(at, Zone::Europe__Oslo);
        format!("{date} {minute}")
    };
    events.instances.iter().map(|one| at(one.span.start)).collect()
}

#[test]
fn a_weekly_event_keeps_its_hour_over_both_clock_changes() {
    let found = calendar(&event(
        "UID:1\nSUMMARY:Skole\nDTSTART;TZID=Europe/Oslo:20261020T180000\n\
         DTEND;TZID=Europe/Oslo:20261020T193000\nRRULE:FREQ=WEEKLY;UNTIL=20261103T170000Z",
    ));
    assert_eq!(
        hours(&found),
        ["2026-10-20 18:00", "2026-10-27 18:00", "2026-11-03 18:00"]
    );
    assert_eq!(found.not_taken, []);
}

#[test]
fn excluded_moved_and_cancelled_dates_of_a_series_are_heeded() {
    let series = event(
        "UID:1\nDTSTART:20260901T180000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20260902T180000",
    );
    let moved = event("UID:1\nRECURRENCE-ID:20260903T180000\nDTSTART:20260903T200000\nDURATION:PT1H");
    let gone = event(
        "UID:1\nRECURRENCE-ID:20260904T180000\nSTATUS:CANCELLED\nDTSTART:20260904T180000\nDURATION:PT1H",
    );
    assert_eq!(
        hours(&calendar(&format!("{moved}{series}{gone}"))),
        ["2026-09-01 18:00", "2026-09-03 20:00"]
    );
}

#[test]
fn each_event_that_cannot_be_taken_is_told_with_its_reason() {
    let found = calendar(
        &[
            "UID:a\nSUMMARY:Endeløs\nDTSTART:20260901T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY",
            "UID:b\nSUMMARY:Uten slutt\nDTSTART:20260901T180000",
            "UID:c\nSUMMARY:Hver time\nDTSTART:20260901T180000\nDURATION:PT1H\nRRULE:FREQ=HOURLY;COUNT=4",
            "UID:d\nSUMMARY:Månen\nDTSTART;TZID=Moon/Base:20260901T180000\nDURATION:PT1H",
            "SUMMARY:Uten id\nDTSTART:20260901T180000\nDURATION:PT1H",
            "UID:e\nSUMMARY:I fjor\nDTSTART:20250901T180000\nDURATION:PT1H",
            "UID:f\nSUMMARY:For mange\nDTSTART:20260901T180000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=900",
            "UID:g\nSUMMARY:Bakvendt\nDTSTART:20260901T180000\nDTEND:20260901T170000",
            "UID:h\nSUMMARY:Linje\nthis is no property",
            "UID:i\nSUMMARY:Ledig\nTRANSP:TRANSPARENT\nDTSTART:20260901T180000\nDURATION:PT1H",
        ]
        .map(event)
        .concat(),
    );
    let told: Vec<String> = found
        .not_taken
        .iter()
        .map(|one| format!("{}: {}", one.event, one.reason))
        .collect();
    assert_eq!(
        told,
        [
            "Endeløs: it repeats without an end; give it an end date",
            "Uten slutt: DTEND is missing",
            "Hver time: its repetition is not daily, weekly or monthly",
            "Månen: unknown time zone Moon/Base",
            "Uten id: UID is missing",
            "I fjor: 1 of its dates are over",
            "For mange: more than 400 dates",
            "Bakvendt: it ends before it starts",
            "Linje: line 55 cannot be read",
            "Ledig: it is marked as free time",
        ]
    );
    assert_eq!(found.instances, []);
}

#[test]
fn a_whole_day_lasts_from_midnight_to_midnight() {
    let found = calendar(&event("UID:1\nDTSTART;VALUE=DATE:20261025"));
    assert_eq!(hours(&found), ["2026-10-25 00:00"]);
    assert_eq!(found.instances[0].span.seconds(), 25 * 3600);
}

#[test]
fn a_calendar_of_a_hundred_thousand_events_is_bounded() {
    let mut text = String::from("BEGIN:VCALENDAR\n");
    for number in 0..100_500 {
        text.push_str("BEGIN:VEVENT\nUID:");
        text.push_str(&number.to_string());
        text.push_str("\nDTSTART:20260901T180000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=300\nEND:VEVENT\n");
    }
    text.push_str("END:VCALENDAR\n");
    let found = ics::read(text.as_bytes(), Zone::Europe__Oslo, now()).unwrap();
    assert!(found.instances.len() <= ics::MAX_DATES + ics::MAX_DATES_PER_EVENT);
    assert_eq!(
        found.not_taken.last().unwrap().reason,
        ics::Reason::TooManyEvents(ics::MAX_EVENTS)
    );
}

#[test]
fn a_file_that_is_no_calendar_is_refused() {
    let fault = ics::read(&b"facility,space\n"[..], Zone::Europe__Oslo, now()).unwrap_err();
    assert!(fault.to_string().contains("BEGIN:VCALENDAR"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = ics::read(&bytes[..], Zone::Europe__Oslo, now());
        let inside = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", &bytes[..], b"\nEND:VEVENT\n"].concat();
        let _ = ics::read(&inside[..], Zone::Europe__Oslo, now());
    }

    #[test]
    fn arbitrary_events_never_panic(
        start in "[0-9]{8}(T[0-9]{6}Z?)?",
        rule in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY|SECONDLY);?)?(COUNT=[0-9]{1,4};?)?(UNTIL=[0-9]{8};?)?(INTERVAL=[0-9]{1,3};?)?(BYDAY=-?[0-9]?(MO|SU);?)?(BYMONTHDAY=-?[0-9]{1,2};?)?(BYMONTH=[0-9]{1,2};?)?(BYSETPOS=-?[0-9]{1,2})?",
        duration in "P?[0-9]{0,9}[DWHMST]{0,3}",
        noise in "\\PC{0,20}",
    ) {
        let found = calendar(&event(&format!("UID:1\nDTSTART:{start}\nDURATION:{duration}\nRRULE:{rule}\n{noise}")));
        prop_assert!(found.instances.len() <= ics::MAX_DATES_PER_EVENT);
    }
}
