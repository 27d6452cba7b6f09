//! Texts of my page, cases and decisions.

mod letter;
mod words;

pub use letter::*;
pub use words::*;

crate::texts! {
    // My page.
    my_page { nb: "Min side", nn: "Mi side", en: "My page" }
    nothing_coming { nb: "Du har ingen kommende tider.", nn: "Du har ingen komande tider.", en: "You have no coming times." }
    nothing_coming_way { nb: "Finn en ledig tid, så står den her.", nn: "Finn ei ledig tid, så står ho her.", en: "Find a free time, and it will be here." }
    now_at(place: &str, until: &str) { nb: "Nå: {place}, til kl. {until}.", nn: "No: {place}, til kl. {until}.", en: "Now: {place}, until {until}." }
    today_at(time: &str, place: &str) { nb: "I dag kl. {time}: {place}.", nn: "I dag kl. {time}: {place}.", en: "Today at {time}: {place}." }
    tonight_at(time: &str, place: &str) { nb: "I kveld kl. {time}: {place}.", nn: "I kveld kl. {time}: {place}.", en: "Tonight at {time}: {place}." }
    next_at(when: &str, place: &str) { nb: "Neste gang er {when}: {place}.", nn: "Neste gong er {when}: {place}.", en: "Next is {when}: {place}." }
    today { nb: "I dag", nn: "I dag", en: "Today" }
    next_days { nb: "Neste sju dager", nn: "Neste sju dagar", en: "The next seven days" }
    later { nb: "Senere", nn: "Seinare", en: "Later" }
    show_later(n: usize) {
        nb: { if n == 1 { "Vis 1 til".to_owned() } else { format!("Vis {n} til") } },
        nn: { if n == 1 { "Vis 1 til".to_owned() } else { format!("Vis {n} til") } },
        en: { format!("Show {n} more") },
    }
    all_in_case { nb: "Resten ser du på hver sak.", nn: "Resten ser du på kvar sak.", en: "The rest is on each case." }
    offers { nb: "Tilbud du må svare på", nn: "Tilbod du må svare på", en: "Offers to answer" }
    waiting_dates { nb: "Datoer som venter på ledig tid", nn: "Datoar som ventar på ledig tid", en: "Dates waiting to come free" }
    cases { nb: "Saker", nn: "Saker", en: "Cases" }
    no_cases { nb: "Du har ingen saker ennå", nn: "Du har ingen saker enno", en: "You have no cases yet" }
    find_time { nb: "Finn ledig tid", nn: "Finn ledig tid", en: "Find a free time" }
    for_whom(name: &str) { nb: "For {name}", nn: "For {name}", en: "For {name}" }
    for_all_yours { nb: "For deg og alle lag du er med i", nn: "For deg og alle lag du er med i", en: "For you and every club you belong to" }
    waits_since(ago: &str) { nb: "Har ventet {ago}", nn: "Har venta {ago}", en: "Waiting {ago}" }
    see_case { nb: "Se saken", nn: "Sjå saka", en: "See the case" }
    last_step { nb: "Sist", nn: "Sist", en: "Last" }
    next_step { nb: "Neste", nn: "Neste", en: "Next" }
    wait_for_decision(usual: &str) { nb: "Kommunen avgjør. {usual}", nn: "Kommunen avgjer. {usual}", en: "The municipality decides. {usual}" }
    answer_offer(n: u32, until: &str) {
        nb: { if n == 1 { format!("Svar på tilbudet innen {until}") } else { format!("Svar på {n} tilbud innen {until}") } },
        nn: { if n == 1 { format!("Svar på tilbodet innan {until}") } else { format!("Svar på {n} tilbod innan {until}") } },
        en: { if n == 1 { format!("Answer the offer by {until}") } else { format!("Answer {n} offers by {until}") } },
    }
    wait_for_free(n: u32) {
        nb: { if n == 1 { "1 dato venter på å bli ledig".to_owned() } else { format!("{n} datoer venter på å bli ledige") } },
        nn: { if n == 1 { "1 dato ventar på å bli ledig".to_owned() } else { format!("{n} datoar ventar på å bli ledige") } },
        en: { if n == 1 { "1 date waits to come free".to_owned() } else { format!("{n} dates wait to come free") } },
    }
    read_decision { nb: "Les vedtaket", nn: "Les vedtaket", en: "Read the decision" }
    nothing_next { nb: "Ingenting mer skjer i saken", nn: "Ingenting meir skjer i saka", en: "Nothing more happens in the case" }

    // The case.
    case_title(space: &str) { nb: "Sak: {space}", nn: "Sak: {space}", en: "Case: {space}" }
    case_number(number: &str) { nb: "Sak {number}", nn: "Sak {number}", en: "Case {number}" }
    answer_open { nb: "Søknaden er sendt. En saksbehandler avgjør den.", nn: "Søknaden er send. Ein saksbehandlar avgjer han.", en: "The request is sent. A case officer decides it." }
    answer_open_some(given: u32, open: u32) {
        nb: { format!("{given} {} dine. {open} er ikke avgjort ennå.", if given == 1 { "dato er" } else { "datoer er" }) },
        nn: { format!("{given} {} dine. {open} er ikkje avgjort enno.", if given == 1 { "dato er" } else { "datoar er" }) },
        en: { format!("{given} {} yours. {open} not decided yet.", if given == 1 { "date is" } else { "dates are" }) },
    }
    answer_offered(n: u32, until: &str) {
        nb: { if n == 1 { format!("Du har fått et tilbud. Svar innen {until}.") } else { format!("Du har fått {n} tilbud. Svar innen {until}.") } },
        nn: { if n == 1 { format!("Du har fått eit tilbod. Svar innan {until}.") } else { format!("Du har fått {n} tilbod. Svar innan {until}.") } },
        en: { if n == 1 { format!("You have an offer. Answer by {until}.") } else { format!("You have {n} offers. Answer by {until}.") } },
    }
    answer_all(n: u32) {
        nb: { match n { 1 => "Tiden er din.".to_owned(), 2 => "Begge datoene er dine.".to_owned(), _ => format!("Alle {n} datoene er dine.") } },
        nn: { match n { 1 => "Tida er di.".to_owned(), 2 => "Begge datoane er dine.".to_owned(), _ => format!("Alle {n} datoane er dine.") } },
        en: { match n { 1 => "The time is yours.".to_owned(), 2 => "Both dates are yours.".to_owned(), _ => format!("All {n} dates are yours.") } },
    }
    answer_some(given: u32, all: u32) { nb: "{given} av {all} datoer er dine.", nn: "{given} av {all} datoar er dine.", en: "{given} of {all} dates are yours." }
    answer_none { nb: "Du fikk ingen av datoene.", nn: "Du fekk ingen av datoane.", en: "You got none of the dates." }
    answer_cancelled { nb: "Alle datoene er avlyst.", nn: "Alle datoane er avlyste.", en: "All the dates are cancelled." }
    answer_dropped { nb: "Du har latt alle datoene gå.", nn: "Du har late alle datoane gå.", en: "You let all the dates go." }
    answer_waiting { nb: "Ingen av datoene er ledige ennå. Du får tilbud når en blir ledig.", nn: "Ingen av datoane er ledige enno. Du får tilbod når ein blir ledig.", en: "None of the dates is free yet. You get an offer when one comes free." }
    answer_withdrawn { nb: "Søknaden er trukket.", nn: "Søknaden er trekt.", en: "The request is withdrawn." }
    count_waiting(n: u32) { nb: "{n} venter", nn: "{n} ventar", en: "{n} waiting" }
    count_rejected(n: u32) { nb: "{n} er avslått", nn: "{n} er avslegne", en: "{n} refused" }
    count_dropped(n: u32) { nb: "{n} har du latt gå", nn: "{n} har du late gå", en: "{n} let go" }
    count_cancelled(n: u32) { nb: "{n} er avlyst", nn: "{n} er avlyste", en: "{n} cancelled" }
    receipt_once { nb: "Avgjort med en gang", nn: "Avgjort med ein gong", en: "Decided at once" }
    receipt_once_text(rule: &str) { nb: "Regelen «{rule}» gjelder for søknaden. Du trenger ikke gjøre mer.", nn: "Regelen «{rule}» gjeld for søknaden. Du treng ikkje gjere meir.", en: "The rule “{rule}” applies to the request. There is nothing more to do." }
    receipt_person { nb: "Søknaden er sendt", nn: "Søknaden er send", en: "The request is sent" }
    receipt_person_text { nb: "En saksbehandler ser på den, fordi:", nn: "Ein saksbehandlar ser på han, fordi:", en: "A case officer looks at it, because:" }
    receipt_next { nb: "Du finner svaret her og på Min side.", nn: "Du finn svaret her og på Mi side.", en: "You find the answer here and on My page." }

    fact_who { nb: "For", nn: "For", en: "For" }
    fact_where { nb: "Hvor", nn: "Kvar", en: "Where" }
    fact_when { nb: "Når", nn: "Når", en: "When" }
    fact_purpose { nb: "Hva", nn: "Kva", en: "What for" }
    fact_persons { nb: "Personer", nn: "Personar", en: "Persons" }
    fact_class { nb: "Prioritet", nn: "Prioritet", en: "Priority" }
    fact_sent { nb: "Sendt", nn: "Send", en: "Sent" }
    fact_sent_by(when: &str, name: &str) { nb: "{when} av {name}", nn: "{when} av {name}", en: "{when} by {name}" }
    group(place: u8, name: &str) { nb: "Gruppe {place}: {name}", nn: "Gruppe {place}: {name}", en: "Group {place}: {name}" }
    about { nb: "Om saken", nn: "Om saka", en: "About the case" }
    why_person { nb: "Derfor ser en saksbehandler på den", nn: "Derfor ser ein saksbehandlar på han", en: "Why a case officer looks at it" }
    decisions { nb: "Vedtak", nn: "Vedtak", en: "Decisions" }
    decision_of(when: &str) { nb: "Vedtak {when}", nn: "Vedtak {when}", en: "Decision of {when}" }
    superseded { nb: "Erstattet av et nyere vedtak", nn: "Erstatta av eit nyare vedtak", en: "Replaced by a newer decision" }
    appeal_by(date: &str) { nb: "Du kan klage til og med {date}", nn: "Du kan klage til og med {date}", en: "You can appeal until {date}" }
    timeline { nb: "Dette har skjedd", nn: "Dette har hendt", en: "What has happened" }
    questions { nb: "Spørsmål?", nn: "Spørsmål?", en: "Questions?" }

    wished(what: &str) { nb: "Du ba om {what}", nn: "Du bad om {what}", en: "You asked for {what}" }
    offer_is(what: &str) { nb: "Tilbud: {what}", nn: "Tilbod: {what}", en: "Offer: {what}" }
    offer_came_free { nb: "Datoen du ventet på, er blitt ledig.", nn: "Datoen du venta på, er vorten ledig.", en: "The date you waited for has come free." }
    held_until(when: &str) { nb: "Holdes av til deg til {when}", nn: "Blir halden av til deg til {when}", en: "Held for you until {when}" }
    accept { nb: "Ja takk", nn: "Ja takk", en: "Yes, please" }
    decline { nb: "Nei takk", nn: "Nei takk", en: "No, thank you" }
    accept_all { nb: "Ja takk til alle", nn: "Ja takk til alle", en: "Yes to all" }
    decline_all { nb: "Nei takk til alle", nn: "Nei takk til alle", en: "No to all" }
    accept_for(when: &str) { nb: "Ja takk til {when}", nn: "Ja takk til {when}", en: "Yes to {when}" }
    decline_for(when: &str) { nb: "Nei takk til {when}", nn: "Nei takk til {when}", en: "No to {when}" }
    do_drop { nb: "La gå", nn: "La gå", en: "Let go" }
    do_wait { nb: "Vent", nn: "Vent", en: "Wait" }
    do_ask { nb: "Søk på nytt", nn: "Søk på nytt", en: "Ask again" }
    do_cancel { nb: "Avlys", nn: "Avlys", en: "Cancel" }
    do_for(what: &str, when: &str) { nb: "{what}: {when}", nn: "{what}: {when}", en: "{what}: {when}" }
    can_cancel_until(when: &str) { nb: "Kan avlyses til {when}", nn: "Kan avlysast til {when}", en: "Can be cancelled until {when}" }
    too_late_to_cancel { nb: "For sent å avlyse selv", nn: "For seint å avlyse sjølv", en: "Too late to cancel yourself" }
    cancelled_by_owner(reason: &str) { nb: "Kommunen avlyste: {reason}", nn: "Kommunen avlyste: {reason}", en: "The municipality cancelled: {reason}" }
    cancelled_by_you { nb: "Avlyst av dere", nn: "Avlyst av dykk", en: "Cancelled by you" }
    past_dates(n: usize) {
        nb: { if n == 1 { "1 dato er over".to_owned() } else { format!("{n} datoer er over") } },
        nn: { if n == 1 { "1 dato er over".to_owned() } else { format!("{n} datoar er over") } },
        en: { if n == 1 { "1 date is over".to_owned() } else { format!("{n} dates are over") } },
    }

    // Withdrawing and cancelling.
    withdraw { nb: "Trekk søknaden", nn: "Trekk søknaden", en: "Withdraw the request" }
    withdraw_title { nb: "Vil du trekke søknaden?", nn: "Vil du trekkje søknaden?", en: "Withdraw the request?" }
    withdraw_text(n: u32) {
        nb: { if n == 1 { "1 dato som ikke er avgjort, blir strøket. Datoer du alt har fått, beholder du.".to_owned() } else { format!("{n} datoer som ikke er avgjort, blir strøket. Datoer du alt har fått, beholder du.") } },
        nn: { if n == 1 { "1 dato som ikkje er avgjord, blir stroken. Datoar du alt har fått, held du på.".to_owned() } else { format!("{n} datoar som ikkje er avgjorde, blir strokne. Datoar du alt har fått, held du på.") } },
        en: { if n == 1 { "1 undecided date is struck out. You keep the dates you already have.".to_owned() } else { format!("{n} undecided dates are struck out. You keep the dates you already have.") } },
    }
    cannot_undo { nb: "Dette kan ikke angres. Du kan søke på nytt.", nn: "Dette kan ikkje angrast. Du kan søkje på nytt.", en: "This cannot be undone. You can ask anew." }
    keep_as_is { nb: "Nei, behold", nn: "Nei, behald", en: "No, keep it" }
    cancel_title { nb: "Hva vil du avlyse?", nn: "Kva vil du avlyse?", en: "What do you want to cancel?" }
    cancel_text { nb: "Tiden blir ledig for andre med en gang. Den som venter på den, får tilbud først.", nn: "Tida blir ledig for andre med ein gong. Den som ventar på henne, får tilbod først.", en: "The time is free for others at once. Whoever waits for it gets the first offer." }
    scope_one(when: &str) { nb: "Bare {when}", nn: "Berre {when}", en: "Only {when}" }
    scope_following(n: usize, when: &str) {
        nb: { if n == 1 { format!("{when} og den neste") } else { format!("{when} og de {n} neste") } },
        nn: { if n == 1 { format!("{when} og den neste") } else { format!("{when} og dei {n} neste") } },
        en: { if n == 1 { format!("{when} and the next") } else { format!("{when} and the next {n}") } },
    }
    scope_all(n: usize) { nb: "Alle {n} datoene som kommer", nn: "Alle {n} datoane som kjem", en: "All {n} coming dates" }
    cancel_reason { nb: "Hvorfor? (valgfritt)", nn: "Kvifor? (valfritt)", en: "Why? (optional)" }
    cancel_reason_staff { nb: "Hvorfor? De som har tiden, får lese dette.", nn: "Kvifor? Dei som har tida, får lese dette.", en: "Why? Those who have the time will read this." }
    cancel_go { nb: "Avlys", nn: "Avlys", en: "Cancel the dates" }
    nothing_to_cancel { nb: "Det er ingen kommende datoer å avlyse i denne saken.", nn: "Det er ingen komande datoar å avlyse i denne saka.", en: "There are no coming dates to cancel in this case." }
    too_late_ask { nb: "Datoer som er for nær, kan bare kommunen avlyse:", nn: "Datoar som er for nær, kan berre kommunen avlyse:", en: "Only the municipality can cancel dates that are too close:" }

    cancel_several { nb: "Avlys flere datoer", nn: "Avlys fleire datoar", en: "Cancel several dates" }

    // What was done.
    said_taken { nb: "Tiden er din. Vedtaket ligger på saken.", nn: "Tida er di. Vedtaket ligg på saka.", en: "The time is yours. The decision is on the case." }
    said_declined { nb: "Du har sagt nei takk. Datoen er igjen søkt om som før.", nn: "Du har sagt nei takk. Det er igjen søkt om datoen som før.", en: "You declined. The date is asked for again as it was." }
    said_withdrawn { nb: "Søknaden er trukket.", nn: "Søknaden er trekt.", en: "The request is withdrawn." }
    said_dropped { nb: "Datoen er latt gå. Du kan søke om den igjen herfra.", nn: "Datoen er sleppt. Du kan søkje om han igjen herifrå.", en: "The date is let go. You can ask for it again from here." }
    said_waits { nb: "Datoen venter. Du får tilbud hvis den blir ledig.", nn: "Datoen ventar. Du får tilbod om han blir ledig.", en: "The date waits. You get an offer if it comes free." }
    said_asked { nb: "Datoen er søkt om på nytt.", nn: "Det er søkt om datoen på nytt.", en: "The date is asked for again." }
    said_cancelled(n: usize) {
        nb: { if n == 1 { "1 dato er avlyst, og tiden er ledig for andre.".to_owned() } else { format!("{n} datoer er avlyst, og tiden er ledig for andre.") } },
        nn: { if n == 1 { "1 dato er avlyst, og tida er ledig for andre.".to_owned() } else { format!("{n} datoar er avlyste, og tida er ledig for andre.") } },
        en: { if n == 1 { "1 date is cancelled, and the time is free for others.".to_owned() } else { format!("{n} dates are cancelled, and the time is free for others.") } },
    }
    said_too_late(n: usize, contact: &str) {
        nb: { if n == 1 { format!("1 dato er for nær til at du kan avlyse den selv. Spør {contact}.") } else { format!("{n} datoer er for nær til at du kan avlyse dem selv. Spør {contact}.") } },
        nn: { if n == 1 { format!("1 dato er for nær til at du kan avlyse han sjølv. Spør {contact}.") } else { format!("{n} datoar er for nær til at du kan avlyse dei sjølv. Spør {contact}.") } },
        en: { if n == 1 { format!("1 date is too close for you to cancel it yourself. Ask {contact}.") } else { format!("{n} dates are too close for you to cancel them yourself. Ask {contact}.") } },
    }
}
