//! Days on which schools are off, out of a file's rows.

use super::{
    fault::{Fault, FaultKind},
    table::{Row, Table},
};
use chrono::{Days, NaiveDate};
use ledig_domain::{
    calendar::{DayOffKind, SchoolDaysOff},
    time::DateRange,
};
use std::{collections::BTreeMap, io::Read};

const REQUIRED: [&str; 4] = ["school_year", "event", "start_date", "end_date"];
const OPTIONAL: [&str; 4] = ["municipality", "scope", "status", "source"];

/// A row about a day or days off, with where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysOffRecord {
    /// Its line.
    pub line: u64,
    /// When, why, and whether it is another municipality's.
    pub off: SchoolDaysOff,
    /// Where it is from.
    pub source: String,
}

/// The days off of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolYears {
    /// In order of time.
    pub days_off: Vec<DaysOffRecord>,
    /// Rows of other municipalities, left out.
    pub left_out: usize,
    /// Public holidays, which the calendar knows by itself, and first school days without a last one.
    pub not_needed: usize,
    /// Columns that are not used.
    pub ignored_columns: Vec<String>,
}

/// Reads a school calendar for a municipality. Rows whose scope says `PROXY`, and rows of `Norge`, are taken
/// for every municipality and marked as not its own.
///
/// Christmas follows from the last day before and the first day after; summer from the last day of a year and the
/// first day of the next, of the same calendar.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub fn read(reader: impl Read, municipality: Option<&str>) -> Result<SchoolYears, Vec<Fault>> {
    let table = Table::read(reader, &REQUIRED, &OPTIONAL)?;
    let mut faults = Vec::new();
    let mut found = SchoolYears {
        ignored_columns: table.ignored.clone(),
        ..SchoolYears::default()
    };
    let mut edges: BTreeMap<(String, String), Edges> = BTreeMap::new();
    for row in table.rows() {
        let own = row.get("municipality");
        let proxy = row.get("scope").starts_with("PROXY") || own == "Norge";
        if municipality.is_some_and(|wanted| !own.is_empty() && !proxy && !wanted.eq_ignore_ascii_case(own)) {
            found.left_out += 1;
            continue;
        }
        let Some(dates) = read_dates(row, &mut faults) else {
            continue;
        };
        let calendar = format!("{own} {}", row.get("scope"));
        let year = row.needed("school_year", &mut faults).to_owned();
        let edge = edges
            .entry((calendar, year))
            .or_insert_with(|| Edges::new(row, proxy));
        let event = row.needed("event", &mut faults);
        let kind = match event {
            "first_day" => {
                edge.first = Some(dates.from);
                continue;
            }
            "last_day" => {
                edge.last = Some(dates.from);
                continue;
            }
            "last_day_before_christmas" => {
                edge.before_christmas = Some(dates.from);
                continue;
            }
            "first_day_after_christmas" => {
                edge.after_christmas = Some(dates.from);
                continue;
            }
            "autumn_break" => DayOffKind::AutumnBreak,
            "christmas_break" => {
                edge.christmas_told = true;
                DayOffKind::ChristmasBreak
            }
            "winter_break" => DayOffKind::WinterBreak,
            "summer_break" => DayOffKind::SummerBreak,
            "planning_day" => DayOffKind::PlanningDay,
            "day_off" => DayOffKind::DayOff,
            easter if easter.starts_with("easter_break") => DayOffKind::EasterBreak,
            holiday if holiday.starts_with("public_holiday") => {
                found.not_needed += 1;
                continue;
            }
            other => {
                let found = other.to_owned();
                faults.push(Fault::field(row.line, "event", FaultKind::UnknownKind { found }));
                continue;
            }
        };
        found.days_off.push(DaysOffRecord {
            line: row.line,
            off: SchoolDaysOff { dates, kind, proxy },
            source: row.get("source").to_owned(),
        });
    }
    let edges: Vec<_> = edges.into_iter().collect();
    for (at, ((calendar, _), year)) in edges.iter().enumerate() {
        let next = edges.get(at + 1).filter(|((other, _), _)| other == calendar);
        found.days_off.extend(year.breaks(next.map(|(_, next)| next)));
    }
    found
        .days_off
        .sort_by_key(|record| (record.off.dates, record.off.kind));
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn read_dates(row: Row<'_>, faults: &mut Vec<Fault>) -> Option<DateRange> {
    let mut read = |column: &str| {
        let text = row.needed(column, faults);
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        if date.is_none() && !text.is_empty() {
            let found = text.to_owned();
            faults.push(Fault::field(row.line, column, FaultKind::NotADate { found }));
        }
        date
    };
    let (from, to) = (read("start_date"), read("end_date"));
    let (from, to) = (from?, to?);
    if to < from {
        faults.push(Fault::field(row.line, "end_date", FaultKind::EndBeforeStart));
        return None;
    }
    Some(DateRange { from, to })
}

/// The edges of one school year in one calendar.
#[derive(Debug)]
struct Edges {
    line: u64,
    source: String,
    proxy: bool,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    before_christmas: Option<NaiveDate>,
    after_christmas: Option<NaiveDate>,
    christmas_told: bool,
}

impl Edges {
    fn new(row: Row<'_>, proxy: bool) -> Self {
        Self {
            line: row.line,
            source: row.get("source").to_owned(),
            proxy,
            first: None,
            last: None,
            before_christmas: None,
            after_christmas: None,
            christmas_told: false,
        }
    }

    fn breaks(&self, next: Option<&Self>) -> Vec<DaysOffRecord> {
        let christmas = (!self.christmas_told)
            .then(|| between(self.before_christmas?, self.after_christmas?))
            .flatten()
            .map(|dates| (dates, DayOffKind::ChristmasBreak));
        let summer = self
            .last
            .and_then(|last| between(last, next?.first?))
            .map(|dates| (dates, DayOffKind::SummerBreak));
        let proxy = self.proxy;
        [christmas, summer]
            .into_iter()
            .flatten()
            .map(|(dates, kind)| DaysOffRecord {
                line: self.line,
                off: SchoolDaysOff { dates, kind, proxy },
                source: self.source.clone(),
            })
            .collect()
    }
}

/// The days between two school days, at most half a year of them.
fn between(last: NaiveDate, first: NaiveDate) -> Option<DateRange> {
    let from = last.checked_add_days(Days::new(1))?;
    let to = first.checked_sub_days(Days::new(1))?;
    ((to - from).num_days() >= 0 && (to - from).num_days() < 183).then_some(DateRange { from, to })
}
