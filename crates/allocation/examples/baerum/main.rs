//! Writes the demo municipality's autumn as JSON:
//! `cargo run --example baerum > crates/allocation/demo/baerum-2026.json`.

mod seed;

use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = seed::autumn()?;
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}
