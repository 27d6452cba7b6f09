//! Texts of editing facilities and spaces.

crate::texts! {
    title { nb: "Anlegg", nn: "Anlegg", en: "Facilities" }
    answer(facilities: usize, spaces: u32) { nb: "{facilities} anlegg med {spaces} steder å bestille.", nn: "{facilities} anlegg med {spaces} stader å bestille.", en: "{facilities} facilities with {spaces} places to book." }
    new_facility { nb: "Nytt anlegg", nn: "Nytt anlegg", en: "New facility" }
    col_district { nb: "Område", nn: "Område", en: "District" }
    col_spaces { nb: "Steder", nn: "Stader", en: "Places" }
    retired { nb: "Ute av bruk", nn: "Ute av bruk", en: "Out of use" }
    only_look { nb: "Bare innsyn", nn: "Berre innsyn", en: "Read only" }
    none { nb: "Ingen anlegg", nn: "Ingen anlegg", en: "No facilities" }
    none_text { nb: "Legg inn det første anlegget, eller importer dem fra en fil.", nn: "Legg inn det første anlegget, eller importer dei frå ei fil.", en: "Add the first facility, or import them from a file." }
    none_found { nb: "Ingen anlegg passer med søket.", nn: "Ingen anlegg passar med søket.", en: "No facilities match the search." }
    edit_named(name: &str) { nb: "Rediger {name}", nn: "Rediger {name}", en: "Edit {name}" }
    public_page { nb: "Se den offentlige siden", nn: "Sjå den offentlege sida", en: "See the public page" }

    facts { nb: "Om anlegget", nn: "Om anlegget", en: "About the facility" }
    address { nb: "Adresse", nn: "Adresse", en: "Address" }
    postal_code { nb: "Postnummer", nn: "Postnummer", en: "Postal code" }
    town { nb: "Poststed", nn: "Poststad", en: "Postal town" }
    district { nb: "Område", nn: "Område", en: "District" }
    latitude { nb: "Breddegrad", nn: "Breiddegrad", en: "Latitude" }
    longitude { nb: "Lengdegrad", nn: "Lengdegrad", en: "Longitude" }
    position_hint { nb: "Desimalgrader, for eksempel 59.8945", nn: "Desimalgrader, til dømes 59.8945", en: "Decimal degrees, for example 59.8945" }
    description { nb: "Beskrivelse", nn: "Skildring", en: "Description" }
    wheelchair { nb: "Rullestol", nn: "Rullestol", en: "Wheelchair" }
    wheelchair_yes { nb: "Ja", nn: "Ja", en: "Yes" }
    wheelchair_partly { nb: "Delvis", nn: "Delvis", en: "Partly" }
    wheelchair_no { nb: "Nei", nn: "Nei", en: "No" }
    wheelchair_unknown { nb: "Ikke kjent", nn: "Ikkje kjent", en: "Not known" }
    wheelchair_note { nb: "Mer om tilgjengelighet", nn: "Meir om tilgjenge", en: "More about access" }
    source { nb: "Kilde", nn: "Kjelde", en: "Source" }
    source_hint { nb: "Hvor opplysningene er hentet fra", nn: "Kvar opplysningane er henta frå", en: "Where the information comes from" }

    spaces { nb: "Steder i anlegget", nn: "Stader i anlegget", en: "Places in the facility" }
    spaces_note { nb: "En hall kan ha deler. Å bestille hallen opptar alle delene, og omvendt.", nn: "Ein hall kan ha delar. Å bestille hallen opptek alle delane, og omvendt.", en: "A hall can have parts. Booking the hall takes all its parts, and the other way round." }
    new_space { nb: "Nytt sted", nn: "Ny stad", en: "New place" }
    add_part(name: &str) { nb: "Ny del av {name}", nn: "Ny del av {name}", en: "New part of {name}" }
    add_part_short { nb: "Ny del", nn: "Ny del", en: "New part" }
    own_hours { nb: "egen åpningstid", nn: "eiga opningstid", en: "own hours" }
    own_rules { nb: "egne regler", nn: "eigne reglar", en: "own rules" }
    not_bookable { nb: "kan ikke bestilles", nn: "kan ikkje bestillast", en: "cannot be booked" }
    more { nb: "Også for anlegget", nn: "Også for anlegget", en: "Also for the facility" }
    hours { nb: "Åpningstid", nn: "Opningstid", en: "Opening hours" }
    booking_rules { nb: "Bestillingsregler", nn: "Bestillingsreglar", en: "Booking rules" }
    closures { nb: "Stenging", nn: "Stenging", en: "Closures" }
    auto_rules { nb: "Regler som avgjør straks", nn: "Reglar som avgjer straks", en: "Rules that decide at once" }

    retire { nb: "Ta ut av bruk", nn: "Ta ut av bruk", en: "Take out of use" }
    retire_facility_note { nb: "Anlegget forsvinner fra offentlige sider og kan ikke bestilles. Går ikke så lenge bestillinger står igjen. Du kan ta det i bruk igjen.", nn: "Anlegget forsvinn frå offentlege sider og kan ikkje bestillast. Går ikkje så lenge bestillingar står att. Du kan ta det i bruk igjen.", en: "The facility disappears from public pages and cannot be booked. Not possible while bookings remain. You can take it back into use." }
    retire_space_note { nb: "Stedet og delene av det kan ikke bestilles lenger. Går ikke så lenge bestillinger står igjen. Du kan ta det i bruk igjen.", nn: "Staden og delane av han kan ikkje bestillast lenger. Går ikkje så lenge bestillingar står att. Du kan ta det i bruk igjen.", en: "The place and its parts can no longer be booked. Not possible while bookings remain. You can take it back into use." }
    retire_sure { nb: "Ja, ta ut av bruk", nn: "Ja, ta ut av bruk", en: "Yes, take out of use" }
    restore { nb: "Ta i bruk igjen", nn: "Ta i bruk igjen", en: "Take back into use" }

    space_facts { nb: "Om stedet", nn: "Om staden", en: "About the place" }
    kind { nb: "Type", nn: "Type", en: "Kind" }
    parent { nb: "Del av", nn: "Del av", en: "Part of" }
    parent_none { nb: "Ikke del av noe", nn: "Ikkje del av noko", en: "Not part of anything" }
    capacity { nb: "Antall personer", nn: "Tal på personar", en: "Number of persons" }
    size { nb: "Kvadratmeter", nn: "Kvadratmeter", en: "Square metres" }
    equipment { nb: "Utstyr", nn: "Utstyr", en: "Equipment" }
    equipment_hint { nb: "Én ting på hver linje", nn: "Éin ting på kvar linje", en: "One thing per line" }
    bookable { nb: "Kan bestilles", nn: "Kan bestillast", en: "Can be booked" }
    bookable_hint { nb: "Ellers samler det bare delene sine", nn: "Elles samlar det berre delane sine", en: "Otherwise it only groups its parts" }
    assumption { nb: "Antatt", nn: "Anteke", en: "Assumed" }
    assumption_hint { nb: "Hva som er antatt fordi vi mangler en kilde", nn: "Kva som er anteke fordi vi manglar ei kjelde", en: "What is assumed for want of a source" }
    sort { nb: "Rekkefølge", nn: "Rekkjefølgje", en: "Order" }
    sort_hint { nb: "0 står først blant søsken", nn: "0 står først blant sysken", en: "0 comes first among siblings" }

    hours_of(name: &str) { nb: "Åpningstid for {name}", nn: "Opningstid for {name}", en: "Opening hours of {name}" }
    hours_inherited { nb: "Følger anlegget. Lagrer du her, får stedet egen åpningstid.", nn: "Følgjer anlegget. Lagrar du her, får staden eiga opningstid.", en: "Follows the facility. If you save here, the place gets hours of its own." }
    hours_own { nb: "Stedet har egen åpningstid.", nn: "Staden har eiga opningstid.", en: "The place has hours of its own." }
    hours_follow { nb: "Følg anlegget igjen", nn: "Følg anlegget igjen", en: "Follow the facility again" }
    hours_hint { nb: "Tom rad er stengt. 24:00 er midnatt; slutter du etter midnatt, skriv klokkeslettet, for eksempel 02:00.", nn: "Tom rad er stengt. 24:00 er midnatt; sluttar du etter midnatt, skriv klokkeslettet, til dømes 02:00.", en: "An empty row is closed. 24:00 is midnight; if it ends after midnight, write the time, for example 02:00." }
    week { nb: "Vanlig uke", nn: "Vanleg veke", en: "Usual week" }
    seasons { nb: "Sesonger", nn: "Sesongar", en: "Seasons" }
    seasons_note { nb: "En sesong går foran den vanlige uken.", nn: "Ein sesong går framfor den vanlege veka.", en: "A season goes before the usual week." }
    season_new { nb: "Ny sesong", nn: "Ny sesong", en: "New season" }
    season_name_hint { nb: "For eksempel «Sommer». Tøm navnet og datoene for å fjerne sesongen.", nn: "Til dømes «Sommar». Tøm namnet og datoane for å fjerne sesongen.", en: "For example “Summer”. Clear name and dates to remove the season." }
    exceptions { nb: "Unntak", nn: "Unntak", en: "Exceptions" }
    exceptions_note { nb: "Et unntak går foran alt annet. Uten tider er det stengt.", nn: "Eit unntak går framfor alt anna. Utan tider er det stengt.", en: "An exception goes before everything else. Without times it is closed." }
    exception_new { nb: "Nytt unntak", nn: "Nytt unntak", en: "New exception" }
    exception_reason { nb: "Grunn", nn: "Grunn", en: "Reason" }
    exception_hint { nb: "For eksempel «Julestengt». Tøm alt for å fjerne unntaket.", nn: "Til dømes «Julestengt». Tøm alt for å fjerne unntaket.", en: "For example “Closed for Christmas”. Clear everything to remove it." }
    first_day { nb: "Første dag", nn: "Første dag", en: "First day" }
    last_day { nb: "Siste dag", nn: "Siste dag", en: "Last day" }
    opens { nb: "Åpner", nn: "Opnar", en: "Opens" }
    closes { nb: "Stenger", nn: "Stengjer", en: "Closes" }
    again { nb: "og igjen", nn: "og igjen", en: "and again" }
    opens_at(day: &str, nth: usize) { nb: "{day}, åpner, periode {nth}", nn: "{day}, opnar, periode {nth}", en: "{day}, opens, period {nth}" }
    closes_at(day: &str, nth: usize) { nb: "{day}, stenger, periode {nth}", nn: "{day}, stengjer, periode {nth}", en: "{day}, closes, period {nth}" }
    time_pair { nb: "Skriv både fra og til, for eksempel 08:00 og 22:00", nn: "Skriv både frå og til, til dømes 08:00 og 22:00", en: "Write both from and to, for example 08:00 and 22:00" }

    rules_of(name: &str) { nb: "Bestillingsregler for {name}", nn: "Bestillingsreglar for {name}", en: "Booking rules of {name}" }
    rules_inherited { nb: "Følger anlegget. Lagrer du her, får stedet egne regler.", nn: "Følgjer anlegget. Lagrar du her, får staden eigne reglar.", en: "Follows the facility. If you save here, the place gets rules of its own." }
    rules_own { nb: "Stedet har egne regler.", nn: "Staden har eigne reglar.", en: "The place has rules of its own." }
    rules_times { nb: "Tider", nn: "Tider", en: "Times" }
    rules_when { nb: "Når man kan bestille", nn: "Når ein kan bestille", en: "When one can book" }
    rules_who { nb: "Hvem og hvor mange", nn: "Kven og kor mange", en: "Who and how many" }
    grid { nb: "Starter og slutter på hele", nn: "Startar og sluttar på heile", en: "Starts and ends on whole" }
    grid_n(n: u16) { nb: "{n} minutter", nn: "{n} minutt", en: "{n} minutes" }
    min_minutes { nb: "Korteste bestilling, minutter", nn: "Kortaste bestilling, minutt", en: "Shortest booking, minutes" }
    max_minutes { nb: "Lengste bestilling, minutter", nn: "Lengste bestilling, minutt", en: "Longest booking, minutes" }
    setup { nb: "Rigging før, minutter", nn: "Rigging før, minutt", en: "Setup before, minutes" }
    teardown { nb: "Rydding etter, minutter", nn: "Rydding etter, minutt", en: "Clearing up after, minutes" }
    lead { nb: "Senest så mange timer før", nn: "Seinast så mange timar før", en: "At least so many hours before" }
    horizon { nb: "Tidligst så mange dager før", nn: "Tidlegast så mange dagar før", en: "At most so many days ahead" }
    cancel_hours { nb: "Kan avbestilles til så mange timer før", nn: "Kan avbestillast til så mange timar før", en: "Can be cancelled until so many hours before" }
    quota { nb: "Høyst så mange minutter i uken per organisasjon", nn: "Høgst så mange minutt i veka per organisasjon", en: "At most so many minutes a week per organisation" }
    empty_no_limit { nb: "Tomt er ingen grense", nn: "Tomt er inga grense", en: "Empty is no limit" }
    min_persons { nb: "Minst så mange personer", nn: "Minst så mange personar", en: "At least so many persons" }
    max_persons { nb: "Høyst så mange personer", nn: "Høgst så mange personar", en: "At most so many persons" }
    private_persons { nb: "Privatpersoner kan også søke", nn: "Privatpersonar kan også søkje", en: "Private persons may ask too" }
    note { nb: "Annet den som bestiller må vite", nn: "Anna den som bestiller må vite", en: "What else the hirer must know" }

    closures_of(name: &str) { nb: "Stenging av {name}", nn: "Stenging av {name}", en: "Closures of {name}" }
    closures_answer(n: usize) {
        nb: { match n { 0 => "Ingenting er stengt nå eller framover.".to_owned(), 1 => "1 stenging nå eller framover.".to_owned(), _ => format!("{n} stenginger nå eller framover.") } },
        nn: { match n { 0 => "Ingenting er stengt no eller framover.".to_owned(), 1 => "1 stenging no eller framover.".to_owned(), _ => format!("{n} stengingar no eller framover.") } },
        en: { match n { 0 => "Nothing is closed now or ahead.".to_owned(), 1 => "1 closure now or ahead.".to_owned(), _ => format!("{n} closures now or ahead.") } },
    }
    closure_new { nb: "Steng noe", nn: "Steng noko", en: "Close something" }
    closure_space { nb: "Hva som stenges", nn: "Kva som blir stengt", en: "What is closed" }
    closure_reason { nb: "Hvorfor", nn: "Kvifor", en: "Why" }
    closure_public { nb: "Alle kan lese grunnen", nn: "Alle kan lese grunnen", en: "Everyone may read the reason" }
    closure_see { nb: "Se hvem det rammer", nn: "Sjå kven det råkar", en: "See whom it hits" }
    closure_sure { nb: "Steng", nn: "Steng", en: "Close" }
    closure_hits(n: usize) {
        nb: { match n { 0 => "Ingen bestillinger rammes.".to_owned(), 1 => "1 bestilt dato rammes.".to_owned(), _ => format!("{n} bestilte datoer rammes.") } },
        nn: { match n { 0 => "Ingen bestillingar blir råka.".to_owned(), 1 => "1 bestilt dato blir råka.".to_owned(), _ => format!("{n} bestilte datoar blir råka.") } },
        en: { match n { 0 => "No bookings are hit.".to_owned(), 1 => "1 booked date is hit.".to_owned(), _ => format!("{n} booked dates are hit.") } },
    }
    closure_hits_note { nb: "De som rammes får beskjed. Bestillingene står til du avlyser dem i saken.", nn: "Dei som blir råka får beskjed. Bestillingane står til du avlyser dei i saka.", en: "Those who are hit are told. The bookings stand until you cancel them in the case." }
    closure_confirm(space: &str, when: &str) { nb: "Stenge {space} {when}?", nn: "Stenge {space} {when}?", en: "Close {space} {when}?" }
    closure_more_hits(n: usize) { nb: "Vis {n} til", nn: "Vis {n} til", en: "Show {n} more" }
    closure_day(date: &str) { nb: "{date}, hele dagen", nn: "{date}, heile dagen", en: "on {date}, the whole day" }
    closure_days(from: &str, to: &str) { nb: "fra og med {from} til og med {to}", nn: "frå og med {from} til og med {to}", en: "from {from} to {to}, whole days" }
    closure_span(from: &str, to: &str) { nb: "fra {from} til {to}", nn: "frå {from} til {to}", en: "from {from} to {to}" }
    closure_change { nb: "Endre", nn: "Endre", en: "Change" }
    lift { nb: "Åpne igjen", nn: "Opne igjen", en: "Open again" }
    lift_named(space: &str) { nb: "Åpne {space} igjen", nn: "Opne {space} igjen", en: "Open {space} again" }
    not_public { nb: "grunnen er bare for ansatte", nn: "grunnen er berre for tilsette", en: "the reason is for staff only" }
    from_time { nb: "Fra kl.", nn: "Frå kl.", en: "From" }
    to_time { nb: "Til kl.", nn: "Til kl.", en: "To" }
}
