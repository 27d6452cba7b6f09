//! Where in a file something stands, and the list of what is wrong there.

use super::fault::{Fault, FaultKind};
use std::fmt::Write as _;

/// So many faults are told; the rest is counted.
pub const MOST_FAULTS: usize = 10_000;

/// A place in a file: nothing is written out before there is a fault.
#[derive(Clone, Copy)]
pub struct At<'a> {
    above: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Field(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// A field of the file itself.
    pub const fn top(field: &'a str) -> Self {
        Self {
            above: None,
            step: Step::Field(field),
        }
    }

    /// A field of what stands here.
    pub const fn field(&'a self, field: &'a str) -> Self {
        Self {
            above: Some(self),
            step: Step::Field(field),
        }
    }

    /// An entry of the list that stands here, from 0.
    pub const fn index(&'a self, index: usize) -> Self {
        Self {
            above: Some(self),
            step: Step::Index(index),
        }
    }

    /// Another entry of the same list.
    pub const fn sibling(&self, index: usize) -> Self {
        Self {
            above: self.above,
            step: Step::Index(index),
        }
    }

    /// The JSON pointer.
    pub fn pointer(&self) -> String {
        let mut text = self.above.map_or_else(String::new, At::pointer);
        match self.step {
            Step::Field(field) => {
                text.push('/');
                text.push_str(&field.replace('~', "~0").replace('/', "~1"));
            }
            Step::Index(index) => {
                // Writing to a text does not fail.
                let _ = write!(text, "/{index}");
            }
        }
        text
    }
}

/// The faults found so far.
#[derive(Default)]
pub struct Faults {
    kept: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// One more.
    pub fn add(&mut self, at: &At<'_>, what: FaultKind) {
        if self.kept.len() < MOST_FAULTS {
            self.push(at.pointer(), what);
        } else {
            self.more += 1;
        }
    }

    /// One more, where the pointer is written already.
    pub fn push(&mut self, path: String, what: FaultKind) {
        if self.kept.len() < MOST_FAULTS {
            self.kept.push(Fault { path, what });
        } else {
            self.more += 1;
        }
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// All of them; those that were only counted in one last line.
    pub fn into_vec(mut self) -> Vec<Fault> {
        if self.more > 0 {
            let count = self.more;
            self.kept.push(Fault {
                path: String::new(),
                what: FaultKind::More { count },
            });
        }
        self.kept
    }
}
