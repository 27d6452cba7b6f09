//! The school years around a date: what the file knows, and the usual weeks where it knows nothing.

use super::seed::SchoolYear;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use ledig_domain::{
    calendar::{Calendar, DayOffKind, PublicHoliday, SchoolDaysOff},
    time::DateRange,
};

/// The calendar for the school years before, of and after the date.
pub fn calendar(known: &[SchoolDaysOff], usual: &SchoolYear, today: NaiveDate) -> Calendar {
    let starts = if today.month() >= 8 {
        today.year()
    } else {
        today.year() - 1
    };
    let mut school: Vec<SchoolDaysOff> = known.to_vec();
    for year in starts - 1..=starts + 1 {
        for off in usual.days_off(year) {
            let near = |other: &&SchoolDaysOff| {
                other.kind == off.kind && (other.dates.from - off.dates.from).num_days().abs() < 60
            };
            if school.iter().find(near).is_none() {
                school.push(off);
            }
        }
    }
    school.sort_by_key(|off| (off.dates, off.kind));
    Calendar { school }
}

impl SchoolYear {
    /// The usual days off of the school year that begins in `year`.
    fn days_off(&self, year: i32) -> Vec<SchoolDaysOff> {
        let week = |year, week| {
            let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
            Some((monday, monday + Days::new(4)))
        };
        [
            (DayOffKind::AutumnBreak, week(year, self.autumn_week)),
            (DayOffKind::ChristmasBreak, self.christmas(year)),
            (DayOffKind::WinterBreak, week(year + 1, self.winter_week)),
            (DayOffKind::EasterBreak, easter(year + 1)),
            (DayOffKind::SummerBreak, self.summer(year + 1)),
        ]
        .into_iter()
        .filter_map(|(kind, dates)| {
            let (from, to) = dates?;
            Some(SchoolDaysOff {
                dates: DateRange { from, to },
                kind,
                proxy: true,
            })
        })
        .collect()
    }

    fn christmas(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let from = NaiveDate::from_ymd_opt(year, 12, self.christmas_from)?;
        let mut first = NaiveDate::from_ymd_opt(year + 1, 1, 2)?;
        while first.weekday().num_days_from_monday() > 4 {
            first = first.succ_opt()?;
        }
        Some((from, first.pred_opt()?))
    }

    fn summer(&self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let last = NaiveDate::from_weekday_of_month_opt(year, 6, Weekday::Fri, 3)?;
        let first = NaiveDate::from_isoywd_opt(year, self.summer_ends_week, Weekday::Mon)?;
        Some((last.succ_opt()?, first.pred_opt()?))
    }
}

/// From the Monday before Easter to Easter Monday.
fn easter(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let calendar = Calendar::default();
    let from = NaiveDate::from_ymd_opt(year, 3, 15)?;
    let monday = from
        .iter_days()
        .take(60)
        .find(|date| calendar.public_holiday(*date) == Some(PublicHoliday::EasterMonday))?;
    Some((monday - Days::new(7), monday))
}
