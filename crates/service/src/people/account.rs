//! Signing in, and who the one is who has.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::id::{OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

/// The fewest characters of a password (NIST SP 800-63B asks for 8 at the least).
pub const MIN_PASSWORD: usize = 10;

/// An account, as the session keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Changes with the password: a session that carries another one is over.
    pub stamp: Vec<u8>,
    /// The organisation to act for from the start: the only one, if there is just one where one may book.
    pub acting_for: Option<OrganisationId>,
}

/// A new account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPerson {
    /// Full name.
    pub name: String,
    /// E-mail address, with which one signs in.
    pub email: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// The password; `None` to have a one-time one made.
    pub password: Option<String>,
}

/// An account that was made or found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedPerson {
    /// Whose.
    pub person: PersonId,
    /// The one-time password that was made: shown once, stored nowhere.
    pub initial_password: Option<String>,
}

impl Service {
    /// The account of that e-mail and password; `None` if they do not belong together.
    ///
    /// Takes as long for an unknown e-mail as for a wrong password.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Option<Account>, ServiceError> {
        todo!("{email} {password}")
    }

    /// The account of a session; `None` when it is gone or disabled.
    pub async fn account(&self, person: PersonId) -> Result<Option<Account>, ServiceError> {
        todo!("{person}")
    }

    /// Who looks: the person with today's memberships and posts. One acts for oneself where `acting_for` is no
    /// membership (any more). An unknown or disabled person is nobody.
    pub async fn viewer(
        &self,
        person: Option<PersonId>,
        acting_for: Option<OrganisationId>,
    ) -> Result<Viewer, ServiceError> {
        todo!("{person:?} {acting_for:?}")
    }

    /// Changes one's own password.
    ///
    /// # Errors
    /// `Invalid` at `old` (wrong) or `new` (too short).
    pub async fn change_password(&self, viewer: &Viewer, old: &str, new: &str) -> Result<(), ServiceError> {
        todo!("{viewer:?} {old} {new}")
    }

    /// Makes an account.
    ///
    /// # Errors
    /// `Invalid` at `name`, `email` (also when it is in use) or `password`.
    pub async fn add_person(&self, viewer: &Viewer, new: &NewPerson) -> Result<AddedPerson, ServiceError> {
        todo!("{viewer:?} {new:?}")
    }

    /// Makes an account from the console, where no one is signed in; as administrator if wanted.
    ///
    /// # Errors
    /// As [`Service::add_person`].
    pub async fn add_person_from_console(
        &self,
        new: &NewPerson,
        administrator: bool,
    ) -> Result<AddedPerson, ServiceError> {
        todo!("{new:?} {administrator}")
    }
}
