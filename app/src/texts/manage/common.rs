//! Words that all the staff's pages share.

crate::texts! {
    menu { nb: "Forvaltning", nn: "Forvaltning", en: "Management" }
    inbox { nb: "Innboks", nn: "Innboks", en: "Inbox" }
    day { nb: "Dag", nn: "Dag", en: "Day" }
    week { nb: "Uke", nn: "Veke", en: "Week" }
    facilities { nb: "Anlegg", nn: "Anlegg", en: "Facilities" }
    rules { nb: "Regler", nn: "Reglar", en: "Rules" }
    people { nb: "Folk", nn: "Folk", en: "People" }
    facility { nb: "Anlegg", nn: "Anlegg", en: "Facility" }
    all_facilities { nb: "Alle anlegg", nn: "Alle anlegg", en: "All facilities" }
    all { nb: "Alle", nn: "Alle", en: "All" }
    filter { nb: "Vis", nn: "Vis", en: "Show" }
    reset { nb: "Nullstill", nn: "Nullstill", en: "Reset" }
    search_text { nb: "Søk i listen", nn: "Søk i lista", en: "Search the list" }
    stored_now(value: &str) { nb: "Lagret nå: {value}", nn: "Lagra no: {value}", en: "Saved now: {value}" }
    stored_empty { nb: "tomt", nn: "tomt", en: "empty" }
    save { nb: "Lagre", nn: "Lagre", en: "Save" }
    edit { nb: "Rediger", nn: "Rediger", en: "Edit" }
    remove { nb: "Fjern", nn: "Fjern", en: "Remove" }
    undo_choice { nb: "Avbryt", nn: "Avbryt", en: "Cancel" }
    from { nb: "Fra", nn: "Frå", en: "From" }
    to { nb: "Til", nn: "Til", en: "To" }
    name { nb: "Navn", nn: "Namn", en: "Name" }
    none { nb: "Ingen", nn: "Ingen", en: "None" }
    minutes_unit { nb: "minutter", nn: "minutt", en: "minutes" }
    case_link(number: &str) { nb: "sak {number}", nn: "sak {number}", en: "case {number}" }
    stands_in_the_way { nb: "Dette står i veien", nn: "Dette står i vegen", en: "This stands in the way" }
    and_more(n: usize) { nb: "… og {n} til", nn: "… og {n} til", en: "… and {n} more" }
    not_decided_because { nb: "Disse ble ikke avgjort", nn: "Desse vart ikkje avgjorde", en: "These were not decided" }
    taken_dates { nb: "Disse datoene er tatt", nn: "Desse datoane er tekne", en: "These dates are taken" }
    one_time_password(email: &str) { nb: "Engangspassord for {email}. Det vises bare nå, gjelder i 14 dager og byttes ved første innlogging:", nn: "Eingongspassord for {email}. Det blir berre vist no, gjeld i 14 dagar og blir bytt ved første innlogging:", en: "One-time password for {email}. It is shown only now, holds for 14 days, and is replaced at the first sign-in:" }
    closed_or_held { nb: "stengt eller holdt av", nn: "stengt eller halde av", en: "closed or held" }
}
