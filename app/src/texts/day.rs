//! Dates, times, lengths and distances in words. Full forms for reading and listening, short for tables.

use super::Lang;
use chrono::{Datelike as _, NaiveDate, Weekday};
use ledig_domain::time::{Minute, WallSpan};

const WEEKDAYS: [[&str; 7]; 3] = [
    [
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    ],
    [
        "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag",
    ],
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
];
const WEEKDAYS_SHORT: [[&str; 7]; 3] = [
    ["man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."],
    ["mån.", "tys.", "ons.", "tor.", "fre.", "lau.", "søn."],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
];
const MONTHS: [[&str; 12]; 2] = [
    [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];
const MONTHS_SHORT: [[&str; 12]; 2] = [
    [
        "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.",
    ],
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
];

const fn row(l: Lang) -> usize {
    match l {
        Lang::Nb => 0,
        Lang::Nn => 1,
        Lang::En => 2,
    }
}

const fn month_row(l: Lang) -> usize {
    match l {
        Lang::Nb | Lang::Nn => 0,
        Lang::En => 1,
    }
}

/// «tirsdag».
pub fn weekday(l: Lang, day: Weekday) -> &'static str {
    WEEKDAYS[row(l)][day.num_days_from_monday() as usize]
}

/// «tir.».
pub fn weekday_short(l: Lang, day: Weekday) -> &'static str {
    WEEKDAYS_SHORT[row(l)][day.num_days_from_monday() as usize]
}

/// «tirsdager», for a time that comes again each week.
pub fn weekdays(l: Lang, day: Weekday) -> String {
    match l {
        Lang::Nb => format!("{}er", weekday(l, day)),
        Lang::Nn => format!("{}ar", weekday(l, day)),
        Lang::En => format!("{}s", weekday(l, day)),
    }
}

/// «august»; months count from 1.
pub fn month(l: Lang, month: u32) -> &'static str {
    MONTHS[month_row(l)][(month.clamp(1, 12) - 1) as usize]
}

/// «aug.»; months count from 1.
pub fn month_short(l: Lang, month: u32) -> &'static str {
    MONTHS_SHORT[month_row(l)][(month.clamp(1, 12) - 1) as usize]
}

/// «18. august».
pub fn day_month(l: Lang, date: NaiveDate) -> String {
    match l {
        Lang::Nb | Lang::Nn => format!("{}. {}", date.day(), month(l, date.month())),
        Lang::En => format!("{} {}", date.day(), month(l, date.month())),
    }
}

/// «18. aug.».
pub fn day_month_short(l: Lang, date: NaiveDate) -> String {
    match l {
        Lang::Nb | Lang::Nn => format!("{}. {}", date.day(), month_short(l, date.month())),
        Lang::En => format!("{} {}", date.day(), month_short(l, date.month())),
    }
}

/// «tirsdag 18. august».
pub fn date(l: Lang, date: NaiveDate) -> String {
    format!("{} {}", weekday(l, date.weekday()), day_month(l, date))
}

/// «tirsdag 18. august 2026».
pub fn date_year(l: Lang, date: NaiveDate) -> String {
    format!("{} {}", self::date(l, date), date.year())
}

/// «18. august 2026», without the weekday.
pub fn day_month_year(l: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_month(l, date), date.year())
}

/// «tir. 18. aug.».
pub fn date_short(l: Lang, date: NaiveDate) -> String {
    format!(
        "{} {}",
        weekday_short(l, date.weekday()),
        day_month_short(l, date)
    )
}

/// «18. august – 12. mai»; with the years where they differ.
pub fn date_range(l: Lang, from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        day_month(l, from)
    } else if from.year() == to.year() {
        if from.month() == to.month() {
            match l {
                Lang::Nb | Lang::Nn => format!("{}.–{}", from.day(), day_month(l, to)),
                Lang::En => format!("{}–{}", from.day(), day_month(l, to)),
            }
        } else {
            format!("{} – {}", day_month(l, from), day_month(l, to))
        }
    } else {
        format!("{} – {}", day_month_year(l, from), day_month_year(l, to))
    }
}

/// «18.00», in English «18:00».
pub fn time(l: Lang, minute: Minute) -> String {
    let (hour, rest) = (minute.get() / 60, minute.get() % 60);
    match l {
        Lang::Nb | Lang::Nn => format!("{hour:02}.{rest:02}"),
        Lang::En => format!("{hour:02}:{rest:02}"),
    }
}

/// «18.00–19.30».
pub fn times(l: Lang, span: WallSpan) -> String {
    format!("{}–{}", time(l, span.from), time(l, span.to))
}

/// «fra 18.00 til 19.30», for screen readers.
pub fn times_spoken(l: Lang, span: WallSpan) -> String {
    let (from, to) = (time(l, span.from), time(l, span.to));
    match l {
        Lang::Nb => format!("fra {from} til {to}"),
        Lang::Nn => format!("frå {from} til {to}"),
        Lang::En => format!("from {from} to {to}"),
    }
}

/// «tirsdag 18. august kl. 18.00–19.30».
pub fn date_times(l: Lang, date: NaiveDate, span: WallSpan) -> String {
    match l {
        Lang::Nb | Lang::Nn => format!("{} kl. {}", self::date(l, date), times(l, span)),
        Lang::En => format!("{}, {}", self::date(l, date), times(l, span)),
    }
}

/// «tir. 18. aug. 18.00–19.30».
pub fn date_times_short(l: Lang, date: NaiveDate, span: WallSpan) -> String {
    format!("{} {}", date_short(l, date), times(l, span))
}

/// «tirsdag 18. august kl. 18.00», an instant on the municipality's clock.
pub fn moment(l: Lang, date: NaiveDate, at: Minute) -> String {
    match l {
        Lang::Nb | Lang::Nn => format!("{} kl. {}", self::date(l, date), time(l, at)),
        Lang::En => format!("{}, {}", self::date(l, date), time(l, at)),
    }
}

/// «i dag», «i morgen», else «tirsdag 18. august».
pub fn relative_date(l: Lang, today: NaiveDate, date: NaiveDate) -> String {
    let days = date.signed_duration_since(today).num_days();
    match (days, l) {
        (0, Lang::Nb | Lang::Nn) => "i dag".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1, Lang::Nb) => "i morgen".to_owned(),
        (1, Lang::Nn) => "i morgon".to_owned(),
        (1, Lang::En) => "tomorrow".to_owned(),
        _ => self::date(l, date),
    }
}

/// «uke 34».
pub fn week(l: Lang, number: u32) -> String {
    match l {
        Lang::Nb => format!("uke {number}"),
        Lang::Nn => format!("veke {number}"),
        Lang::En => format!("week {number}"),
    }
}

fn counted(n: i64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// «1 time 30 minutter».
pub fn minutes(l: Lang, total: u32) -> String {
    let (hours, rest) = (i64::from(total / 60), i64::from(total % 60));
    let hours_word = match l {
        Lang::Nb => counted(hours, "time", "timer"),
        Lang::Nn => counted(hours, "time", "timar"),
        Lang::En => counted(hours, "hour", "hours"),
    };
    let minutes_word = match l {
        Lang::Nb => counted(rest, "minutt", "minutter"),
        Lang::Nn => counted(rest, "minutt", "minutt"),
        Lang::En => counted(rest, "minute", "minutes"),
    };
    match (hours, rest) {
        (0, _) => minutes_word,
        (_, 0) => hours_word,
        _ => format!("{hours_word} {minutes_word}"),
    }
}

/// «2 dager», «5 timer», «10 minutter»: a length in its largest unit, seconds given. Never less than a minute.
pub fn length(l: Lang, seconds: i64) -> String {
    let minutes = (seconds / 60).max(1);
    let (hours, days) = (minutes / 60, minutes / 1440);
    if days > 0 {
        match l {
            Lang::Nb => counted(days, "dag", "dager"),
            Lang::Nn => counted(days, "dag", "dagar"),
            Lang::En => counted(days, "day", "days"),
        }
    } else if hours > 0 {
        self::minutes(l, u32::try_from(hours * 60).unwrap_or(60))
    } else {
        self::minutes(l, u32::try_from(minutes).unwrap_or(1))
    }
}

/// «for 2 dager siden»; seconds since then.
pub fn ago(l: Lang, seconds: i64) -> String {
    if seconds < 60 {
        return match l {
            Lang::Nb => "nå nettopp",
            Lang::Nn => "nett no",
            Lang::En => "just now",
        }
        .to_owned();
    }
    let length = length(l, seconds);
    match l {
        Lang::Nb => format!("for {length} siden"),
        Lang::Nn => format!("for {length} sidan"),
        Lang::En => format!("{length} ago"),
    }
}

/// «350 m», «1,2 km»; metres given, rounded to what one can tell apart on foot.
pub fn distance(l: Lang, metres: u32) -> String {
    if metres < 950 {
        return format!("{} m", (metres + 25) / 50 * 50);
    }
    let tenths = (metres + 50) / 100;
    if tenths >= 100 {
        return format!("{} km", (tenths + 5) / 10);
    }
    let point = if l == Lang::En { '.' } else { ',' };
    format!("{}{point}{} km", tenths / 10, tenths % 10)
}

/// The first letter large, for a sentence that begins with a date.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tuesday() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 8, 18).unwrap()
    }

    fn evening() -> WallSpan {
        WallSpan::new(Minute::hm(18, 0).unwrap(), Minute::hm(19, 30).unwrap()).unwrap()
    }

    #[test]
    fn a_time_is_told_in_full_in_each_language() {
        let told = Lang::ALL.map(|l| date_times(l, tuesday(), evening()));
        assert_eq!(
            told,
            [
                "tirsdag 18. august kl. 18.00–19.30",
                "tysdag 18. august kl. 18.00–19.30",
                "Tuesday 18 August, 18:00–19:30"
            ]
        );
    }

    #[test]
    fn the_short_form_fits_a_table() {
        let told = Lang::ALL.map(|l| date_times_short(l, tuesday(), evening()));
        assert_eq!(
            told,
            [
                "tir. 18. aug. 18.00–19.30",
                "tys. 18. aug. 18.00–19.30",
                "Tue 18 Aug 18:00–19:30"
            ]
        );
    }

    #[test]
    fn a_range_tells_years_only_where_they_differ() {
        let may = NaiveDate::from_ymd_opt(2027, 5, 12).unwrap();
        let later = NaiveDate::from_ymd_opt(2026, 8, 20).unwrap();
        assert_eq!(
            date_range(Lang::Nb, tuesday(), may),
            "18. august 2026 – 12. mai 2027"
        );
        assert_eq!(date_range(Lang::Nb, tuesday(), later), "18.–20. august");
        assert_eq!(date_range(Lang::En, tuesday(), later), "18–20 August");
    }

    #[test]
    fn lengths_bend_by_number() {
        assert_eq!(minutes(Lang::Nb, 90), "1 time 30 minutter");
        assert_eq!(minutes(Lang::Nn, 120), "2 timar");
        assert_eq!(minutes(Lang::En, 1), "1 minute");
        assert_eq!(length(Lang::Nb, 2 * 86_400 + 5), "2 dager");
        assert_eq!(ago(Lang::En, 86_400), "1 day ago");
        assert_eq!(ago(Lang::Nn, 5), "nett no");
    }

    #[test]
    fn distances_are_rounded() {
        assert_eq!(distance(Lang::Nb, 340), "350 m");
        assert_eq!(distance(Lang::Nb, 1_180), "1,2 km");
        assert_eq!(distance(Lang::En, 1_180), "1.2 km");
        assert_eq!(distance(Lang::Nb, 12_600), "13 km");
    }

    #[test]
    fn the_end_of_the_day_is_24() {
        assert_eq!(time(Lang::Nb, Minute::END_OF_DAY), "24.00");
    }
}
