//! What is wrong with a field, and what the last action has to say.

use super::{
    Lang, case, kinds,
    manage::{case as manage_case, words},
};
use crate::flash::{Done, Message};
use ledig_domain::{people::OrganisationNumberFault, recurrence::RecurrenceFault};
use ledig_service::Fault;

crate::texts! {
    required { nb: "Fyll ut feltet", nn: "Fyll ut feltet", en: "Fill in this field" }
    too_long(max: usize) { nb: "Høyst {max} tegn", nn: "Høgst {max} teikn", en: "At most {max} characters" }
    too_short(min: usize) { nb: "Minst {min} tegn", nn: "Minst {min} teikn", en: "At least {min} characters" }
    out_of_range(min: i64, max: i64) { nb: "Skriv et tall fra {min} til {max}", nn: "Skriv eit tal frå {min} til {max}", en: "Write a number from {min} to {max}" }
    unknown { nb: "Velg et av alternativene", nn: "Vel eit av alternativa", en: "Choose one of the options" }
    email { nb: "Skriv en e-postadresse, som navn@eksempel.no", nn: "Skriv ei e-postadresse, som namn@eksempel.no", en: "Write an e-mail address, like name@example.org" }
    number_nine { nb: "Et organisasjonsnummer har ni sifre", nn: "Eit organisasjonsnummer har ni siffer", en: "An organisation number has nine digits" }
    number_check { nb: "Organisasjonsnummeret stemmer ikke. Se etter om et siffer er feil.", nn: "Organisasjonsnummeret stemmer ikkje. Sjå etter om eit siffer er feil.", en: "The organisation number is not valid. Check whether a digit is wrong." }
    in_use { nb: "Dette er alt i bruk", nn: "Dette er alt i bruk", en: "This is already in use" }
    wrong_password { nb: "Passordet stemmer ikke", nn: "Passordet stemmer ikkje", en: "The password is not right" }
    not_a_tree { nb: "En del kan ikke ligge i seg selv eller i et annet anlegg", nn: "Ein del kan ikkje liggje i seg sjølv eller i eit anna anlegg", en: "A part cannot lie in itself or in another facility" }
    end_before_start { nb: "Slutten må komme etter starten", nn: "Slutten må kome etter starten", en: "The end has to come after the start" }
    past { nb: "Tiden er allerede over", nn: "Tida er alt over", en: "That time is already over" }
    overlapping { nb: "To av tidene overlapper", nn: "To av tidene overlappar", en: "Two of the times overlap" }
    last_administrator { nb: "Kommunen må ha minst én administrator", nn: "Kommunen må ha minst éin administrator", en: "The municipality needs at least one administrator" }
    in_the_way(n: usize) {
        nb: { if n == 1 { "1 bestilling står i veien".to_owned() } else { format!("{n} bestillinger står i veien") } },
        nn: { if n == 1 { "1 bestilling står i vegen".to_owned() } else { format!("{n} bestillingar står i vegen") } },
        en: { if n == 1 { "1 booking stands in the way".to_owned() } else { format!("{n} bookings stand in the way") } },
    }
    taken { nb: "Tiden er tatt", nn: "Tida er teken", en: "The time is taken" }
    not_yours { nb: "Du kan ikke avgjøre for dette stedet", nn: "Du kan ikkje avgjere for denne staden", en: "You may not decide for this place" }
    may_not_book { nb: "Rollen din i laget gir ikke rett til å bestille. Spør en leder.", nn: "Rolla di i laget gir ikkje rett til å bestille. Spør ein leiar.", en: "Your role in the club does not let you book. Ask a leader." }
    no_weekday { nb: "Velg minst én ukedag", nn: "Vel minst éin vekedag", en: "Choose at least one weekday" }
    interval { nb: "Velg hver 1. til 8. uke, eller hver 1. til 12. måned", nn: "Vel kvar 1. til 8. veke, eller kvar 1. til 12. månad", en: "Choose every 1 to 8 weeks, or every 1 to 12 months" }
    day_of_month { nb: "Velg en dag fra 1 til 31", nn: "Vel ein dag frå 1 til 31", en: "Choose a day from 1 to 31" }
    no_dates { nb: "Ingen dato passer med det du har valgt", nn: "Ingen dato passar med det du har valt", en: "No date matches what you have chosen" }
    too_many { nb: "Høyst 400 datoer på en gang. Velg en tidligere sluttdato.", nn: "Høgst 400 datoar på ein gong. Vel ein tidlegare sluttdato.", en: "At most 400 dates at once. Choose an earlier end." }

    password_expired { nb: "Engangspassordet er gått ut. Be den som ga deg det, eller kommunen, om et nytt.", nn: "Eingongspassordet er gått ut. Be den som gav deg det, eller kommunen, om eit nytt.", en: "The one-time password has expired. Ask whoever gave it to you, or the municipality, for a new one." }
    same_password { nb: "Velg et annet passord enn det du har", nn: "Vel eit anna passord enn det du har", en: "Choose another password than the one you have" }
    not_repeated { nb: "De to passordene er ikke like", nn: "Dei to passorda er ikkje like", en: "The two passwords are not the same" }
    password_changed { nb: "Passordet er byttet. Andre steder der du var logget inn, er du nå logget ut.", nn: "Passordet er bytt. Andre stader der du var logga inn, er du no logga ut.", en: "The password is changed. You are now signed out everywhere else." }
    minor { nb: "Den som er under 18 år, kan ikke bestille eller ha ansvar for bestillinger. Be en voksen leder i laget, eller en foresatt, om å gjøre det.", nn: "Den som er under 18 år, kan ikkje bestille eller ha ansvar for bestillingar. Be ein vaksen leiar i laget, eller ein føresett, om å gjere det.", en: "Someone under 18 cannot book or be responsible for bookings. Ask an adult leader of the team, or a parent, to do it." }
    signed_out { nb: "Du er logget ut", nn: "Du er logga ut", en: "You are signed out" }
    now_acting_for(name: &str) { nb: "Du handler nå for {name}", nn: "Du handlar no for {name}", en: "You now act for {name}" }
    now_acting_for_self { nb: "Du handler nå for deg selv", nn: "Du handlar no for deg sjølv", en: "You now act for yourself" }
    sign_in_failed { nb: "E-post eller passord er feil. Prøv igjen.", nn: "E-post eller passord er feil. Prøv igjen.", en: "E-mail or password is wrong. Try again." }
    too_many_attempts { nb: "For mange forsøk. Vent noen minutter og prøv igjen.", nn: "For mange forsøk. Vent nokre minutt og prøv igjen.", en: "Too many attempts. Wait a few minutes and try again." }
    saved { nb: "Endringen er lagret", nn: "Endringa er lagra", en: "The change is saved" }
    not_allowed { nb: "Du har ikke lov til å gjøre dette. Sjekk hvem du handler for øverst på siden.", nn: "Du har ikkje lov til å gjere dette. Sjekk kven du handlar for øvst på sida.", en: "You may not do this. Check whom you act for at the top of the page." }
    failed { nb: "Noe gikk galt hos oss, og ingenting er lagret. Prøv igjen om litt.", nn: "Noko gjekk gale hos oss, og ingenting er lagra. Prøv igjen om litt.", en: "Something went wrong on our side, and nothing has been saved. Try again in a while." }
    stale { nb: "En annen lagret før deg. Se over og lagre på nytt.", nn: "Ein annan lagra før deg. Sjå over og lagre på nytt.", en: "Someone saved before you. Look it over and save again." }
    taken_meanwhile(n: usize) {
        nb: { if n == 1 { "Ingenting er lagret: 1 dato er tatt. Resten står som du valgte.".to_owned() } else { format!("Ingenting er lagret: {n} datoer er tatt. Resten står som du valgte.") } },
        nn: { if n == 1 { "Ingenting er lagra: 1 dato er teken. Resten står som du valde.".to_owned() } else { format!("Ingenting er lagra: {n} datoar er tekne. Resten står som du valde.") } },
        en: { if n == 1 { "Nothing is saved: 1 date is taken. The rest stands as you chose.".to_owned() } else { format!("Nothing is saved: {n} dates are taken. The rest stands as you chose.") } },
    }
    in_the_way_of_change(n: usize) {
        nb: { if n == 1 { "Ingenting er lagret: én ting står i veien.".to_owned() } else { format!("Ingenting er lagret: {n} ting står i veien.") } },
        nn: { if n == 1 { "Ingenting er lagra: éin ting står i vegen.".to_owned() } else { format!("Ingenting er lagra: {n} ting står i vegen.") } },
        en: { if n == 1 { "Nothing is saved: one thing stands in the way.".to_owned() } else { format!("Nothing is saved: {n} things stand in the way.") } },
    }
    gone { nb: "Det finnes ikke lenger. Ingenting er lagret.", nn: "Det finst ikkje lenger. Ingenting er lagra.", en: "It is no longer there. Nothing is saved." }
    busy { nb: "Ingenting er lagret, for mye skjer på en gang. Prøv igjen.", nn: "Ingenting er lagra, for mykje skjer på ein gong. Prøv igjen.", en: "Nothing is saved; too much is going on. Try again." }
}

/// What is wrong with a field, in one sentence.
pub fn fault(l: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Required => required(l).to_owned(),
        Fault::TooLong { max } => too_long(l, *max),
        Fault::TooShort { min } => too_short(l, *min),
        Fault::OutOfRange { min, max } => out_of_range(l, *min, *max),
        Fault::Unknown => unknown(l).to_owned(),
        Fault::Email => email(l).to_owned(),
        Fault::OrganisationNumber(OrganisationNumberFault::NotNineDigits) => number_nine(l).to_owned(),
        Fault::OrganisationNumber(OrganisationNumberFault::CheckDigit) => number_check(l).to_owned(),
        Fault::InUse => in_use(l).to_owned(),
        Fault::PasswordExpired => password_expired(l).to_owned(),
        Fault::SamePassword => same_password(l).to_owned(),
        Fault::NotRepeated => not_repeated(l).to_owned(),
        Fault::WrongPassword => wrong_password(l).to_owned(),
        Fault::NotATree => not_a_tree(l).to_owned(),
        Fault::EndBeforeStart => end_before_start(l).to_owned(),
        Fault::Past => past(l).to_owned(),
        Fault::Overlapping => overlapping(l).to_owned(),
        Fault::LastAdministrator => last_administrator(l).to_owned(),
        Fault::InTheWay { count } => in_the_way(l, *count),
        Fault::Recurrence(fault) => recurrence(l, fault).to_owned(),
        Fault::Standing(standing) => kinds::standing(l, *standing).to_owned(),
        Fault::Minor => minor(l).to_owned(),
        Fault::MayNotBook => may_not_book(l).to_owned(),
        Fault::Breaks(breaches) => {
            let told: Vec<String> = breaches.iter().map(|breach| kinds::breach(l, breach)).collect();
            told.join(". ")
        }
        Fault::Taken { clashes } if clashes.is_empty() => taken(l).to_owned(),
        Fault::Taken { clashes } => {
            let told: Vec<String> = clashes.iter().map(|clash| words::clash(l, clash)).collect();
            told.join(". ")
        }
        Fault::Closed { reason } if reason.is_empty() => manage_case::closed_plain(l).to_owned(),
        Fault::Closed { reason } => manage_case::closed(l, reason),
        Fault::NotYours => not_yours(l).to_owned(),
    }
}

/// What makes a recurrence unusable.
pub fn recurrence(l: Lang, fault: &RecurrenceFault) -> &'static str {
    match fault {
        RecurrenceFault::NoWeekday => no_weekday(l),
        RecurrenceFault::Interval => interval(l),
        RecurrenceFault::DayOfMonth => day_of_month(l),
        RecurrenceFault::EndBeforeStart => end_before_start(l),
        RecurrenceFault::NoDates => no_dates(l),
        RecurrenceFault::TooMany => too_many(l),
    }
}

/// What was done, and whether it went well.
pub fn message(l: Lang, message: &Message) -> (bool, String) {
    match message {
        Message::SignedOut => (true, signed_out(l).to_owned()),
        Message::ActingFor(Some(name)) => (true, now_acting_for(l, name)),
        Message::ActingFor(None) => (true, now_acting_for_self(l).to_owned()),
        Message::PasswordChanged => (true, password_changed(l).to_owned()),
        Message::SignInFailed => (false, sign_in_failed(l).to_owned()),
        Message::TooManyAttempts => (false, too_many_attempts(l).to_owned()),
        Message::Saved => (true, saved(l).to_owned()),
        Message::Stale => (false, stale(l).to_owned()),
        Message::Busy => (false, busy(l).to_owned()),
        Message::NotAllowed => (false, not_allowed(l).to_owned()),
        Message::Failed => (false, failed(l).to_owned()),
        Message::Case(what) => done(l, what),
        Message::Taken(dates) => (false, taken_meanwhile(l, dates.len())),
        Message::InTheWay(things) => (false, in_the_way_of_change(l, things.len())),
        Message::Gone => (false, gone(l).to_owned()),
        Message::Staff(said) => super::manage::said::words(l, said),
    }
}

/// What the applicant did with a case, and whether it went as wished.
fn done(l: Lang, what: &Done) -> (bool, String) {
    let text = match what {
        Done::OfferTaken => case::said_taken(l),
        Done::OfferDeclined => case::said_declined(l),
        Done::Withdrawn => case::said_withdrawn(l),
        Done::Dropped => case::said_dropped(l),
        Done::Waits => case::said_waits(l),
        Done::Asked => case::said_asked(l),
        Done::Cancelled {
            dates,
            too_late,
            contact,
        } => {
            let gone = (*dates > 0).then(|| case::said_cancelled(l, *dates));
            let left = (*too_late > 0).then(|| case::said_too_late(l, *too_late, contact));
            let told: Vec<String> = gone.into_iter().chain(left).collect();
            return (*dates > 0, told.join(" "));
        }
    };
    (true, text.to_owned())
}
