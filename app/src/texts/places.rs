//! Texts of facilities, spaces and their weeks.

crate::texts! {
    facilities { nb: "Anlegg", nn: "Anlegg", en: "Facilities" }
    facilities_description { nb: "Alle kommunens haller, gymsaler, baner og lokaler, med hva som er ledig.", nn: "Alle hallane, gymsalane, banene og lokala til kommunen, med kva som er ledig.", en: "All the municipality’s halls, gyms, pitches and rooms, with what is free." }
    listed(n: usize, total: u32) {
        nb: { if n == total as usize { format!("{n} anlegg") } else { format!("{n} av {total} anlegg passer") } },
        nn: { if n == total as usize { format!("{n} anlegg") } else { format!("{n} av {total} anlegg passar") } },
        en: { if n == total as usize { format!("{n} facilities") } else { format!("{n} of {total} facilities match") } },
    }
    filter { nb: "Avgrens", nn: "Avgrens", en: "Narrow down" }
    filter_text { nb: "Navn eller adresse", nn: "Namn eller adresse", en: "Name or address" }
    filter_district { nb: "Område", nn: "Område", en: "District" }
    all_districts { nb: "Alle områder", nn: "Alle område", en: "All districts" }
    all_kinds { nb: "Alle typer", nn: "Alle typar", en: "All kinds" }
    kind { nb: "Type lokale", nn: "Type lokale", en: "Kind of place" }
    clear { nb: "Nullstill", nn: "Nullstill", en: "Clear" }
    none_listed { nb: "Ingen anlegg passer", nn: "Ingen anlegg passar", en: "No facility matches" }
    none_listed_text { nb: "Ta bort et av valgene, så ser du flere.", nn: "Ta bort eit av vala, så ser du fleire.", en: "Remove one of the choices to see more." }
    spaces(n: u32) {
        nb: { if n == 1 { "1 lokale".to_owned() } else { format!("{n} lokaler") } },
        nn: { if n == 1 { "1 lokale".to_owned() } else { format!("{n} lokale") } },
        en: { if n == 1 { "1 space".to_owned() } else { format!("{n} spaces") } },
    }
    wheelchair { nb: "Rullestol", nn: "Rullestol", en: "Wheelchair" }
    wheelchair_yes { nb: "Rullestol kommer inn", nn: "Rullestol kjem inn", en: "Wheelchair access" }
    wheelchair_partly { nb: "Rullestol kommer delvis inn", nn: "Rullestol kjem delvis inn", en: "Partial wheelchair access" }
    wheelchair_no { nb: "Rullestol kommer ikke inn", nn: "Rullestol kjem ikkje inn", en: "No wheelchair access" }
    wheelchair_unknown { nb: "Ikke oppgitt", nn: "Ikkje oppgitt", en: "Not stated" }

    free_today(times: &str) { nb: "Ledig i dag {times}.", nn: "Ledig i dag {times}.", en: "Free today {times}." }
    none_today { nb: "Ikke mer ledig i dag.", nn: "Ikkje meir ledig i dag.", en: "Nothing more free today." }
    closed_today { nb: "Stengt i dag.", nn: "Stengt i dag.", en: "Closed today." }
    free_now_in(n: usize) {
        nb: { if n == 1 { "1 lokale har ledig tid i dag.".to_owned() } else { format!("{n} lokaler har ledig tid i dag.") } },
        nn: { if n == 1 { "1 lokale har ledig tid i dag.".to_owned() } else { format!("{n} lokale har ledig tid i dag.") } },
        en: { if n == 1 { "1 space has free time today.".to_owned() } else { format!("{n} spaces have free time today.") } },
    }
    book_time { nb: "Bestill tid", nn: "Bestill tid", en: "Book a time" }
    see_week { nb: "Se uka", nn: "Sjå veka", en: "See the week" }
    edit { nb: "Rediger", nn: "Rediger", en: "Edit" }
    plan { nb: "Lokaler og deler", nn: "Lokale og delar", en: "Spaces and parts" }
    plan_today { nb: "Slik ser dagen i dag ut.", nn: "Slik ser dagen i dag ut.", en: "This is what today looks like." }
    part_of(whole: &str) { nb: "Del av {whole}", nn: "Del av {whole}", en: "Part of {whole}" }
    other_parts { nb: "Hele og deler", nn: "Heile og delar", en: "Whole and parts" }
    about { nb: "Om stedet", nn: "Om staden", en: "About the place" }
    address { nb: "Adresse", nn: "Adresse", en: "Address" }
    map { nb: "Kart", nn: "Kart", en: "Map" }
    map_open { nb: "Vis på OpenStreetMap", nn: "Vis på OpenStreetMap", en: "Show on OpenStreetMap" }
    map_where(lat: &str, lon: &str) { nb: "{lat}° nord, {lon}° øst", nn: "{lat}° nord, {lon}° aust", en: "{lat}° north, {lon}° east" }
    district { nb: "Område", nn: "Område", en: "District" }
    size { nb: "Størrelse", nn: "Storleik", en: "Size" }
    square_metres(n: u32) { nb: "{n} m²", nn: "{n} m²", en: "{n} m²" }
    capacity { nb: "Plass til", nn: "Plass til", en: "Holds" }
    persons(n: u32) {
        nb: { if n == 1 { "1 person".to_owned() } else { format!("{n} personer") } },
        nn: { if n == 1 { "1 person".to_owned() } else { format!("{n} personar") } },
        en: { if n == 1 { "1 person".to_owned() } else { format!("{n} persons") } },
    }
    equipment { nb: "Utstyr", nn: "Utstyr", en: "Equipment" }
    opening_and_rules { nb: "Åpningstider og regler", nn: "Opningstider og reglar", en: "Opening hours and rules" }
    opening { nb: "Åpningstider", nn: "Opningstider", en: "Opening hours" }
    opening_exceptions { nb: "Unntak", nn: "Unntak", en: "Exceptions" }
    closed_day { nb: "Stengt", nn: "Stengt", en: "Closed" }
    hours_differ { nb: "Hvert lokale har sine egne åpningstider og regler. Du ser dem på siden til lokalet.", nn: "Kvart lokale har sine eigne opningstider og reglar. Du ser dei på sida til lokalet.", en: "Each space has its own opening hours and rules. You see them on the space’s page." }
    past_days(days: &str) { nb: "{days} er forbi", nn: "{days} er forbi", en: "{days} has passed" }
    source { nb: "Kilde", nn: "Kjelde", en: "Source" }
    assumption { nb: "Antatt", nn: "Føresett", en: "Assumed" }
    closures { nb: "Stengt framover", nn: "Stengt framover", en: "Closures to come" }
    closed_private { nb: "Stengt", nn: "Stengt", en: "Closed" }

    rules { nb: "Regler for bestilling", nn: "Reglar for bestilling", en: "Booking rules" }
    rule_length(min: &str, max: &str) { nb: "Fra {min} til {max} om gangen.", nn: "Frå {min} til {max} om gongen.", en: "From {min} to {max} at a time." }
    rule_grid(n: u16) {
        nb: { if n == 60 { "Begynner og slutter på hel time.".to_owned() } else { format!("Begynner og slutter på hele {n} minutter.") } },
        nn: { if n == 60 { "Begynner og sluttar på heil time.".to_owned() } else { format!("Begynner og sluttar på heile {n} minutt.") } },
        en: { if n == 60 { "Starts and ends on the hour.".to_owned() } else { format!("Starts and ends on whole {n} minutes.") } },
    }
    rule_lead(lead: &str) { nb: "Bestilles minst {lead} før.", nn: "Blir bestilt minst {lead} før.", en: "Book at least {lead} before." }
    rule_horizon(days: u16) { nb: "Kan bestilles inntil {days} dager fram.", nn: "Kan bestillast inntil {days} dagar fram.", en: "Can be booked up to {days} days ahead." }
    rule_setup(before: &str, after: &str) { nb: "Til rigging og rydding settes det av {before} før og {after} etter.", nn: "Til rigging og rydding blir det sett av {before} før og {after} etter.", en: "{before} before and {after} after are set aside for preparing and clearing up." }
    rule_quota(length: &str) { nb: "Høyst {length} i uka for hvert lag.", nn: "Høgst {length} i veka for kvart lag.", en: "At most {length} a week for each club." }
    rule_persons_min(n: u32) { nb: "Dere må være minst {n}.", nn: "De må vere minst {n}.", en: "You have to be at least {n}." }
    rule_persons_max(n: u32) { nb: "Dere kan være høyst {n}.", nn: "De kan vere høgst {n}.", en: "You can be at most {n}." }
    rule_cancel(length: &str) { nb: "Avbestilles senest {length} før.", nn: "Blir avbestilt seinast {length} før.", en: "Cancel no later than {length} before." }
    rule_private { nb: "Også privatpersoner kan søke.", nn: "Også privatpersonar kan søkje.", en: "Private persons may apply too." }
    rule_organisations { nb: "Bare lag og foreninger kan søke.", nn: "Berre lag og foreiningar kan søkje.", en: "Only clubs and associations may apply." }

    week_of(place: &str, week: &str) { nb: "{place}, {week}", nn: "{place}, {week}", en: "{place}, {week}" }
    previous_week { nb: "Forrige uke", nn: "Førre veke", en: "Previous week" }
    next_week { nb: "Neste uke", nn: "Neste veke", en: "Next week" }
    this_week { nb: "Denne uka", nn: "Denne veka", en: "This week" }
    views { nb: "Visning", nn: "Vising", en: "View" }
    view_list { nb: "Liste", nn: "Liste", en: "List" }
    view_table { nb: "Tabell", nn: "Tabell", en: "Table" }
    view_calendar { nb: "Kalender", nn: "Kalender", en: "Calendar" }
    today { nb: "I dag", nn: "I dag", en: "Today" }
    day { nb: "Dag", nn: "Dag", en: "Day" }
    time { nb: "Tid", nn: "Tid", en: "Time" }
    space { nb: "Lokale", nn: "Lokale", en: "Space" }
    who { nb: "Hvem", nn: "Kven", en: "Who" }
    what { nb: "Hva", nn: "Kva", en: "What" }
    taken { nb: "Opptatt", nn: "Oppteke", en: "Taken" }
    your_time { nb: "Din tid", nn: "Di tid", en: "Your time" }
    closed { nb: "Stengt", nn: "Stengt", en: "Closed" }
    held { nb: "Holdt av til noen svarer på et tilbud", nn: "Halde av til nokon svarer på eit tilbod", en: "Held until an offer is answered" }
    free { nb: "Ledig", nn: "Ledig", en: "Free" }
    book_free(when: &str) { nb: "Bestill {when}", nn: "Bestill {when}", en: "Book {when}" }
    closed_all_day { nb: "Stengt hele dagen", nn: "Stengt heile dagen", en: "Closed all day" }
    nothing_stands { nb: "Ingen bestillinger", nn: "Ingen bestillingar", en: "No bookings" }
    empty_week { nb: "Ingenting er bestilt denne uka", nn: "Ingenting er bestilt denne veka", en: "Nothing is booked this week" }
    proxy_calendar { nb: "Skoleferiene er hentet fra en annen kommune, fordi vår egen skolerute ikke er lagt inn ennå.", nn: "Skuleferiane er henta frå ein annan kommune, fordi vår eigen skulerute ikkje er lagd inn enno.", en: "The school holidays are taken from another municipality, as our own calendar has not been entered yet." }
    print_note { nb: "Skriv ut denne siden for å henge uka på døra: den får plass på ett A4-ark.", nn: "Skriv ut denne sida for å hengje veka på døra: ho får plass på eitt A4-ark.", en: "Print this page to put the week on the door: it fits on one A4 sheet." }
    grid_help { nb: "Bruk piltastene for å gå mellom dager og tider.", nn: "Bruk piltastane for å gå mellom dagar og tider.", en: "Use the arrow keys to move between days and times." }
}
