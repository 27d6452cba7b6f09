//! The names of the form's fields; they are also the names in the address.

/// The fields were shown: what is missing was left empty, not left to be suggested.
pub const SHOWN: &str = "vist";
/// Which space, when another than the address says.
pub const SPACE: &str = "sted";
/// For whom: an organisation's id, or [`SELF`].
pub const PARTY: &str = "for";
/// The value of [`PARTY`] for a private person.
pub const SELF: &str = "meg";
/// Which team.
pub const TEAM: &str = "lag";
/// [`ONCE`] or [`REPEATED`].
pub const KIND: &str = "type";
/// One date.
pub const ONCE: &str = "en";
/// Recurring dates.
pub const REPEATED: &str = "fast";
/// The one date.
pub const DATE: &str = "dato";
/// From, on the clock.
pub const FROM: &str = "fra";
/// To, on the clock.
pub const TO: &str = "til";
/// The first date of recurring time.
pub const START: &str = "fra_dato";
/// [`WEEKLY`], [`BY_DATE`] or [`BY_WEEKDAY`].
pub const RHYTHM: &str = "rytme";
/// Weekly.
pub const WEEKLY: &str = "uke";
/// Monthly, on a date.
pub const BY_DATE: &str = "mnd-dato";
/// Monthly, on a weekday.
pub const BY_WEEKDAY: &str = "mnd-ukedag";
/// Every so many weeks.
pub const EVERY_WEEKS: &str = "hver";
/// Every so many months.
pub const EVERY_MONTHS: &str = "hver_mnd";
/// Weekdays, 1 for Monday to 7; several.
pub const WEEKDAY: &str = "ukedag";
/// The day of the month.
pub const MONTH_DAY: &str = "mdag";
/// Which weekday of the month, 1–5 or [`LAST`].
pub const NTH: &str = "nr";
/// The last one of the month.
pub const LAST: &str = "siste";
/// The weekday of the month, 1 for Monday to 7.
pub const MONTH_WEEKDAY: &str = "mukedag";
/// [`END_DATE`] or [`END_COUNT`].
pub const END: &str = "slutt";
/// Ends on a date.
pub const END_DATE: &str = "dato";
/// Ends after a number of dates.
pub const END_COUNT: &str = "antall";
/// The last date.
pub const UNTIL: &str = "til_dato";
/// The number of dates.
pub const COUNT: &str = "antall_datoer";
/// Not in school holidays.
pub const NO_SCHOOL_HOLIDAYS: &str = "uten_skoleferie";
/// Not on public holidays.
pub const NO_PUBLIC_HOLIDAYS: &str = "uten_helligdager";
/// Dates put in by hand; several.
pub const ADDED: &str = "ekstra";
/// Dates taken out by hand; several.
pub const EXCLUDED: &str = "uten";
/// How many persons.
pub const PERSONS: &str = "personer";
/// What for.
pub const PURPOSE: &str = "formal";
/// Before a date: what becomes of it.
pub const CHOICE: &str = "valg.";
/// The date whose choice all like dates are to get; once.
pub const ALIKE: &str = "likt";
/// The key that makes sending twice the same as sending once.
pub const KEY: &str = "nokkel";
/// The dates that had to be chosen for when the page was shown, comma between.
pub const SEEN: &str = "sett";
/// Sending was tried: the dates that changed between choosing and sending, comma between, or [`NOTHING_NEW`].
pub const CHANGED: &str = "endret";
/// The value of [`CHANGED`] when every date that stands in the way was known.
pub const NOTHING_NEW: &str = "-";
