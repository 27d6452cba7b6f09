//! Names in addresses.

use std::collections::HashSet;

/// A name in lower case, with plain letters, digits and hyphens only: `Bjørnegård skole` → `bjornegard-skole`.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' => out.push('o'),
            'å' | 'á' | 'à' => out.push('a'),
            'é' | 'è' | 'ê' => out.push('e'),
            'ü' => out.push('u'),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() {
        "sted".to_owned()
    } else {
        out.to_owned()
    }
}

/// The slug of a name, numbered if another has it; taken from now on.
pub fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let base = slug(name);
    let mut found = base.clone();
    let mut number = 2;
    while !taken.insert(found.clone()) {
        found = format!("{base}-{number}");
        number += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_plain_and_unique() {
        let mut taken = HashSet::new();
        assert_eq!(unique("Bjørnegård skole", &mut taken), "bjornegard-skole");
        assert_eq!(unique("Bjørnegård  Skole!", &mut taken), "bjornegard-skole-2");
        assert_eq!(slug("Kunstis (vinter)"), "kunstis-vinter");
        assert_eq!(slug("—"), "sted");
    }
}
