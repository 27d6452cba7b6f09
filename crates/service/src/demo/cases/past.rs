//! Single times and events of the last weeks, decided by rules and by people.

use super::{
    super::DemoError,
    note,
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

/// Plays them.
pub async fn play(stage: &mut Stage<'_>, left_out: &mut Vec<String>) -> Result<(), DemoError> {
    note(events(stage).await, left_out)?;
    note(hours(stage).await, left_out)?;
    note(meetings(stage).await, left_out)
}

async fn events(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    for (number, (by, facility, space, purpose, weeks)) in (0_u16..).zip(EVENTS) {
        let day = if number % 2 == 0 { Sat } else { Sun };
        let date = stage.next(day, weeks * 7 + 1);
        let asked = u64::try_from((30 - weeks * 5).max(4)).unwrap_or(30);
        stage.at(asked, 1110 + number * 7);
        let space = stage.space(facility, space)?;
        let when = once(date, times((10, 0), (15, 0))?);
        // In summer halls are closed on weekends.
        if !stage.is_to_be_had(by, space, &when).await? {
            continue;
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
            stage.at(asked - 1 - u64::from(number % 3), 560 + number * 11);
            stage.approve(request).await?;
        }
    }
    Ok(())
}

async fn hours(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    for (number, (by, team, facility, space, (weekday, days))) in (0_u16..).zip(HOURS) {
        let asked = u64::try_from(14 - days).unwrap_or(14);
        stage.at(asked, 1200 + number * 5);
        let space = stage.space(facility, space)?;
        for weeks in 0..4 {
            let date = stage.next(weekday, days + 7 * weeks);
            let when = once(date, times((18, 0), (19, 30))?);
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
    }
    Ok(())
}

async fn meetings(stage: &mut Stage<'_>) -> Result<(), DemoError> {
    let room = stage.space("Bekkestua bibliotek", "Møterom")?;
    let bookers = [
        "Asker og Bærum Historielag",
        "Bærum Husflidsforening",
        "Bærum Idrettsråd",
        "Bærum Kulturråd",
    ];
    for (number, by) in (0_u16..).zip(bookers) {
        stage.at(20 - u64::from(number), 1000 + number * 31);
        let first = stage.next([Tue, Wed, Thu][usize::from(number) % 3], 2 + i64::from(number));
        let when = Recurrence {
            not_school_holidays: false,
            ..weekly(first, times((16 + number, 0), (18 + number, 0))?, 4)
        };
        let ask = Ask {
            by,
            team: "",
            space: room,
            when,
            purpose: "Styremøte",
            persons: 10,
            taken: IfTaken::Drop,
        };
        stage.ask(ask).await?;
    }
    Ok(())
}
