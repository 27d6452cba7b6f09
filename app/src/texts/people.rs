//! Texts of signing in, and of people and organisations.

crate::texts! {
    sign_in_lead { nb: "For deg som bestiller tid for et lag eller en forening, eller arbeider i kommunen. Du trenger ikke logge inn for å se hva som er ledig.", nn: "For deg som bestiller tid for eit lag eller ei foreining, eller arbeider i kommunen. Du treng ikkje logge inn for å sjå kva som er ledig.", en: "For those who book time for a club or association, or work in the municipality. You need not sign in to see what is free." }
    email { nb: "E-post", nn: "E-post", en: "E-mail" }
    password { nb: "Passord", nn: "Passord", en: "Password" }
    change_password { nb: "Bytt passord", nn: "Byt passord", en: "Change password" }
    change_password_lead { nb: "Når passordet er byttet, logger du inn på nytt overalt.", nn: "Når passordet er bytt, loggar du inn på nytt overalt.", en: "Once the password is changed, you sign in again everywhere." }
    old_password { nb: "Passordet du har nå", nn: "Passordet du har no", en: "The password you have now" }
    new_password { nb: "Nytt passord", nn: "Nytt passord", en: "New password" }
    new_password_hint { nb: "Minst 10 tegn. Noen ord etter hverandre er lett å huske og vanskelig å gjette.", nn: "Minst 10 teikn. Nokre ord etter kvarandre er lett å hugse og vanskeleg å gjette.", en: "At least 10 characters. A few words in a row are easy to remember and hard to guess." }
    password_changed { nb: "Passordet er byttet. Logg inn med det nye.", nn: "Passordet er bytt. Logg inn med det nye.", en: "The password is changed. Sign in with the new one." }
    no_account { nb: "Har du ikke konto? En leder i laget ditt eller kommunen kan legge deg til.", nn: "Har du ikkje konto? Ein leiar i laget ditt eller kommunen kan leggje deg til.", en: "No account? A leader in your club or the municipality can add you." }
}
