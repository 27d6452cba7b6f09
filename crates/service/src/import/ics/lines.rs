//! Content lines: unfolded, with the line of the file that each begins on, and grouped by event.

use super::super::fault::{Fault, FaultKind};
use super::{MAX_EVENTS, Reason};

/// The most lines of one event; what is more is an unreadable event.
const MAX_LINES: usize = 2_000;

/// One property of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name, in capitals.
    pub name: String,
    /// Its parameters, names in capitals, values without quotation marks.
    pub parameters: Vec<(String, String)>,
    /// Its value, as it stands.
    pub value: String,
}

impl Property {
    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The properties of one event.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The line of its `BEGIN:VEVENT`.
    pub line: u64,
    /// Its properties; those of alarms and the like are left out.
    pub properties: Vec<Property>,
    /// Why it cannot be read as a whole.
    pub fault: Option<Reason>,
}

impl Block {
    /// The first property of the name.
    pub fn get(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// What the event is called, or its id.
    pub fn name(&self) -> String {
        let text = |name| self.get(name).map(|property| unescaped(&property.value));
        let name = text("SUMMARY").filter(|summary| !summary.trim().is_empty());
        let name = name.or_else(|| text("UID")).unwrap_or_default();
        name.trim().chars().take(200).collect()
    }
}

/// The events of a calendar.
///
/// # Errors
/// The text is no calendar.
pub fn events(text: &str) -> Result<Vec<Block>, Fault> {
    let lines = unfolded(text);
    let is = |line: &str, what: &str| line.trim_end().eq_ignore_ascii_case(what);
    let first = lines.iter().find(|(_, line)| !line.trim().is_empty());
    if !first.is_some_and(|(_, line)| is(line, "BEGIN:VCALENDAR")) {
        let why = "not a calendar: it does not begin with BEGIN:VCALENDAR";
        return Err(Fault::line(1, FaultKind::Refused(why.to_owned())));
    }
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    let mut inner = 0_usize;
    for (number, line) in &lines {
        match &mut open {
            None if is(line, "BEGIN:VEVENT") => {
                if blocks.len() == MAX_EVENTS {
                    let fault = Some(Reason::TooManyEvents(MAX_EVENTS));
                    blocks.push(Block {
                        line: *number,
                        fault,
                        ..Block::default()
                    });
                    return Ok(blocks);
                }
                open = Some(Block {
                    line: *number,
                    ..Block::default()
                });
                inner = 0;
            }
            None => {}
            Some(_) if is(line, "END:VEVENT") => blocks.extend(open.take()),
            Some(block) if is(line, "BEGIN:VEVENT") => {
                block.fault = Some(Reason::Unreadable { line: *number });
                blocks.extend(open.take());
                open = Some(Block {
                    line: *number,
                    ..Block::default()
                });
                inner = 0;
            }
            Some(block) => {
                let upper = line.get(..6).map(str::to_ascii_uppercase).unwrap_or_default();
                if upper == "BEGIN:" {
                    inner += 1;
                } else if upper.starts_with("END:") {
                    inner = inner.saturating_sub(1);
                } else if inner == 0 && !line.trim().is_empty() {
                    match property(line) {
                        Some(property) if block.properties.len() < MAX_LINES => {
                            block.properties.push(property);
                        }
                        _ => {
                            block.fault.get_or_insert(Reason::Unreadable { line: *number });
                        }
                    }
                }
            }
        }
    }
    if let Some(mut block) = open {
        let line = lines.last().map_or(block.line, |(number, _)| *number);
        block.fault = Some(Reason::Unreadable { line });
        blocks.push(block);
    }
    Ok(blocks)
}

/// Logical lines with the number of the line that each begins on. RFC 5545, section 3.1.
fn unfolded(text: &str) -> Vec<(u64, String)> {
    let mut lines: Vec<(u64, String)> = Vec::new();
    for (number, line) in (1_u64..).zip(text.lines()) {
        let line = line.trim_end_matches('\r');
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// `NAME;PARAM=value;OTHER="quoted:value":value`.
fn property(line: &str) -> Option<Property> {
    let mut quoted = false;
    let colon = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let (head, value) = (&line[..colon], &line[colon + 1..]);
    let mut quoted = false;
    let mut parts = head.split(|c| {
        quoted ^= c == '"';
        c == ';' && !quoted
    });
    let name = parts.next()?.trim().to_ascii_uppercase();
    if name.is_empty()
        || !name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        return None;
    }
    let parameters = parts
        .map(|part| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            (key.to_ascii_uppercase(), value.trim_matches('"').to_owned())
        })
        .collect();
    Some(Property {
        name,
        parameters,
        value: value.to_owned(),
    })
}

/// Text with its escapes undone. RFC 5545, section 3.3.11.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}
