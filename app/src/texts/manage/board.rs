//! Texts of the day and week boards.

crate::texts! {
    day_title { nb: "Dagstavle", nn: "Dagstavle", en: "Day board" }
    week_title { nb: "Uketavle", nn: "Veketavle", en: "Week board" }
    day_answer(bookings: usize, places: &str, waiting: &str) {
        nb: { match bookings { 0 => format!("Ingen bestillinger på {places}. {waiting}"), 1 => format!("1 bestilling på {places}. {waiting}"), _ => format!("{bookings} bestillinger på {places}. {waiting}") } },
        nn: { match bookings { 0 => format!("Ingen bestillingar på {places}. {waiting}"), 1 => format!("1 bestilling på {places}. {waiting}"), _ => format!("{bookings} bestillingar på {places}. {waiting}") } },
        en: { match bookings { 0 => format!("No bookings in {places}. {waiting}"), 1 => format!("1 booking in {places}. {waiting}"), _ => format!("{bookings} bookings in {places}. {waiting}") } },
    }
    week_answer(share: u32, places: &str, waiting: &str) {
        nb: "{share} % av åpningstiden er bestilt på {places}. {waiting}",
        nn: "{share} % av opningstida er bestilt på {places}. {waiting}",
        en: "{share}% of the opening time is booked in {places}. {waiting}",
    }
    places(n: usize) {
        nb: { if n == 1 { "1 sted".to_owned() } else { format!("{n} steder") } },
        nn: { if n == 1 { "1 stad".to_owned() } else { format!("{n} stader") } },
        en: { if n == 1 { "1 place".to_owned() } else { format!("{n} places") } },
    }
    places_shown(n: usize) { nb: "de {n} stedene som vises", nn: "dei {n} stadene som blir viste", en: "the {n} places shown" }
    waiting(n: usize) {
        nb: { match n { 0 => "Ingenting venter på svar.".to_owned(), 1 => "1 søknad venter på svar.".to_owned(), _ => format!("{n} søknader venter på svar.") } },
        nn: { match n { 0 => "Ingenting ventar på svar.".to_owned(), 1 => "1 søknad ventar på svar.".to_owned(), _ => format!("{n} søknader ventar på svar.") } },
        en: { match n { 0 => "Nothing awaits an answer.".to_owned(), 1 => "1 request awaits an answer.".to_owned(), _ => format!("{n} requests await an answer.") } },
    }
    today { nb: "I dag", nn: "I dag", en: "Today" }
    this_week { nb: "Denne uken", nn: "Denne veka", en: "This week" }
    previous_day { nb: "Dagen før", nn: "Dagen før", en: "The day before" }
    next_day { nb: "Dagen etter", nn: "Dagen etter", en: "The day after" }
    previous_week { nb: "Uken før", nn: "Veka før", en: "The week before" }
    next_week { nb: "Uken etter", nn: "Veka etter", en: "The week after" }
    date { nb: "Dato", nn: "Dato", en: "Date" }
    district { nb: "Område", nn: "Område", en: "District" }
    kind { nb: "Type", nn: "Type", en: "Kind" }
    all_districts { nb: "Hele kommunen", nn: "Heile kommunen", en: "The whole municipality" }
    all_kinds { nb: "Alle typer", nn: "Alle typar", en: "All kinds" }
    text { nb: "Navn", nn: "Namn", en: "Name" }
    space { nb: "Sted", nn: "Stad", en: "Place" }
    hours { nb: "Klokkeslett", nn: "Klokkeslett", en: "Hours" }
    board_label(date: &str) { nb: "Hva som skjer {date}, sted for sted", nn: "Kva som skjer {date}, stad for stad", en: "What happens on {date}, place by place" }
    arrows { nb: "Piltastene flytter mellom tidene.", nn: "Piltastane flyttar mellom tidene.", en: "The arrow keys move between the times." }
    drag { nb: "Dra med musen over ledig tid for å velge den.", nn: "Dra med musa over ledig tid for å velje ho.", en: "Drag over free time with the mouse to choose it." }
    pick(date: &str) { nb: "Bestill eller steng en tid {date}", nn: "Bestill eller steng ei tid {date}", en: "Book or close a time on {date}" }
    pick_book(date: &str) { nb: "Bestill en tid {date}", nn: "Bestill ei tid {date}", en: "Book a time on {date}" }
    pick_from { nb: "Fra kl.", nn: "Frå kl.", en: "From" }
    pick_to { nb: "Til kl.", nn: "Til kl.", en: "To" }
    pick_do_book { nb: "Bestill", nn: "Bestill", en: "Book" }
    pick_do_close { nb: "Steng", nn: "Steng", en: "Close off" }
    empty { nb: "Ingen steder passer", nn: "Ingen stader passar", en: "No places match" }
    empty_text { nb: "Endre filteret for å se andre steder.", nn: "Endre filteret for å sjå andre stader.", en: "Change the filter to see other places." }
    more(n: u32) {
        nb: { let places = if n == 1 { "1 sted".to_owned() } else { format!("{n} steder") }; format!("{places} til passer med filteret. Velg et anlegg eller område for å se resten.") },
        nn: { let places = if n == 1 { "1 stad".to_owned() } else { format!("{n} stader") }; format!("{places} til passar med filteret. Vel eit anlegg eller område for å sjå resten.") },
        en: { let places = if n == 1 { "1 more place matches".to_owned() } else { format!("{n} more places match") }; format!("{places} the filter. Choose a facility or district to see the rest.") },
    }
    booked { nb: "bestilt", nn: "bestilt", en: "booked" }
    booked_part { nb: "bestilt i en del", nn: "bestilt i ein del", en: "booked in a part" }
    closed { nb: "stengt", nn: "stengt", en: "closed" }
    held { nb: "holdt av", nn: "halde av", en: "held" }
    asked { nb: "søkt om", nn: "søkt om", en: "asked for" }
    contested { nb: "søkt om, i konflikt", nn: "søkt om, i konflikt", en: "asked for, in conflict" }
    busy { nb: "Opptatt", nn: "Oppteke", en: "Taken" }
    own_time { nb: "Din egen tid", nn: "Di eiga tid", en: "Your own time" }
    asked_n(n: usize) { nb: "{n} søkt", nn: "{n} søkt", en: "{n} asked" }
    day_of(space: &str, date: &str) { nb: "{space}, {date}", nn: "{space}, {date}", en: "{space}, {date}" }
    contact(name: &str, reach: &str) { nb: "{name}, {reach}", nn: "{name}, {reach}", en: "{name}, {reach}" }
}
