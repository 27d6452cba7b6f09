//! Changing one's own password, as its form is posted. The server handles it, which knows the session that stays.

use ledig_service::people::own_password::NewPassword;
use serde::Deserialize;

/// The page of the form.
pub const PAGE: &str = "/passord";

/// The posted passwords; never kept for the next page. Not `Debug`, so that they never reach a log.
#[derive(Deserialize)]
pub struct Passwords {
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    repeated: String,
    #[serde(default)]
    neste: String,
}

impl Passwords {
    /// What was typed, and the page to go on to.
    pub fn into_parts(self) -> (NewPassword, String) {
        let typed = NewPassword {
            old: self.old,
            new: self.new,
            repeated: self.repeated,
        };
        (typed, self.neste)
    }
}
