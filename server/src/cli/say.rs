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

/// A line for whoever looks on, apart from the result.
pub fn aside(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// What is being done: on a line that is written over, and where nobody looks only once for each `new` stage.
pub fn stage(text: &str, new: bool) {
    let mut out = std::io::stderr().lock();
    if out.is_terminal() {
        let _ = write!(out, "\r{text}\x1b[K");
        let _ = out.flush();
    } else if new {
        let _ = writeln!(out, "{text}");
    }
}

/// The line that is written over is left as it is.
pub fn stage_done() {
    let mut out = std::io::stderr().lock();
    if out.is_terminal() {
        let _ = writeln!(out);
    }
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
