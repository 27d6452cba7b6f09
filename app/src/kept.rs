//! A form that found nobody signed in: carried along through signing in, so that nothing typed is lost.
//!
//! The fields travel as hidden inputs from page to page; they are neither stored nor logged. Whether they do
//! anything is decided when they are sent again, by who is signed in then.

use crate::actions::own_path;

/// The field with the path that the form was sent to.
pub const TO: &str = "til";

/// What the names of the carried fields begin with.
const PREFIX: &str = "sendt.";

/// Where forms are sent that only make sense for one who is signed in.
const OURS: [&str; 3] = ["/forvaltning/", "/saker/", "/min-side/"];

/// What was sent, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The path that the form was sent to.
    pub to: String,
    /// Every field but passwords, in order.
    pub fields: Vec<(String, String)>,
}

/// Somebody wants a form carried to where none of ours leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign;

impl Kept {
    /// The form that was sent to the path; nothing if no form of ours is kept from there.
    pub fn of(to: &str, fields: Vec<(String, String)>) -> Option<Self> {
        is_ours(to).then(|| Self {
            to: to.to_owned(),
            fields: fields.into_iter().filter(|(name, _)| !secret(name)).collect(),
        })
    }

    /// What a form carried along, if anything.
    ///
    /// # Errors
    /// [`Foreign`] when it leads elsewhere than to a form of ours.
    pub fn read(posted: &[(String, String)]) -> Result<Option<Self>, Foreign> {
        let Some((_, to)) = posted.iter().find(|(name, _)| name == TO) else {
            return Ok(None);
        };
        let carried = posted
            .iter()
            .filter_map(|(name, value)| Some((name.strip_prefix(PREFIX)?.to_owned(), value.clone())));
        Self::of(to, carried.collect()).map(Some).ok_or(Foreign)
    }

    /// The hidden fields that carry it along.
    pub fn carried(&self) -> Vec<(String, String)> {
        let to = (TO.to_owned(), self.to.clone());
        let fields = self.fields.iter();
        std::iter::once(to)
            .chain(fields.map(|(name, value)| (format!("{PREFIX}{name}"), value.clone())))
            .collect()
    }
}

fn is_ours(to: &str) -> bool {
    own_path(to) == to && !to.contains("..") && OURS.iter().any(|start| to.starts_with(start))
}

fn secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("password") || name.contains("passord")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_carried_comes_out_as_it_was_sent() {
        let sent = pairs(&[
            ("til", "2026-09-01"),
            ("email", "a@b.no"),
            ("dag", "1"),
            ("dag", "3"),
        ]);
        let kept = Kept::of("/forvaltning/folk/7/medlem", sent).unwrap();
        let mut posted = pairs(&[("email", "kari@example.no"), ("password", "x")]);
        posted.extend(kept.carried());
        assert_eq!(Kept::read(&posted), Ok(Some(kept)));
        assert_eq!(Kept::read(&pairs(&[("email", "x")])), Ok(None));
    }

    #[test]
    fn passwords_are_left_behind() {
        let sent = pairs(&[("navn", "Kari"), ("password", "x"), ("nytt_passord", "y")]);
        let kept = Kept::of("/forvaltning/ansatte/legg-til", sent).unwrap();
        assert_eq!(kept.fields, pairs(&[("navn", "Kari")]));
    }

    #[test]
    fn only_forms_of_ours_are_carried() {
        for to in [
            "https://evil.example/forvaltning/",
            "//evil.example/saker/",
            "/logg-ut",
            "/passord",
            "/saker/../logg-ut",
            "/forvaltning/\\evil",
        ] {
            assert_eq!(Kept::read(&pairs(&[(TO, to)])), Err(Foreign), "{to}");
        }
    }
}
