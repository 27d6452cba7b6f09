//! Texts of the booking page.

use super::{Lang, day};
use ledig_domain::calendar::DayOffKind;

crate::texts! {
    title { nb: "Bestill tid", nn: "Bestill tid", en: "Book time" }
    title_at(space: &str, facility: &str) { nb: "Bestill {space}, {facility}", nn: "Bestill {space}, {facility}", en: "Book {space}, {facility}" }
    not_signed_in { nb: "Du kan prøve deg fram uten å logge inn. Du logger inn når du sender.", nn: "Du kan prøve deg fram utan å logge inn. Du loggar inn når du sender.", en: "You can try it out without signing in. You sign in when you send." }
    may_not_ask(name: &str) { nb: "Du er trener i {name}. En leder eller bestiller i laget må sende for dere.", nn: "Du er trenar i {name}. Ein leiar eller bestillar i laget må sende for dykk.", en: "You are a coach in {name}. A leader or booker in the club has to send for you." }

    who { nb: "For hvem", nn: "For kven", en: "For whom" }
    party { nb: "Du bestiller for", nn: "Du bestiller for", en: "You book for" }
    yourself { nb: "Deg selv, som privatperson", nn: "Deg sjølv, som privatperson", en: "Yourself, as a private person" }
    team { nb: "Lag", nn: "Lag", en: "Team" }
    no_team { nb: "Ikke for et bestemt lag", nn: "Ikkje for eit bestemt lag", en: "Not for one team" }
    persons { nb: "Hvor mange personer", nn: "Kor mange personar", en: "How many persons" }
    purpose { nb: "Hva skal dere gjøre?", nn: "Kva skal de gjere?", en: "What will you do?" }
    purpose_hint { nb: "For eksempel «trening» eller «bursdag»", nn: "Til dømes «trening» eller «bursdag»", en: "For example “training” or “birthday party”" }

    place { nb: "Hvor", nn: "Kvar", en: "Where" }
    space { nb: "Sted", nn: "Stad", en: "Place" }
    rules_here { nb: "Regler her", nn: "Reglar her", en: "Rules here" }
    capacity(n: u32) { nb: "inntil {n} personer", nn: "inntil {n} personar", en: "up to {n} persons" }

    when { nb: "Når", nn: "Når", en: "When" }
    how_often { nb: "Hvor ofte", nn: "Kor ofte", en: "How often" }
    once { nb: "Én gang", nn: "Éin gong", en: "Once" }
    repeated { nb: "Fast tid", nn: "Fast tid", en: "Recurring" }
    date { nb: "Dato", nn: "Dato", en: "Date" }
    from { nb: "Fra kl.", nn: "Frå kl.", en: "From" }
    to { nb: "Til kl.", nn: "Til kl.", en: "To" }
    rhythm { nb: "Gjentas", nn: "Blir teke opp att", en: "Repeats" }
    weekly { nb: "Hver uke på bestemte dager", nn: "Kvar veke på bestemte dagar", en: "Weekly on given days" }
    by_date { nb: "Hver måned på en dato", nn: "Kvar månad på ein dato", en: "Monthly on a date" }
    by_weekday { nb: "Hver måned på en ukedag", nn: "Kvar månad på ein vekedag", en: "Monthly on a weekday" }
    weekdays { nb: "Ukedager", nn: "Vekedagar", en: "Weekdays" }
    weekday { nb: "Ukedag", nn: "Vekedag", en: "Weekday" }
    every_weeks { nb: "Hvor mange uker mellom", nn: "Kor mange veker mellom", en: "Weeks between" }
    every_n_weeks(n: u8) {
        nb: { if n == 1 { "Hver uke".to_owned() } else { format!("Hver {n}. uke") } },
        nn: { if n == 1 { "Kvar veke".to_owned() } else { format!("Kvar {n}. veke") } },
        en: { if n == 1 { "Every week".to_owned() } else { format!("Every {n} weeks") } },
    }
    every_months { nb: "Hvor mange måneder mellom", nn: "Kor mange månader mellom", en: "Months between" }
    every_n_months(n: u8) {
        nb: { if n == 1 { "Hver måned".to_owned() } else { format!("Hver {n}. måned") } },
        nn: { if n == 1 { "Kvar månad".to_owned() } else { format!("Kvar {n}. månad") } },
        en: { if n == 1 { "Every month".to_owned() } else { format!("Every {n} months") } },
    }
    month_day { nb: "Dag i måneden", nn: "Dag i månaden", en: "Day of the month" }
    nth { nb: "Hvilken i måneden", nn: "Kva for ein i månaden", en: "Which in the month" }
    nth_number(n: u8) {
        nb: { format!("{n}.") },
        nn: { format!("{n}.") },
        en: { match n { 1 => "first".to_owned(), 2 => "second".to_owned(), 3 => "third".to_owned(), 4 => "fourth".to_owned(), _ => "fifth".to_owned() } },
    }
    last { nb: "siste", nn: "siste", en: "last" }
    start { nb: "Fra og med", nn: "Frå og med", en: "From and including" }
    ends { nb: "Slutter", nn: "Sluttar", en: "Ends" }
    ends_on { nb: "På en dato", nn: "På ein dato", en: "On a date" }
    ends_after { nb: "Etter et antall datoer", nn: "Etter eit tal på datoar", en: "After a number of dates" }
    until { nb: "Til og med", nn: "Til og med", en: "To and including" }
    count { nb: "Antall datoer", nn: "Tal på datoar", en: "Number of dates" }
    no_school_holidays { nb: "Ikke i skoleferier", nn: "Ikkje i skuleferiar", en: "Not in school holidays" }
    no_public_holidays { nb: "Ikke på helligdager", nn: "Ikkje på heilagdagar", en: "Not on public holidays" }
    more_dates { nb: "Legg til eller ta ut enkeltdatoer", nn: "Legg til eller ta ut enkeltdatoar", en: "Add or take out single dates" }
    add_date { nb: "Legg til dato", nn: "Legg til dato", en: "Add a date" }
    take_out_date { nb: "Ta ut dato", nn: "Ta ut dato", en: "Take out a date" }
    added { nb: "Lagt til", nn: "Lagt til", en: "Added" }
    taken_out_dates { nb: "Tatt ut", nn: "Teke ut", en: "Taken out" }
    taken_out { nb: "tatt ut", nn: "teke ut", en: "taken out" }

    show { nb: "Vis datoene", nn: "Vis datoane", en: "Show the dates" }
    send { nb: "Send", nn: "Send", en: "Send" }
    sign_in_and_send { nb: "Logg inn og send", nn: "Logg inn og send", en: "Sign in and send" }
    offline { nb: "Vi får ikke kontakt akkurat nå. Alt du har valgt, er tatt vare på. Endre noe for å prøve igjen.", nn: "Vi får ikkje kontakt akkurat no. Alt du har valt, er teke vare på. Endre noko for å prøve igjen.", en: "We cannot reach the server right now. Everything you chose is kept. Change something to try again." }
    dates { nb: "Datoene", nn: "Datoane", en: "The dates" }
    chips { nb: "Trykk på en ledig dato for å hoppe over den.", nn: "Trykk på ein ledig dato for å hoppe over han.", en: "Press a free date to skip it." }
    ways { nb: "Velg for datoene du ikke kan få som de er", nn: "Vel for datoane du ikkje kan få som dei er", en: "Choose for the dates you cannot have as they are" }
    way { nb: "Velg hva du vil gjøre i stedet", nn: "Vel kva du vil gjere i staden", en: "Choose what to do instead" }
    cannot_look { nb: "Rett feltene, så viser vi hva som er ledig.", nn: "Rett felta, så viser vi kva som er ledig.", en: "Correct the fields, and we show what is free." }
    proxy_calendar { nb: "Kommunen har ikke lagt inn skoleruta for hele perioden. Vi bruker ruta til en nabokommune der den mangler.", nn: "Kommunen har ikkje lagt inn skuleruta for heile perioden. Vi bruker ruta til ein nabokommune der ho manglar.", en: "The municipality has not entered its school calendar for the whole period. Where it is missing we use a neighbouring municipality’s." }

    // The answer.
    many_dates { nb: "datoer", nn: "datoar", en: "dates" }
    one_is_free(when: &str) { nb: "{when} er ledig.", nn: "{when} er ledig.", en: "{when} is free." }
    one_is_taken(when: &str) { nb: "{when} er opptatt.", nn: "{when} er oppteken.", en: "{when} is taken." }
    one_is_closed(when: &str) { nb: "{when} er det stengt.", nn: "{when} er det stengt.", en: "{when} is closed." }
    one_breaks(when: &str) { nb: "{when} går ikke etter reglene her.", nn: "{when} går ikkje etter reglane her.", en: "{when} is against the rules here." }
    all_free(n: usize, noun: &str) {
        nb: { if n == 2 { format!("Begge {noun} er ledige.") } else { format!("Alle {n} {noun} er ledige.") } },
        nn: { if n == 2 { format!("Begge {noun} er ledige.") } else { format!("Alle {n} {noun} er ledige.") } },
        en: { if n == 2 { format!("Both {noun} are free.") } else { format!("All {n} {noun} are free.") } },
    }
    some_free(free: usize, n: usize, noun: &str) {
        nb: { if free == 0 { format!("Ingen av {n} {noun} er ledige.") } else { format!("{free} av {n} {noun} er {}.", if free == 1 { "ledig" } else { "ledige" }) } },
        nn: { if free == 0 { format!("Ingen av {n} {noun} er ledige.") } else { format!("{free} av {n} {noun} er {}.", if free == 1 { "ledig" } else { "ledige" }) } },
        en: { if free == 0 { format!("None of {n} {noun} are free.") } else { format!("{free} of {n} {noun} {} free.", if free == 1 { "is" } else { "are" }) } },
    }
    n_taken(n: usize) {
        nb: { format!("{n} er opptatt") },
        nn: { format!("{n} er {}", if n == 1 { "oppteken" } else { "opptekne" }) },
        en: { format!("{n} {} taken", if n == 1 { "is" } else { "are" }) },
    }
    n_closed(n: usize) { nb: "{n} er stengt", nn: "{n} er stengt", en: "{n} closed" }
    n_break(n: usize) { nb: "{n} går ikke etter reglene", nn: "{n} går ikkje etter reglane", en: "{n} against the rules" }
    n_out_at(n: usize, place: &str) { nb: "{n} er {place}", nn: "{n} er {place}", en: "{n} {place}" }
    n_taken_out(n: usize) { nb: "{n} er tatt ut", nn: "{n} er teke ut", en: "{n} taken out" }
    in_school_holidays { nb: "i skoleferier", nn: "i skuleferiar", en: "in school holidays" }
    on_a_public_holiday { nb: "på en helligdag", nn: "på ein heilagdag", en: "on a public holiday" }
    on_public_holidays { nb: "på helligdager", nn: "på heilagdagar", en: "on public holidays" }

    // Chips, read aloud.
    press_to_skip { nb: "Hopp over", nn: "Hopp over", en: "Skip" }
    skipped { nb: "hoppes over", nn: "blir hoppa over", en: "skipped" }
    press_to_take_in { nb: "Ta med likevel", nn: "Ta med likevel", en: "Take it in after all" }
    against_rules { nb: "går ikke etter reglene", nn: "går ikkje etter reglane", en: "against the rules" }
    chose_other { nb: "Du har valgt noe annet", nn: "Du har valt noko anna", en: "You chose something else" }
    see_ways { nb: "Velg hva du vil", nn: "Vel kva du vil", en: "Choose what to do" }

    // Why a date cannot be had.
    taken_at(times: &str) { nb: "Opptatt {times}", nn: "Oppteken {times}", en: "Taken {times}" }
    taken_by(times: &str, name: &str) { nb: "Opptatt {times} av {name}", nn: "Oppteken {times} av {name}", en: "Taken {times} by {name}" }
    taken_own(times: &str) { nb: "Dere har tiden selv {times}", nn: "De har tida sjølve {times}", en: "You have it yourselves {times}" }
    in_space(what: &str, space: &str) { nb: "{what} ({space})", nn: "{what} ({space})", en: "{what} ({space})" }
    and_more(what: &str, n: usize) { nb: "{what} og {n} til", nn: "{what} og {n} til", en: "{what} and {n} more" }
    closed_because(reason: &str) { nb: "Stengt: {reason}", nn: "Stengt: {reason}", en: "Closed: {reason}" }
    just_taken { nb: "Noen tok denne tiden mens du valgte. Resten står som før.", nn: "Nokon tok denne tida medan du valde. Resten står som før.", en: "Someone took this time while you were choosing. The rest stands." }
    choice_lost { nb: "Det du valgte for denne datoen, er ikke ledig lenger. Velg på nytt.", nn: "Det du valde for denne datoen, er ikkje ledig lenger. Vel på nytt.", en: "What you chose for this date is no longer free. Choose again." }
    needs_choice { nb: "Velg hva du vil gjøre med denne datoen før du sender.", nn: "Vel kva du vil gjere med denne datoen før du sender.", en: "Choose what to do with this date before you send." }

    // Ways on.
    same_time(space: &str) { nb: "{space}, samme tid", nn: "{space}, same tid", en: "{space}, same time" }
    here_at(times: &str) { nb: "{times} her", nn: "{times} her", en: "{times} here" }
    at_place(facility: &str, space: &str) { nb: "{facility}, {space}", nn: "{facility}, {space}", en: "{facility}, {space}" }
    chosen_before(times: &str) { nb: "{times}, som du valgte", nn: "{times}, som du valde", en: "{times}, as you chose" }
    way_other_part { nb: "En annen del av samme størrelse", nn: "Ein annan del av same storleik", en: "Another part of the same size" }
    way_smaller { nb: "En del av det du ba om", nn: "Ein del av det du bad om", en: "A part of what you asked for" }
    way_larger { nb: "Mer plass enn du ba om", nn: "Meir plass enn du bad om", en: "More room than you asked for" }
    later(length: &str) { nb: "{length} senere", nn: "{length} seinare", en: "{length} later" }
    earlier(length: &str) { nb: "{length} tidligere", nn: "{length} tidlegare", en: "{length} earlier" }
    away(distance: &str) { nb: "{distance} unna, samme tid", nn: "{distance} unna, same tid", en: "{distance} away, same time" }
    elsewhere { nb: "Et annet anlegg, samme tid", nn: "Eit anna anlegg, same tid", en: "Another facility, same time" }
    skip { nb: "Hopp over denne datoen", nn: "Hopp over denne datoen", en: "Skip this date" }
    wait { nb: "Vent, og få tilbud hvis den blir ledig", nn: "Vent, og få tilbod om han blir ledig", en: "Wait, and get an offer if it comes free" }
    ask { nb: "Søk om tiden likevel", nn: "Søk om tida likevel", en: "Ask for it all the same" }
    ask_hint { nb: "En saksbehandler vurderer det. Den som har tiden, beholder den til noe annet er avgjort.", nn: "Ein saksbehandlar vurderer det. Den som har tida, held på henne til noko anna er avgjort.", en: "A case officer looks at it. Whoever has the time keeps it until something else is decided." }
    chose_skip { nb: "Hoppes over", nn: "Blir hoppa over", en: "Skipped" }
    chose_wait { nb: "Venter", nn: "Ventar", en: "Waits" }
    chose_ask { nb: "Søkes om likevel", nn: "Blir søkt om likevel", en: "Asked for all the same" }
    alike(n: usize) {
        nb: { if n == 1 { "Gjør likt for 1 lik dato".to_owned() } else { format!("Gjør likt for {n} like datoer") } },
        nn: { if n == 1 { "Gjer likt for 1 lik dato".to_owned() } else { format!("Gjer likt for {n} like datoar") } },
        en: { if n == 1 { "Do the same for 1 like date".to_owned() } else { format!("Do the same for {n} like dates") } },
    }

    // What would be sent.
    asks_for(n: usize) {
        nb: { if n == 1 { "Du søker om 1 dato".to_owned() } else { format!("Du søker om {n} datoer") } },
        nn: { if n == 1 { "Du søkjer om 1 dato".to_owned() } else { format!("Du søkjer om {n} datoar") } },
        en: { if n == 1 { "You ask for 1 date".to_owned() } else { format!("You ask for {n} dates") } },
    }
    asks_none { nb: "Velg en vei videre før du sender", nn: "Vel ein veg vidare før du sender", en: "Choose a way on before you send" }
    n_wait(n: usize) { nb: "{n} venter", nn: "{n} ventar", en: "{n} waiting" }
    n_skipped(n: usize) { nb: "{n} hoppes over", nn: "{n} blir hoppa over", en: "{n} skipped" }
    n_unsettled(n: usize) { nb: "{n} må du velge for", nn: "{n} må du velje for", en: "{n} to choose for" }

    // Who decides.
    at_once(rule: &str) { nb: "Avgjøres straks etter regelen «{rule}».", nn: "Blir avgjort straks etter regelen «{rule}».", en: "Decided at once by the rule “{rule}”." }
    sign_in_to_see { nb: "Logg inn, så ser du hvem som avgjør.", nn: "Logg inn, så ser du kven som avgjer.", en: "Sign in to see who decides." }
    by_person { nb: "En saksbehandler avgjør.", nn: "Ein saksbehandlar avgjer.", en: "A case officer decides." }
    usual(length: &str) { nb: "Det har vanligvis tatt {length} her.", nn: "Det har vanlegvis teke {length} her.", en: "It has usually taken {length} here." }
    usual_unknown { nb: "Vi har ikke nok saker her ennå til å si hvor lenge det tar.", nn: "Vi har ikkje nok saker her enno til å seie kor lenge det tek.", en: "There are not enough cases here yet to say how long it takes." }
    class_place(place: u8, name: &str) { nb: "Vil flere ha samme tid, står du i gruppe {place}: {name}.", nn: "Vil fleire ha same tid, står du i gruppe {place}: {name}.", en: "If others want the same time, you are in group {place}: {name}." }

    no_rule { nb: "Ingen regel avgjør slike søknader straks her.", nn: "Ingen regel avgjer slike søknader straks her.", en: "No rule decides such requests at once here." }
    miss_kind(rule: &str) { nb: "Regelen «{rule}» gjelder andre slags søkere.", nn: "Regelen «{rule}» gjeld andre slags søkjarar.", en: "The rule “{rule}” is for other kinds of applicants." }
    miss_not_approved { nb: "Organisasjonen er ikke godkjent av kommunen ennå.", nn: "Organisasjonen er ikkje godkjend av kommunen enno.", en: "The organisation is not approved by the municipality yet." }
    miss_price_group(rule: &str) { nb: "Regelen «{rule}» gjelder andre prisgrupper.", nn: "Regelen «{rule}» gjeld andre prisgrupper.", en: "The rule “{rule}” is for other price groups." }
    miss_too_long(rule: &str, max: &str) { nb: "Regelen «{rule}» gjelder høyst {max} hver gang.", nn: "Regelen «{rule}» gjeld høgst {max} kvar gong.", en: "The rule “{rule}” is for at most {max} each time." }
    miss_hours(rule: &str, hours: &str) { nb: "Regelen «{rule}» gjelder mellom {hours}.", nn: "Regelen «{rule}» gjeld mellom {hours}.", en: "The rule “{rule}” is for {hours}." }
    miss_weekday(rule: &str) { nb: "Regelen «{rule}» gjelder andre ukedager.", nn: "Regelen «{rule}» gjeld andre vekedagar.", en: "The rule “{rule}” is for other weekdays." }
    miss_weekly(rule: &str, max: &str, would_be: &str) { nb: "Regelen «{rule}» gjelder inntil {max} i uka. Dette blir {would_be}.", nn: "Regelen «{rule}» gjeld inntil {max} i veka. Dette blir {would_be}.", en: "The rule “{rule}” is for up to {max} a week. This makes {would_be}." }
    miss_dates(rule: &str, max: u16, asked: u16) { nb: "Regelen «{rule}» gjelder høyst {max} datoer. Du søker om {asked}.", nn: "Regelen «{rule}» gjeld høgst {max} datoar. Du søkjer om {asked}.", en: "The rule “{rule}” is for at most {max} dates. You ask for {asked}." }
    miss_persons(rule: &str, max: u32) { nb: "Regelen «{rule}» gjelder høyst {max} personer. Fyll ut hvor mange dere er.", nn: "Regelen «{rule}» gjeld høgst {max} personar. Fyll ut kor mange de er.", en: "The rule “{rule}” is for at most {max} persons. Fill in how many you are." }
    miss_competitors(n: u32) {
        nb: { if n == 1 { "En annen har søkt om noe av den samme tiden.".to_owned() } else { format!("{n} andre har søkt om noe av den samme tiden.") } },
        nn: { if n == 1 { "Ein annan har søkt om noko av den same tida.".to_owned() } else { format!("{n} andre har søkt om noko av den same tida.") } },
        en: { if n == 1 { "Someone else has asked for some of the same time.".to_owned() } else { format!("{n} others have asked for some of the same time.") } },
    }
    miss_unresolved(n: u32) {
        nb: { if n == 1 { "1 dato er ikke ledig slik du søker om den.".to_owned() } else { format!("{n} datoer er ikke ledige slik du søker om dem.") } },
        nn: { if n == 1 { "1 dato er ikkje ledig slik du søkjer om han.".to_owned() } else { format!("{n} datoar er ikkje ledige slik du søkjer om dei.") } },
        en: { if n == 1 { "1 date is not free as you ask for it.".to_owned() } else { format!("{n} dates are not free as you ask for them.") } },
    }

    // Faults.
    missing { nb: "Fyll ut feltet", nn: "Fyll ut feltet", en: "Fill in this field" }
    bad_date { nb: "Skriv en dato, som 18.08.2026", nn: "Skriv ein dato, som 18.08.2026", en: "Write a date, like 18/08/2026" }
    bad_time { nb: "Skriv et klokkeslett, som 18.00", nn: "Skriv eit klokkeslett, som 18.00", en: "Write a time, like 18:00" }
    same_from_to { nb: "Fra og til kan ikke være like", nn: "Frå og til kan ikkje vere like", en: "From and to cannot be the same" }
    bad_number(min: u32, max: u32) { nb: "Skriv et tall fra {min} til {max}", nn: "Skriv eit tal frå {min} til {max}", en: "Write a number from {min} to {max}" }
    not_sent { nb: "Vi har ikke sendt ennå", nn: "Vi har ikkje sendt enno", en: "It is not sent yet" }
    not_sent_dates(n: usize) {
        nb: { if n == 1 { "1 dato må avgjøres først. Resten står som du valgte.".to_owned() } else { format!("{n} datoer må avgjøres først. Resten står som du valgte.") } },
        nn: { if n == 1 { "1 dato må avgjerast først. Resten står som du valde.".to_owned() } else { format!("{n} datoar må avgjerast først. Resten står som du valde.") } },
        en: { if n == 1 { "1 date has to be settled first. The rest stands as you chose.".to_owned() } else { format!("{n} dates have to be settled first. The rest stands as you chose.") } },
    }
    go_to_date(when: &str) { nb: "Velg for {when}", nn: "Vel for {when}", en: "Choose for {when}" }
}

/// «i vinterferien», for a sentence that counts dates.
pub fn in_break(l: Lang, kind: DayOffKind) -> &'static str {
    use DayOffKind as K;
    let words = match kind {
        K::AutumnBreak => ["i høstferien", "i haustferien", "in the autumn break"],
        K::ChristmasBreak => ["i juleferien", "i juleferien", "in the Christmas break"],
        K::WinterBreak => ["i vinterferien", "i vinterferien", "in the winter break"],
        K::EasterBreak => ["i påskeferien", "i påskeferien", "in the Easter break"],
        K::SummerBreak => ["i sommerferien", "i sommarferien", "in the summer break"],
        K::PlanningDay => [
            "på en planleggingsdag",
            "på ein planleggingsdag",
            "on a planning day",
        ],
        K::DayOff => ["på en skolefri dag", "på ein skulefri dag", "on a day off school"],
    };
    match l {
        Lang::Nb => words[0],
        Lang::Nn => words[1],
        Lang::En => words[2],
    }
}

/// «1 time senere», «30 minutter tidligere»; minutes, earlier when negative.
pub fn moved(l: Lang, minutes: i16) -> String {
    let length = day::minutes(l, u32::from(minutes.unsigned_abs()));
    if minutes < 0 {
        earlier(l, &length)
    } else {
        later(l, &length)
    }
}
