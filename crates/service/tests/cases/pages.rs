use crate::scene::*;
use ledig_service::case::{
    inbox::{InboxFilter, InboxShow, InboxSort, Recommendation},
    step::StepBy,
};

#[test]
fn the_booking_form_has_what_one_can_choose() {
    on_both(async |scene| {
        let form = scene
            .service
            .booking_form(&scene.viewer(KARI).await, A)
            .await
            .unwrap();
        let names: Vec<(&str, u8)> = form
            .choices
            .iter()
            .map(|one| (one.name.as_str(), one.depth))
            .collect();
        let expected = [
            ("Hallen", 0),
            ("Hallen, Del A", 1),
            ("Hallen, Del B", 1),
            ("Hallen, Del C", 1),
        ];
        assert_eq!(names, expected);
        assert_eq!(form.parties.len(), 1);
        assert!(form.parties[0].may_ask && form.parties[0].teams.len() == 1);
        assert_eq!(
            (form.season.from, form.season.to),
            (date("2026-08-16"), date("2027-05-15"))
        );
        let nobody = scene
            .service
            .booking_form(&ledig_service::Viewer::ANYBODY, A)
            .await
            .unwrap();
        assert!(!nobody.signed_in && nobody.parties.is_empty());
    });
}

#[test]
fn pages_ask_the_database_equally_often_however_much_there_is() {
    on_both(async |scene| {
        let manager = scene.viewer(MANAGER).await;
        let eva = scene.viewer(EVA).await;
        let kari = scene.viewer(KARI).await;
        // The places are read once, and again only after a change.
        scene.service.my_page(&kari).await.unwrap();
        let mut seen = Vec::new();
        for round in 0..2 {
            let mut last = None;
            for number in 0..=round * 4 {
                let day = format!("2026-09-{:02}", number + 1 + round * 14);
                last = Some(
                    scene
                        .sent(EVA, &weekly(EVA, A, &day, "18:00-19:30", 2 + 8 * round))
                        .await,
                );
                scene.sent(KARI, &weekly(KARI, B, &day, "18:00-19:30", 2)).await;
            }
            let store = scene.service.store();
            let (mut counts, mut before) = (Vec::new(), store.queries());
            let mut note = || {
                counts.push(store.queries() - before);
                before = store.queries();
            };
            scene
                .service
                .inbox(&manager, &InboxFilter::default())
                .await
                .unwrap();
            note();
            scene.service.case(&eva, last.unwrap()).await.unwrap();
            note();
            scene.service.my_page(&kari).await.unwrap();
            note();
            scene
                .service
                .manager_case(&manager, last.unwrap(), None)
                .await
                .unwrap();
            note();
            seen.push(counts);
        }
        assert_eq!(seen[0], seen[1]);
        assert!(seen[0].iter().all(|count| *count <= 34), "{seen:?}");
    });
}

#[test]
fn the_inbox_sorts_filters_and_keeps_what_is_done() {
    on_both(async |scene| {
        let late = scene.sent(EVA, &once(EVA, A, "2026-10-20", "18:00-19:30")).await;
        scene.later(60);
        let soon = scene
            .sent(EVA, &once(EVA, GYM, "2026-08-20", "18:00-19:30"))
            .await;
        let manager = scene.viewer(MANAGER).await;
        let ids = async |filter: InboxFilter| {
            let inbox = scene.service.inbox(&manager, &filter).await.unwrap();
            inbox.rows.iter().map(|row| row.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(InboxFilter::default()).await, [late, soon]);
        let by_date = InboxFilter {
            sort: InboxSort::FirstDate,
            ..InboxFilter::default()
        };
        assert_eq!(ids(by_date).await, [soon, late]);
        let at_school = InboxFilter {
            facility: Some(SCHOOL),
            ..InboxFilter::default()
        };
        assert_eq!(ids(at_school).await, [soon]);
        let text = InboxFilter {
            text: "firma".to_owned(),
            ..InboxFilter::default()
        };
        assert_eq!(ids(text).await.len(), 2);
        crate::deciding::approve_all(&scene, late).await;
        let done = InboxFilter {
            show: InboxShow::Done,
            ..InboxFilter::default()
        };
        assert_eq!(ids(done).await, [late]);
        let rest = scene
            .service
            .inbox(&manager, &InboxFilter::default())
            .await
            .unwrap();
        assert_eq!(rest.rows[0].recommendation, Recommendation::ApproveAll);
    });
}

#[test]
fn the_timeline_tells_who_did_what() {
    on_both(async |scene| {
        let request = scene
            .sent(KARI, &once(KARI, A, "2026-08-18", "18:00-19:30"))
            .await;
        let own = scene.case(KARI, request).await;
        let by: Vec<&StepBy> = own.timeline.iter().map(|step| &step.by).collect();
        assert_eq!(by, [&StepBy::You, &StepBy::System]);
        let staff = scene.case(MANAGER, request).await;
        assert_eq!(
            staff.timeline[0].by,
            StepBy::Applicant(Some("Kari Nordmann".to_owned()))
        );
    });
}

#[test]
fn a_change_of_a_space_is_seen_at_once() {
    on_both(async |scene| {
        use ledig_store::{Tx, spaces};
        let kari = scene.viewer(KARI).await;
        let name = async || scene.service.booking_form(&kari, GYM).await.unwrap().space.name;
        assert_eq!(name().await, "Gymsal");
        scene
            .service
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let mut gym = spaces::by_id(tx, GYM).await?.unwrap();
                    gym.name = "Stor gymsal".to_owned();
                    spaces::update(tx, &gym).await
                }
            })
            .await
            .unwrap();
        assert_eq!(name().await, "Stor gymsal");
    });
}
