//! Texts of a decision as a letter, with what its rule asks for.

crate::texts! {
    // The letter.
    letter_title(number: &str) { nb: "Vedtak i sak {number}", nn: "Vedtak i sak {number}", en: "Decision in case {number}" }
    letter_to { nb: "Til", nn: "Til", en: "To" }
    letter_date { nb: "Dato", nn: "Dato", en: "Date" }
    letter_number { nb: "Saksnummer", nn: "Saksnummer", en: "Case number" }
    letter_you_asked(when: &str, what: &str, place: &str) { nb: "Du søkte {when} om {place}: {what}.", nn: "Du søkte {when} om {place}: {what}.", en: "On {when} you asked for {place}: {what}." }
    letter_purpose(what: &str) { nb: "Formålet er «{what}».", nn: "Føremålet er «{what}».", en: "The purpose is “{what}”." }
    letter_dates { nb: "Datoene", nn: "Datoane", en: "The dates" }
    letter_given { nb: "Du får", nn: "Du får", en: "You get" }
    letter_refused { nb: "Du får ikke", nn: "Du får ikkje", en: "You do not get" }
    letter_offered { nb: "Du får tilbud om", nn: "Du får tilbod om", en: "You are offered" }
    letter_waiting { nb: "Ikke avgjort ennå, eller venter", nn: "Ikkje avgjort enno, eller ventar", en: "Not decided yet, or waiting" }
    letter_reasons { nb: "Begrunnelse", nn: "Grunngiving", en: "Reasons" }
    letter_by_rule(name: &str, version: u32) { nb: "Vedtaket er gjort automatisk etter regelen «{name}», versjon {version}. Kommunen har bestemt at søknader som oppfyller alt i regelen, skal innvilges straks.", nn: "Vedtaket er gjort automatisk etter regelen «{name}», versjon {version}. Kommunen har bestemt at søknader som oppfyller alt i regelen, skal innvilgast straks.", en: "The decision was made automatically by the rule “{name}”, version {version}. The municipality has decided that requests which meet everything in the rule are granted at once." }
    letter_rule_says { nb: "Regelen krever:", nn: "Regelen krev:", en: "The rule requires:" }
    letter_by_person(name: &str) { nb: "Vedtaket er gjort av {name}.", nn: "Vedtaket er gjort av {name}.", en: "The decision was made by {name}." }
    letter_class(place: u8, name: &str, version: u32) { nb: "Søknaden står i prioritetsgruppe {place}, «{name}» (prioritetsreglene, versjon {version}).", nn: "Søknaden står i prioritetsgruppe {place}, «{name}» (prioritetsreglane, versjon {version}).", en: "The request is in priority group {place}, “{name}” (priority rules, version {version})." }
    letter_appeal { nb: "Du kan klage", nn: "Du kan klage", en: "You can appeal" }
    letter_appeal_text(days: u16, until: &str) { nb: "Du kan klage på vedtaket. Fristen er {days} dager fra du fikk vite om det, til og med {until}. Send klagen til kommunen, og skriv hva du vil ha endret og hvorfor.", nn: "Du kan klage på vedtaket. Fristen er {days} dagar frå du fekk vite om det, til og med {until}. Send klaga til kommunen, og skriv kva du vil ha endra og kvifor.", en: "You can appeal the decision. The deadline is {days} days from when you were told of it, up to and including {until}. Send the appeal to the municipality, and write what you want changed and why." }
    letter_appeal_body(body: &str) { nb: "Blir vedtaket stående, sendes klagen videre til {body}.", nn: "Blir vedtaket ståande, blir klaga send vidare til {body}.", en: "If the decision stands, the appeal is passed on to {body}." }
    letter_access { nb: "Du har rett til å se dokumentene i saken og til å få veiledning. Det følger av forvaltningsloven §§ 11, 18 og 28.", nn: "Du har rett til å sjå dokumenta i saka og til å få rettleiing. Det følgjer av forvaltningslova §§ 11, 18 og 28.", en: "You have the right to see the documents of the case and to get guidance (Public Administration Act, sections 11, 18 and 28)." }
    letter_superseded { nb: "Et nyere vedtak er kommet i stedet for dette.", nn: "Eit nyare vedtak er kome i staden for dette.", en: "A newer decision has replaced this one." }
    letter_see_newer { nb: "Se det nyere vedtaket", nn: "Sjå det nyare vedtaket", en: "See the newer decision" }
    letter_supersedes { nb: "Dette vedtaket kommer i stedet for et tidligere.", nn: "Dette vedtaket kjem i staden for eit tidlegare.", en: "This decision replaces an earlier one." }
    letter_see_older { nb: "Se det tidligere vedtaket", nn: "Sjå det tidlegare vedtaket", en: "See the earlier decision" }
    letter_greeting { nb: "Vennlig hilsen", nn: "Venleg helsing", en: "Yours sincerely" }
    letter_print { nb: "Skriv ut brevet", nn: "Skriv ut brevet", en: "Print the letter" }
    letter_print_how { nb: "Skriv ut med nettleseren (Ctrl + P).", nn: "Skriv ut med nettlesaren (Ctrl + P).", en: "Print with your browser (Ctrl + P)." }
    letter_answer_all(n: usize) {
        nb: { if n == 1 { "Du får tiden du søkte om.".to_owned() } else { format!("Du får alle {n} datoene du søkte om.") } },
        nn: { if n == 1 { "Du får tida du søkte om.".to_owned() } else { format!("Du får alle {n} datoane du søkte om.") } },
        en: { if n == 1 { "You get the time you asked for.".to_owned() } else { format!("You get all {n} dates you asked for.") } },
    }
    letter_answer_some(given: usize, all: usize) { nb: "Du får {given} av {all} datoer.", nn: "Du får {given} av {all} datoar.", en: "You get {given} of {all} dates." }
    letter_answer_none { nb: "Du får ikke tiden du søkte om.", nn: "Du får ikkje tida du søkte om.", en: "You do not get the time you asked for." }
    back_to_case { nb: "Til saken", nn: "Til saka", en: "To the case" }

    // What a rule asks for.
    term_kinds(who: &str) { nb: "Søkeren er {who}", nn: "Søkjaren er {who}", en: "The applicant is {who}" }
    term_approved { nb: "Organisasjonen er godkjent av kommunen", nn: "Organisasjonen er godkjend av kommunen", en: "The organisation is approved by the municipality" }
    term_price(groups: &str) { nb: "Prisgruppe: {groups}", nn: "Prisgruppe: {groups}", en: "Price group: {groups}" }
    term_length(max: &str) { nb: "Høyst {max} hver gang", nn: "Høgst {max} kvar gong", en: "At most {max} each time" }
    term_hours(times: &str) { nb: "Mellom kl. {times}", nn: "Mellom kl. {times}", en: "Between {times}" }
    term_weekdays(days: &str) { nb: "På {days}", nn: "På {days}", en: "On {days}" }
    term_weekly(max: &str) { nb: "Høyst {max} i uka til sammen", nn: "Høgst {max} i veka til saman", en: "At most {max} a week in all" }
    term_dates(max: u16) { nb: "Høyst {max} datoer", nn: "Høgst {max} datoar", en: "At most {max} dates" }
    term_persons(max: u32) { nb: "Høyst {max} personer", nn: "Høgst {max} personar", en: "At most {max} persons" }
    term_alone { nb: "Ingen andre har søkt om den samme tiden", nn: "Ingen andre har søkt om den same tida", en: "Nobody else has asked for the same time" }
}
