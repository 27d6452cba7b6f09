//! Making accounts, with a password of one's own or one that is told once.

use super::{
    account::{AddedPerson, NewPerson},
    one_time::taken_until,
    own_password::check_password,
};
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    record::Note,
};
use chrono::{Months, NaiveDate};
use ledig_domain::{
    event::EventKind,
    id::PersonId,
    people::{StaffRole, is_minor},
    time::Timestamp,
};
use ledig_store::{
    StoreError, Tx,
    people::{self, Person},
    staff::{self, Role},
};
use serde_json::json;

/// An account that may have to be made: checked, and its password hashed before the transaction begins.
pub(super) struct Account {
    id: PersonId,
    name: String,
    email: String,
    phone: String,
    hash: String,
    initial: Option<String>,
    minor_until: Option<NaiveDate>,
}

impl Service {
    /// Makes an account.
    ///
    /// # Errors
    /// `Invalid` at `name`, `email` (also when it is in use) or `password`.
    pub async fn add_person(&self, viewer: &Viewer, new: &NewPerson) -> Result<AddedPerson, ServiceError> {
        viewer.may(Action::EditStaff, &Thing::NONE)?;
        self.make_person(viewer, new, false).await
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
        self.make_person(&Viewer::ANYBODY, new, administrator).await
    }

    async fn make_person(
        &self,
        viewer: &Viewer,
        new: &NewPerson,
        administrator: bool,
    ) -> Result<AddedPerson, ServiceError> {
        let now = self.now();
        let account = self.prepare(new).await?;
        let account = &account;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    if people::by_email(tx, &account.email).await?.is_some() {
                        return Err(ServiceError::field("email", Fault::InUse));
                    }
                    account.insert(tx, now).await?;
                    if administrator {
                        let role = Role {
                            id: self.new_id(now),
                            person_id: account.id,
                            facility_id: None,
                            role: StaffRole::Administrator,
                        };
                        staff::give(tx, &[role]).await?;
                        let note = Note {
                            kind: EventKind::RoleChanged,
                            facility: None,
                            subject: json!({ "person": account.id }),
                            detail: json!({ "given": StaffRole::Administrator }),
                        };
                        self.note(tx, viewer, now, note).await?;
                    }
                    Ok(())
                }
            })
            .await?;
        Ok(account.added())
    }

    /// Checks a new account and hashes its password; makes one up where none is given.
    pub(super) async fn prepare(&self, new: &NewPerson) -> Result<Account, ServiceError> {
        let mut faults = Faults::default();
        let name = faults.text("name", &new.name, 200);
        let email = email(&mut faults, &new.email);
        if let Some(password) = &new.password {
            check_password(&mut faults, "password", password);
        }
        faults.check()?;
        let initial = new.password.is_none().then(|| self.one_time_password());
        let password = new.password.as_deref().or(initial.as_deref()).unwrap_or_default();
        Ok(Account {
            id: self.new_id(self.now()),
            name,
            email,
            phone: new.phone.trim().chars().take(40).collect(),
            hash: self.hash_password(password).await?,
            initial,
            minor_until: None,
        })
    }

    /// Someone with that e-mail, or an account prepared for one without.
    ///
    /// # Errors
    /// `Invalid` at `email`; at `minor_until` for a day that no minor turns 18 on; at `name` where a new account would have none.
    pub(super) async fn known_or_new(
        &self,
        email: &str,
        name: &str,
        minor_until: Option<NaiveDate>,
    ) -> Result<KnownOrNew, ServiceError> {
        let mut faults = Faults::default();
        let email = self::email(&mut faults, email);
        if let Some(day) = minor_until {
            check_day_of_age(&mut faults, day, self.today());
        }
        faults.check()?;
        let mut tx = self.reader().await?;
        let known = people::by_email(&mut tx, &email).await?;
        tx.rollback().await?;
        if let Some(person) = known {
            return Ok(KnownOrNew::Known(person.id));
        }
        let new = NewPerson {
            name: name.to_owned(),
            email,
            phone: String::new(),
            password: None,
        };
        let account = self.prepare(&new).await?;
        Ok(KnownOrNew::New(Account {
            minor_until,
            ..account
        }))
    }
}

/// A person to give something to.
pub(super) enum KnownOrNew {
    /// Has an account.
    Known(PersonId),
    /// Gets one.
    New(Account),
}

impl KnownOrNew {
    /// The person's id, with the account made if needed; somebody else may have made it meanwhile.
    pub(super) async fn settle(&self, tx: &mut Tx, now: Timestamp) -> Result<AddedPerson, ServiceError> {
        match self {
            Self::Known(person) => Ok(AddedPerson {
                person: *person,
                initial_password: None,
            }),
            Self::New(account) => match people::by_email(tx, &account.email).await? {
                Some(person) => Ok(AddedPerson {
                    person: person.id,
                    initial_password: None,
                }),
                None => {
                    account.insert(tx, now).await?;
                    Ok(account.added())
                }
            },
        }
    }
}

impl Account {
    async fn insert(&self, tx: &mut Tx, now: Timestamp) -> Result<(), ServiceError> {
        let person = Person {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            language: "nb".to_owned(),
            disabled: false,
            created_at: now,
            minor_until: self.minor_until,
            password_until: self.initial.is_some().then(|| taken_until(now)),
            version: 1,
        };
        match people::insert(tx, &person, Some(&self.hash)).await {
            Err(StoreError::Duplicate(_)) => Err(ServiceError::field("email", Fault::InUse)),
            done => Ok(done?),
        }
    }

    fn added(&self) -> AddedPerson {
        AddedPerson {
            person: self.id,
            initial_password: self.initial.clone(),
        }
    }
}

/// Notes a day on which nobody who is under 18 today turns 18.
fn check_day_of_age(faults: &mut Faults, day: NaiveDate, today: NaiveDate) {
    if !is_minor(Some(day), today) {
        faults.add("minor_until", Fault::Past);
    } else if today
        .checked_add_months(Months::new(18 * 12))
        .is_some_and(|latest| latest < day)
    {
        faults.add("minor_until", Fault::Unknown);
    }
}

/// The trimmed address, noting when it cannot be one.
fn email(faults: &mut Faults, email: &str) -> String {
    let email = email.trim();
    let plausible = email.len() <= 254
        && !email.chars().any(char::is_whitespace)
        && email.rsplit_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && !name.contains('@')
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
        });
    if email.is_empty() {
        faults.add("email", Fault::Required);
    } else if !plausible {
        faults.add("email", Fault::Email);
    }
    email.to_owned()
}
