//! Opening hours and booking rules of a space that is new, from what a file says and what is usual for its kind.

use super::facility_rows::SpaceRecord;
use chrono::{Datelike, NaiveDate};
use ledig_domain::{
    booking_rules::BookingRules,
    calendar::{Calendar, DayOffKind},
    hours::{HoursException, OpeningHours},
    space::SpaceKind,
    time::DateRange,
};

/// The opening hours of a new space: the week, closed in July and in school holidays where the file says so.
pub fn hours(space: &SpaceRecord, calendar: &Calendar, today: NaiveDate) -> OpeningHours {
    let mut exceptions = Vec::new();
    if space.closed_in_july {
        exceptions.extend((0..2).filter_map(|years| {
            let year = today.year() + years;
            let from = NaiveDate::from_ymd_opt(year, 7, 1)?;
            let to = NaiveDate::from_ymd_opt(year, 7, 31)?;
            Some(closed("Stengt i juli", DateRange { from, to }))
        }));
    }
    if space.school_year {
        exceptions.extend(school_holidays(calendar));
    }
    OpeningHours {
        week: space.week.clone(),
        seasons: Vec::new(),
        exceptions,
    }
}

/// Closed in each of the school's holidays; single days off are left to the school.
pub fn school_holidays(calendar: &Calendar) -> Vec<HoursException> {
    let named = |kind| match kind {
        DayOffKind::AutumnBreak => Some("Høstferie"),
        DayOffKind::ChristmasBreak => Some("Juleferie"),
        DayOffKind::WinterBreak => Some("Vinterferie"),
        DayOffKind::EasterBreak => Some("Påskeferie"),
        DayOffKind::SummerBreak => Some("Sommerferie"),
        DayOffKind::PlanningDay | DayOffKind::DayOff => None,
    };
    calendar
        .school
        .iter()
        .filter_map(|off| Some(closed(named(off.kind)?, off.dates)))
        .collect()
}

/// Closed on these dates.
pub fn closed(reason: &str, dates: DateRange) -> HoursException {
    HoursException {
        reason: reason.to_owned(),
        dates,
        spans: Vec::new(),
    }
}

/// The booking rules of a new space.
pub fn rules(kind: SpaceKind, clubs_only: bool, note: &str) -> BookingRules {
    use SpaceKind as K;
    let usual = BookingRules::default();
    let training = BookingRules {
        max_minutes: 480,
        cancel_hours: 24,
        ..usual.clone()
    };
    let mut rules = match kind {
        K::SportsHall | K::FootballHall | K::AthleticsHall | K::Ice => BookingRules {
            min_minutes: 60,
            ..training
        },
        K::SwimmingHall | K::Pool | K::Lane => BookingRules {
            grid_minutes: 30,
            min_minutes: 60,
            max_minutes: 240,
            lead_hours: 24,
            private_persons: false,
            ..training
        },
        K::Gym | K::TrainingRoom | K::StrengthRoom => training,
        K::Pitch | K::OutdoorSports | K::OutdoorArea => training,
        K::AssemblyHall | K::Stage | K::CommunityHouse => BookingRules {
            grid_minutes: 30,
            min_minutes: 60,
            setup_minutes: 30,
            teardown_minutes: 30,
            lead_hours: 48,
            cancel_hours: 72,
            ..usual
        },
        _ => usual,
    };
    rules.private_persons &= !clubs_only;
    note.clone_into(&mut rules.note);
    rules
}
