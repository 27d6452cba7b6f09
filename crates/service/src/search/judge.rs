//! Judges one space against what is searched for.

use super::{HitFit, MissDetail, MissReason, NextFree};
use crate::{
    day::{
        BusyKind, DayStrip, MinuteSpan,
        strip::{ByUnit, Day, on_date, open_until, spans},
    },
    landscape::Landscape,
    places::{Wheelchair, facility::access},
};
use chrono::NaiveDate;
use ledig_domain::{
    booking_rules::{BookingRules, Breach},
    hours::OpeningHours,
    id::SpaceId,
    occupancy::{Fit, first_free, fit, without},
    time::{DAY_MINUTES, Timestamp, Zone, resolve},
};

/// A free time at most so many minutes from the wished one is near it.
const REACH: u16 = 120;

/// What is searched for, made definite.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    pub(super) date: NaiveDate,
    /// Minutes from the date's midnight; the end may lie on the next day.
    pub(super) wished: Option<(u16, u16)>,
    pub(super) minutes: u16,
    pub(super) persons: Option<u32>,
    pub(super) wheelchair: bool,
    pub(super) now: Timestamp,
    pub(super) zone: Zone,
}

/// What was found of a space.
#[derive(Clone, Debug)]
pub(super) enum Judged {
    Fits {
        fit: HitFit,
        offer: MinuteSpan,
        around: MinuteSpan,
        strip: DayStrip,
    },
    Not(MissReason, MissDetail),
}

impl Ask {
    /// How far into the next day one has to look.
    pub(super) fn end(&self) -> u16 {
        if self.wished.is_some_and(|(_, to)| to > DAY_MINUTES) {
            2 * DAY_MINUTES
        } else {
            DAY_MINUTES
        }
    }

    /// Judges a space that can be booked.
    pub(super) fn judge(&self, landscape: &Landscape, id: SpaceId, standing: &ByUnit) -> Judged {
        use Judged::Not;
        let (Some(space), Some(hours), Some(rules)) =
            (landscape.space(id), landscape.hours(id), landscape.rules(id))
        else {
            return Not(MissReason::NotBookable, MissDetail::Plain);
        };
        if !space.bookable {
            return Not(MissReason::NotBookable, MissDetail::Plain);
        }
        let wheelchair = access(landscape, id);
        if self.wheelchair && !matches!(wheelchair, Wheelchair::Yes | Wheelchair::Partly) {
            return Not(MissReason::NoWheelchair, MissDetail::Access { wheelchair });
        }
        let holds = space.capacity.into_iter().chain(rules.max_persons).min();
        if let (Some(persons), Some(holds)) = (self.persons, holds)
            && persons > holds
        {
            return Not(MissReason::TooSmall, MissDetail::Holds { persons: holds });
        }
        let breaches = self.breaches(rules);
        if !breaches.is_empty() {
            return Not(MissReason::Rules, MissDetail::Rules { breaches });
        }
        let units: Vec<SpaceId> = landscape.units(id).collect();
        let day = Day {
            date: self.date,
            units: &units,
            hours,
            standing,
            zone: self.zone,
        };
        self.judge_day(&day, rules)
    }

    fn breaches(&self, rules: &BookingRules) -> Vec<Breach> {
        let mut found = rules.check_party(self.persons, false);
        if self.minutes < rules.min_minutes {
            found.push(Breach::TooShort {
                min: rules.min_minutes,
            });
        }
        if self.minutes > rules.max_minutes {
            found.push(Breach::TooLong {
                max: rules.max_minutes,
            });
        }
        let start = resolve(self.date, self.wished.map_or(0, |(from, _)| from), self.zone);
        if start > self.now.plus(i64::from(rules.horizon_days) * 24 * 3600) {
            found.push(Breach::TooFar {
                horizon_days: rules.horizon_days,
            });
        }
        found
    }

    fn judge_day(&self, day: &Day<'_>, rules: &BookingRules) -> Judged {
        let open = open_until(day.hours, self.date, self.end());
        if open.is_empty() {
            let reason = day
                .hours
                .exception_on(self.date)
                .map(|exception| exception.reason.clone());
            return Judged::Not(MissReason::Closed, MissDetail::Closed { reason });
        }
        let earliest = self.now.plus(i64::from(rules.lead_hours) * 3600);
        let free = day.bookable(rules, earliest, self.end());
        if let Some((fit, offer)) = self.fit_into(&free, rules) {
            let around = free
                .iter()
                .copied()
                .find(|(from, to)| *from <= offer.0 && offer.1 <= *to)
                .unwrap_or(offer);
            return Judged::Fits {
                fit,
                offer: offer.into(),
                around: around.into(),
                strip: day.strip(self.now),
            };
        }
        self.why_not(day, rules, &open)
    }

    /// How the wish fits into free spans, and the time to offer.
    fn fit_into(&self, free: &[(u16, u16)], rules: &BookingRules) -> Option<(HitFit, (u16, u16))> {
        let grid = rules.grid_minutes.max(1);
        let Some((from, to)) = self.wished else {
            return first_free(free, 0, self.minutes, grid).map(|offer| (HitFit::Free, offer));
        };
        let off = from % grid;
        let start = from - off;
        let length = to - from;
        let moved = |minutes: i16| {
            let at = u16::try_from(i32::from(start) + i32::from(minutes)).ok()?;
            let away = i16::try_from(i32::from(at) - i32::from(from)).ok()?;
            Some((HitFit::Moved { minutes: away }, (at, at + length)))
        };
        match fit(
            free,
            (start, start + length),
            grid,
            REACH,
            rules.min_minutes.max(30),
        ) {
            Fit::Free if off == 0 => Some((HitFit::Free, (from, to))),
            Fit::Free => moved(0),
            Fit::Moved { minutes } => moved(minutes),
            Fit::Shorter { from, to } => Some((HitFit::Shorter, (from, to))),
            Fit::Nothing => first_free(free, from, self.minutes, grid)
                .or_else(|| first_free(free, 0, self.minutes, grid))
                .map(|offer| (HitFit::SameDay, offer)),
        }
    }

    fn why_not(&self, day: &Day<'_>, rules: &BookingRules, open: &[(u16, u16)]) -> Judged {
        let closed: Vec<(u16, u16)> = day
            .units
            .iter()
            .flat_map(|unit| day.standing.get(unit).into_iter().flatten())
            .filter(|one| one.kind == BusyKind::Closed)
            .filter_map(|one| on_date(one.span, self.date, self.end(), self.zone))
            .collect();
        let but_closures = without(open, &closed);
        if self.fit_into(&but_closures, rules).is_none() && self.fit_into(open, rules).is_some() {
            return Judged::Not(MissReason::Closed, MissDetail::Closed { reason: None });
        }
        if self.fit_into(open, rules).is_none() {
            let spans = spans(open.to_vec());
            return Judged::Not(MissReason::Closed, MissDetail::OpenOnly { spans });
        }
        let free_but_late = day.bookable(rules, self.now, self.end());
        if rules.lead_hours > 0 && self.fit_into(&free_but_late, rules).is_some() {
            let breaches = vec![Breach::TooSoon {
                lead_hours: rules.lead_hours,
            }];
            return Judged::Not(MissReason::Rules, MissDetail::Rules { breaches });
        }
        Judged::Not(MissReason::Taken, MissDetail::Taken { next: None })
    }

    /// The first date from `after` on, of so many days, on which the wish fits as it is.
    pub(super) fn next_free(
        &self,
        landscape: &Landscape,
        id: SpaceId,
        standing: &ByUnit,
        days: usize,
    ) -> Option<NextFree> {
        let hours: &OpeningHours = landscape.hours(id)?;
        let rules = landscape.rules(id)?;
        let units: Vec<SpaceId> = landscape.units(id).collect();
        self.date.iter_days().skip(1).take(days).find_map(|date| {
            let ask = Self { date, ..*self };
            let day = Day {
                date,
                units: &units,
                hours,
                standing,
                zone: self.zone,
            };
            let free = day.bookable(
                rules,
                self.now.plus(i64::from(rules.lead_hours) * 3600),
                self.end(),
            );
            match ask.fit_into(&free, rules) {
                Some((HitFit::Free, offer)) => Some(NextFree {
                    date,
                    span: offer.into(),
                }),
                _ => None,
            }
        })
    }
}
