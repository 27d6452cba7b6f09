//! A process that is killed between two statements leaves nothing half done, and everything it acknowledged.

use crate::{db::Db, world::*};
use ledig_domain::event::EventKind;
use ledig_store::{
    Store, StoreError, bookings,
    events::{self, NewEvent},
    occupancy,
    outbox::{self, NewMessage},
    requests,
};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

on_both!(nothing_half_done_and_everything_acknowledged);

const URL: &str = "LEDIG_TEST_KILLED_URL";
const STOP: &str = "LEDIG_TEST_KILLED_STOP";
/// The statements of the child's write between which it can be stopped.
const STEPS: u128 = 6;

/// The child: acknowledges one request, then stops in the middle of the next until it is killed.
#[test]
#[ignore = "started by the other tests of this module, to be killed"]
fn child() {
    let (Ok(url), Ok(stop)) = (std::env::var(URL), std::env::var(STOP)) else {
        return;
    };
    let stop: u128 = stop.parse().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let store = Store::connect(&url).await.unwrap();
        let told = write(&store, async |tx| send(tx, 2 * stop, STEPS + 1).await).await;
        told.unwrap();
        say("acknowledged");
        let _ = write(&store, async |tx| send(tx, 2 * stop + 1, stop).await).await;
    });
}

fn say(word: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "\n@@{word}").unwrap();
    out.flush().unwrap();
}

/// Writes all that belongs to a request; waits for the end after so many steps.
async fn send(tx: &mut ledig_store::Tx, number: u128, stop: u128) -> Result<(), StoreError> {
    let spans: Vec<_> = (0..20)
        .map(|week| hours(i64::try_from(number).unwrap() * 2 + week * 168, 1))
        .collect();
    let (mut asked, lines) = request(number, HALL, &spans);
    for step in 1..=STEPS {
        match step {
            1 => asked.case_number = requests::next_case_number(tx, MUNICIPALITY, 2026).await?,
            2 => requests::insert(tx, &asked, &lines).await?,
            3 => book_dates(tx, &asked, &occurrences(&lines[..10])).await?,
            4 => bookings::book(tx, &occurrences(&lines[10..]), NOW).await?,
            5 => {
                let event = NewEvent {
                    id: event_id(number),
                    at: NOW,
                    kind: EventKind::RequestSent,
                    actor: Some(KARI),
                    acting_for: Some(CLUB),
                    request_id: Some(asked.id),
                    facility_id: Some(SCHOOL),
                    subject: serde_json::Value::Null,
                    detail: serde_json::Value::Null,
                };
                events::append(tx, &[event]).await?;
            }
            _ => {
                let message = NewMessage {
                    event_id: event_id(number),
                    kind: "sent".to_owned(),
                    payload: serde_json::Value::Null,
                    due_at: NOW,
                };
                outbox::put(tx, &[message]).await?;
            }
        }
        if step == stop {
            say("half");
            std::future::pending::<()>().await;
        }
    }
    Ok(())
}

async fn nothing_half_done_and_everything_acknowledged(db: &Db) {
    fill(db).await;
    for stop in 1..=STEPS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::child", "--ignored", "--nocapture"])
            .env(URL, &db.url)
            .env(STOP, stop.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = Vec::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            if let Some(word) = line.strip_prefix("@@") {
                said.push(word.to_owned());
                if word == "half" {
                    break;
                }
            }
        }
        // On Unix this is SIGKILL.
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(said, ["acknowledged", "half"]);
        check(&Store::open(&db.url).await.unwrap(), stop).await;
    }
}

async fn check(store: &Store, stop: u128) {
    let mut tx = store.reader().await.unwrap();
    let (kept, lost) = (
        request(2 * stop, HALL, &[]).0.id,
        request(2 * stop + 1, HALL, &[]).0.id,
    );
    let found = requests::by_id(&mut tx, kept).await.unwrap().unwrap();
    assert_eq!(
        found.case_number,
        format!("2026/{stop:04}"),
        "no number is lost to the dead"
    );
    assert_eq!(requests::lines(&mut tx, kept).await.unwrap().len(), 20);
    assert_eq!(bookings::occurrences(&mut tx, kept).await.unwrap().len(), 20);
    assert_eq!(events::of_request(&mut tx, kept).await.unwrap().len(), 1);
    assert_eq!(requests::by_id(&mut tx, lost).await.unwrap(), None);
    assert_eq!(requests::lines(&mut tx, lost).await.unwrap(), []);
    assert_eq!(bookings::occurrences(&mut tx, lost).await.unwrap(), []);
    let units = occupancy::busy(&mut tx, &[A, B, C1, C2], hours(0, 168 * 30), NOW)
        .await
        .unwrap();
    let acknowledged = usize::try_from(stop).unwrap();
    assert_eq!(units.len(), acknowledged * 20 * 4);
    assert_eq!(
        events::latest(&mut tx, None, 99).await.unwrap().len(),
        acknowledged
    );
    drop(tx);
    store.close().await;
}
