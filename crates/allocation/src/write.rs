//! Writes a draft so that people can look through it and programs can go through it line by line.

use crate::format::Draft;
use serde::Serialize as _;
use serde_json::{Serializer, ser::Formatter};
use std::io::{self, Write};

/// Writes a draft as JSON: each field on a line of its own, each session, class, organisation and refusal too; no
/// spaces within those. Ends with a new line. What is written is passed on piece by piece: give it a buffer.
///
/// # Errors
/// When it cannot be written.
pub fn draft(draft: &Draft, mut to: impl Write) -> io::Result<()> {
    let mut out = Serializer::with_formatter(&mut to, Lines::default());
    draft.serialize(&mut out)?;
    to.write_all(b"\n")
}

/// Breaks lines in the outermost object and in what it holds, and nowhere deeper.
#[derive(Default)]
struct Lines {
    depth: usize,
    /// Whether anything is in what is about to end.
    filled: bool,
}

/// So deep, lines are broken.
const DEEPEST: usize = 2;

impl Lines {
    fn begin<W: ?Sized + Write>(&mut self, to: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        to.write_all(sign)
    }

    fn end<W: ?Sized + Write>(&mut self, to: &mut W, sign: &[u8]) -> io::Result<()> {
        let broken = self.depth <= DEEPEST && self.filled;
        self.depth -= 1;
        if broken {
            self.line(to)?;
        }
        to.write_all(sign)
    }

    fn next<W: ?Sized + Write>(&self, to: &mut W, first: bool) -> io::Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        if self.depth <= DEEPEST {
            self.line(to)?;
        }
        Ok(())
    }

    fn line<W: ?Sized + Write>(&self, to: &mut W) -> io::Result<()> {
        to.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| to.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.begin(to, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.next(to, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.begin(to, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.end(to, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        self.next(to, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(if self.depth == 1 { b": " } else { b":" })
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
