//! School calendar and public holidays of a municipality.

use crate::{coded, time::DateRange};
use chrono::NaiveDate;
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

    /// The public holiday on the date, if any.
    pub fn public_holiday(&self, date: NaiveDate) -> Option<PublicHoliday> {
        todo!("domain-a: {date}")
    }
}
