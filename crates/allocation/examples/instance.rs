//! Writes a made-up season as JSON: `cargo run --release --example instance -- M 1 > m-1.json`.

use ledig_allocation::generate::{Size, instance};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [size, seed] = arguments.as_slice() else {
        return Err("which size (S, M, L, XL), and which seed?".into());
    };
    let size = Size::named(size).ok_or("the sizes are S, M, L, XL")?;
    let mut text = serde_json::to_string_pretty(&instance(size, seed.parse()?))?;
    text.push('\n');
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}
