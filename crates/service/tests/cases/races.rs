use crate::scene::*;
use ledig_service::case::submit::Submitted;

#[test]
fn of_sixteen_who_send_at_the_same_instant_one_wins() {
    on_both(async |scene| {
        let tasks: Vec<_> = (0..16)
            .map(|number| {
                let scene = scene.clone();
                tokio::spawn(async move {
                    let person = if number % 2 == 0 { KARI } else { OLA };
                    // The whole and a part of it: different spaces, the same unit.
                    let space = if number % 4 < 2 { HALL } else { B };
                    scene
                        .send(person, &weekly(person, space, "2026-08-18", "18:00-19:30", 5))
                        .await
                })
            })
            .collect();
        let (mut won, mut came_back) = (0, 0);
        for task in tasks {
            match task.await.unwrap().unwrap() {
                Submitted::DecidedAtOnce { .. } => won += 1,
                Submitted::DatesChanged(preview) => {
                    assert_eq!(preview.counts().taken, 5);
                    came_back += 1;
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((won, came_back), (1, 15));
    });
}

#[test]
fn a_double_click_gives_one_request_and_the_same_answer() {
    on_both(async |scene| {
        let kari = scene.viewer(KARI).await;
        let mut given = Vec::new();
        // The twins mostly wait for each other; that one looks between the other's lookup and its booking is rare.
        let days = [
            "2026-08-18",
            "2026-08-19",
            "2026-08-20",
            "2026-08-24",
            "2026-08-28",
        ];
        for (number, day) in days.into_iter().enumerate() {
            let wish = weekly(KARI, A, day, "18:00-19:30", 3);
            let tasks: Vec<_> = (0..12)
                .map(|_| {
                    let (scene, kari, wish) = (scene.clone(), kari.clone(), wish.clone());
                    tokio::spawn(async move { scene.service.submit(&kari, &wish, day).await.unwrap() })
                })
                .collect();
            let mut answers = Vec::new();
            for task in tasks {
                answers.push(task.await.unwrap());
            }
            let decided = matches!(answers[0], Submitted::DecidedAtOnce { .. });
            assert!(
                decided && answers.iter().all(|answer| *answer == answers[0]),
                "{answers:?}"
            );
            assert_eq!(
                scene.service.my_page(&kari).await.unwrap().cases.len(),
                number + 1
            );
            given.extend(answers);
        }
        // Another's same key is another's.
        let ola = scene.viewer(OLA).await;
        let wish = weekly(OLA, B, "2026-08-18", "18:00-19:30", 3);
        let other = scene.service.submit(&ola, &wish, days[0]).await.unwrap();
        assert!(!given.contains(&other));
    });
}

#[test]
fn two_series_in_opposite_order_both_end() {
    on_both(async |scene| {
        let first = weekly(KARI, A, "2026-08-18", "18:00-19:30", 20);
        let mut second = weekly(OLA, A, "2026-08-18", "18:00-19:30", 20);
        second.space = HALL;
        let (one, other) = tokio::join!(scene.send(KARI, &first), scene.send(OLA, &second));
        let won = [one.unwrap(), other.unwrap()]
            .iter()
            .filter(|answer| matches!(answer, Submitted::DecidedAtOnce { .. }))
            .count();
        assert_eq!(won, 1);
    });
}
