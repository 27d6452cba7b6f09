//! Many at once: threads of their own with connections of their own, as if they were so many processes.

use crate::{db::Db, world::*};
use ledig_domain::{id::SpaceId, time::Span};
use ledig_store::{Store, StoreError, Tx, bookings, closures, holds, outbox, requests, tree};
use std::sync::{Arc, Barrier};

on_both!(
    of_sixteen_overlapping_bookings_exactly_one_wins,
    of_sixteen_that_share_one_store_exactly_one_wins,
    two_series_inserted_in_opposite_order_both_end,
    crossing_series_end_without_a_deadlock_that_escapes,
    a_closure_and_bookings_at_once_never_overlook_each_other,
    a_tree_change_and_bookings_at_once_leave_no_unit_behind,
    an_expired_hold_is_removed_by_many_at_once,
    a_message_is_claimed_once,
    case_numbers_are_given_once_and_without_holes,
);

const THREADS: u128 = 16;

/// Runs the work in threads of their own that start at once, each with a store of its own.
fn at_once<T: Send + 'static>(
    db: &Db,
    threads: u128,
    work: impl AsyncFn(&Store, u128) -> T + Copy + Send + 'static,
) -> Vec<T> {
    let barrier = Arc::new(Barrier::new(usize::try_from(threads).unwrap()));
    let running: Vec<_> = (1..=threads)
        .map(|number| {
            let (url, barrier) = (db.url.clone(), Arc::clone(&barrier));
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                runtime.block_on(async {
                    let store = Store::connect(&url).await.unwrap();
                    barrier.wait();
                    let done = work(&store, number).await;
                    store.close().await;
                    done
                })
            })
        })
        .collect();
    running.into_iter().map(|thread| thread.join().unwrap()).collect()
}

async fn booked(store: &Store, number: u128, space: SpaceId, spans: &[Span]) -> Result<(), StoreError> {
    store
        .write(|| async move |tx: &mut Tx| book(tx, number, space, spans).await.map(|_| ()))
        .await
}

fn wins(results: &[Result<(), StoreError>]) -> usize {
    for result in results {
        assert!(
            matches!(result, Ok(()) | Err(StoreError::Taken(_))),
            "only taken time may be told: {result:?}"
        );
    }
    results.iter().filter(|result| result.is_ok()).count()
}

async fn of_sixteen_overlapping_bookings_exactly_one_wins(db: &Db) {
    fill(db).await;
    let results = at_once(db, THREADS, async |store, number| {
        // Wholes and parts, none at the same time, all over the same minutes.
        let space = [HALL, C, C2][usize::try_from(number % 3).unwrap()];
        let from = i64::try_from(number).unwrap() * 60;
        let span = Span {
            start: hours(0, 1).start.plus(from),
            end: hours(0, 1).end.plus(from),
        };
        booked(store, number, space, &[span]).await
    });
    assert_eq!(wins(&results), 1);
    let mut tx = db.store.reader().await.unwrap();
    let all = ledig_store::occupancy::busy(&mut tx, &[A, B, C1, C2], hours(-5, 50), NOW)
        .await
        .unwrap();
    let mut who: Vec<_> = all.iter().map(|row| row.occurrence_id).collect();
    who.dedup();
    assert_eq!(who.len(), 1, "the losers left nothing");
}

async fn of_sixteen_that_share_one_store_exactly_one_wins(db: &Db) {
    fill(db).await;
    let tasks: Vec<_> = (1..=THREADS)
        .map(|number| {
            let store = db.store.clone();
            tokio::spawn(async move { booked(&store, number, GYM, &[hours(0, 2)]).await })
        })
        .collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap());
    }
    assert_eq!(wins(&results), 1);
}

async fn two_series_inserted_in_opposite_order_both_end(db: &Db) {
    fill(db).await;
    let results = at_once(db, 2, async |store, number| {
        let mut spans: Vec<Span> = (0..40).map(|week| hours(week * 168, 2)).collect();
        if number == 2 {
            spans.reverse();
        }
        booked(store, number, HALL, &spans).await
    });
    assert_eq!(wins(&results), 1);
}

async fn crossing_series_end_without_a_deadlock_that_escapes(db: &Db) {
    fill(db).await;
    // Each takes its dates in two statements, the later first: the order that makes PostgreSQL's deadlocks.
    let results = at_once(db, 8, async |store, number| {
        let (request, lines) = request(number, A, &[hours(0, 1), hours(24, 1)]);
        let dates = occurrences(&lines);
        let (one, other) = if number % 2 == 0 { (0, 1) } else { (1, 0) };
        write(store, async |tx| {
            requests::insert(tx, &request, &lines).await?;
            book_dates(tx, &request, &dates[one..=one]).await?;
            bookings::book(tx, &dates[other..=other], NOW).await
        })
        .await
    });
    assert_eq!(wins(&results), 1);
}

async fn a_closure_and_bookings_at_once_never_overlook_each_other(db: &Db) {
    fill(db).await;
    let results = at_once(db, 8, async |store, number| {
        if number == 8 {
            let flood = closure(1, HALL, hours(0, 1000));
            write(store, async |tx| {
                closures::insert(tx, std::slice::from_ref(&flood)).await
            })
            .await
            .map(|()| 0)
        } else {
            // Some before the closure is made, some after: each lies in it.
            let mut made = 0;
            for round in 0..6 {
                let number_of = number * 10 + round;
                let from = i64::try_from(number_of).unwrap();
                match booked(
                    store,
                    number_of,
                    [A, HALL, C][usize::try_from(number % 3).unwrap()],
                    &[hours(from, 1)],
                )
                .await
                {
                    Ok(()) => made += 1,
                    Err(StoreError::Taken(slots)) => {
                        assert!(slots.iter().all(|slot| slot.closed), "{slots:?}");
                    }
                    Err(fault) => return Err(fault),
                }
            }
            Ok(made)
        }
    });
    let made: i32 = results.into_iter().map(Result::unwrap).sum();
    let refused = booked(&db.store, 999, A, &[hours(900, 1)]).await;
    assert!(matches!(refused, Err(StoreError::Taken(_))));
    // Every booking in the closure's time was committed before the closure: its row is older.
    let mut tx = db.store.reader().await.unwrap();
    let hit = bookings::standing_in(&mut tx, &[A, B, C1, C2], hours(0, 1000))
        .await
        .unwrap();
    assert_eq!(i32::try_from(hit.len()).unwrap(), made);
}

async fn a_tree_change_and_bookings_at_once_leave_no_unit_behind(db: &Db) {
    fill(db).await;
    let results = at_once(db, 6, async |store, number| {
        if number == 6 {
            write(store, async |tx| {
                let halves = [
                    space(SpaceId(id(50)), Some(GYM), "gym-1", 8),
                    space(SpaceId(id(51)), Some(GYM), "gym-2", 9),
                ];
                ledig_store::spaces::insert(tx, &halves).await?;
                tree::rederive(tx, SCHOOL, NOW).await
            })
            .await
        } else {
            for round in 0..4 {
                let number = number * 10 + round;
                booked(store, number, GYM, &[hours(i64::try_from(number).unwrap(), 1)]).await?;
            }
            Ok(())
        }
    });
    for result in results {
        result.unwrap();
    }
    let mut tx = db.store.reader().await.unwrap();
    let whole = ledig_store::occupancy::busy(&mut tx, &[GYM], hours(0, 100), NOW)
        .await
        .unwrap();
    assert_eq!(whole, [], "the gym is no unit any more");
    let halves = [SpaceId(id(50)), SpaceId(id(51))];
    let there = ledig_store::occupancy::busy(&mut tx, &halves, hours(0, 100), NOW)
        .await
        .unwrap();
    assert_eq!(there.len(), 2 * 5 * 4);
}

async fn an_expired_hold_is_removed_by_many_at_once(db: &Db) {
    fill(db).await;
    let (asked, lines) = request(500, GYM, &[hours(0, 1)]);
    db.write(async |tx| {
        requests::insert(tx, &asked, &lines).await?;
        holds::place(tx, &[hold(1, lines[0].id, GYM, hours(0, 1), NOW)], NOW).await
    })
    .await
    .unwrap();
    let results = at_once(db, 8, async |store, number| {
        booked(store, number, GYM, &[hours(0, 1)]).await
    });
    assert_eq!(wins(&results), 1);
}

async fn a_message_is_claimed_once(db: &Db) {
    fill(db).await;
    crate::log::put_messages(db, 40).await;
    let claimed = at_once(db, 8, async |store, _| {
        let mut own = Vec::new();
        loop {
            let batch = write(store, async |tx| outbox::claim(tx, NOW, NOW.plus(60), 3).await)
                .await
                .unwrap();
            if batch.is_empty() {
                return own;
            }
            own.extend(batch.into_iter().map(|message| message.id));
        }
    });
    let mut all: Vec<i64> = claimed.into_iter().flatten().collect();
    all.sort_unstable();
    let before = all.len();
    all.dedup();
    assert_eq!((before, all.len()), (40, 40));
}

async fn case_numbers_are_given_once_and_without_holes(db: &Db) {
    fill(db).await;
    let mut numbers = at_once(db, 8, async |store, number| {
        // Half of them give their number up again.
        let result = write(store, async |tx| {
            let given = requests::next_case_number(tx, MUNICIPALITY, 2026).await?;
            if number % 2 == 0 {
                Err(StoreError::Missing)
            } else {
                Ok(given)
            }
        })
        .await;
        result.ok()
    });
    numbers.retain(Option::is_some);
    let mut numbers: Vec<String> = numbers.into_iter().flatten().collect();
    numbers.sort();
    assert_eq!(numbers, ["2026/0001", "2026/0002", "2026/0003", "2026/0004"]);
}
