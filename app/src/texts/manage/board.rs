//! Texts of the day and week boards.

crate::texts! {
    day_title { nb: "Dagstavle", nn: "Dagstavle", en: "Day board" }
    week_title { nb: "Uketavle", nn: "Veketavle", en: "Week board" }
    day_answer(spaces: usize, booked: usize, asked: usize) {
        nb: { format!("{spaces} steder, {booked} bestillinger. Ikke avgjort: {asked}.") },
        nn: { format!("{spaces} stader, {booked} bestillingar. Ikkje avgjort: {asked}.") },
        en: { format!("{spaces} places, {booked} bookings. Undecided: {asked}.") },
    }
    week_answer(spaces: usize, share: u32, asked: usize) {
        nb: { format!("{spaces} steder. {share} % av åpningstiden er bestilt. Ikke avgjort: {asked}.") },
        nn: { format!("{spaces} stader. {share} % av opningstida er bestilt. Ikkje avgjort: {asked}.") },
        en: { format!("{spaces} places. {share}% of the opening time is booked. Undecided: {asked}.") },
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
    empty { nb: "Ingen steder passer", nn: "Ingen stader passar", en: "No places match" }
    empty_text { nb: "Endre filteret for å se andre steder.", nn: "Endre filteret for å sjå andre stader.", en: "Change the filter to see other places." }
    more(n: u32) {
        nb: { format!("{n} steder til passer med filteret. Velg et anlegg eller område for å se dem.") },
        nn: { format!("{n} stader til passar med filteret. Vel eit anlegg eller område for å sjå dei.") },
        en: { format!("{n} more places match the filter. Choose a facility or district to see them.") },
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
