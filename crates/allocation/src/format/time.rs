//! The week: days, times of day, spans.

use ledig_domain::time::{Minute, NoTimeOfDay};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Day {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Day {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
        Self::Sat,
        Self::Sun,
    ];

    /// 0 for Monday to 6 for Sunday.
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A time of day, written `18:05`; `24:00` is the end of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Clock(pub Minute);

impl Clock {
    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0.get()
    }

    /// So many minutes after midnight; 24:00 where there are more.
    pub fn at(minutes: u16) -> Self {
        Self(Minute::new(minutes).unwrap_or(Minute::END_OF_DAY))
    }
}

impl TryFrom<String> for Clock {
    type Error = NoTimeOfDay;
    /// As the schema has it: only as it is written, whatever people may type elsewhere.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let minute: Minute = text.parse()?;
        if minute.to_string() == text {
            Ok(Self(minute))
        } else {
            Err(NoTimeOfDay)
        }
    }
}

impl From<Clock> for String {
    fn from(clock: Clock) -> Self {
        clock.0.to_string()
    }
}

impl JsonSchema for Clock {
    fn schema_name() -> Cow<'static, str> {
        "Clock".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$",
            "description": "A time of day, e.g. 18:05; 24:00 is the end of the day.",
        })
    }
}

/// The same hours on some days of the week. The end is on the same day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// On which days.
    pub days: Vec<Day>,
    /// First minute.
    pub from: Clock,
    /// The minute after the last.
    pub to: Clock,
}
