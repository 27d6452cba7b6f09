//! From pattern to dates.

use super::{PlannedDate, Recurrence, RecurrenceFault};
use crate::calendar::Calendar;

impl Recurrence {
    /// Every date of the pattern and every added date, in order, each with why it is left out if it is.
    ///
    /// # Errors
    /// A pattern that cannot be meant, that gives no date at all, or more than [`super::MAX_DATES`].
    pub fn expand(&self, calendar: &Calendar) -> Result<Vec<PlannedDate>, RecurrenceFault> {
        todo!("domain-a: {calendar:?}")
    }
}
