use crate::{clock, db};
use ledig_domain::{
    id::SpaceId,
    time::{Timestamp, WallSpan},
};
use ledig_service::{
    Service,
    import::{self, ImportError, Options, Progress, Report, facility_rows::Choice},
};
use ledig_store::{Store, calendar, closures, events, facilities, municipality, organisations, spaces, tree};
use std::sync::Mutex;

const FACILITIES: &[u8] = include_bytes!("../../../../seed/facilities.csv");
const ASSOCIATIONS: &[u8] = include_bytes!("../../../../seed/associations.csv");
const SCHOOL: &[u8] = include_bytes!("../../../../seed/school_calendar.csv");
/// 10 August 2026.
const NOW: Timestamp = Timestamp(1_786_320_000);

/// Runs the test on both databases, with the municipality in place.
#[expect(
    clippy::needless_pass_by_value,
    reason = "a closure written in place reads best by value"
)]
fn on_both(test: impl AsyncFn(&Service, &Store)) {
    let run = async |store: &Store| {
        let service = clock::service(store, NOW);
        store
            .write(|| async |tx| municipality::insert(tx, &the_municipality(&service)).await)
            .await
            .unwrap();
        test(&service, store).await;
    };
    db::on_sqlite(run);
    db::on_postgres(run);
}

fn the_municipality(service: &Service) -> municipality::Municipality {
    municipality::Municipality {
        id: service.settings().municipality,
        name: "Bærum".to_owned(),
        slug: "baerum".to_owned(),
        zone: service.zone(),
        appeal_days: 21,
        appeal_body: String::new(),
        colour: "#000000".to_owned(),
        settings: serde_json::json!({}),
        version: 1,
    }
}

const KEEP: Options = Options { dry_run: false };
const TRY: Options = Options { dry_run: true };

fn quiet(_: Progress) {}

fn baerum() -> Choice {
    Choice {
        municipality: Some("Bærum".to_owned()),
        ..Choice::default()
    }
}

async fn take_facilities(service: &Service, file: &[u8], options: Options) -> Result<Report, ImportError> {
    import::facilities(service, file, &baerum(), options, &quiet).await
}

fn counts(report: &Report) -> (usize, usize, usize) {
    (report.added, report.updated, report.unchanged)
}

async fn how_many_events(store: &Store) -> usize {
    store
        .read(async |tx| events::latest(tx, None, 100).await)
        .await
        .unwrap()
        .len()
}

#[test]
fn the_real_facilities_are_taken_once_however_often_they_are_imported() {
    on_both(async |service, store| {
        let first = take_facilities(service, FACILITIES, KEEP).await.unwrap();
        assert_eq!(counts(&first), (97 + 165, 0, 0));
        let again = take_facilities(service, FACILITIES, KEEP).await.unwrap();
        assert_eq!(counts(&again), (0, 0, 97 + 165));
        assert_eq!(how_many_events(store).await, 1);
        store
            .read(async |tx| {
                let all = spaces::all(tx).await?;
                let pool = all
                    .iter()
                    .find(|space| space.name == "Treningsbasseng 50 x 25 m")
                    .unwrap();
                let units = tree::units(tx, &[pool.id]).await?;
                assert_eq!(units[&pool.id].len(), 2);
                let room = all.iter().find(|space| space.name == "Skolelokaler").unwrap();
                let hours = room.hours.as_ref().unwrap();
                let span = WallSpan::new("17".parse().unwrap(), "21:45".parse().unwrap()).unwrap();
                assert_eq!(hours.week[0], [span]);
                assert!(hours.week[4].is_empty());
                assert!(room.rules.as_ref().unwrap().note.starts_with("Mon-Thu"));
                Ok::<_, ledig_store::StoreError>(())
            })
            .await
            .unwrap();
    });
}

#[test]
fn another_municipality_can_be_chosen() {
    on_both(async |service, _| {
        let choice = Choice {
            municipality: Some("Drammen".to_owned()),
            ..Choice::default()
        };
        let report = import::facilities(service, FACILITIES, &choice, KEEP, &quiet)
            .await
            .unwrap();
        assert_eq!((report.added, report.left_out), (59 + 75, 165));
    });
}

#[test]
fn a_change_in_the_file_is_taken_and_a_managers_own_hours_are_kept() {
    on_both(async |service, store| {
        let head = "municipality,facility,space,parent_space,kind,address,capacity\n";
        let file = format!("{head}Bærum,A,Hall,,sports_hall,Vei 1,\nBærum,A,Del A,Hall,sports_hall,,\n");
        take_facilities(service, file.as_bytes(), KEEP).await.unwrap();
        store
            .write(|| {
                async |tx| {
                    let mut hall = spaces::all(tx)
                        .await?
                        .into_iter()
                        .find(|space| space.name == "Hall")
                        .unwrap();
                    hall.hours = None;
                    spaces::update(tx, &hall).await
                }
            })
            .await
            .unwrap();
        let file = format!(
            "{head}Bærum,A,Hall,,sports_hall,Vei 2,200\nBærum,A,Del A,Hall,sports_hall,,\nBærum,A,Del B,Hall,sports_hall,,\n"
        );
        let report = take_facilities(service, file.as_bytes(), KEEP).await.unwrap();
        assert_eq!(counts(&report), (1, 2, 1));
        store
            .read(async |tx| {
                let facility = facilities::by_slug(tx, "a").await?.unwrap();
                assert_eq!(facility.address, "Vei 2");
                let hall = spaces::by_slug(tx, facility.id, "hall").await?.unwrap();
                assert_eq!((hall.capacity, hall.hours), (Some(200), None));
                assert_eq!(tree::units(tx, &[hall.id]).await?[&hall.id].len(), 2);
                Ok::<_, ledig_store::StoreError>(())
            })
            .await
            .unwrap();
    });
}

#[test]
fn a_dry_run_tells_the_same_and_keeps_nothing() {
    on_both(async |service, store| {
        let steps = Mutex::new(Vec::new());
        let note = |progress: Progress| steps.lock().unwrap().push(progress);
        let report = import::facilities(service, FACILITIES, &baerum(), TRY, &note)
            .await
            .unwrap();
        assert_eq!((report.added, report.dry_run), (97 + 165, true));
        assert_eq!(
            steps.lock().unwrap().last(),
            Some(&Progress {
                done: 165,
                total: 165
            })
        );
        let left = store
            .read(async |tx| facilities::all(tx, true).await)
            .await
            .unwrap();
        assert_eq!(left.len(), 0);
        assert_eq!(how_many_events(store).await, 0);
    });
}

#[test]
fn a_file_at_fault_changes_nothing_at_all() {
    on_both(async |service, store| {
        let file = "facility,space,parent_space,kind\nA,Hall,,gym\nB,Hall,,nonsense\n";
        let result = take_facilities(service, file.as_bytes(), KEEP).await;
        assert!(matches!(result, Err(ImportError::Faults(faults)) if faults.len() == 1));
        let left = store
            .read(async |tx| facilities::all(tx, true).await)
            .await
            .unwrap();
        assert_eq!(left.len(), 0);
    });
}

#[test]
fn the_real_associations_are_taken_once_however_often_they_are_imported() {
    on_both(async |service, store| {
        let take = || import::associations(service, ASSOCIATIONS, None, KEEP, &quiet);
        assert_eq!(counts(&take().await.unwrap()), (79, 0, 0));
        assert_eq!(counts(&take().await.unwrap()), (0, 0, 79));
        let changed = "name,kind,home_area,org_number\nHaslum IL,sports_club,Gjettum,974 760 673\n";
        let report = import::associations(service, changed.as_bytes(), None, KEEP, &quiet)
            .await
            .unwrap();
        assert_eq!(counts(&report), (0, 1, 0));
        let all = store.read(async |tx| organisations::all(tx).await).await.unwrap();
        let haslum = all.iter().find(|one| one.name == "Haslum IL").unwrap();
        assert_eq!(haslum.home_area, "Gjettum");
        assert_eq!(haslum.activities, "håndball; ski");
    });
}

#[test]
fn an_organisation_number_that_another_has_is_a_fault_of_its_line() {
    on_both(async |service, _| {
        let first = "name,kind,org_number\nA,sports_club,974760673\n";
        import::associations(service, first.as_bytes(), None, KEEP, &quiet)
            .await
            .unwrap();
        let second = "name,kind,org_number\nB,sports_club,974760673\n";
        let result = import::associations(service, second.as_bytes(), None, KEEP, &quiet).await;
        let Err(ImportError::Faults(faults)) = result else {
            panic!("{result:?}")
        };
        assert_eq!(
            faults[0].to_string(),
            "line 2, column org_number: A has the number 974760673"
        );
    });
}

#[test]
fn the_school_calendar_is_taken_once_and_own_days_go_before_anothers() {
    on_both(async |service, store| {
        let take = || import::school_calendar(service, SCHOOL, Some("Bærum"), KEEP, &quiet);
        let first = take().await.unwrap();
        assert!(first.added > 10, "{first:?}");
        assert_eq!(take().await.unwrap().added, 0);
        let own = "municipality,school_year,event,start_date,end_date,scope\n\
                   Bærum,2026-27,easter_break,2027-03-22,2027-03-30,municipal schools\n";
        let report = import::school_calendar(service, own.as_bytes(), Some("Bærum"), KEEP, &quiet)
            .await
            .unwrap();
        assert_eq!(counts(&report), (0, 1, 0));
        assert_eq!(take().await.unwrap().updated, 0);
        let known = store.read(async |tx| calendar::get(tx).await).await.unwrap();
        let easter = known
            .school
            .iter()
            .find(|off| off.dates.to.to_string() == "2027-03-30")
            .unwrap();
        assert!(!easter.proxy);
    });
}

fn ics(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n")
}

fn event(uid: &str, start: &str, rest: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:Skolen\r\nDTSTART:{start}\r\nDURATION:PT2H\r\n{rest}END:VEVENT\r\n"
    )
}

#[test]
fn a_calendar_becomes_closures_that_follow_the_file() {
    on_both(async |service, store| {
        take_facilities(service, FACILITIES, KEEP).await.unwrap();
        let all = store.read(async |tx| spaces::all(tx).await).await.unwrap();
        let gym = all.iter().find(|space| space.name == "Gymnastikksal").unwrap().id;
        let take = async |text: String| {
            import::calendar(service, text.as_bytes(), gym, KEEP, &quiet)
                .await
                .unwrap()
        };
        let weekly = event("1", "20260901T080000", "RRULE:FREQ=WEEKLY;COUNT=3\r\n");
        let endless = event("2", "20260901T080000", "RRULE:FREQ=WEEKLY\r\n");
        let first = take(ics(&format!("{weekly}{endless}"))).await;
        assert_eq!(counts(&first), (3, 0, 0));
        assert_eq!(
            first.not_taken,
            ["line 9: Skolen: it repeats without an end; give it an end date"]
        );
        assert_eq!(counts(&take(ics(&weekly)).await), (0, 0, 3));
        let moved = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Skolen\r\nRECURRENCE-ID:20260908T080000\r\nDTSTART:20260908T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
        for (found, text) in [
            (1, ics(&format!("{weekly}{moved}"))),
            (0, ics(&format!("{weekly}{moved}"))),
            (1, ics(&weekly)),
            (0, ics(&weekly)),
        ] {
            assert_eq!(counts(&take(text).await), (0, found, 3 - found));
        }
        let coming = store
            .read(async |tx| closures::coming(tx, &[gym], NOW).await)
            .await
            .unwrap();
        assert_eq!(coming.len(), 3);
    });
}

#[test]
fn a_closure_that_a_manager_lifted_stays_lifted() {
    on_both(async |service, store| {
        take_facilities(service, FACILITIES, KEEP).await.unwrap();
        let all = store.read(async |tx| spaces::all(tx).await).await.unwrap();
        let gym = all.iter().find(|space| space.name == "Gymnastikksal").unwrap().id;
        let text = ics(&event("1", "20260901T080000", ""));
        import::calendar(service, text.as_bytes(), gym, KEEP, &quiet)
            .await
            .unwrap();
        let made = store
            .read(async |tx| closures::coming(tx, &[gym], NOW).await)
            .await
            .unwrap();
        store
            .write(|| async |tx| closures::lift(tx, made[0].id, NOW).await)
            .await
            .unwrap();
        let report = import::calendar(service, text.as_bytes(), gym, KEEP, &quiet)
            .await
            .unwrap();
        assert_eq!(counts(&report), (0, 0, 1));
        let coming = store
            .read(async |tx| closures::coming(tx, &[gym], NOW).await)
            .await
            .unwrap();
        assert_eq!(coming.len(), 0);
    });
}

#[test]
fn a_calendar_for_a_space_that_is_not_there_is_refused() {
    on_both(async |service, _| {
        let text = ics(&event("1", "20260901T080000", ""));
        let nowhere = SpaceId(uuid::Uuid::from_u128(9));
        let result = import::calendar(service, text.as_bytes(), nowhere, KEEP, &quiet).await;
        assert!(matches!(
            result,
            Err(ImportError::Service(ledig_service::ServiceError::NotFound))
        ));
    });
}
