//! Verifies a draft: one violation a line, as JSON, the kind first. `check INSTANCE DRAFT`

use ledig_allocation::{read, verify::verify};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [instance, draft] = arguments.as_slice() else {
        return Err("which instance, and which draft?".into());
    };
    let instance = read::read_bytes(&std::fs::read(instance)?).map_err(|faults| format!("{faults:?}"))?;
    let draft = read::read_draft(&std::fs::read(draft)?).map_err(|faults| format!("{faults:?}"))?;
    let mut out = std::io::stdout().lock();
    for violation in verify(&instance, &draft) {
        writeln!(out, "{}\t{violation}", serde_json::to_string(&violation)?)?;
    }
    Ok(())
}
