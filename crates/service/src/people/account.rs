//! Signing in, and who the one is who has.

use super::one_time::PasswordState;
use crate::{Fault, Membership, Service, ServiceError, SignedIn, StaffPost, Viewer, record::Note};
use ledig_domain::{
    event::EventKind,
    id::{OrganisationId, PersonId},
    people::MembershipRole,
};
use ledig_store::{Tx, names::Name, people, staff};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// An account, as the session keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Changes with the password: a session that carries another one is over.
    pub stamp: Vec<u8>,
    /// The organisation to act for from the start: where one is leader, else where one may book; the first by name.
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
    ///
    /// # Errors
    /// `Invalid` (`PasswordExpired`) at `password` for the right one-time password after its time.
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<Option<Account>, ServiceError> {
        let mut tx = self.reader().await?;
        let found = people::credentials(&mut tx, email).await?;
        tx.rollback().await?;
        let usable = found.filter(|found| !found.disabled);
        let hash = usable.as_ref().and_then(|found| found.password_hash.clone());
        let fits = self.password_fits(hash, password).await?;
        let Some(person) = usable.filter(|_| fits) else {
            return Ok(None);
        };
        if PasswordState::of(person.password_until, self.now()) == PasswordState::Expired {
            return Err(ServiceError::field("password", Fault::PasswordExpired));
        }
        let account = self.account(person.id).await?;
        if account.is_some() {
            let now = self.now();
            self.store()
                .write(|| {
                    async move |tx: &mut Tx| {
                        let viewer = Viewer::ANYBODY;
                        let note = Note {
                            kind: EventKind::SignedIn,
                            facility: None,
                            subject: json!({ "person": person.id }),
                            detail: json!({}),
                        };
                        self.note(tx, &viewer, now, note).await
                    }
                })
                .await?;
        }
        Ok(account)
    }

    /// The account of a session; `None` when it is gone or disabled.
    pub async fn account(&self, person: PersonId) -> Result<Option<Account>, ServiceError> {
        let mut tx = self.reader().await?;
        let credentials = people::credentials_by_id(&mut tx, person).await?;
        let found = people::by_id(&mut tx, person).await?;
        let memberships = people::memberships_of(&mut tx, person, self.now()).await?;
        tx.rollback().await?;
        let usable = credentials.filter(|known| {
            !known.disabled && PasswordState::of(known.password_until, self.now()) != PasswordState::Expired
        });
        let usable = usable.zip(found);
        let first = memberships
            .iter()
            .filter(|held| held.role != MembershipRole::Coach)
            .min_by_key(|held| {
                let name = Name(held.organisation_name.clone());
                (held.role != MembershipRole::Leader, name)
            })
            .map(|held| held.organisation_id);
        Ok(usable.map(|(credentials, person)| Account {
            id: person.id,
            name: person.name,
            stamp: stamp(credentials.password_hash.as_deref()),
            acting_for: first,
        }))
    }

    /// Who looks: the person with today's memberships and posts. One acts for oneself where `acting_for` is no
    /// membership (any more). An unknown or disabled person is nobody.
    pub async fn viewer(
        &self,
        person: Option<PersonId>,
        acting_for: Option<OrganisationId>,
    ) -> Result<Viewer, ServiceError> {
        let Some(person) = person else {
            return Ok(Viewer::ANYBODY);
        };
        let mut tx = self.reader().await?;
        let found = people::by_id(&mut tx, person).await?;
        let memberships = people::memberships_of(&mut tx, person, self.now()).await?;
        let roles = staff::of_person(&mut tx, person).await?;
        tx.rollback().await?;
        let Some(found) = found.filter(|found| !found.disabled) else {
            return Ok(Viewer::ANYBODY);
        };
        let must_choose_password = found.password_until.is_some();
        // Until then one is nothing to anybody.
        let (memberships, roles) = if must_choose_password {
            (Vec::new(), Vec::new())
        } else {
            (memberships, roles)
        };
        let memberships: Vec<Membership> = memberships
            .into_iter()
            .map(|held| Membership {
                organisation: held.organisation_id,
                name: held.organisation_name,
                kind: held.kind,
                standing: held.standing,
                price_group: held.price_group,
                role: held.role,
            })
            .collect();
        Ok(Viewer {
            person: Some(SignedIn {
                id: found.id,
                name: found.name,
                must_choose_password,
                acting_for: acting_for
                    .filter(|wanted| memberships.iter().any(|held| held.organisation == *wanted)),
                memberships,
                staff: roles
                    .into_iter()
                    .map(|held| StaffPost {
                        role: held.role,
                        facility: held.facility_id,
                    })
                    .collect(),
            }),
        })
    }
}

/// What a session carries of the password: the end of its hash, which tells nothing of it.
fn stamp(hash: Option<&str>) -> Vec<u8> {
    let bytes = hash.unwrap_or_default().as_bytes();
    bytes
        .get(bytes.len().saturating_sub(16)..)
        .unwrap_or_default()
        .to_vec()
}
