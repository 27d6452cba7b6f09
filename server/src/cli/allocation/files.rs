//! Files and standard streams of JSON.

use anyhow::Context as _;
use ledig_allocation::{
    format::{Draft, Instance},
    read::{self, Fault},
    write,
};
use serde::Serialize;
use std::{
    convert::Infallible,
    fmt,
    fs::File,
    io::{self, Read as _, Write as _},
    path::PathBuf,
    str::FromStr,
};

/// A file, or a standard stream.
#[derive(Clone, Debug)]
pub struct Named(Option<PathBuf>);

/// What is wrong with what was given.
#[derive(Debug, thiserror::Error)]
#[error("ledig: {0}")]
pub struct Bad(String);

impl Bad {
    /// In words.
    pub fn new(words: &str) -> Self {
        Self(words.into())
    }
}

impl From<String> for Named {
    fn from(text: String) -> Self {
        Self((text != "-").then(|| text.into()))
    }
}

impl FromStr for Named {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.to_owned().into())
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(path) => path.display().fmt(f),
            None => f.write_str("standard input"),
        }
    }
}

impl Named {
    /// The standard stream.
    pub const fn standard() -> Self {
        Self(None)
    }

    /// Whether it is a standard stream.
    pub const fn is_standard(&self) -> bool {
        self.0.is_none()
    }

    /// The season in it.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn instance(&self) -> anyhow::Result<Instance> {
        read::read_bytes(&self.bytes()?).map_err(|faults| self.faults(&faults).into())
    }

    /// The draft in it. It may be long: no more of it is in memory than the draft itself.
    ///
    /// # Errors
    /// Everything that is wrong with its form.
    pub fn draft(&self) -> anyhow::Result<Draft> {
        let file = self.0.as_ref().and_then(|path| File::open(path).ok());
        if let Some(draft) = file.and_then(read::draft_from) {
            return Ok(draft);
        }
        read::read_draft(&self.bytes()?).map_err(|faults| self.faults(&faults).into())
    }

    /// Writes JSON into it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, content: &impl Serialize) -> anyhow::Result<()> {
        self.put(|out| {
            serde_json::to_writer_pretty(&mut *out, content)?;
            out.write_all(b"\n")
        })
    }

    /// Writes a draft into it, a line for each session and refusal.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_draft(&self, draft: &Draft) -> anyhow::Result<()> {
        self.put(|out| write::draft(draft, out))
    }

    fn put(&self, content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> anyhow::Result<()> {
        match &self.0 {
            Some(path) => File::create(path)
                .and_then(|file| buffered(file, content))
                .with_context(|| format!("{} cannot be written", path.display())),
            None => Ok(buffered(io::stdout().lock(), content)?),
        }
    }

    fn bytes(&self) -> Result<Vec<u8>, Bad> {
        let read = match &self.0 {
            Some(path) => std::fs::read(path),
            None => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        read.map_err(|fault| Bad(format!("{self} cannot be read: {fault}")))
    }

    fn faults(&self, faults: &[Fault]) -> Bad {
        let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {fault}")).collect();
        Bad(format!("{self} has faults:{}", lines.concat()))
    }
}

fn buffered(
    to: impl io::Write,
    content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = io::BufWriter::new(to);
    content(&mut out)?;
    out.flush()
}
