//! The steps of a case in plain words.

use super::{Lang, case, day, rhythm};
use chrono::NaiveDate;
use ledig_domain::{
    decision::Outcome,
    request::LineState,
    time::{Timestamp, Zone, local},
};
use ledig_service::case::step::{CaseEvent, OfferedDate, Step, StepBy, Turn, TurnBecause};

crate::texts! {
    by_system { nb: "Ledig", nn: "Ledig", en: "Ledig" }
    by_you { nb: "Du", nn: "Du", en: "You" }
    by_applicant { nb: "Søkeren", nn: "Søkjaren", en: "The applicant" }
    by_staff { nb: "Kommunen", nn: "Kommunen", en: "The municipality" }
    sent(n: u32) {
        nb: { if n == 1 { "sendte søknad om 1 dato".to_owned() } else { format!("sendte søknad om {n} datoer") } },
        nn: { if n == 1 { "sende søknad om 1 dato".to_owned() } else { format!("sende søknad om {n} datoar") } },
        en: { if n == 1 { "sent a request for 1 date".to_owned() } else { format!("sent a request for {n} dates") } },
    }
    sent_waiting(n: u32) { nb: "{n} venter på ledig tid", nn: "{n} ventar på ledig tid", en: "{n} waiting to come free" }
    sent_dropped(n: u32) { nb: "{n} hoppet over", nn: "{n} hoppa over", en: "{n} skipped" }
    by_rule(name: &str, dates: &str) { nb: "innvilget {dates} straks etter regelen «{name}»", nn: "innvilga {dates} straks etter regelen «{name}»", en: "granted {dates} at once by the rule “{name}”" }
    left_to_person { nb: "sendte søknaden til en saksbehandler", nn: "sende søknaden til ein saksbehandlar", en: "passed the request to a case officer" }
    decided_all(dates: &str) { nb: "innvilget {dates}", nn: "innvilga {dates}", en: "granted {dates}" }
    decided_partly(given: &str, refused: &str) { nb: "innvilget {given} og avslo {refused}", nn: "innvilga {given} og avslo {refused}", en: "granted {given} and refused {refused}" }
    decided_none(dates: &str) { nb: "avslo {dates}", nn: "avslo {dates}", en: "refused {dates}" }
    offered(what: &str, until: &str) { nb: "tilbød {what}, svar innen {until}", nn: "tilbaud {what}, svar innan {until}", en: "offered {what}, to answer by {until}" }
    offer_accepted(dates: &str) { nb: "tok imot tilbudet for {dates}", nn: "tok imot tilbodet for {dates}", en: "took the offer for {dates}" }
    offer_declined(dates: &str) { nb: "sa nei takk til tilbudet for {dates}", nn: "sa nei takk til tilbodet for {dates}", en: "declined the offer for {dates}" }
    offer_expired(dates: &str) { nb: "tok tilbake tilbudet for {dates}, fordi ingen svarte i tide", nn: "tok tilbake tilbodet for {dates}, fordi ingen svara i tide", en: "took back the offer for {dates}, because nobody answered in time" }
    withdrawn { nb: "trakk søknaden", nn: "trekte søknaden", en: "withdrew the request" }
    became_waiting(dates: &str) { nb: "lot {dates} vente på ledig tid", nn: "lét {dates} vente på ledig tid", en: "let {dates} wait to come free" }
    became_dropped(dates: &str) { nb: "lot {dates} gå", nn: "lét {dates} gå", en: "let {dates} go" }
    became_asked(dates: &str) { nb: "søkte på nytt om {dates}", nn: "søkte på nytt om {dates}", en: "asked again for {dates}" }
    given_away(dates: &str, to: &str) { nb: "ga tiden {dates} til {to}", nn: "gav tida {dates} til {to}", en: "gave the time {dates} to {to}" }
    given_away_other(dates: &str) { nb: "ga tiden {dates} til en annen", nn: "gav tida {dates} til ein annan", en: "gave the time {dates} to another" }
    cancelled(dates: &str) { nb: "avlyste {dates}", nn: "avlyste {dates}", en: "cancelled {dates}" }
    cancelled_because(dates: &str, reason: &str) { nb: "avlyste {dates}: {reason}", nn: "avlyste {dates}: {reason}", en: "cancelled {dates}: {reason}" }
    came_free(date: &str, until: &str) { nb: "holder av {date}, som er blitt ledig, til {until}", nn: "held av {date}, som er vorten ledig, til {until}", en: "holds {date}, which has come free, until {until}" }
    came_free_person(date: &str) { nb: "så at {date} er blitt ledig; en saksbehandler ser på det", nn: "såg at {date} er vorten ledig; ein saksbehandlar ser på det", en: "saw that {date} has come free; a case officer looks at it" }
    turn_only { nb: "Ingen andre venter på tiden.", nn: "Ingen andre ventar på tida.", en: "Nobody else waits for the time." }
    turn_class(others: u32, class: &str) { nb: "{others} andre venter også, men prioritetsgruppen «{class}» går først.", nn: "{others} andre ventar òg, men prioritetsgruppa «{class}» går først.", en: "{others} others wait too, but the priority group “{class}” goes first." }
    turn_longest(others: u32) { nb: "{others} andre i samme gruppe venter også; denne har ventet lengst.", nn: "{others} andre i same gruppe ventar òg; denne har venta lengst.", en: "{others} others in the same group wait too; this one has waited longest." }
    turn_person { nb: "En saksbehandler velger mellom dem som venter.", nn: "Ein saksbehandlar vel mellom dei som ventar.", en: "A case officer chooses between those who wait." }
    many_dates(n: usize) { nb: "{n} datoer", nn: "{n} datoar", en: "{n} dates" }
    offer_one(space: &str, when: &str) { nb: "{space} {when}", nn: "{space} {when}", en: "{space} {when}" }
    offer_many(n: usize) { nb: "andre tider for {n} datoer", nn: "andre tider for {n} datoar", en: "other times for {n} dates" }
}

/// Who did a step.
pub fn who(l: Lang, by: &StepBy) -> String {
    match by {
        StepBy::System => by_system(l).to_owned(),
        StepBy::You => by_you(l).to_owned(),
        StepBy::Applicant(Some(name)) | StepBy::Staff(Some(name)) => name.clone(),
        StepBy::Applicant(None) => by_applicant(l).to_owned(),
        StepBy::Staff(None) => by_staff(l).to_owned(),
    }
}

/// «18. august», «18. august og 25. august», «12 datoer».
pub fn dates(l: Lang, dates: &[NaiveDate]) -> String {
    if dates.len() > 3 {
        return many_dates(l, dates.len());
    }
    let told: Vec<String> = dates.iter().map(|date| day::day_month(l, *date)).collect();
    rhythm::joined(l, &told)
}

/// «tirsdag 18. august kl. 18.00», an instant on the municipality's clock.
pub fn moment(l: Lang, at: Timestamp, zone: Zone) -> String {
    let (date, minute) = local(at, zone);
    day::moment(l, date, minute)
}

/// «18. august 2026», the date of an instant in the municipality.
pub fn date_of(l: Lang, at: Timestamp, zone: Zone) -> String {
    day::day_month_year(l, local(at, zone).0)
}

/// What was done, to follow upon who did it; without a full stop.
pub fn what(l: Lang, step: &Step, zone: Zone) -> String {
    match &step.what {
        CaseEvent::Sent {
            asked,
            waiting,
            dropped,
        } => {
            let mut told = vec![sent(l, *asked)];
            told.extend((*waiting > 0).then(|| sent_waiting(l, *waiting)));
            told.extend((*dropped > 0).then(|| sent_dropped(l, *dropped)));
            told.join(", ")
        }
        CaseEvent::DecidedByRule {
            name, dates: given, ..
        } => by_rule(l, name, &dates(l, given)),
        CaseEvent::LeftToPerson { .. } => left_to_person(l).to_owned(),
        CaseEvent::Decided {
            outcome,
            approved,
            rejected,
            ..
        } => {
            let refused: Vec<NaiveDate> = rejected.iter().map(|(date, _)| *date).collect();
            let (given, refused) = (dates(l, approved), dates(l, &refused));
            match outcome {
                Outcome::Approved => decided_all(l, &given),
                Outcome::Partly if refused.is_empty() => decided_all(l, &given),
                Outcome::Partly => decided_partly(l, &given, &refused),
                Outcome::Rejected => decided_none(l, &refused),
            }
        }
        CaseEvent::OfferMade { offers, until } => offered(l, &offer(l, offers), &moment(l, *until, zone)),
        CaseEvent::OfferAccepted { dates: taken, .. } => offer_accepted(l, &dates(l, taken)),
        CaseEvent::OfferDeclined {
            dates: left,
            expired: true,
        } => offer_expired(l, &dates(l, left)),
        CaseEvent::OfferDeclined { dates: left, .. } => offer_declined(l, &dates(l, left)),
        CaseEvent::RequestWithdrawn => withdrawn(l).to_owned(),
        CaseEvent::DateChanged {
            dates: changed,
            became,
        } => {
            let told = dates(l, changed);
            match became {
                LineState::Waiting => became_waiting(l, &told),
                LineState::Dropped => became_dropped(l, &told),
                _ => became_asked(l, &told),
            }
        }
        CaseEvent::TimeGivenAway {
            dates: lost,
            to: Some(to),
            ..
        } => given_away(l, &dates(l, lost), to),
        CaseEvent::TimeGivenAway { dates: lost, .. } => given_away_other(l, &dates(l, lost)),
        CaseEvent::Withdrawn { dates: gone, .. } => cancelled(l, &dates(l, gone)),
        CaseEvent::Cancelled { dates: gone, reason } if reason.is_empty() => cancelled(l, &dates(l, gone)),
        CaseEvent::Cancelled { dates: gone, reason } => cancelled_because(l, &dates(l, gone), reason),
        CaseEvent::WaitingCameFree { date, until, .. } => {
            let date = day::date(l, *date);
            match until {
                Some(until) => came_free(l, &date, &moment(l, *until, zone)),
                None => came_free_person(l, &date),
            }
        }
    }
}

fn offer(l: Lang, offers: &[OfferedDate]) -> String {
    match offers {
        [one] => offer_one(l, &one.space, &day::date_times(l, one.offered_date, one.times)),
        many => offer_many(l, many.len()),
    }
}

/// More to know of a step: why a waiting date got its turn, where the one stands who got the time.
pub fn more(l: Lang, step: &Step) -> Option<String> {
    match &step.what {
        CaseEvent::WaitingCameFree { turn, .. } => Some(turn_told(l, turn)),
        CaseEvent::TimeGivenAway {
            class: Some(class), ..
        } if !class.name.is_empty() => Some(case::group(l, class.place, &class.name)),
        _ => None,
    }
}

fn turn_told(l: Lang, turn: &Turn) -> String {
    match turn.because {
        TurnBecause::Only => turn_only(l).to_owned(),
        TurnBecause::HigherClass => turn_class(l, turn.others, &turn.class.name),
        TurnBecause::WaitedLongest => turn_longest(l, turn.others),
        TurnBecause::PersonChooses => turn_person(l).to_owned(),
    }
}
