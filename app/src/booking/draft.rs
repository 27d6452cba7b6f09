//! A draft: the fields as they stand, suggestions filled in, and the wish that they make.

use super::{choice, name};
use crate::query::Query;
use chrono::{Datelike as _, NaiveDate, Weekday};
use ledig_domain::{
    id::SpaceId,
    preview::{Choice, Wish},
    recurrence::{End, MAX_DATES, Nth, Pattern, Recurrence, RecurrenceFault, Weekdays},
    time::{Minute, WallSpan},
};
use ledig_service::case::form::BookingForm;
use std::collections::{BTreeMap, BTreeSet};

mod suggest;
#[cfg(test)]
mod tests;

/// The fields of the booking form as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    query: Query,
}

/// A field that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The field's name.
    pub field: &'static str,
    /// What is wrong with it.
    pub what: SlipKind,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// Nothing is filled in.
    Missing,
    /// Not a date.
    Date,
    /// Not a time of day.
    Time,
    /// From and to are the same.
    SameTime,
    /// Not a number in the range.
    Number { min: u32, max: u32 },
    /// The recurrence cannot be used.
    Recurrence(RecurrenceFault),
}

impl Draft {
    /// The fields of the query; where they have not been shown yet, with suggestions for what is missing.
    pub fn new(query: &Query, form: &BookingForm) -> Self {
        let query = if query.has(name::SHOWN) {
            query.clone()
        } else {
            suggest::suggested(query, form)
        };
        Self { query }
    }

    /// The space that is meant: the chosen one, else the address'.
    pub fn space(query: &Query, path: SpaceId) -> SpaceId {
        query.read(name::SPACE).unwrap_or(path)
    }

    /// What stands in a field; empty when nothing does.
    pub fn get(&self, field: &str) -> &str {
        self.query.get(field).unwrap_or_default()
    }

    /// Whether the field holds the value, among others.
    pub fn holds(&self, field: &str, value: &str) -> bool {
        self.query.all(field).any(|held| held == value)
    }

    /// The dates of a field that may hold several, in order.
    pub fn dates(&self, field: &str) -> BTreeSet<NaiveDate> {
        // While a year is being typed the field holds years like 0002; nobody asks that far back.
        let sensible = |date: &NaiveDate| (2000..2200).contains(&date.year());
        self.query
            .all(field)
            .filter_map(|text| text.parse().ok())
            .filter(sensible)
            .collect()
    }

    /// The dates of a field that holds them with commas between.
    pub fn listed(&self, field: &str) -> BTreeSet<NaiveDate> {
        self.get(field)
            .split(',')
            .filter_map(|text| text.parse().ok())
            .collect()
    }

    /// Whether time is asked for again and again.
    pub fn repeats(&self) -> bool {
        self.get(name::KIND) == name::REPEATED
    }

    /// The date whose choice all like dates are to get.
    pub fn alike(&self) -> Option<NaiveDate> {
        self.query.read(name::ALIKE)
    }

    /// The draft as a query, to link to and to come back to.
    pub fn query(&self) -> Query {
        self.query
            .without(name::ALIKE)
            .without(name::KEY)
            .without(name::SEEN)
    }

    /// The same with the choices.
    pub fn choosing(&self, choices: &BTreeMap<NaiveDate, Choice>) -> Self {
        let mut query = self.query();
        for (date, chosen) in choices {
            query = query.with(&format!("{}{date}", name::CHOICE), choice::write(*chosen));
        }
        Self { query }
    }

    /// The wish that the fields make.
    ///
    /// # Errors
    /// Every field that cannot be read.
    pub fn wish(&self, space: SpaceId, form: &BookingForm) -> Result<Wish, Vec<Slip>> {
        let mut slips = Vec::new();
        let organisation = self.query.read(name::PARTY);
        let team = self.query.read(name::TEAM).filter(|team| {
            form.parties
                .iter()
                .any(|party| Some(party.id) == organisation && party.teams.iter().any(|own| own.id == *team))
        });
        let persons = self.number(name::PERSONS, 1, 100_000, false, &mut slips);
        let recurrence = self.recurrence(&mut slips);
        let choices = self
            .query
            .pairs()
            .iter()
            .filter_map(|(field, value)| {
                let date = field.strip_prefix(name::CHOICE)?.parse().ok()?;
                Some((date, choice::read(value)?))
            })
            .collect();
        match recurrence {
            Some(recurrence) if slips.is_empty() => Ok(Wish {
                space,
                organisation,
                team,
                recurrence,
                persons,
                purpose: self.get(name::PURPOSE).to_owned(),
                choices,
            }),
            _ => Err(slips),
        }
    }

    fn recurrence(&self, slips: &mut Vec<Slip>) -> Option<Recurrence> {
        let times = self.times(slips);
        if !self.repeats() {
            let start = self.date(name::DATE, slips);
            return Some(Recurrence {
                start: start?,
                times: times?,
                pattern: Pattern::Once,
                end: End::Count(1),
                excluded: BTreeSet::new(),
                added: BTreeSet::new(),
                not_school_holidays: false,
                not_public_holidays: false,
            });
        }
        let start = self.date(name::START, slips);
        let pattern = self.pattern(slips);
        let end = if self.get(name::END) == name::END_COUNT {
            let most = u32::try_from(MAX_DATES).unwrap_or(u32::MAX);
            let count = self.number(name::COUNT, 1, most, true, slips);
            count.and_then(|count| u16::try_from(count).ok()).map(End::Count)
        } else {
            let until = self.date(name::UNTIL, slips);
            if let (Some(start), Some(until)) = (start, until)
                && until < start
            {
                slips.push(Slip {
                    field: name::UNTIL,
                    what: SlipKind::Recurrence(RecurrenceFault::EndBeforeStart),
                });
            }
            until.map(End::Until)
        };
        Some(Recurrence {
            start: start?,
            times: times?,
            pattern: pattern?,
            end: end?,
            excluded: self.dates(name::EXCLUDED),
            added: self.dates(name::ADDED),
            not_school_holidays: self.query.has(name::NO_SCHOOL_HOLIDAYS),
            not_public_holidays: self.query.has(name::NO_PUBLIC_HOLIDAYS),
        })
    }

    fn pattern(&self, slips: &mut Vec<Slip>) -> Option<Pattern> {
        let small = |number: Option<u32>| number.and_then(|number| u8::try_from(number).ok());
        let rhythm = self.get(name::RHYTHM);
        if rhythm != name::BY_DATE && rhythm != name::BY_WEEKDAY {
            let days: Vec<Weekday> = self.query.all(name::WEEKDAY).filter_map(weekday).collect();
            if days.is_empty() {
                slips.push(Slip {
                    field: name::WEEKDAY,
                    what: SlipKind::Recurrence(RecurrenceFault::NoWeekday),
                });
            }
            let every = small(self.number(name::EVERY_WEEKS, 1, 8, true, slips))?;
            return Some(Pattern::Weekly {
                every,
                on: Weekdays::of(&days),
            });
        }
        let every = small(self.number(name::EVERY_MONTHS, 1, 12, true, slips));
        if rhythm == name::BY_DATE {
            let day = small(self.number(name::MONTH_DAY, 1, 31, true, slips));
            return Some(Pattern::MonthlyByDate {
                every: every?,
                day: day?,
            });
        }
        let nth = if self.get(name::NTH) == name::LAST {
            Some(Nth::Last)
        } else {
            small(self.number(name::NTH, 1, 5, true, slips)).map(Nth::Number)
        };
        let on = weekday(self.get(name::MONTH_WEEKDAY));
        if on.is_none() {
            slips.push(Slip {
                field: name::MONTH_WEEKDAY,
                what: SlipKind::Missing,
            });
        }
        Some(Pattern::MonthlyByWeekday {
            every: every?,
            nth: nth?,
            on: on?,
        })
    }

    fn times(&self, slips: &mut Vec<Slip>) -> Option<WallSpan> {
        let (from, to) = (self.minute(name::FROM, slips), self.minute(name::TO, slips));
        let span = WallSpan::new(from?, to?);
        if span.is_none() {
            slips.push(Slip {
                field: name::TO,
                what: SlipKind::SameTime,
            });
        }
        span
    }

    fn minute(&self, field: &'static str, slips: &mut Vec<Slip>) -> Option<Minute> {
        self.read(field, SlipKind::Time, slips)
    }

    fn date(&self, field: &'static str, slips: &mut Vec<Slip>) -> Option<NaiveDate> {
        self.read(field, SlipKind::Date, slips)
    }

    fn read<T: std::str::FromStr>(
        &self,
        field: &'static str,
        wrong: SlipKind,
        slips: &mut Vec<Slip>,
    ) -> Option<T> {
        let text = self.get(field);
        let value = text.parse().ok();
        if value.is_none() {
            let what = if text.is_empty() { SlipKind::Missing } else { wrong };
            slips.push(Slip { field, what });
        }
        value
    }

    fn number(
        &self,
        field: &'static str,
        min: u32,
        max: u32,
        required: bool,
        slips: &mut Vec<Slip>,
    ) -> Option<u32> {
        let text = self.get(field);
        if text.is_empty() && !required {
            return None;
        }
        let value = text.parse().ok().filter(|number| (min..=max).contains(number));
        if value.is_none() {
            slips.push(Slip {
                field,
                what: SlipKind::Number { min, max },
            });
        }
        value
    }
}

/// A weekday of 1 for Monday to 7.
fn weekday(text: &str) -> Option<Weekday> {
    let number: u8 = text.parse().ok()?;
    Weekday::try_from(number.checked_sub(1)?).ok()
}
