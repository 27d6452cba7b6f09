//! Shares out the season in a file; the draft goes to standard output, what it took to standard error.
//!
//! `cargo run --release --example allocate -- m-1.json [units of work] > draft.json`

use ledig_allocation::{allocate::allocate, read, search::Limits, write};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("which file?")?;
    let instance = read::read_bytes(&std::fs::read(file)?).map_err(|faults| format!("{faults:?}"))?;
    let mut limits = Limits::usual(instance.wishes.len());
    if let Some(work) = arguments.next() {
        limits.work = work.parse()?;
    }
    let begun = std::time::Instant::now();
    let draft = allocate(&instance, &limits, &mut ());
    let seconds = begun.elapsed().as_secs_f64();
    writeln!(std::io::stderr(), "seconds={seconds:.3} work={}", draft.work)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    write::draft(&draft, &mut out)?;
    Ok(out.flush()?)
}
