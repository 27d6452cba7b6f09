//! Single times and events of the last weeks, decided by rules and by people.

use super::{
    super::DemoError,
    Act,
    stage::{Ask, IfTaken, Stage},
    when::{once, times, weekly},
};
use chrono::Weekday::{self, Mon, Sat, Sun, Thu, Tue, Wed};
use ledig_domain::recurrence::Recurrence;

/// Clubs' events on weekends: who, where, and how many weeks from now (before now when negative).
const EVENTS: [(&str, &str, &str, &str, i64); 11] = [
    ("Haslum IL", "Haslumhallen", "Idrettshall", "Seriekamper", -3),
    (
        "Stabæk Håndball",
        "Nadderudhallen",
        "Idrettshall",
        "Seriekamper",
        -2,
    ),
    (
        "Lommedalens IL",
        "Lommedalshallen",
        "Idrettshall",
        "Minihåndball-turnering",
        -2,
    ),
    ("IL Jardar", "Combihallen", "Idrettshall", "Klubbdag", -1),
    (
        "Bærums Verk og Hauger Idrettsforening (BVHIF)",
        "Rykkinnhallen",
        "Hall A",
        "Basketturnering",
        -1,
    ),
    (
        "Haslum HK Damer",
        "Haslumhallen",
        "Idrettshall",
        "Kamp i 1. divisjon",
        1,
    ),
    (
        "Stabæk Håndball",
        "Nadderudhallen",
        "Idrettshall",
        "Seriekamper",
        1,
    ),
    ("IL Jutul", "Gjønnes idrettshall", "Storhall", "Volleyballhelg", 2),
    (
        "Bærum Skøyteklubb",
        "Bærum ishall",
        "Isflate",
        "Klubbmesterskap",
        5,
    ),
    (
        "Demo Turnforening",
        "Hoslehallen",
        "Idrettshall",
        "Turnoppvisning",
        3,
    ),
    (
        "Fornebu Bordtennisklubb",
        "Hundsund grendesenter",
        "Hundsundhallen (flerbrukshall)",
        "Åpen turnering",
        4,
    ),
];

/// A single hour, in one line.
type Hour = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    (Weekday, i64),
);

/// Single hours that a rule gives at once: who, team, where, and the weekday with days from now.
const HOURS: [Hour; 9] = [
    ("Haslum IL", "J15", "Hoslehallen", "Idrettshall/Del B", (Wed, -9)),
    (
        "Stabæk Håndball",
        "G13",
        "Eikelihallen",
        "Idrettshall/Del A",
        (Thu, -6),
    ),
    (
        "IL Tyrving",
        "Ungdom",
        "Ringstabekk skole",
        "Idrettshall/Del C",
        (Mon, -5),
    ),
    (
        "1. Eiksmarka speidergruppe",
        "Troppen",
        "Eiksmarka skole",
        "Gymsal",
        (Tue, -4),
    ),
    (
        "Jar skoles musikkorps",
        "Hovedkorps",
        "Jar skole",
        "Gymsal",
        (Mon, 2),
    ),
    ("Lommedalens IL", "G13", "Lommedalen skole", "Gymsal", (Wed, 3)),
    ("Haslum IL", "J13", "Levre skole", "Idrettshall/Del A", (Tue, 4)),
    ("IL Jardar", "J13", "Evje skole", "Idrettshall/Del A", (Thu, 6)),
    ("Fossum IF", "Barmark", "Østerås skole", "Gymsal", (Mon, 8)),
];

/// Associations that meet in the library.
const MEETINGS: [&str; 4] = [
    "Asker og Bærum Historielag",
    "Bærum Husflidsforening",
    "Bærum Idrettsråd",
    "Bærum Kulturråd",
];

/// Everything of this kind, with when it was sent: days ago, and the minute of the day.
pub fn acts() -> Vec<((u64, u16), Act)> {
    let minute =
        |number: usize, from: u16, step: u16| from + u16::try_from(number).unwrap_or_default() * step;
    let events = EVENTS.iter().enumerate().map(|(number, event)| {
        let days_ago = u64::try_from((30 - event.4 * 5).max(4)).unwrap_or(30);
        ((days_ago, minute(number, 1110, 7)), Act::Event(number))
    });
    let hours = HOURS.iter().enumerate().map(|(number, hour)| {
        let days_ago = u64::try_from(14 - hour.4.1).unwrap_or(14);
        ((days_ago, minute(number, 1200, 5)), Act::Hour(number))
    });
    let meetings = (0..MEETINGS.len()).map(|number| {
        let days_ago = 20 - u64::try_from(number).unwrap_or_default();
        ((days_ago, minute(number, 1000, 31)), Act::Meetings(number))
    });
    events.chain(hours).chain(meetings).collect()
}

/// A club's event on a weekend.
pub async fn event(stage: &mut Stage<'_>, number: usize, days_ago: u64) -> Result<(), DemoError> {
    let (by, facility, space, purpose, weeks) = EVENTS[number];
    let day = if number.is_multiple_of(2) { Sat } else { Sun };
    let space = stage.space(facility, space)?;
    let when = once(stage.next(day, weeks * 7 + 1), times((10, 0), (15, 0))?);
    // In summer halls are closed on weekends.
    if !stage.is_to_be_had(by, space, &when).await? {
        return Ok(());
    }
    let ask = Ask {
        by,
        team: "",
        space,
        when,
        purpose,
        persons: 80,
        taken: IfTaken::Ask,
    };
    let (request, decided) = stage.ask(ask).await?;
    if !decided {
        let after = [1, 2, 3][number % 3];
        stage.at(
            days_ago - after,
            570 + u16::try_from(number).unwrap_or_default() * 11,
        );
        stage.approve(request).await?;
    }
    Ok(())
}

/// A single hour, in the first of four weeks in which it is free.
pub async fn hour(stage: &mut Stage<'_>, number: usize) -> Result<(), DemoError> {
    let (by, team, facility, space, (weekday, days)) = HOURS[number];
    let space = stage.space(facility, space)?;
    for weeks in 0..4 {
        let when = once(stage.next(weekday, days + 7 * weeks), times((18, 0), (19, 30))?);
        if !stage.is_to_be_had(by, space, &when).await? {
            continue;
        }
        let ask = Ask {
            by,
            team,
            space,
            when,
            purpose: "Ekstra trening",
            persons: 16,
            taken: IfTaken::Drop,
        };
        stage.ask(ask).await?;
        break;
    }
    Ok(())
}

/// Four board meetings of an association.
pub async fn meetings(stage: &mut Stage<'_>, number: usize) -> Result<(), DemoError> {
    let from = u16::try_from(number).unwrap_or_default();
    let first = stage.next([Tue, Wed, Thu][number % 3], 2 + i64::from(from));
    let when = Recurrence {
        not_school_holidays: false,
        ..weekly(first, times((16 + from, 0), (18 + from, 0))?, 4)
    };
    let ask = Ask {
        by: MEETINGS[number],
        team: "",
        space: stage.space("Bekkestua bibliotek", "Møterom")?,
        when,
        purpose: "Styremøte",
        persons: 10,
        taken: IfTaken::Drop,
    };
    stage.ask(ask).await?;
    Ok(())
}
