//! The domain's codes in words: how dates repeat, what a rule missed, what stands in the way, why not.

use crate::texts::{Lang, day};
use ledig_domain::{
    alternative::Way,
    auto_rule::Miss,
    decision::{Outcome, RejectionReason},
    outcome::Clash,
    priority::ClassPlace,
    recurrence::{Nth, Pattern, Recurrence},
    request::LineState,
};

fn pick(l: Lang, nb: &'static str, nn: &'static str, en: &'static str) -> &'static str {
    match l {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    }
}

crate::texts! {
    every_weeks(n: u8) { nb: "hver {n}. uke", nn: "kvar {n}. veke", en: "every {n} weeks" }
    every_months(n: u8) { nb: "hver {n}. måned", nn: "kvar {n}. månad", en: "every {n} months" }
    monthly { nb: "hver måned", nn: "kvar månad", en: "every month" }
    by_date(day: u8) { nb: "den {day}.", nn: "den {day}.", en: "on day {day}" }
    and { nb: "og", nn: "og", en: "and" }
    dates(n: u32) {
        nb: { if n == 1 { "1 dato".to_owned() } else { format!("{n} datoer") } },
        nn: { if n == 1 { "1 dato".to_owned() } else { format!("{n} datoar") } },
        en: { if n == 1 { "1 date".to_owned() } else { format!("{n} dates") } },
    }
    persons(n: u32) {
        nb: { if n == 1 { "1 person".to_owned() } else { format!("{n} personer") } },
        nn: { if n == 1 { "1 person".to_owned() } else { format!("{n} personar") } },
        en: { if n == 1 { "1 person".to_owned() } else { format!("{n} persons") } },
    }
    persons_short(n: u32) { nb: "{n} pers.", nn: "{n} pers.", en: "{n} pers." }
    class_numbered(place: u8, name: &str) { nb: "klasse {place}, {name}", nn: "klasse {place}, {name}", en: "class {place}, {name}" }
    class_number(place: u8) { nb: "klasse {place}", nn: "klasse {place}", en: "class {place}" }
    class_none { nb: "uten klasse", nn: "utan klasse", en: "no class" }
    no_time { nb: "ingenting", nn: "ingenting", en: "nothing" }

    miss_kind { nb: "regelen gjelder andre søkere", nn: "regelen gjeld andre søkjarar", en: "the rule is for other applicants" }
    miss_not_approved { nb: "organisasjonen er ikke godkjent", nn: "organisasjonen er ikkje godkjend", en: "the organisation is not approved" }
    miss_price_group { nb: "regelen gjelder andre prisgrupper", nn: "regelen gjeld andre prisgrupper", en: "the rule is for other price groups" }
    miss_too_long(max: &str) { nb: "en dato varer mer enn {max}", nn: "ein dato varer meir enn {max}", en: "a date lasts more than {max}" }
    miss_outside(span: &str) { nb: "en dato er utenfor {span}", nn: "ein dato er utanfor {span}", en: "a date is outside {span}" }
    miss_weekday { nb: "en dato er på en annen ukedag", nn: "ein dato er på ein annan vekedag", en: "a date is on another weekday" }
    miss_weekly(would: &str, max: &str) { nb: "det blir {would} i uken, regelen gir {max}", nn: "det blir {would} i veka, regelen gir {max}", en: "it would be {would} a week, the rule gives {max}" }
    miss_dates(asked: u16, max: u16) { nb: "{asked} datoer, regelen gir {max}", nn: "{asked} datoar, regelen gir {max}", en: "{asked} dates, the rule gives {max}" }
    miss_persons(max: u32) { nb: "flere enn {max} personer, eller ikke oppgitt", nn: "fleire enn {max} personar, eller ikkje oppgitt", en: "more than {max} persons, or not told" }
    miss_competitors(n: u32) {
        nb: { if n == 1 { "én annen vil ha noe av samme tid".to_owned() } else { format!("{n} andre vil ha noe av samme tid") } },
        nn: { if n == 1 { "éin annan vil ha noko av same tida".to_owned() } else { format!("{n} andre vil ha noko av same tida") } },
        en: { if n == 1 { "one other wants some of the same time".to_owned() } else { format!("{n} others want some of the same time") } },
    }
    miss_unresolved(n: u32) {
        nb: { if n == 1 { "1 dato kan ikke gis som ønsket".to_owned() } else { format!("{n} datoer kan ikke gis som ønsket") } },
        nn: { if n == 1 { "1 dato kan ikkje givast som ønskt".to_owned() } else { format!("{n} datoar kan ikkje givast som ønskt") } },
        en: { if n == 1 { "1 date cannot be had as asked".to_owned() } else { format!("{n} dates cannot be had as asked") } },
    }

    taken_by(times: &str, space: &str, who: &str) { nb: "Opptatt {times} i {space}: {who}", nn: "Oppteke {times} i {space}: {who}", en: "Taken {times} in {space}: {who}" }
    taken_at(times: &str, space: &str) { nb: "Opptatt {times} i {space}", nn: "Oppteke {times} i {space}", en: "Taken {times} in {space}" }
    way_other_part { nb: "annen del, samme tid", nn: "annan del, same tid", en: "another part, same time" }
    way_smaller { nb: "en mindre del, samme tid", nn: "ein mindre del, same tid", en: "a smaller part, same time" }
    way_larger { nb: "hele flaten, samme tid", nn: "heile flata, same tid", en: "the whole, same time" }
    way_later(length: &str) { nb: "{length} senere", nn: "{length} seinare", en: "{length} later" }
    way_earlier(length: &str) { nb: "{length} tidligere", nn: "{length} tidlegare", en: "{length} earlier" }
    way_place { nb: "samme tid, annet sted", nn: "same tid, annan stad", en: "same time, another place" }
    way_place_away(distance: &str) { nb: "samme tid, {distance} unna", nn: "same tid, {distance} unna", en: "same time, {distance} away" }
}

/// «tirsdager 18.00–19.30», «hver 2. uke: tirsdager og torsdager …», «tirsdag 18. august kl. …».
pub fn recurrence(l: Lang, what: &Recurrence) -> String {
    let times = day::times(l, what.times);
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
        Pattern::MonthlyByDate { every, day: nth } => {
            format!("{} {} {times}", by_date(l, nth), months(l, every))
        }
        Pattern::MonthlyByWeekday { every, nth, on } => {
            format!(
                "{} {} {} {times}",
                ordinal(l, nth),
                day::weekday(l, on),
                months(l, every)
            )
        }
    }
}

/// The same in a list: «lør. 12. des. 12.00–16.00» for a single date.
pub fn recurrence_short(l: Lang, what: &Recurrence) -> String {
    match what.pattern {
        Pattern::Once => day::date_times_short(l, what.start, what.times),
        _ => recurrence(l, what),
    }
}

fn months(l: Lang, every: u8) -> String {
    if every > 1 {
        every_months(l, every)
    } else {
        monthly(l).to_owned()
    }
}

fn ordinal(l: Lang, nth: Nth) -> String {
    match nth {
        Nth::Number(n) => match l {
            Lang::Nb | Lang::Nn => format!("{n}."),
            Lang::En => format!(
                "{n}{}",
                ["st", "nd", "rd"].get(usize::from(n) - 1).unwrap_or(&"th")
            ),
        },
        Nth::Last => pick(l, "siste", "siste", "last").to_owned(),
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

/// What did not hold of a rule.
pub fn miss(l: Lang, what: &Miss) -> String {
    match what {
        Miss::Kind => miss_kind(l).to_owned(),
        Miss::NotApproved => miss_not_approved(l).to_owned(),
        Miss::PriceGroup => miss_price_group(l).to_owned(),
        Miss::TooLong { max } => miss_too_long(l, &day::minutes(l, u32::from(*max))),
        Miss::OutsideHours(span) => miss_outside(l, &day::times(l, *span)),
        Miss::Weekday => miss_weekday(l).to_owned(),
        Miss::WeeklyMinutes { max, would_be } => miss_weekly(l, &held(l, *would_be), &held(l, *max)),
        Miss::TooManyDates { max, asked } => miss_dates(l, *asked, *max),
        Miss::Persons { max } => miss_persons(l, *max),
        Miss::Competitors { others } => miss_competitors(l, *others),
        Miss::Unresolved { dates } => miss_unresolved(l, *dates),
    }
}

/// What stands in the way.
pub fn clash(l: Lang, what: &Clash) -> String {
    let times = day::times(l, what.times);
    match &what.by {
        Some(who) => taken_by(l, &times, &what.space, who),
        None => taken_at(l, &times, &what.space),
    }
}

/// How an alternative differs from the wish.
pub fn way(l: Lang, what: Way) -> String {
    match what {
        Way::OtherPart => way_other_part(l).to_owned(),
        Way::SmallerPart => way_smaller(l).to_owned(),
        Way::Larger => way_larger(l).to_owned(),
        Way::OtherTime { minutes } => {
            let length = day::minutes(l, u32::from(minutes.unsigned_abs()));
            if minutes > 0 {
                way_later(l, &length)
            } else {
                way_earlier(l, &length)
            }
        }
        Way::OtherPlace { metres: None } => way_place(l).to_owned(),
        Way::OtherPlace { metres: Some(metres) } => way_place_away(l, &day::distance(l, metres)),
    }
}

/// Why a date is refused.
pub fn rejection(l: Lang, reason: RejectionReason) -> &'static str {
    use RejectionReason as R;
    match reason {
        R::HigherPriority => pick(
            l,
            "Gitt til en med høyere prioritet",
            "Gitt til ein med høgare prioritet",
            "Given to someone with higher priority",
        ),
        R::Taken => pick(l, "Allerede opptatt", "Alt oppteke", "Already taken"),
        R::OwnUse => pick(
            l,
            "Kommunen trenger lokalet selv",
            "Kommunen treng lokalet sjølv",
            "The municipality needs the space itself",
        ),
        R::Unsuitable => pick(
            l,
            "Lokalet passer ikke til aktiviteten",
            "Lokalet passar ikkje til aktiviteten",
            "The space does not suit the activity",
        ),
        R::Closed => pick(
            l,
            "Stengt eller uten bemanning",
            "Stengt eller utan bemanning",
            "Closed or without staff",
        ),
        R::AgainstRules => pick(
            l,
            "I strid med reglene for lokalet",
            "I strid med reglane for lokalet",
            "Against the rules for the space",
        ),
        R::Incomplete => pick(
            l,
            "Opplysninger mangler",
            "Opplysningar manglar",
            "Details are missing",
        ),
        R::Other => pick(
            l,
            "Noe annet, skriv hva",
            "Noko anna, skriv kva",
            "Something else, say what",
        ),
    }
}

/// A decision as a whole.
pub fn outcome(l: Lang, what: Outcome) -> &'static str {
    match what {
        Outcome::Approved => pick(l, "Godkjent", "Godkjent", "Approved"),
        Outcome::Partly => pick(l, "Delvis godkjent", "Delvis godkjent", "Partly approved"),
        Outcome::Rejected => pick(l, "Avslått", "Avslått", "Refused"),
    }
}

/// Where a date stands.
pub fn line_state(l: Lang, state: LineState) -> &'static str {
    match state {
        LineState::Asked => pick(l, "Ikke avgjort", "Ikkje avgjort", "Undecided"),
        LineState::Waiting => pick(
            l,
            "Venter på ledig tid",
            "Ventar på ledig tid",
            "Waiting to come free",
        ),
        LineState::Dropped => pick(l, "Droppet", "Droppa", "Left out"),
        LineState::Offered => pick(l, "Tilbud sendt", "Tilbod sendt", "Offer sent"),
        LineState::Approved => pick(l, "Godkjent", "Godkjent", "Approved"),
        LineState::Rejected => pick(l, "Avslått", "Avslått", "Refused"),
        LineState::Cancelled => pick(l, "Avlyst", "Avlyst", "Cancelled"),
    }
}

/// A length of time that somebody has or may have: «3 timer», «ingenting».
pub fn held(l: Lang, minutes: u32) -> String {
    if minutes == 0 {
        no_time(l).to_owned()
    } else {
        day::minutes(l, minutes)
    }
}

/// «klasse 4», for lists.
pub fn class_short(l: Lang, place: &ClassPlace) -> String {
    if place.name.is_empty() {
        class_none(l).to_owned()
    } else {
        class_number(l, place.place)
    }
}

/// «klasse 1, Barn og unge 6–19 år».
pub fn class(l: Lang, place: &ClassPlace) -> String {
    if place.name.is_empty() {
        class_none(l).to_owned()
    } else {
        class_numbered(l, place.place, &place.name)
    }
}
