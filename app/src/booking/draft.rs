//! A draft: the fields as they stand, suggestions filled in, and the wish that they make.

use super::{choice, name};
use crate::query::Query;
use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use ledig_domain::{
    id::SpaceId,
    preview::{Choice, Wish},
    recurrence::{End, MAX_DATES, Nth, Pattern, Recurrence, RecurrenceFault, Weekdays},
    time::{Minute, WallSpan},
};
use ledig_service::case::form::BookingForm;
use std::collections::{BTreeMap, BTreeSet};

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
            suggested(query, form)
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

/// The query with a suggestion for every field that is missing.
fn suggested(query: &Query, form: &BookingForm) -> Query {
    let tomorrow = form.today.checked_add_days(Days::new(1)).unwrap_or(form.today);
    let date: NaiveDate = query.read(name::DATE).unwrap_or(tomorrow);
    let start = query.read(name::START).unwrap_or_else(|| {
        if query.has(name::DATE) {
            date
        } else {
            tomorrow.max(form.season.from)
        }
    });
    let day = if query.has(name::DATE) { date } else { start };
    let weekday = day.weekday().number_from_monday();
    let from: Minute = query
        .read(name::FROM)
        .unwrap_or_else(|| Minute::hm(18, 0).unwrap_or_default());
    let length = 90.clamp(
        form.rules.min_minutes,
        form.rules.max_minutes.max(form.rules.min_minutes),
    );
    let to = Minute::new(from.get() + length).unwrap_or(Minute::END_OF_DAY);
    let until = if form.season.to > start {
        form.season.to
    } else {
        start
    };
    let party = form
        .acting_for
        .filter(|id| form.parties.iter().any(|party| party.id == *id && party.may_ask));
    let party = party.or_else(|| {
        let mut able = form.parties.iter().filter(|party| party.may_ask);
        able.next()
            .filter(|_| !form.private_allowed)
            .map(|party| party.id)
    });
    let nth = (day.day() - 1) / 7 + 1;
    let suggestions = [
        (
            name::PARTY,
            party.map_or_else(|| name::SELF.to_owned(), |id| id.to_string()),
        ),
        (name::KIND, name::ONCE.to_owned()),
        (name::DATE, date.to_string()),
        (name::FROM, from.to_string()),
        (name::TO, to.to_string()),
        (name::START, start.to_string()),
        (name::RHYTHM, name::WEEKLY.to_owned()),
        (name::EVERY_WEEKS, "1".to_owned()),
        (name::EVERY_MONTHS, "1".to_owned()),
        (name::WEEKDAY, weekday.to_string()),
        (name::MONTH_DAY, day.day().to_string()),
        (name::NTH, nth.to_string()),
        (name::MONTH_WEEKDAY, weekday.to_string()),
        (name::END, name::END_DATE.to_owned()),
        (name::UNTIL, until.to_string()),
        (name::COUNT, "10".to_owned()),
        (name::NO_SCHOOL_HOLIDAYS, "1".to_owned()),
        (name::NO_PUBLIC_HOLIDAYS, "1".to_owned()),
        (name::SHOWN, "1".to_owned()),
    ];
    suggestions
        .into_iter()
        .fold(query.clone(), |query, (field, value)| {
            if query.has(field) {
                query
            } else {
                query.with(field, value)
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledig_domain::{
        booking_rules::BookingRules,
        hours::OpeningHours,
        id::{FacilityId, OrganisationId, TeamId},
        people::Standing,
        time::DateRange,
    };
    use ledig_service::case::{
        form::{Party, PartyTeam},
        parts::{Contact, SpaceRef},
    };
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn club() -> OrganisationId {
        OrganisationId(Uuid::from_u128(7))
    }

    fn hall() -> SpaceId {
        SpaceId(Uuid::from_u128(1))
    }

    fn form() -> BookingForm {
        let team = PartyTeam {
            id: TeamId(Uuid::from_u128(13)),
            name: "J13".to_owned(),
            size: None,
        };
        BookingForm {
            space: SpaceRef {
                id: hall(),
                name: "Del A".to_owned(),
                facility: FacilityId(Uuid::from_u128(2)),
                facility_name: "Hallen".to_owned(),
            },
            facility_slug: "hallen".to_owned(),
            choices: Vec::new(),
            rules: BookingRules::default(),
            hours: OpeningHours::default(),
            parties: vec![Party {
                id: club(),
                name: "Haslum IL".to_owned(),
                standing: Standing::Approved,
                may_ask: true,
                teams: vec![team],
            }],
            acting_for: Some(club()),
            private_allowed: true,
            signed_in: true,
            today: day("2026-08-10"),
            school_days_off: Vec::new(),
            season: DateRange {
                from: day("2026-08-16"),
                to: day("2027-05-15"),
            },
            contact: Contact::default(),
        }
    }

    fn wish(query: &str) -> Result<Wish, Vec<Slip>> {
        Draft::new(&Query::parse(query), &form()).wish(hall(), &form())
    }

    #[test]
    fn a_link_with_date_and_time_is_a_wish_for_whom_one_acts() {
        let wish = wish("dato=2026-09-08&fra=18:00&til=19:30").unwrap();
        assert_eq!(wish.organisation, Some(club()));
        assert_eq!(wish.recurrence.start, day("2026-09-08"));
        assert_eq!(wish.recurrence.pattern, Pattern::Once);
        assert_eq!(wish.recurrence.times.to_string(), "18:00–19:30");
    }

    #[test]
    fn recurring_time_is_suggested_for_the_season_on_the_weekday_of_the_date() {
        let wish = wish("type=fast&dato=2026-09-08").unwrap();
        let recurrence = wish.recurrence;
        assert_eq!(recurrence.start, day("2026-09-08"));
        assert_eq!(recurrence.end, End::Until(day("2027-05-15")));
        let on = Weekdays::of(&[Weekday::Tue]);
        assert_eq!(recurrence.pattern, Pattern::Weekly { every: 1, on });
        assert!(recurrence.not_school_holidays);
    }

    #[test]
    fn boxes_that_were_cleared_are_not_suggested_again() {
        let query = "vist=1&type=fast&fra_dato=2026-09-08&til_dato=2026-12-01&fra=18:00&til=19:00&rytme=uke&hver=2&ukedag=2&ukedag=4";
        let recurrence = wish(query).unwrap().recurrence;
        assert!(!recurrence.not_school_holidays);
        let on = Weekdays::of(&[Weekday::Tue, Weekday::Thu]);
        assert_eq!(recurrence.pattern, Pattern::Weekly { every: 2, on });
    }

    #[test]
    fn the_last_friday_of_every_second_month_can_be_wished() {
        let query = "vist=1&type=fast&fra_dato=2026-09-01&slutt=antall&antall_datoer=5&fra=18&til=20&rytme=mnd-ukedag&nr=siste&mukedag=5&hver_mnd=2";
        let recurrence = wish(query).unwrap().recurrence;
        let pattern = Pattern::MonthlyByWeekday {
            every: 2,
            nth: Nth::Last,
            on: Weekday::Fri,
        };
        assert_eq!((recurrence.pattern, recurrence.end), (pattern, End::Count(5)));
    }

    #[test]
    fn every_field_that_cannot_be_read_is_told() {
        let slips =
            wish("vist=1&type=fast&fra_dato=x&fra=25:00&rytme=uke&hver=9&til_dato=2026-12-01").unwrap_err();
        let told: Vec<(&str, SlipKind)> = slips.iter().map(|slip| (slip.field, slip.what)).collect();
        let no_weekday = SlipKind::Recurrence(RecurrenceFault::NoWeekday);
        assert_eq!(
            told,
            [
                (name::FROM, SlipKind::Time),
                (name::TO, SlipKind::Missing),
                (name::START, SlipKind::Date),
                (name::WEEKDAY, no_weekday),
                (name::EVERY_WEEKS, SlipKind::Number { min: 1, max: 8 }),
            ]
        );
    }

    #[test]
    fn choices_travel_with_their_dates() {
        let wish =
            wish("dato=2026-09-08&valg.2026-09-08=vent&valg.nonsense=dropp&valg.2026-09-15=tull").unwrap();
        assert_eq!(wish.choices, BTreeMap::from([(day("2026-09-08"), Choice::Wait)]));
    }

    #[test]
    fn another_clubs_team_is_left_out() {
        let own = format!("for={}&lag={}", club(), Uuid::from_u128(13));
        assert!(wish(&own).unwrap().team.is_some());
        assert_eq!(
            wish(&format!("for=meg&lag={}", Uuid::from_u128(13)))
                .unwrap()
                .team,
            None
        );
    }

    #[test]
    fn a_year_being_typed_adds_no_date() {
        let draft = Draft::new(&Query::parse("ekstra=0020-09-05&ekstra=2026-09-05"), &form());
        assert_eq!(draft.dates(name::ADDED), BTreeSet::from([day("2026-09-05")]));
    }
}
