//! Texts of the search: start page and results.

crate::texts! {
    start_title { nb: "Finn ledig tid", nn: "Finn ledig tid", en: "Find a free time" }
    start_heading(place: &str) { nb: "Finn ledig tid i {place}", nn: "Finn ledig tid i {place}", en: "Find a free time in {place}" }
    start_description { nb: "Se hva som er ledig i kommunens haller, gymsaler, baner og lokaler, og bestill tid for laget eller foreningen din.", nn: "Sjå kva som er ledig i hallane, gymsalane, banene og lokala til kommunen, og bestill tid for laget eller foreininga di.", en: "See what is free in the municipality’s halls, gyms, pitches and rooms, and book time for your club or association." }
    start_answer(now: usize, evening: usize) {
        nb: { format!("{} Velg hva du vil gjøre, så ser du hvor og når det er plass.", answer_nb(now, evening)) },
        nn: { format!("{} Vel kva du vil gjere, så ser du kvar og når det er plass.", answer_nn(now, evening)) },
        en: { format!("{} Choose what you want to do, and see where and when there is room.", answer_en(now, evening)) },
    }
    what { nb: "Hva vil du gjøre?", nn: "Kva vil du gjere?", en: "What do you want to do?" }
    anything { nb: "Hva som helst", nn: "Kva som helst", en: "Anything" }
    activities { nb: "Gjøremål", nn: "Gjeremål", en: "Activities" }
    kinds { nb: "Type lokale", nn: "Type lokale", en: "Kind of place" }
    place { nb: "Hvor?", nn: "Kvar?", en: "Where?" }
    place_hint { nb: "Sted eller anlegg", nn: "Stad eller anlegg", en: "Place or facility" }
    date { nb: "Dato", nn: "Dato", en: "Date" }
    from { nb: "Fra kl.", nn: "Frå kl.", en: "From" }
    to { nb: "Til kl.", nn: "Til kl.", en: "To" }
    persons { nb: "Hvor mange?", nn: "Kor mange?", en: "How many?" }
    wheelchair { nb: "Bare steder der rullestol kommer inn", nn: "Berre stader der rullestol kjem inn", en: "Only places with wheelchair access" }
    search { nb: "Søk", nn: "Søk", en: "Search" }
    change_search { nb: "Endre søket", nn: "Endre søket", en: "Change the search" }
    search_form { nb: "Søk etter ledig tid", nn: "Søk etter ledig tid", en: "Search for a free time" }

    soon { nb: "De neste timene", nn: "Dei neste timane", en: "In the next few hours" }
    evening { nb: "I kveld", nn: "I kveld", en: "This evening" }
    weekend { nb: "I helgen", nn: "I helga", en: "This weekend" }
    tomorrow { nb: "I morgen kveld", nn: "I morgon kveld", en: "Tomorrow evening" }
    none_free { nb: "Hallene og gymsalene er opptatt i kveld og i helgen. Velg en annen dato, eller se alle anleggene.", nn: "Hallane og gymsalane er oppteke i kveld og i helga. Vel ein annan dato, eller sjå alle anlegga.", en: "The halls and gyms are taken this evening and this weekend. Choose another date, or see all facilities." }
    see_all { nb: "Se alle", nn: "Sjå alle", en: "See all" }
    all_places(facilities: u32, spaces: u32) { nb: "Se alle {facilities} anlegg med {spaces} lokaler og baner", nn: "Sjå alle {facilities} anlegg med {spaces} lokale og baner", en: "See all {facilities} facilities with {spaces} rooms and pitches" }
    free_times(times: &str) { nb: "Ledig {times}", nn: "Ledig {times}", en: "Free {times}" }
    part_free(part: &str, times: &str) { nb: "{part} ledig {times}", nn: "{part} ledig {times}", en: "{part} free {times}" }

    results_title { nb: "Ledige tider", nn: "Ledige tider", en: "Free times" }
    found(n: usize, when: &str) {
        nb: { match n { 0 => format!("Ingen steder er ledige {when}"), 1 => format!("1 sted er ledig {when}"), n => format!("{n} steder er ledige {when}") } },
        nn: { match n { 0 => format!("Ingen stader er ledige {when}"), 1 => format!("1 stad er ledig {when}"), n => format!("{n} stader er ledige {when}") } },
        en: { match n { 0 => format!("No place is free {when}"), 1 => format!("1 place is free {when}"), n => format!("{n} places are free {when}") } },
    }
    found_nearly(n: usize) {
        nb: { if n == 1 { "1 sted passer nesten: se tiden under.".to_owned() } else { format!("{n} steder passer nesten: se tidene under.") } },
        nn: { if n == 1 { "1 stad passar nesten: sjå tida under.".to_owned() } else { format!("{n} stader passar nesten: sjå tidene under.") } },
        en: { if n == 1 { "1 place nearly fits: see its time below.".to_owned() } else { format!("{n} places nearly fit: see their times below.") } },
    }
    places(n: usize) {
        nb: { if n == 1 { "1 sted".to_owned() } else { format!("{n} steder") } },
        nn: { if n == 1 { "1 stad".to_owned() } else { format!("{n} stader") } },
        en: { if n == 1 { "1 place".to_owned() } else { format!("{n} places") } },
    }
    parts_fit(n: usize) {
        nb: { if n == 1 { "1 del".to_owned() } else { format!("{n} deler") } },
        nn: { if n == 1 { "1 del".to_owned() } else { format!("{n} delar") } },
        en: { if n == 1 { "1 part".to_owned() } else { format!("{n} parts") } },
    }
    nearest_to(place: &str) { nb: "Nærmest {place} først.", nn: "Nærast {place} først.", en: "Nearest to {place} first." }
    near_unknown(text: &str) { nb: "Vi kjenner ikke noe sted som heter «{text}». Her er alle steder; prøv et av forslagene i feltet «Hvor?».", nn: "Vi kjenner ikkje nokon stad som heiter «{text}». Her er alle stader; prøv eit av forslaga i feltet «Kvar?».", en: "We know no place called “{text}”. Here are all places; try one of the suggestions under “Where?”." }
    nearly { nb: "Passer nesten", nn: "Passar nesten", en: "Nearly fits" }
    hits { nb: "Ledig som ønsket", nn: "Ledig som ønskt", en: "Free as wished" }
    not_fit(n: u32, reasons: &str) {
        nb: { format!("Passet ikke: {n} {} ({reasons})", if n == 1 { "sted" } else { "steder" }) },
        nn: { format!("Passa ikkje: {n} {} ({reasons})", if n == 1 { "stad" } else { "stader" }) },
        en: { format!("Did not fit: {n} {} ({reasons})", if n == 1 { "place" } else { "places" }) },
    }
    book { nb: "Bestill", nn: "Bestill", en: "Book" }
    book_full(place: &str, when: &str) { nb: "Bestill {place}, {when}", nn: "Bestill {place}, {when}", en: "Book {place}, {when}" }
    minutes_later(n: &str) { nb: "{n} senere", nn: "{n} seinare", en: "{n} later" }
    minutes_earlier(n: &str) { nb: "{n} tidligere", nn: "{n} tidlegare", en: "{n} earlier" }
    shorter { nb: "bare en del av tiden", nn: "berre ein del av tida", en: "only some of the time" }
    same_day { nb: "en annen tid samme dag", nn: "ei anna tid same dag", en: "another time that day" }
    parts_free { nb: "en del av hallen", nn: "ein del av hallen", en: "a part of the hall" }
    holds(n: u32) { nb: "Plass til {n}", nn: "Plass til {n}", en: "Holds {n}" }
    more(n: u32) { nb: "Vis {n} til", nn: "Vis {n} til", en: "Show {n} more" }
    nothing_title { nb: "Ingenting passet", nn: "Ingenting passa", en: "Nothing fitted" }
    nothing_text { nb: "Prøv en annen dag, en kortere tid eller et større område.", nn: "Prøv ein annan dag, ei kortare tid eller eit større område.", en: "Try another day, a shorter time or a wider area." }
    day_before { nb: "Dagen før", nn: "Dagen før", en: "The day before" }
    day_after { nb: "Dagen etter", nn: "Dagen etter", en: "The day after" }

    miss_too_small { nb: "for lite", nn: "for lite", en: "too small" }
    miss_taken { nb: "opptatt", nn: "oppteke", en: "taken" }
    miss_closed { nb: "stengt", nn: "stengt", en: "closed" }
    miss_rules { nb: "reglene sier nei", nn: "reglane seier nei", en: "the rules say no" }
    miss_wheelchair { nb: "ikke for rullestol", nn: "ikkje for rullestol", en: "no wheelchair access" }
    miss_far { nb: "for langt unna", nn: "for langt unna", en: "too far away" }
    miss_not_bookable { nb: "kan ikke bestilles her", nn: "kan ikkje bestillast her", en: "cannot be booked here" }
    detail_holds(n: u32) { nb: "Plass til {n}", nn: "Plass til {n}", en: "Holds {n}" }
    detail_next(when: &str) { nb: "Ledig neste gang {when}", nn: "Ledig neste gong {when}", en: "Next free {when}" }
    detail_none { nb: "Ikke ledig de neste to ukene", nn: "Ikkje ledig dei neste to vekene", en: "Not free in the next two weeks" }
    detail_open(spans: &str) { nb: "Åpent {spans}", nn: "Ope {spans}", en: "Open {spans}" }
    detail_closed { nb: "Stengt denne dagen", nn: "Stengt denne dagen", en: "Closed on that day" }
    detail_no_wheelchair { nb: "Rullestol kommer ikke inn", nn: "Rullestol kjem ikkje inn", en: "No wheelchair access" }
    detail_unknown_wheelchair { nb: "Vi vet ikke om rullestol kommer inn", nn: "Vi veit ikkje om rullestol kjem inn", en: "Wheelchair access is not known" }

    activity_indoor_sport { nb: "Ballspill og trening inne", nn: "Ballspel og trening inne", en: "Ball games and indoor training" }
    activity_football { nb: "Fotball", nn: "Fotball", en: "Football" }
    activity_training { nb: "Dans, turn, kampsport, styrke", nn: "Dans, turn, kampsport, styrke", en: "Dance, gymnastics, martial arts, strength" }
    activity_swimming { nb: "Svømming", nn: "Symjing", en: "Swimming" }
    activity_ice { nb: "Skøyter, ishockey, bandy", nn: "Skeiser, ishockey, bandy", en: "Skating, ice hockey, bandy" }
    activity_outdoor_sport { nb: "Friidrett og annen idrett ute", nn: "Friidrett og annan idrett ute", en: "Athletics and other outdoor sport" }
    activity_meeting { nb: "Møte, kurs, undervisning", nn: "Møte, kurs, undervisning", en: "Meetings, courses, teaching" }
    activity_culture { nb: "Musikk, teater, film", nn: "Musikk, teater, film", en: "Music, theatre, film" }
    activity_gathering { nb: "Bursdag, fest, samling", nn: "Bursdag, fest, samling", en: "Birthdays, feasts, gatherings" }
    activity_outdoors { nb: "Marked og arrangement ute", nn: "Marknad og arrangement ute", en: "Markets and outdoor events" }
}

fn answer_nb(now: usize, evening: usize) -> String {
    match (now, evening) {
        (0, 0) => "Det meste er opptatt de neste timene og i kveld.".to_owned(),
        (0, n) => format!("I kveld er minst {n} steder ledige."),
        (1, _) => "De neste timene er minst ett sted ledig.".to_owned(),
        (n, _) => format!("De neste timene er minst {n} steder ledige."),
    }
}

fn answer_nn(now: usize, evening: usize) -> String {
    match (now, evening) {
        (0, 0) => "Det meste er oppteke dei neste timane og i kveld.".to_owned(),
        (0, n) => format!("I kveld er minst {n} stader ledige."),
        (1, _) => "Dei neste timane er minst éin stad ledig.".to_owned(),
        (n, _) => format!("Dei neste timane er minst {n} stader ledige."),
    }
}

fn answer_en(now: usize, evening: usize) -> String {
    match (now, evening) {
        (0, 0) => "Most is taken in the next few hours and this evening.".to_owned(),
        (0, n) => format!("This evening at least {n} places are free."),
        (1, _) => "In the next few hours at least one place is free.".to_owned(),
        (n, _) => format!("In the next few hours at least {n} places are free."),
    }
}
