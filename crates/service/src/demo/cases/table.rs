//! The cases that wait for a person, one line each.

use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// A case that waits, in one line.
pub struct Open {
    pub by: &'static str,
    pub team: &'static str,
    pub place: (&'static str, &'static str),
    /// The first such weekday so many days ahead.
    pub day: (Weekday, i64),
    pub times: ((u16, u16), (u16, u16)),
    /// One date, or so many weeks.
    pub weeks: u16,
    pub purpose: &'static str,
    pub persons: u32,
    /// Sent so many days ago, at a minute of the day.
    pub sent: (u64, u16),
}

const fn open(
    (by, team): (&'static str, &'static str),
    place: (&'static str, &'static str),
    day: (Weekday, i64),
    times: ((u16, u16), (u16, u16)),
    (weeks, persons, purpose): (u16, u32, &'static str),
    sent: (u64, u16),
) -> Open {
    Open {
        by,
        team,
        place,
        day,
        times,
        weeks,
        purpose,
        persons,
        sent,
    }
}

const HASLUM: (&str, &str) = ("Haslumhallen", "Idrettshall/Del C");
const RYKKINN: (&str, &str) = ("Rykkinn grendehus", "Forsamlingslokale");

/// In the order of sending. The first three want the same Thursdays; the next two the same Saturday.
pub const CASES: [Open; 18] = [
    open(
        ("Demo Bedriftsidrett AS", ""),
        HASLUM,
        (Thu, 8),
        ((18, 0), (19, 30)),
        (12, 14, "Bedriftshåndball"),
        (9, 620),
    ),
    open(
        ("Haslum IL", "J13"),
        HASLUM,
        (Thu, 8),
        ((18, 0), (19, 30)),
        (14, 16, "Trening J13, ny gruppe"),
        (8, 1330),
    ),
    open(
        ("IL Jardar", "Damer senior"),
        HASLUM,
        (Thu, 8),
        ((18, 30), (20, 0)),
        (14, 18, "Trening damer"),
        (7, 1290),
    ),
    open(
        ("", ""),
        RYKKINN,
        (Sat, 20),
        ((12, 0), (16, 0)),
        (1, 25, "Bursdag 10 år"),
        (7, 1225),
    ),
    open(
        ("Bærums Verk og Hauger Idrettsforening (BVHIF)", ""),
        RYKKINN,
        (Sat, 20),
        ((14, 0), (21, 0)),
        (1, 60, "Årsfest"),
        (6, 1190),
    ),
    open(
        ("Stabæk Håndball", "J15"),
        ("Nadderudhallen", "Idrettshall"),
        (Sat, 34),
        ((9, 0), (17, 0)),
        (1, 90, "Nadderud cup"),
        (6, 1275),
    ),
    open(
        ("Bærumkoret", ""),
        ("Levre skole", "Forsamlingssal"),
        (Wed, 24),
        ((17, 30), (21, 0)),
        (1, 100, "Konsert"),
        (5, 1100),
    ),
    open(
        ("Demo Nye Venner", ""),
        ("Rykkinn skole", "Gymsal"),
        (Wed, 10),
        ((18, 0), (20, 0)),
        (10, 25, "Åpen aktivitetskveld for familier"),
        (5, 1215),
    ),
    open(
        ("Demo Folkeuniversitet Bærum", ""),
        ("Bekkestua skole (ungdomsskole)", "Skolelokaler"),
        (Tue, 9),
        ((18, 0), (21, 0)),
        (12, 18, "Norskkurs nivå B1"),
        (5, 640),
    ),
    open(
        ("Vivil IL", "Lørdagsgruppa"),
        ("Gjønnes idrettshall", "Storhall/Del A"),
        (Sat, 6),
        ((10, 0), (12, 0)),
        (15, 14, "Allidrett tilrettelagt"),
        (4, 1140),
    ),
    open(
        ("Asker og Bærum Historielag", ""),
        ("Bekkestua bibliotek", "Foredragssal"),
        (Wed, 16),
        ((17, 0), (21, 0)),
        (1, 70, "Foredrag om Anna Krefting"),
        (4, 900),
    ),
    open(
        ("Hauger Bandyklubb", "J14"),
        ("Bærum idrettspark", "Hauger kunstisbane (bandy)"),
        (Sun, 20),
        ((10, 0), (14, 0)),
        (6, 40, "Bandyskole"),
        (4, 1260),
    ),
    open(
        ("Bærum Barneteater", "Ensemble"),
        ("Bærum kulturhus", "Store Sal"),
        (Fri, 40),
        ((16, 0), (22, 0)),
        (1, 300, "Premiere"),
        (3, 1010),
    ),
    open(
        ("Bærumsvømmerne", "Junior"),
        ("Berger svømmehall", "25-metersbasseng"),
        (Sat, 26),
        ((9, 0), (13, 0)),
        (1, 50, "Klubbstevne"),
        (3, 1235),
    ),
    open(
        ("1. Høvik speidergruppe", "Troppen"),
        ("1. Høvik speiderhus", "Speiderhus"),
        (Sat, 13),
        ((10, 0), (18, 0)),
        (1, 30, "Overnattingstur"),
        (3, 1300),
    ),
    open(
        ("Lommedalens IL", "U12"),
        ("Lommedalshallen", "Idrettshall"),
        (Sat, 20),
        ((9, 0), (15, 0)),
        (1, 80, "Basketturnering for de yngste"),
        (2, 1155),
    ),
    open(
        ("Bekkestua skole", ""),
        ("Bekkestua barneskole", "Gymsal"),
        (Mon, 9),
        ((17, 0), (18, 0)),
        (14, 28, "Øving til skolemusikal"),
        (2, 780),
    ),
    open(
        ("", ""),
        ("Kulturhuset Stabekk Kino", "Øvingsrom"),
        (Sun, 8),
        ((12, 0), (16, 0)),
        (1, 5, "Bandøving"),
        (1, 1310),
    ),
];
