//! How dates repeat, in words.

use super::{Lang, day};
use ledig_domain::recurrence::{End, Nth, Pattern, Recurrence};

crate::texts! {
    and { nb: "og", nn: "og", en: "and" }
    every_week { nb: "hver uke", nn: "kvar veke", en: "every week" }
    every_weeks(n: u8) { nb: "hver {n}. uke", nn: "kvar {n}. veke", en: "every {n} weeks" }
    every_month { nb: "hver måned", nn: "kvar månad", en: "every month" }
    every_months(n: u8) { nb: "hver {n}. måned", nn: "kvar {n}. månad", en: "every {n} months" }
    on_day(day: u8) { nb: "den {day}.", nn: "den {day}.", en: "on day {day}" }
    nth_weekday(nth: &str, day: &str) { nb: "{nth} {day}", nn: "{nth} {day}", en: "{nth} {day}" }
    last { nb: "siste", nn: "siste", en: "the last" }
    at(times: &str) { nb: "kl. {times}", nn: "kl. {times}", en: "{times}" }
    from_to(from: &str, to: &str) { nb: "fra {from} til {to}", nn: "frå {from} til {to}", en: "from {from} to {to}" }
    from_count(from: &str, n: u16) { nb: "{n} ganger fra {from}", nn: "{n} gonger frå {from}", en: "{n} times from {from}" }
    not_school_holidays { nb: "ikke i skoleferier", nn: "ikkje i skuleferiar", en: "not in school holidays" }
    not_public_holidays { nb: "ikke på helligdager", nn: "ikkje på heilagdagar", en: "not on public holidays" }
}

/// «tirsdager kl. 18.00–19.30», «mandager og torsdager kl. …, hver 2. uke», «tirsdag 18. august kl. …».
pub fn short(l: Lang, what: &Recurrence) -> String {
    let times = at(l, &day::times(l, what.times));
    match what.pattern {
        Pattern::Once => day::date_times(l, what.start, what.times),
        Pattern::Weekly { every, on } => {
            let days: Vec<String> = on.iter().map(|one| day::weekdays(l, one)).collect();
            let days = joined(l, &days);
            if every > 1 {
                format!("{days} {times}, {}", every_weeks(l, every))
            } else {
                format!("{days} {times}")
            }
        }
        Pattern::MonthlyByDate { every, day } => format!("{} {}, {times}", on_day(l, day), months(l, every)),
        Pattern::MonthlyByWeekday { every, nth, on } => {
            let which = nth_weekday(l, &ordinal(l, nth), day::weekday(l, on));
            format!("{which} {}, {times}", months(l, every))
        }
    }
}

/// The same with when it begins and ends, and what it leaves out.
pub fn full(l: Lang, what: &Recurrence) -> String {
    if what.pattern == Pattern::Once {
        return format!(
            "{} {}",
            day::date_year(l, what.start),
            at(l, &day::times(l, what.times))
        );
    }
    let from = day::day_month_year(l, what.start);
    let range = match what.end {
        End::Until(until) => from_to(l, &from, &day::day_month_year(l, until)),
        End::Count(n) => from_count(l, &from, n),
    };
    let mut told = vec![short(l, what), range];
    if what.not_school_holidays {
        told.push(not_school_holidays(l).to_owned());
    }
    if what.not_public_holidays {
        told.push(not_public_holidays(l).to_owned());
    }
    told.join(", ")
}

fn months(l: Lang, every: u8) -> String {
    if every > 1 {
        every_months(l, every)
    } else {
        every_month(l).to_owned()
    }
}

fn ordinal(l: Lang, nth: Nth) -> String {
    match (nth, l) {
        (Nth::Last, _) => last(l).to_owned(),
        (Nth::Number(n), Lang::Nb | Lang::Nn) => format!("{n}."),
        (Nth::Number(n), Lang::En) => {
            let names = ["the first", "the second", "the third", "the fourth"];
            names
                .get(usize::from(n).wrapping_sub(1))
                .unwrap_or(&"the fifth")
                .to_string()
        }
    }
}

/// «mandager, tirsdager og torsdager».
pub fn joined(l: Lang, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), and(l)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use ledig_domain::{recurrence::Weekdays, time::WallSpan};
    use std::collections::BTreeSet;

    fn series(pattern: Pattern) -> Recurrence {
        Recurrence {
            start: "2026-08-18".parse().unwrap(),
            times: WallSpan::new("18:00".parse().unwrap(), "19:30".parse().unwrap()).unwrap(),
            pattern,
            end: End::Until("2027-05-12".parse().unwrap()),
            excluded: BTreeSet::new(),
            added: BTreeSet::new(),
            not_school_holidays: true,
            not_public_holidays: false,
        }
    }

    #[test]
    fn a_weekly_time_is_told_in_full() {
        let on = Weekdays::of(&[Weekday::Tue]);
        assert_eq!(
            full(Lang::Nb, &series(Pattern::Weekly { every: 1, on })),
            "tirsdager kl. 18.00–19.30, fra 18. august 2026 til 12. mai 2027, ikke i skoleferier"
        );
    }

    #[test]
    fn several_weekdays_and_longer_intervals_are_told() {
        let on = Weekdays::of(&[Weekday::Mon, Weekday::Thu]);
        let told = short(Lang::Nn, &series(Pattern::Weekly { every: 2, on }));
        assert_eq!(told, "måndagar og torsdagar kl. 18.00–19.30, kvar 2. veke");
    }

    #[test]
    fn the_last_weekday_of_a_month_is_told() {
        let pattern = Pattern::MonthlyByWeekday {
            every: 1,
            nth: Nth::Last,
            on: Weekday::Fri,
        };
        assert_eq!(
            short(Lang::En, &series(pattern)),
            "the last Friday every month, 18:00–19:30"
        );
    }
}
