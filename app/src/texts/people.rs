//! Texts of signing in, and of people and organisations.

crate::texts! {
    sign_in_lead { nb: "For deg som bestiller tid for et lag eller en forening, eller arbeider i kommunen. Du trenger ikke logge inn for å se hva som er ledig.", nn: "For deg som bestiller tid for eit lag eller ei foreining, eller arbeider i kommunen. Du treng ikkje logge inn for å sjå kva som er ledig.", en: "For those who book time for a club or association, or work in the municipality. You need not sign in to see what is free." }
    email { nb: "E-post", nn: "E-post", en: "E-mail" }
    password { nb: "Passord", nn: "Passord", en: "Password" }
    no_account { nb: "Har du ikke konto? En leder i laget ditt eller kommunen kan legge deg til.", nn: "Har du ikkje konto? Ein leiar i laget ditt eller kommunen kan leggje deg til.", en: "No account? A leader in your club or the municipality can add you." }
}
