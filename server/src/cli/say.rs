//! What commands tell whoever started them: results on standard output, progress on standard error.

use std::io::{IsTerminal as _, Write as _};

/// One line of a result.
///
/// # Errors
/// When standard output is closed.
pub fn line(text: &str) -> anyhow::Result<()> {
    writeln!(std::io::stdout().lock(), "{text}")?;
    Ok(())
}

/// How far something has come, on one line that is written over. Nothing where nobody looks.
pub fn progress(done: usize, total: usize) {
    let mut out = std::io::stderr().lock();
    if out.is_terminal() {
        let end = if done >= total { "\n" } else { "" };
        let _ = write!(out, "\r{done} of {total}{end}");
        let _ = out.flush();
    }
}
