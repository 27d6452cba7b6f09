//! Short ways to say hours.

use crate::format::time::{Clock, Day, Hours};

pub(super) const WORKDAYS: [Day; 5] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];
pub(super) const MON_TO_THU: [Day; 4] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu];
pub(super) const WEEKEND: [Day; 2] = [Day::Sat, Day::Sun];

/// Hours on some days, from and to as minutes of the day.
pub(super) fn hours(days: &[Day], from: u16, to: u16) -> Hours {
    Hours {
        days: days.to_vec(),
        from: Clock::at(from),
        to: Clock::at(to),
    }
}

/// Minutes of the day.
pub(super) const fn at(hour: u16, minute: u16) -> u16 {
    hour * 60 + minute
}
