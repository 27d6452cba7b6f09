//! Reads opening hours from their form: `w.{day}.{n}.from`, `s{i}.name`, `e{i}.reason` …

use crate::actions::posted::{Posted, Reading};
use ledig_domain::{
    hours::{HoursException, OpeningHours, SeasonHours, WeekHours},
    time::{DateRange, Minute, WallSpan},
};
use ledig_service::Fault;

/// The most seasons, exceptions and spans a day that a form may hold.
const MOST: usize = 40;

/// The hours, or what cannot be read. Seasons and exceptions without anything in them are left out.
pub fn hours(posted: &Posted) -> Result<OpeningHours, Vec<(String, Fault)>> {
    let mut reading = posted.reading();
    let count = |name: &str| posted.read::<usize>(name).unwrap_or(0).min(MOST);
    let (seasons, exceptions, spans) = (count("seasons"), count("exceptions"), count("spans"));
    let week = week(&mut reading, "w", spans);
    let seasons = (0..seasons)
        .filter_map(|nth| season(&mut reading, &format!("s{nth}"), spans))
        .collect();
    let exceptions = (0..exceptions)
        .filter_map(|nth| exception(&mut reading, &format!("e{nth}"), spans))
        .collect();
    reading.finish(OpeningHours {
        week,
        seasons,
        exceptions,
    })
}

fn week(reading: &mut Reading<'_>, prefix: &str, spans: usize) -> WeekHours {
    std::array::from_fn(|day| day_spans(reading, &format!("{prefix}.{day}"), spans))
}

fn day_spans(reading: &mut Reading<'_>, prefix: &str, spans: usize) -> Vec<WallSpan> {
    (0..spans)
        .filter_map(|nth| {
            let field = format!("{prefix}.{nth}");
            let from = reading.text(&format!("{field}.from"));
            let to = reading.text(&format!("{field}.to"));
            if from.is_empty() && to.is_empty() {
                return None;
            }
            let minute = |text: &str| text.parse::<Minute>().ok();
            let span = minute(&from)
                .zip(minute(&to))
                .and_then(|(from, to)| WallSpan::new(from, to));
            if span.is_none() {
                reading.fault(&field, Fault::Unknown);
            }
            span
        })
        .collect()
}

fn blank(reading: &Reading<'_>, prefix: &str, name: &str) -> bool {
    [name, "first", "last"]
        .iter()
        .all(|field| reading.text(&format!("{prefix}.{field}")).is_empty())
}

fn dates(reading: &mut Reading<'_>, prefix: &str) -> Option<DateRange> {
    let from = reading.date(&format!("{prefix}.first"));
    let to = reading.date(&format!("{prefix}.last"));
    let (from, to) = from.zip(to)?;
    if to < from {
        reading.fault(&format!("{prefix}.last"), Fault::EndBeforeStart);
        return None;
    }
    Some(DateRange { from, to })
}

fn named(reading: &mut Reading<'_>, field: &str) -> String {
    let name = reading.text(field);
    if name.is_empty() {
        reading.fault(field, Fault::Required);
    }
    name
}

fn season(reading: &mut Reading<'_>, prefix: &str, spans: usize) -> Option<SeasonHours> {
    if blank(reading, prefix, "name") {
        return None;
    }
    let name = named(reading, &format!("{prefix}.name"));
    let dates = dates(reading, prefix);
    let week = week(reading, prefix, spans);
    dates.map(|dates| SeasonHours { name, dates, week })
}

fn exception(reading: &mut Reading<'_>, prefix: &str, spans: usize) -> Option<HoursException> {
    if blank(reading, prefix, "reason") {
        return None;
    }
    let reason = named(reading, &format!("{prefix}.reason"));
    let dates = dates(reading, prefix);
    let spans = day_spans(reading, prefix, spans);
    dates.map(|dates| HoursException { reason, dates, spans })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Posted {
        let counts = [("seasons", "2"), ("exceptions", "2"), ("spans", "2")];
        let pairs = counts.iter().chain(pairs);
        Posted(pairs.map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn a_day_may_have_two_spans_and_an_empty_row_is_closed() {
        let read = hours(&form(&[
            ("w.0.0.from", "8"),
            ("w.0.0.to", "12.30"),
            ("w.0.1.from", "16:00"),
            ("w.0.1.to", "24:00"),
            ("w.1.0.from", ""),
        ]))
        .unwrap();
        assert_eq!(read.week[0].len(), 2);
        assert_eq!(read.week[0][1].to, Minute::END_OF_DAY);
        assert!(read.week[1].is_empty());
        assert!(read.seasons.is_empty() && read.exceptions.is_empty());
    }

    #[test]
    fn half_a_span_is_sent_back_at_its_row() {
        let faults = hours(&form(&[("w.4.1.from", "16:00")])).unwrap_err();
        assert_eq!(faults, [("w.4.1".to_owned(), Fault::Unknown)]);
    }

    #[test]
    fn an_exception_without_times_closes() {
        let read = hours(&form(&[
            ("e1.reason", "Julestengt"),
            ("e1.first", "2026-12-23"),
            ("e1.last", "2027-01-02"),
        ]))
        .unwrap();
        assert_eq!(read.exceptions.len(), 1);
        assert!(read.exceptions[0].spans.is_empty());
    }

    #[test]
    fn a_season_needs_a_name_and_its_dates_in_order() {
        let faults = hours(&form(&[("s0.first", "2026-08-01"), ("s0.last", "2026-06-01")])).unwrap_err();
        assert_eq!(
            faults,
            [
                ("s0.name".to_owned(), Fault::Required),
                ("s0.last".to_owned(), Fault::EndBeforeStart)
            ]
        );
    }
}
