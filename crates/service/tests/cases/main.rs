//! Cases from wish to cancellation, on SQLite and PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up fails")]

mod cancelling;
mod competing;
#[path = "../seeded/db.rs"]
mod db;
mod deciding;
mod offers;
mod pages;
mod people;
mod previews;
mod races;
mod scene;
mod story;
mod waiting;
