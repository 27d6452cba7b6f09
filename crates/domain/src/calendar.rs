//! School calendar and public holidays of a municipality.

use crate::{coded, time::DateRange};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

coded! {
    /// Why schools are off.
    pub enum DayOffKind {
        /// Høstferie.
        AutumnBreak = "autumn_break",
        /// Juleferie.
        ChristmasBreak = "christmas_break",
        /// Vinterferie.
        WinterBreak = "winter_break",
        /// Påskeferie.
        EasterBreak = "easter_break",
        /// Sommerferie.
        SummerBreak = "summer_break",
        /// Planleggingsdag.
        PlanningDay = "planning_day",
        /// Annen fridag.
        DayOff = "day_off",
    }
}

/// Days on which schools are off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolDaysOff {
    /// When.
    pub dates: DateRange,
    /// Why.
    pub kind: DayOffKind,
    /// The calendar was taken from another municipality, for want of this one's own.
    pub proxy: bool,
}

/// Public holidays of Norway, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PublicHoliday {
    /// 1 January.
    NewYear,
    /// Skjærtorsdag.
    MaundyThursday,
    /// Langfredag.
    GoodFriday,
    /// Første påskedag.
    EasterSunday,
    /// Andre påskedag.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 17 May.
    ConstitutionDay,
    /// Kristi himmelfartsdag.
    Ascension,
    /// Første pinsedag.
    WhitSunday,
    /// Andre pinsedag.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
}

/// What a municipality's dates mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Days on which schools are off.
    pub school: Vec<SchoolDaysOff>,
}

impl Calendar {
    /// Why schools are off on the date, if they are.
    pub fn school_off(&self, date: NaiveDate) -> Option<&SchoolDaysOff> {
        self.school.iter().find(|off| off.dates.contains(date))
    }

    /// The public holiday on the date, if any: Sundays as such do not count.
    ///
    /// Lov om helligdager og helligdagsfred § 2 and lov om 1 og 17 mai, as they stand today, for every year.
    /// On a day with two names the fixed date's is given (17 May 2012 was Ascension, too). Computed rather
    /// than taken from a crate: see docs/decisions/0004-holidays.md.
    pub fn public_holiday(&self, date: NaiveDate) -> Option<PublicHoliday> {
        use PublicHoliday as Day;
        match (date.month(), date.day()) {
            (1, 1) => return Some(Day::NewYear),
            (5, 1) => return Some(Day::LabourDay),
            (5, 17) => return Some(Day::ConstitutionDay),
            (12, 25) => return Some(Day::ChristmasDay),
            (12, 26) => return Some(Day::BoxingDay),
            _ => {}
        }
        match (date - easter_sunday(date.year())?).num_days() {
            -3 => Some(Day::MaundyThursday),
            -2 => Some(Day::GoodFriday),
            0 => Some(Day::EasterSunday),
            1 => Some(Day::EasterMonday),
            39 => Some(Day::Ascension),
            49 => Some(Day::WhitSunday),
            50 => Some(Day::WhitMonday),
            _ => None,
        }
    }
}

/// Easter Sunday of a Gregorian year, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}
