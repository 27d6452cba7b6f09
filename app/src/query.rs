//! The query of an address: the state of a page.

use std::fmt::Write as _;

/// The most pairs that are read: a request may hold 400 dates with a choice each.
const MAX_PAIRS: usize = 600;

/// Name–value pairs in order; empty values are dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `a=1&b=2`.
    pub fn parse(text: &str) -> Self {
        let pairs = text
            .split('&')
            .filter(|pair| !pair.is_empty())
            .filter_map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                let (name, value) = (decode(name), decode(value));
                (!value.trim().is_empty()).then_some((name, value))
            });
        Self(pairs.take(MAX_PAIRS).collect())
    }

    /// The first value of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.trim())
    }

    /// The first value of that name, read as `T`; `None` when it is missing or unreadable.
    pub fn read<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }

    /// Every value of that name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, value)| value.trim())
    }

    /// Whether the name is there with any value.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The same query with one name set to one value.
    pub fn with(&self, name: &str, value: impl std::fmt::Display) -> Self {
        let mut query = self.without(name);
        query.0.push((name.to_owned(), value.to_string()));
        query
    }

    /// The same query without a name.
    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(n, _)| n != name).cloned().collect())
    }

    /// Every pair, for hidden fields.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// A link to the path with this query.
    pub fn link(&self, path: &str) -> String {
        let mut link = path.to_owned();
        for (n, (name, value)) in self.0.iter().enumerate() {
            let join = if n == 0 { '?' } else { '&' };
            let _ = write!(link, "{join}{}={}", encode(name), encode(value));
        }
        link
    }
}

/// Percent-encodes a part of an address.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |b: u8| {
            char::from(b)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        };
        let escaped = (bytes[at] == b'%' && at + 2 < bytes.len())
            .then(|| Some(hex(bytes[at + 1])? * 16 + hex(bytes[at + 2])?))
            .flatten();
        match (bytes[at], escaped) {
            (_, Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (b'+', None) => {
                out.push(b' ');
                at += 1;
            }
            (byte, None) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let query = Query::default()
            .with("hva", "gymsal & dans")
            .with("hvor", "Bærum");
        let link = query.link("/sok");
        assert_eq!(link, "/sok?hva=gymsal%20%26%20dans&hvor=B%C3%A6rum");
        assert_eq!(Query::parse(link.split_once('?').unwrap().1), query);
    }

    #[test]
    fn empty_and_broken_values_do_no_harm() {
        let query = Query::parse("a=&b=%zz&c=x+y&&d=%E6&e=%");
        assert_eq!(query.get("a"), None);
        assert_eq!(query.get("b"), Some("%zz"));
        assert_eq!(query.get("c"), Some("x y"));
        assert_eq!(query.get("e"), Some("%"));
    }

    #[test]
    fn setting_a_value_replaces_the_old() {
        let query = Query::parse("uke=2026-W34&visning=liste").with("uke", "2026-W35");
        assert_eq!(query.link("/x"), "/x?visning=liste&uke=2026-W35");
    }
}
