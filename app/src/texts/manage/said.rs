//! What the staff's actions say on the next page.

use crate::{
    actions::manage::Said,
    texts::{Lang, manage::words},
};
use ledig_service::case::decide::{ManyResult, OneOfMany};

crate::texts! {
    decided_approved(dates: &str) { nb: "{dates} godkjent.", nn: "{dates} godkjent.", en: "{dates} approved." }
    decided_rejected(dates: &str) { nb: "{dates} avslått.", nn: "{dates} avslått.", en: "{dates} refused." }
    decided_offered(dates: &str) { nb: "Tilbud sendt for {dates}.", nn: "Tilbod sendt for {dates}.", en: "An offer is sent for {dates}." }
    told(n: usize) {
        nb: { if n == 1 { "1 annen sak ville ha noe av tiden og har fått beskjed.".to_owned() } else { format!("{n} andre saker ville ha noe av tiden og har fått beskjed.") } },
        nn: { if n == 1 { "1 anna sak ville ha noko av tida og har fått beskjed.".to_owned() } else { format!("{n} andre saker ville ha noko av tida og har fått beskjed.") } },
        en: { if n == 1 { "1 other case wanted some of the time and has been told.".to_owned() } else { format!("{n} other cases wanted some of the time and have been told.") } },
    }
    nothing_chosen { nb: "Du har ikke valgt noe å avgjøre.", nn: "Du har ikkje valt noko å avgjere.", en: "You have not chosen anything to decide." }
    many_approved(n: usize) {
        nb: { if n == 1 { "1 sak er godkjent.".to_owned() } else { format!("{n} saker er godkjent.") } },
        nn: { if n == 1 { "1 sak er godkjend.".to_owned() } else { format!("{n} saker er godkjende.") } },
        en: { if n == 1 { "1 case is approved.".to_owned() } else { format!("{n} cases are approved.") } },
    }
    many_left(n: usize) {
        nb: { if n == 1 { "1 sak står igjen, se hvorfor under.".to_owned() } else { format!("{n} saker står igjen, se hvorfor under.") } },
        nn: { if n == 1 { "1 sak står att, sjå kvifor under.".to_owned() } else { format!("{n} saker står att, sjå kvifor under.") } },
        en: { if n == 1 { "1 case is left, see why below.".to_owned() } else { format!("{n} cases are left, see why below.") } },
    }
    cancelled(dates: &str) { nb: "{dates} avlyst. Den som hadde tiden får beskjed, og tiden er ledig.", nn: "{dates} avlyst. Den som hadde tida får beskjed, og tida er ledig.", en: "{dates} cancelled. The one who had the time is told, and the time is free." }
    created { nb: "Lagt til", nn: "Lagt til", en: "Added" }
    retired { nb: "Tatt ut av bruk. Du kan ta det i bruk igjen når som helst.", nn: "Teke ut av bruk. Du kan ta det i bruk igjen når som helst.", en: "Taken out of use. You can take it back into use at any time." }
    restored { nb: "I bruk igjen", nn: "I bruk igjen", en: "In use again" }
    hours_saved { nb: "Åpningstiden er lagret", nn: "Opningstida er lagra", en: "The opening hours are saved" }
    hours_outside(n: u32) {
        nb: { if n == 1 { "Åpningstiden er lagret. 1 bestilling ligger utenfor den og står fortsatt.".to_owned() } else { format!("Åpningstiden er lagret. {n} bestillinger ligger utenfor den og står fortsatt.") } },
        nn: { if n == 1 { "Opningstida er lagra. 1 bestilling ligg utanfor ho og står framleis.".to_owned() } else { format!("Opningstida er lagra. {n} bestillingar ligg utanfor ho og står framleis.") } },
        en: { if n == 1 { "The opening hours are saved. 1 booking lies outside them and still stands.".to_owned() } else { format!("The opening hours are saved. {n} bookings lie outside them and still stand.") } },
    }
    closed(n: usize) {
        nb: { match n { 0 => "Stengt. Ingen bestillinger rammes.".to_owned(), 1 => "Stengt. 1 bestilt dato rammes; den står til du avlyser den i saken under.".to_owned(), _ => format!("Stengt. {n} bestilte datoer rammes; de står til du avlyser dem i sakene under.") } },
        nn: { match n { 0 => "Stengt. Ingen bestillingar blir råka.".to_owned(), 1 => "Stengt. 1 bestilt dato blir råka; han står til du avlyser han i saka under.".to_owned(), _ => format!("Stengt. {n} bestilte datoar blir råka; dei står til du avlyser dei i sakene under.") } },
        en: { match n { 0 => "Closed. No bookings are hit.".to_owned(), 1 => "Closed. 1 booked date is hit; it stands until you cancel it in the case below.".to_owned(), _ => format!("Closed. {n} booked dates are hit; they stand until you cancel them in the cases below.") } },
    }
    lifted { nb: "Åpnet igjen", nn: "Opna igjen", en: "Open again" }
    rule_saved(version: u32) { nb: "Regelen er lagret som versjon {version}", nn: "Regelen er lagra som versjon {version}", en: "The rule is saved as version {version}" }
    priority_saved(version: u32) { nb: "Prioriteringen er lagret som versjon {version}", nn: "Prioriteringa er lagra som versjon {version}", en: "The priority is saved as version {version}" }
    person_added(email: &str) { nb: "{email} er lagt til", nn: "{email} er lagd til", en: "{email} is added" }
    password_given(email: &str) { nb: "{email} har fått nytt engangspassord", nn: "{email} har fått nytt eingongspassord", en: "{email} has a new one-time password" }
    person_removed { nb: "Tilgangen er tatt bort", nn: "Tilgangen er teken bort", en: "The access is taken away" }

    left_taken { nb: "tiden er tatt på noen av datoene", nn: "tida er teken på nokre av datoane", en: "the time is taken on some of the dates" }
    left_own { nb: "du hører til organisasjonen, så en annen må avgjøre", nn: "du høyrer til organisasjonen, så ein annan må avgjere", en: "you belong to the organisation, so another person must decide" }
    left_stale { nb: "en annen endret eller avgjorde den samtidig", nn: "ein annan endra eller avgjorde ho samtidig", en: "somebody else changed or decided it meanwhile" }
    left_gone { nb: "den er ikke din å avgjøre", nn: "ho er ikkje di å avgjere", en: "it is not yours to decide" }
    left_busy { nb: "for mye skjedde på en gang, prøv igjen", nn: "for mykje skjedde på ein gong, prøv igjen", en: "too much was going on, try again" }
}

/// What was done, and whether it went well.
pub fn words(l: Lang, said: &Said) -> (bool, String) {
    match said {
        Said::Decided {
            approved,
            rejected,
            offered,
            told: others,
        } => (true, decided(l, [*approved, *rejected, *offered], *others)),
        Said::NothingChosen => (false, nothing_chosen(l).to_owned()),
        Said::Many(results) => many(l, results),
        Said::Cancelled { dates } => {
            let dates = words::dates(l, u32::try_from(*dates).unwrap_or(u32::MAX));
            (true, cancelled(l, &dates))
        }
        Said::Created => (true, created(l).to_owned()),
        Said::Retired => (true, retired(l).to_owned()),
        Said::Restored => (true, restored(l).to_owned()),
        Said::HoursSaved { outside: 0 } => (true, hours_saved(l).to_owned()),
        Said::HoursSaved { outside } => (true, hours_outside(l, *outside)),
        Said::Closed { hits } => (true, closed(l, *hits)),
        Said::Lifted => (true, lifted(l).to_owned()),
        Said::RuleSaved { version } => (true, rule_saved(l, *version)),
        Said::PrioritySaved { version } => (true, priority_saved(l, *version)),
        Said::PersonAdded { email, .. } => (true, person_added(l, email)),
        Said::PasswordGiven { email, .. } => (true, password_given(l, email)),
        Said::PersonRemoved => (true, person_removed(l).to_owned()),
    }
}

fn decided(l: Lang, [approved, rejected, offered]: [u32; 3], others: usize) -> String {
    let mut told_so = Vec::new();
    if approved > 0 {
        told_so.push(decided_approved(l, &words::dates(l, approved)));
    }
    if rejected > 0 {
        told_so.push(decided_rejected(l, &words::dates(l, rejected)));
    }
    if offered > 0 {
        told_so.push(decided_offered(l, &words::dates(l, offered)));
    }
    if others > 0 {
        told_so.push(told(l, others));
    }
    told_so.join(" ")
}

fn many(l: Lang, results: &[OneOfMany]) -> (bool, String) {
    let approved = results
        .iter()
        .filter(|one| matches!(one.result, ManyResult::Approved(_)))
        .count();
    let left = results.len() - approved;
    let mut text = Vec::new();
    if approved > 0 {
        text.push(many_approved(l, approved));
    }
    if left > 0 {
        text.push(many_left(l, left));
    }
    (left == 0, text.join(" "))
}

/// Why one of several was not decided.
pub fn left_because(l: Lang, result: &ManyResult) -> Option<&'static str> {
    match result {
        ManyResult::Approved(_) => None,
        ManyResult::Taken(_) => Some(left_taken(l)),
        ManyResult::OwnOrganisation => Some(left_own(l)),
        ManyResult::Stale => Some(left_stale(l)),
        ManyResult::NotFound => Some(left_gone(l)),
        ManyResult::Busy => Some(left_busy(l)),
    }
}
