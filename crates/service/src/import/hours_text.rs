//! Opening hours out of free text: what is plainly said becomes hours, everything else stays a note.

use ledig_domain::{
    hours::WeekHours,
    space::SpaceKind,
    time::{DAY_MINUTES, Minute, WallSpan},
};

/// What a text says about hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The week, if the text names weekdays and times.
    pub week: Option<WeekHours>,
    /// It closes in July.
    pub closed_in_july: bool,
    /// Only in the school year.
    pub school_year: bool,
    /// Only clubs may have it.
    pub clubs_only: bool,
}

/// Reads a text such as `Mon-Thu 17:00-21:45 in the school year; Fri 17-21`.
pub fn read(text: &str) -> Said {
    let mut said = Said::default();
    let lower = text.to_lowercase();
    said.school_year = lower.contains("school year");
    said.closed_in_july = lower.contains("closed in july");
    said.clubs_only = lower.contains("no hire") || lower.contains("club training only");
    let mut week = WeekHours::default();
    for clause in lower.split(';') {
        for (day, span) in read_clause(clause.trim()) {
            week[day].push(span);
        }
    }
    if week.iter().any(|day| !day.is_empty()) {
        said.week = Some(week.map(joined));
    }
    said
}

fn read_clause(clause: &str) -> Vec<(usize, WallSpan)> {
    let clause = clause.strip_prefix("county rule:").unwrap_or(clause).trim();
    if let Some(rest) = clause.strip_prefix("weekdays until ") {
        let to = rest.split(' ').next().and_then(|time| time.parse().ok());
        let span = to.and_then(|to| WallSpan::new(Minute::hm(17, 0)?, to));
        return span.map_or(Vec::new(), |span| (0..5).map(|day| (day, span)).collect());
    }
    let Some((days, rest)) = clause.split_once(' ') else {
        return Vec::new();
    };
    let Some(days) = read_days(days) else {
        return Vec::new();
    };
    read_span(rest, &days).map_or(Vec::new(), |span| {
        days.into_iter().map(|day| (day, span)).collect()
    })
}

/// `mon`, `mon-thu`, `man–tor`: weekdays from Monday as 0; a range may run over Sunday.
fn read_days(text: &str) -> Option<Vec<usize>> {
    let Some((from, to)) = text.split_once(['-', '–']) else {
        return Some(vec![weekday(text)?]);
    };
    let (from, to) = (weekday(from)?, weekday(to)?);
    Some((0..=(to + 7 - from) % 7).map(|step| (from + step) % 7).collect())
}

fn weekday(text: &str) -> Option<usize> {
    const NAMES: [(&str, usize); 14] = [
        ("mon", 0),
        ("tue", 1),
        ("wed", 2),
        ("thu", 3),
        ("fri", 4),
        ("sat", 5),
        ("sun", 6),
        ("man", 0),
        ("tir", 1),
        ("ons", 2),
        ("tor", 3),
        ("fre", 4),
        ("lør", 5),
        ("søn", 6),
    ];
    let text = text.trim_end_matches([',', ':']);
    NAMES
        .iter()
        .find(|(name, _)| text.starts_with(name))
        .map(|(_, day)| *day)
}

/// `17:00-21:45 …` or, for one day, `14:30-sat 10:00`.
fn read_span(text: &str, days: &[usize]) -> Option<WallSpan> {
    let (from, rest) = text.split_once(['-', '–'])?;
    let from: Minute = from.parse().ok()?;
    let mut words = rest.split(' ');
    let first = words.next()?;
    let next_day = weekday(first);
    let to: Minute = match next_day {
        Some(_) => words.next()?.parse().ok()?,
        None => first.trim_end_matches(',').parse().ok()?,
    };
    let span = WallSpan::new(from, to)?;
    match (next_day, days) {
        (None, _) => Some(span),
        (Some(end), [start]) if (start + 1) % 7 == end && to <= from => Some(span),
        _ => None,
    }
}

/// Spans in order; those that overlap or touch become one. One that would grow past a day stays at a day.
fn joined(mut spans: Vec<WallSpan>) -> Vec<WallSpan> {
    spans.sort_unstable();
    let mut out: Vec<WallSpan> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if span.from.get() <= last.end_minutes() => {
                let end = last.end_minutes().max(span.end_minutes());
                let end = end.min(last.from.get() + DAY_MINUTES - 1);
                let to = if end > DAY_MINUTES { end - DAY_MINUTES } else { end };
                last.to = Minute::new(to).unwrap_or(last.to);
            }
            _ => out.push(span),
        }
    }
    out
}

/// The usual hours of a kind of space, where the file does not say any.
pub fn usual(kind: SpaceKind) -> WeekHours {
    use SpaceKind as K;
    let (weekday, weekend) = match kind {
        K::SportsHall | K::FootballHall | K::AthleticsHall => ((16, 23), Some((9, 22))),
        K::TrainingRoom | K::StrengthRoom | K::Ice => ((15, 23), Some((9, 22))),
        K::Gym | K::SchoolRoom => ((17, 22), None),
        K::SwimmingHall | K::Pool | K::Lane => ((15, 22), Some((9, 18))),
        K::Pitch | K::OutdoorSports | K::OutdoorArea => ((8, 23), Some((8, 22))),
        K::MeetingRoom | K::LectureHall | K::Kitchen | K::Other => ((8, 22), Some((10, 18))),
        K::AssemblyHall | K::Stage | K::RehearsalRoom | K::CommunityHouse => ((8, 23), Some((9, 23))),
    };
    let span = |(from, to)| {
        Minute::hm(from, 0)
            .zip(Minute::hm(to, 0))
            .and_then(|(a, b)| WallSpan::new(a, b))
    };
    std::array::from_fn(|day| {
        let hours = if day < 5 { Some(weekday) } else { weekend };
        hours.and_then(span).into_iter().collect()
    })
}
