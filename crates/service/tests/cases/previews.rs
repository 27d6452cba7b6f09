use crate::scene::*;
use ledig_domain::{
    booking_rules::Breach, outcome::DateOutcome, preview::Choice, recurrence::RecurrenceFault,
};
use ledig_service::{ServiceError, Viewer};

#[test]
fn anyone_may_preview_and_a_private_persons_name_is_nobodys_business() {
    on_both(async |scene| {
        let request = scene
            .sent(RESIDENT, &once(RESIDENT, A, "2026-08-15", "12:00-14:00"))
            .await;
        // A private person's request waits for a person: it takes nothing yet.
        let wish = once(RESIDENT, A, "2026-08-15", "12:00-14:00");
        let anybody = scene.service.preview(&Viewer::ANYBODY, &wish).await.unwrap();
        assert!(anybody.lines[0].outcome.is_free());
        crate::deciding::approve_all(&scene, request).await;
        let seen = async |viewer: &Viewer| {
            let preview = scene.service.preview(viewer, &wish).await.unwrap();
            let DateOutcome::Taken(clashes) = &preview.lines[0].outcome else {
                panic!("{preview:?}")
            };
            (clashes[0].by.clone(), clashes[0].own)
        };
        assert_eq!(seen(&Viewer::ANYBODY).await, (None, false));
        assert_eq!(seen(&scene.viewer(KARI).await).await, (None, false));
        let name = Some("Rita Innbygger".to_owned());
        assert_eq!(seen(&scene.viewer(RESIDENT).await).await, (name.clone(), true));
        assert_eq!(seen(&scene.viewer(MANAGER).await).await, (name, false));
    });
}

#[test]
fn a_preview_asks_the_database_as_often_for_forty_dates_as_for_one() {
    on_both(async |scene| {
        scene
            .sent(OLA, &weekly(OLA, A, "2026-08-18", "18:00-20:00", 40))
            .await;
        let kari = scene.viewer(KARI).await;
        let queries = async |count| {
            let before = scene.service.store().queries();
            let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", count);
            let preview = scene.service.preview(&kari, &wish).await.unwrap();
            assert_eq!(preview.lines.len(), usize::from(count));
            scene.service.store().queries() - before
        };
        // The places are read once, and again only after a change.
        queries(1).await;
        let one = queries(1).await;
        assert_eq!(queries(40).await, one);
        assert!(one <= 14, "{one}");
    });
}

#[test]
fn a_date_over_the_weekly_quota_tells_so_until_another_is_left_out() {
    on_both(async |scene| {
        use ledig_domain::booking_rules::BookingRules;
        use ledig_store::{Tx, spaces};
        let rules = &BookingRules {
            weekly_quota_minutes: Some(120),
            ..BookingRules::default()
        };
        scene
            .service
            .store()
            .write(|| {
                async move |tx: &mut Tx| {
                    let mut space = spaces::by_id(tx, A).await?.unwrap();
                    space.rules = Some(rules.clone());
                    spaces::update(tx, &space).await
                }
            })
            .await
            .unwrap();
        let mut wish = once(KARI, A, "2026-08-18", "18:00-19:30");
        wish.recurrence.added.insert(date("2026-08-20"));
        let kari = scene.viewer(KARI).await;
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        let over = DateOutcome::Breaks(vec![Breach::OverQuota {
            quota: 120,
            would_be: 180,
        }]);
        assert!(
            preview.lines.iter().all(|line| line.outcome == over),
            "{preview:?}"
        );
        let wish = choosing(wish, "2026-08-20", Choice::Drop);
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        assert!(preview.lines[0].outcome.is_free());
    });
}

#[test]
fn broken_rules_are_told_one_by_one() {
    on_both(async |scene| {
        let kari = scene.viewer(KARI).await;
        let breaks = async |day, times| {
            let preview = scene
                .service
                .preview(&kari, &once(KARI, A, day, times))
                .await
                .unwrap();
            match &preview.lines[0].outcome {
                DateOutcome::Breaks(breaches) => breaches.clone(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(
            breaks("2026-08-18", "18:00-18:15").await,
            [Breach::TooShort { min: 30 }]
        );
        assert_eq!(
            breaks("2026-08-18", "18:05-19:05").await,
            [Breach::OffGrid { grid: 15 }]
        );
        assert_eq!(
            breaks("2026-08-10", "13:00-14:00").await,
            [Breach::TooSoon { lead_hours: 2 }]
        );
        assert_eq!(breaks("2026-08-10", "08:00-09:00").await, [Breach::Past]);
        assert_eq!(
            breaks("2028-08-10", "08:00-09:00").await,
            [Breach::TooFar { horizon_days: 400 }]
        );
        let night = breaks("2026-08-18", "22:00-23:15").await;
        assert!(matches!(night[..], [Breach::NotOpen(_)]), "{night:?}");
    });
}

#[test]
fn an_unusable_recurrence_is_a_fault_and_not_an_error() {
    on_both(async |scene| {
        let wish = weekly(KARI, A, "2026-08-18", "18:00-19:30", 500);
        let kari = scene.viewer(KARI).await;
        let preview = scene.service.preview(&kari, &wish).await.unwrap();
        assert_eq!(
            (preview.fault, preview.lines.len()),
            (Some(RecurrenceFault::TooMany), 0)
        );
        assert!(matches!(
            scene.send(KARI, &wish).await,
            Err(ServiceError::Invalid(_))
        ));
    });
}
