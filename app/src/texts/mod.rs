//! The catalogue of screen texts, and the languages it comes in.

use leptos::prelude::use_context;
use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// Norwegian bokmål, when nothing else is asked for.
    #[default]
    #[serde(rename = "nb")]
    Bokmal,
    /// Norwegian nynorsk.
    #[serde(rename = "nn")]
    Nynorsk,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Locale {
    /// The tag for `<html lang>`, cookies and links: `nb`, `nn` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Bokmal => "nb",
            Self::Nynorsk => "nn",
            Self::English => "en",
        }
    }

    /// The locale of a language tag (`nn`, `en-GB`, `no`), if we have it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.trim().split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "nb" | "no" => Some(Self::Bokmal),
            "nn" => Some(Self::Nynorsk),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we have, by the order of its weights.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut asked: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.split(';');
                let locale = Self::from_tag(pieces.next()?)?;
                let weight = pieces
                    .find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok())
                    .unwrap_or(1.0);
                (weight > 0.0).then_some((weight, locale))
            })
            .collect();
        asked.sort_by(|a, b| b.0.total_cmp(&a.0));
        asked.first().map(|(_, locale)| *locale)
    }
}

/// The language of the page being rendered. Islands take it as a prop instead.
pub fn use_locale() -> Locale {
    use_context().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(
            Locale::from_accept_language("de, en;q=0.4, nn;q=0.9"),
            Some(Locale::Nynorsk)
        );
        assert_eq!(
            Locale::from_accept_language("en-GB,en;q=0.9"),
            Some(Locale::English)
        );
        assert_eq!(Locale::from_accept_language("no"), Some(Locale::Bokmal));
        assert_eq!(Locale::from_accept_language("en;q=0, de"), None);
    }
}
