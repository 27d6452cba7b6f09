//! What the operator sets: `ledig.toml` and `LEDIG_*`, read once at start, every fault told at once.
//!
//! A variable in the environment wins over the file. `ledig.example.toml` describes every setting.

mod values;

use std::{net::SocketAddr, path::PathBuf, time::Duration};
use values::Values;

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people at a terminal.
    Pretty,
    /// One JSON object a line, for machines.
    Json,
}

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address that people see, without a trailing slash; `https` makes cookies secure.
    pub public_url: String,
    /// The folder of the built client; `None` is "beside the program, or `target/site`".
    pub site_root: Option<PathBuf>,
    /// Whether `X-Forwarded-For` of the peer can be believed, as behind one's own proxy.
    pub trust_forwarded: bool,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// A session that is not used for this long ends.
    pub session_idle: Duration,
    /// A session ends this long after the sign-in, used or not.
    pub session_absolute: Duration,
    /// How log lines are written.
    pub log_format: LogFormat,
    /// What is logged, in the words of `tracing`'s `EnvFilter`.
    pub log_filter: String,
    /// The largest request body, in bytes.
    pub body_limit: usize,
    /// Whether sign-ins and writes are limited per address.
    pub rate_limits: bool,
    /// Attempts to sign in, per address and minute.
    pub sign_ins_per_minute: u32,
    /// Requests that change something, per address and minute.
    pub writes_per_minute: u32,
    /// If set, `/metrics` wants it as a bearer token.
    pub metrics_token: Option<String>,
}

/// What is wrong with the configuration: a sentence for each fault.
#[derive(Debug, thiserror::Error)]
#[error("the configuration has {} fault(s):\n{}", .0.len(), .0.iter().map(|f| format!("  - {f}")).collect::<Vec<_>>().join("\n"))]
pub struct Faults(pub Vec<String>);

impl Config {
    /// Reads the text of a configuration file and the variables of an environment.
    ///
    /// # Errors
    /// All faults at once: unknown settings, values that do not parse or are out of range, settings that
    /// do not go together.
    pub fn read(file: &str, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, Faults> {
        let mut values = Values::collect(file, environment);
        let config = Self {
            listen: values.take("server.listen", "127.0.0.1:3000", |v| {
                v.parse()
                    .map_err(|_| "is not an address and port, such as 127.0.0.1:3000".into())
            }),
            public_url: values.take("server.public_url", "", public_url),
            site_root: values.optional("server.site_root").map(PathBuf::from),
            trust_forwarded: values.take("server.trust_forwarded", "false", truth),
            database_url: values.take("database.url", "sqlite:data/ledig.db", database_url),
            session_idle: values.take("sessions.idle_minutes", "720", |v| {
                number(v, 1, 60 * 24 * 90).map(|n| Duration::from_secs(n * 60))
            }),
            session_absolute: values.take("sessions.absolute_hours", "336", |v| {
                number(v, 1, 24 * 366).map(|n| Duration::from_secs(n * 3600))
            }),
            log_format: values.take("log.format", "pretty", |v| match v {
                "pretty" => Ok(LogFormat::Pretty),
                "json" => Ok(LogFormat::Json),
                _ => Err("is neither \"pretty\" nor \"json\"".into()),
            }),
            log_filter: values.take("log.filter", "info", |v| {
                v.parse::<tracing_subscriber::filter::Targets>()
                    .map(|_| v.to_owned())
                    .map_err(|_| "is not a log filter, such as info or ledig_server=debug,warn".into())
            }),
            body_limit: values.take("limits.body_kib", "2048", |v| {
                number(v, 16, 1 << 20).map(|n| usize::try_from(n * 1024).unwrap_or(usize::MAX))
            }),
            rate_limits: values.take("limits.enabled", "true", truth),
            sign_ins_per_minute: values.take("limits.sign_ins_per_minute", "10", per_minute),
            writes_per_minute: values.take("limits.writes_per_minute", "120", per_minute),
            metrics_token: values.optional("metrics.token"),
        };
        let mut faults = values.finish();
        if config.session_idle > config.session_absolute {
            faults.push("sessions.idle_minutes is longer than sessions.absolute_hours".into());
        }
        if faults.is_empty() {
            Ok(config.completed())
        } else {
            Err(Faults(faults))
        }
    }

    /// Without a public address, people come by the one that we listen on.
    fn completed(mut self) -> Self {
        if self.public_url.is_empty() {
            self.public_url = format!("http://{}", self.listen);
        }
        self
    }

    /// Whether people come by TLS: then cookies are `Secure` and browsers are told to stay with TLS.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

fn public_url(value: &str) -> Result<String, String> {
    let host = value
        .strip_prefix("https://")
        .or_else(|| value.strip_prefix("http://"));
    match host {
        _ if value.is_empty() => Ok(String::new()),
        Some(host) if !host.is_empty() && !host.trim_end_matches('/').contains('/') => {
            Ok(value.trim_end_matches('/').to_owned())
        }
        _ => Err("is not an address such as https://ledig.example.no (no path)".into()),
    }
}

fn database_url(value: &str) -> Result<String, String> {
    let known = ["sqlite:", "postgres://", "postgresql://"]
        .iter()
        .any(|scheme| value.starts_with(scheme));
    if known {
        Ok(value.to_owned())
    } else {
        Err("starts with neither sqlite: nor postgres://".into())
    }
}

fn truth(value: &str) -> Result<bool, String> {
    match value {
        "true" | "on" | "yes" | "1" => Ok(true),
        "false" | "off" | "no" | "0" => Ok(false),
        _ => Err("is neither true nor false".into()),
    }
}

fn number(value: &str, least: u64, most: u64) -> Result<u64, String> {
    match value.parse() {
        Ok(n) if (least..=most).contains(&n) => Ok(n),
        _ => Err(format!("is not a whole number from {least} to {most}")),
    }
}

fn per_minute(value: &str) -> Result<u32, String> {
    number(value, 1, 100_000).map(|n| u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, environment: &[(&str, &str)]) -> Result<Config, Faults> {
        Config::read(
            file,
            environment
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
        )
    }

    #[test]
    fn nothing_set_is_a_working_configuration() {
        let config = read("", &[]).unwrap();
        assert_eq!(config.database_url, "sqlite:data/ledig.db");
        assert_eq!(config.public_url, "http://127.0.0.1:3000");
        assert!(!config.is_https());
    }

    #[test]
    fn the_example_file_is_read_without_a_fault_and_changes_nothing() {
        let example = include_str!("../../ledig.example.toml");
        assert_eq!(read(example, &[]).unwrap(), read("", &[]).unwrap());
    }

    #[test]
    fn every_setting_of_the_example_file_is_known_and_at_its_default() {
        let example: String = include_str!("../../ledig.example.toml")
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(setting) if setting.split_once(" = ").is_some_and(|(k, _)| !k.contains(' ')) => setting,
                _ => line,
            })
            .collect::<Vec<_>>()
            .join("\n");
        let read = read(&example, &[]).unwrap();
        assert_eq!(read.session_idle, Duration::from_secs(720 * 60));
        assert_eq!(read.metrics_token.as_deref(), Some("a-long-secret"));
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file = "[server]\nlisten = \"127.0.0.1:1\"\n[limits]\nbody_kib = 64\n";
        let config = read(
            file,
            &[("LEDIG_LISTEN", "[::1]:2"), ("DATABASE_URL", "postgres://x/y")],
        )
        .unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.body_limit, 64 * 1024);
        assert_eq!(config.database_url, "postgres://x/y");
        let config = read(
            "",
            &[
                ("DATABASE_URL", "postgres://x/y"),
                ("LEDIG_DATABASE_URL", "sqlite:z.db"),
            ],
        )
        .unwrap();
        assert_eq!(config.database_url, "sqlite:z.db");
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let file = "colour = \"red\"\n[server]\nlisten = \"nowhere\"\npublic_url = \"ftp://x\"\n[sessions]\nidle_minutes = 0\n";
        let faults = read(file, &[("LEDIG_LOG_FORMAT", "xml"), ("LEDIG_COLUOR", "red")])
            .unwrap_err()
            .0
            .join("\n");
        for part in [
            "colour",
            "server.listen",
            "server.public_url",
            "sessions.idle_minutes",
            "LEDIG_LOG_FORMAT",
            "LEDIG_COLUOR",
        ] {
            assert!(faults.contains(part), "{part} is missing in:\n{faults}");
        }
    }

    #[test]
    fn a_file_that_is_not_toml_is_told_with_its_line() {
        let faults = read("[server\n", &[]).unwrap_err().0.join("\n");
        assert!(faults.contains("line 1"), "{faults}");
    }

    #[test]
    fn an_idle_time_beyond_the_absolute_one_is_a_fault() {
        assert!(read("[sessions]\nidle_minutes = 120\nabsolute_hours = 1\n", &[]).is_err());
    }
}
