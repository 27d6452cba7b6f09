//! Imports into both databases, and the demo.

#![expect(clippy::unwrap_used, reason = "a test that cannot set up fails")]

mod clock;
mod db;
mod demo;
mod imports;
