//! Names of the domain's kinds: spaces, applicants, days off, holidays, and what a rule is broken by.

use super::{Lang, common, day};
use ledig_domain::{
    booking_rules::Breach,
    calendar::{DayOffKind, PublicHoliday},
    hours::NotOpen,
    people::{ApplicantKind, Gender, MembershipRole, PriceGroup, StaffRole, Standing},
    space::SpaceKind,
};

const fn pick(l: Lang, names: [&'static str; 3]) -> &'static str {
    match l {
        Lang::Nb => names[0],
        Lang::Nn => names[1],
        Lang::En => names[2],
    }
}

/// «Idrettshall».
pub fn space(l: Lang, kind: SpaceKind) -> &'static str {
    use SpaceKind as K;
    let names = match kind {
        K::SportsHall => ["Idrettshall", "Idrettshall", "Sports hall"],
        K::Gym => ["Gymsal", "Gymsal", "Gym"],
        K::FootballHall => ["Fotballhall", "Fotballhall", "Football hall"],
        K::AthleticsHall => ["Friidrettshall", "Friidrettshall", "Athletics hall"],
        K::TrainingRoom => ["Treningssal", "Treningssal", "Training room"],
        K::StrengthRoom => ["Styrkerom", "Styrkerom", "Strength room"],
        K::SwimmingHall => ["Svømmehall", "Symjehall", "Swimming hall"],
        K::Pool => ["Basseng", "Basseng", "Pool"],
        K::Lane => ["Bane i basseng", "Bane i basseng", "Pool lane"],
        K::Ice => ["Isbane", "Isbane", "Ice rink"],
        K::Pitch => ["Fotballbane", "Fotballbane", "Football pitch"],
        K::OutdoorSports => ["Idrettsanlegg ute", "Idrettsanlegg ute", "Outdoor sports ground"],
        K::OutdoorArea => ["Uteområde", "Uteområde", "Outdoor area"],
        K::SchoolRoom => ["Skolelokale", "Skulelokale", "School room"],
        K::AssemblyHall => ["Aula eller festsal", "Aula eller festsal", "Assembly hall"],
        K::Stage => ["Scene", "Scene", "Stage"],
        K::RehearsalRoom => ["Øvingsrom", "Øvingsrom", "Rehearsal room"],
        K::MeetingRoom => ["Møterom", "Møterom", "Meeting room"],
        K::LectureHall => ["Auditorium", "Auditorium", "Lecture hall"],
        K::Kitchen => [
            "Kjøkken eller kantine",
            "Kjøken eller kantine",
            "Kitchen or canteen",
        ],
        K::CommunityHouse => [
            "Grendehus eller klubbhus",
            "Grendehus eller klubbhus",
            "Community house",
        ],
        K::Other => ["Annet rom", "Anna rom", "Other room"],
    };
    pick(l, names)
}

/// «Idrettslag».
pub fn applicant(l: Lang, kind: ApplicantKind) -> &'static str {
    use ApplicantKind as K;
    let names = match kind {
        K::SportsClub => ["Idrettslag", "Idrettslag", "Sports club"],
        K::Music => [
            "Korps, kor eller orkester",
            "Korps, kor eller orkester",
            "Band, choir or orchestra",
        ],
        K::Culture => ["Teater og kultur", "Teater og kultur", "Theatre and culture"],
        K::Scouts => ["Speidergruppe", "Speidargruppe", "Scout group"],
        K::Association => ["Forening", "Foreining", "Association"],
        K::School => ["Skole", "Skule", "School"],
        K::AdultEducation => ["Voksenopplæring", "Vaksenopplæring", "Adult education"],
        K::Municipal => ["Kommunen selv", "Kommunen sjølv", "The municipality itself"],
        K::Company => ["Bedrift", "Bedrift", "Company"],
        K::Private => ["Privatperson", "Privatperson", "Private person"],
    };
    pick(l, names)
}

/// «Godkjent».
pub fn standing(l: Lang, standing: Standing) -> &'static str {
    let names = match standing {
        Standing::Approved => ["Godkjent", "Godkjend", "Approved"],
        Standing::Pending => ["Ikke godkjent ennå", "Ikkje godkjend enno", "Not approved yet"],
        Standing::Suspended => ["Stengt ute for tiden", "Stengd ute for tida", "Suspended"],
        Standing::Dissolved => ["Oppløst", "Oppløyst", "Dissolved"],
    };
    pick(l, names)
}

/// «Gratis lån».
pub fn price_group(l: Lang, group: PriceGroup) -> &'static str {
    let names = match group {
        PriceGroup::Free => ["Gratis lån", "Gratis lån", "Free loan"],
        PriceGroup::Voluntary => ["Frivillig pris", "Frivillig pris", "Voluntary rate"],
        PriceGroup::Market => ["Markedspris", "Marknadspris", "Market rate"],
    };
    pick(l, names)
}

/// «Leder».
pub fn membership_role(l: Lang, role: MembershipRole) -> &'static str {
    let names = match role {
        MembershipRole::Leader => ["Leder", "Leiar", "Leader"],
        MembershipRole::Booker => ["Bestiller", "Bestillar", "Booker"],
        MembershipRole::Coach => ["Trener", "Trenar", "Coach"],
    };
    pick(l, names)
}

/// «Anleggsforvalter».
pub fn staff_role(l: Lang, role: StaffRole) -> &'static str {
    let names = match role {
        StaffRole::Administrator => ["Administrator", "Administrator", "Administrator"],
        StaffRole::FacilityManager => ["Anleggsforvalter", "Anleggsforvaltar", "Facility manager"],
        StaffRole::Caretaker => ["Driftsleder", "Driftsleiar", "Caretaker"],
        StaffRole::Viewer => ["Innsyn", "Innsyn", "Viewer"],
    };
    pick(l, names)
}

/// «Jenter og kvinner».
pub fn gender(l: Lang, gender: Gender) -> &'static str {
    let names = match gender {
        Gender::Female => ["Jenter og kvinner", "Jenter og kvinner", "Girls and women"],
        Gender::Male => ["Gutter og menn", "Gutar og menn", "Boys and men"],
        Gender::Mixed => ["Alle", "Alle", "Everyone"],
    };
    pick(l, names)
}

/// «Høstferie».
pub fn day_off(l: Lang, kind: DayOffKind) -> &'static str {
    use DayOffKind as K;
    let names = match kind {
        K::AutumnBreak => ["Høstferie", "Haustferie", "Autumn break"],
        K::ChristmasBreak => ["Juleferie", "Juleferie", "Christmas break"],
        K::WinterBreak => ["Vinterferie", "Vinterferie", "Winter break"],
        K::EasterBreak => ["Påskeferie", "Påskeferie", "Easter break"],
        K::SummerBreak => ["Sommerferie", "Sommarferie", "Summer break"],
        K::PlanningDay => ["Planleggingsdag", "Planleggingsdag", "Planning day"],
        K::DayOff => ["Skolefri", "Skulefri", "School day off"],
    };
    pick(l, names)
}

/// «Kristi himmelfartsdag».
pub fn holiday(l: Lang, holiday: PublicHoliday) -> &'static str {
    use PublicHoliday as H;
    let names = match holiday {
        H::NewYear => ["Første nyttårsdag", "Første nyttårsdag", "New Year’s Day"],
        H::MaundyThursday => ["Skjærtorsdag", "Skjærtorsdag", "Maundy Thursday"],
        H::GoodFriday => ["Langfredag", "Langfredag", "Good Friday"],
        H::EasterSunday => ["Første påskedag", "Første påskedag", "Easter Sunday"],
        H::EasterMonday => ["Andre påskedag", "Andre påskedag", "Easter Monday"],
        H::LabourDay => ["1. mai", "1. mai", "Labour Day"],
        H::ConstitutionDay => ["17. mai", "17. mai", "Constitution Day"],
        H::Ascension => ["Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"],
        H::WhitSunday => ["Første pinsedag", "Første pinsedag", "Whit Sunday"],
        H::WhitMonday => ["Andre pinsedag", "Andre pinsedag", "Whit Monday"],
        H::ChristmasDay => ["Første juledag", "Første juledag", "Christmas Day"],
        H::BoxingDay => ["Andre juledag", "Andre juledag", "Boxing Day"],
    };
    pick(l, names)
}

/// What a wished time breaks, as a short sentence without a full stop.
pub fn breach(l: Lang, breach: &Breach) -> String {
    use Lang::{En, Nb, Nn};
    match breach {
        Breach::TooShort { min } => {
            let min = day::minutes(l, u32::from(*min));
            match l {
                Nb => format!("For kort: minst {min}"),
                Nn => format!("For kort: minst {min}"),
                En => format!("Too short: at least {min}"),
            }
        }
        Breach::TooLong { max } => {
            let max = day::minutes(l, u32::from(*max));
            match l {
                Nb => format!("For lenge: høyst {max}"),
                Nn => format!("For lenge: høgst {max}"),
                En => format!("Too long: at most {max}"),
            }
        }
        Breach::OffGrid { grid } => match (l, grid) {
            (Nb, 60) => "Må begynne og slutte på hel time".to_owned(),
            (Nn, 60) => "Må begynne og slutte på heil time".to_owned(),
            (En, 60) => "Has to start and end on the hour".to_owned(),
            (Nb, _) => format!("Må begynne og slutte på helt {grid}. minutt"),
            (Nn, _) => format!("Må begynne og slutte på heilt {grid}. minutt"),
            (En, _) => format!("Has to start and end on a multiple of {grid} minutes"),
        },
        Breach::Past => pick(l, ["Tiden er forbi", "Tida er forbi", "The time has passed"]).to_owned(),
        Breach::TooSoon { lead_hours } => {
            let lead = day::minutes(l, u32::from(*lead_hours) * 60);
            match l {
                Nb => format!("For sent: må bestilles minst {lead} før"),
                Nn => format!("For seint: må bestillast minst {lead} før"),
                En => format!("Too late: has to be booked at least {lead} before"),
            }
        }
        Breach::TooFar { horizon_days } => match l {
            Nb => format!("For langt fram: kan bestilles inntil {horizon_days} dager fram"),
            Nn => format!("For langt fram: kan bestillast inntil {horizon_days} dagar fram"),
            En => format!("Too far ahead: can be booked up to {horizon_days} days ahead"),
        },
        Breach::NotOpen(why) => not_open(l, why),
        Breach::OverQuota { quota, would_be } => {
            let (quota, would_be) = (day::minutes(l, *quota), day::minutes(l, *would_be));
            match l {
                Nb => format!("Over ukekvoten: ville blitt {would_be}, høyst {quota}"),
                Nn => format!("Over vekekvoten: ville blitt {would_be}, høgst {quota}"),
                En => format!("Over the weekly quota: would be {would_be}, at most {quota}"),
            }
        }
        Breach::TooFewPersons { min } => match l {
            Nb => format!("For få personer: minst {min}"),
            Nn => format!("For få personar: minst {min}"),
            En => format!("Too few persons: at least {min}"),
        },
        Breach::TooManyPersons { max } => match l {
            Nb => format!("For mange personer: høyst {max}"),
            Nn => format!("For mange personar: høgst {max}"),
            En => format!("Too many persons: at most {max}"),
        },
        Breach::OrganisationsOnly => pick(
            l,
            [
                "Bare lag og foreninger kan bestille her",
                "Berre lag og foreiningar kan bestille her",
                "Only clubs and associations can book here",
            ],
        )
        .to_owned(),
    }
}

/// Why a time is not open, as a short sentence without a full stop.
pub fn not_open(l: Lang, why: &NotOpen) -> String {
    match why {
        NotOpen::ClosedDay => pick(
            l,
            ["Stengt denne dagen", "Stengt denne dagen", "Closed on this day"],
        )
        .to_owned(),
        NotOpen::Exception(reason) if reason.is_empty() => day::capital(common::closed(l)),
        NotOpen::Exception(reason) => format!("{}: {reason}", day::capital(common::closed(l))),
        NotOpen::Outside(spans) => {
            let open: Vec<String> = spans.iter().map(|span| day::times(l, *span)).collect();
            let open = open.join(", ");
            match l {
                Lang::Nb => format!("Utenfor åpningstiden {open}"),
                Lang::Nn => format!("Utanfor opningstida {open}"),
                Lang::En => format!("Outside the opening hours {open}"),
            }
        }
    }
}
