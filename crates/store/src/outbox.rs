//! Messages that events call for: written with the event, sent later, each at least once.

use crate::{Dialect, StoreError, Tx, row::TableRow, value::args};
use ledig_domain::{id::EventId, time::Timestamp};

row! {
    /// A message to send.
    #[derive(Clone, Debug, PartialEq)]
    pub struct NewMessage {
        /// The event that calls for it.
        pub event_id: EventId,
        /// What kind.
        pub kind: String,
        /// What it is made from: codes and ids.
        pub payload: serde_json::Value,
        /// Not before.
        pub due_at: Timestamp,
    }

    /// A claimed message.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Message {
        /// Which.
        pub id: i64,
        /// The event that calls for it.
        pub event_id: EventId,
        /// What kind.
        pub kind: String,
        /// What it is made from.
        pub payload: serde_json::Value,
        /// Not before.
        pub due_at: Timestamp,
        /// How often it was claimed, this time counted.
        pub attempts: u32,
    }
}

/// Adds messages.
pub async fn put(tx: &mut Tx, messages: &[NewMessage]) -> Result<(), StoreError> {
    tx.insert("outbox", messages).await
}

/// Claims due messages, oldest first, at most so many; nobody else gets them until the claim ends at `until`.
pub async fn claim(
    tx: &mut Tx,
    now: Timestamp,
    until: Timestamp,
    limit: u32,
) -> Result<Vec<Message>, StoreError> {
    let skip = match tx.dialect() {
        Dialect::Postgres => "FOR UPDATE SKIP LOCKED",
        Dialect::Sqlite => "",
    };
    let sql = format!(
        "UPDATE outbox SET claimed_until = $2, attempts = attempts + 1 WHERE id IN (SELECT id FROM outbox \
         WHERE done_at IS NULL AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1) \
         ORDER BY due_at, id LIMIT $3 {skip}) RETURNING {}",
        Message::COLUMNS.join(", ")
    );
    let mut claimed: Vec<Message> = tx.all(&sql, args![now, until, limit]).await?;
    claimed.sort_by_key(|message| (message.due_at, message.id));
    Ok(claimed)
}

/// It is sent.
pub async fn done(tx: &mut Tx, id: i64, at: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE outbox SET done_at = $2, claimed_until = NULL WHERE id = $1",
        args![id, at],
    )
    .await?;
    Ok(())
}

/// It could not be sent; it is due again then.
pub async fn failed(tx: &mut Tx, id: i64, fault: &str, due_at: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE outbox SET last_error = $2, due_at = $3, claimed_until = NULL WHERE id = $1",
        args![id, fault.to_owned(), due_at],
    )
    .await?;
    Ok(())
}
