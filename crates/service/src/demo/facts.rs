//! The seed files, read for a date.

use super::{
    DemoError, school,
    seed::{self, Seed},
};
use crate::import::{association_rows, facility_rows, school_rows};
use chrono::NaiveDate;
use ledig_domain::calendar::Calendar;

/// The facts and assumptions, read.
pub struct Read {
    pub seed: Seed,
    pub facilities: facility_rows::Facilities,
    pub associations: association_rows::Associations,
    pub calendar: Calendar,
}

impl Read {
    /// Everything.
    pub fn all(today: NaiveDate) -> Result<Self, DemoError> {
        let seed = Seed::read().map_err(|fault| DemoError::Seed(fault.to_string()))?;
        let faults = |faults: Vec<crate::import::Fault>| {
            let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
            DemoError::Seed(told.join("; "))
        };
        let name = Some(seed.municipality.name.clone());
        let choice = facility_rows::Choice {
            municipality: name.clone(),
            ..facility_rows::Choice::default()
        };
        let facilities = facility_rows::read(seed::FACILITIES.as_bytes(), &choice).map_err(faults)?;
        let associations =
            association_rows::read(seed::ASSOCIATIONS.as_bytes(), name.as_deref()).map_err(faults)?;
        let school = school_rows::read(seed::SCHOOL_CALENDAR.as_bytes(), name.as_deref()).map_err(faults)?;
        let known: Vec<_> = school.days_off.into_iter().map(|record| record.off).collect();
        let calendar = school::calendar(&known, &seed.school_year, today);
        Ok(Self {
            seed,
            facilities,
            associations,
            calendar,
        })
    }
}
