//! Settings as text, from a file and the environment, before they mean anything.

use std::collections::BTreeMap;

/// Each setting's key in the file, and the variables that set it, the strongest first.
const SETTINGS: &[(&str, &[&str])] = &[
    ("server.listen", &["LEDIG_LISTEN"]),
    ("server.public_url", &["LEDIG_PUBLIC_URL"]),
    ("server.site_root", &["LEDIG_SITE_ROOT", "LEPTOS_SITE_ROOT"]),
    ("server.trust_forwarded", &["LEDIG_TRUST_FORWARDED"]),
    ("database.url", &["LEDIG_DATABASE_URL", "DATABASE_URL"]),
    ("sessions.idle_minutes", &["LEDIG_SESSION_IDLE_MINUTES"]),
    ("sessions.absolute_hours", &["LEDIG_SESSION_ABSOLUTE_HOURS"]),
    ("log.format", &["LEDIG_LOG_FORMAT"]),
    ("log.filter", &["LEDIG_LOG"]),
    ("limits.body_kib", &["LEDIG_BODY_KIB"]),
    ("limits.enabled", &["LEDIG_RATE_LIMITS"]),
    ("limits.sign_ins_per_minute", &["LEDIG_SIGN_INS_PER_MINUTE"]),
    ("limits.writes_per_minute", &["LEDIG_WRITES_PER_MINUTE"]),
    ("metrics.token", &["LEDIG_METRICS_TOKEN"]),
];

/// Variables that begin like ours but belong to the scripts and the test suites, or name the file itself.
const NOT_SETTINGS: &[&str] = &[
    "LEDIG_CONFIG",
    "LEDIG_ROOT",
    "LEDIG_TOOLS_DIR",
    "LEDIG_TEST_POSTGRES",
    "LEDIG_TEST_SKIP_POSTGRES",
    "LEDIG_BASE_URL",
    "LEDIG_CHROMIUM",
];

/// A value and what set it, as the operator would name it.
struct Value {
    text: String,
    source: String,
}

/// What was set, and the faults so far.
pub struct Values {
    set: BTreeMap<&'static str, Value>,
    faults: Vec<String>,
}

impl Values {
    /// Gathers the settings of a file's text and of an environment; the environment wins.
    pub fn collect(file: &str, environment: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut values = Self {
            set: BTreeMap::new(),
            faults: Vec::new(),
        };
        match file.parse::<toml::Table>() {
            Ok(table) => values.add_table("", table),
            Err(error) => {
                let line = error
                    .span()
                    .map_or(1, |span| file[..span.start].lines().count().max(1));
                values.faults.push(format!(
                    "the file is not valid TOML at line {line}: {}",
                    error.message()
                ));
            }
        }
        let environment: BTreeMap<String, String> = environment.into_iter().collect();
        for (key, names) in SETTINGS {
            if let Some((name, text)) = names
                .iter()
                .find_map(|name| Some((*name, environment.get(*name)?)))
            {
                values.set.insert(
                    key,
                    Value {
                        text: text.clone(),
                        source: name.to_owned(),
                    },
                );
            }
        }
        for name in environment.keys().filter(|name| name.starts_with("LEDIG_")) {
            let known = SETTINGS.iter().any(|(_, names)| names.contains(&name.as_str()));
            if !known && !NOT_SETTINGS.contains(&name.as_str()) {
                values.faults.push(format!("{name} is not a setting"));
            }
        }
        values
    }

    fn add_table(&mut self, prefix: &str, table: toml::Table) {
        for (name, value) in table {
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}.{name}")
            };
            let text = match value {
                toml::Value::Table(table) => {
                    self.add_table(&path, table);
                    continue;
                }
                toml::Value::String(text) => text,
                other => other.to_string(),
            };
            match SETTINGS.iter().find(|(key, _)| *key == path) {
                Some((key, _)) => {
                    self.set.insert(key, Value { text, source: path });
                }
                None => self.faults.push(format!("{path} is not a setting")),
            }
        }
    }

    /// A setting that may be left out altogether. Empty is left out.
    pub fn optional(&mut self, key: &'static str) -> Option<String> {
        self.set
            .remove(key)
            .map(|value| value.text)
            .filter(|text| !text.is_empty())
    }

    /// A setting, or its default. A value that does not parse is a fault and counts as the default.
    ///
    /// # Panics
    /// If the default does not parse; tests read it.
    pub fn take<T>(
        &mut self,
        key: &'static str,
        default: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> T {
        if let Some(value) = self.set.remove(key) {
            match parse(value.text.trim()) {
                Ok(parsed) => return parsed,
                Err(fault) => self
                    .faults
                    .push(format!("{} {fault}: \"{}\"", value.source, value.text)),
            }
        }
        parse(default).expect("the default of a setting parses")
    }

    /// The faults of all that was read.
    pub fn finish(self) -> Vec<String> {
        self.faults
    }
}
