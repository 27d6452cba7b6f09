//! The demo: a municipality with its real facilities and clubs, made-up people, and a season of bookings and cases.
//!
//! The same every time for a given date. What is fact and what is assumed stands in `seed/`.

mod base;
mod book;
mod cases;
mod context;
mod facts;
mod give;
mod hours;
mod numbers;
mod people;
mod places;
mod random;
mod rows;
mod rules;
mod school;
mod season;
mod seed;
mod weekend;

use crate::ServiceError;
use ledig_store::StoreError;
use seed::Seed;

pub use base::load;

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// There is something in the database already.
    #[error("the database is not empty; the demo goes into an empty one only")]
    NotEmpty,
    /// The seed files are at fault: a fault of ours.
    #[error("the seed files are at fault: {0}")]
    Seed(String),
    /// The service could not do it.
    #[error(transparent)]
    Service(#[from] ServiceError),
}

impl From<StoreError> for DemoError {
    fn from(error: StoreError) -> Self {
        Self::Service(error.into())
    }
}

/// Somebody who can sign in to the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Full name.
    pub name: String,
    /// The e-mail address to sign in with.
    pub email: String,
    /// Who that is, in bokmål.
    pub about: String,
    /// The password, the same for all.
    pub password: String,
}

/// What was put into the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Facilities.
    pub facilities: usize,
    /// Spaces, parts counted.
    pub spaces: usize,
    /// Organisations.
    pub organisations: usize,
    /// Booked dates of the season.
    pub booked: usize,
    /// Cases that could not be played on the date, and why.
    pub left_out: Vec<String>,
}

/// Who can sign in to the demo.
pub fn sign_ins() -> Vec<SignIn> {
    let Ok(seed) = Seed::read() else {
        return Vec::new();
    };
    seed.person
        .iter()
        .map(|person| SignIn {
            name: person.name.clone(),
            email: person.email.clone(),
            about: person.about.clone(),
            password: seed.sign_in.password.clone(),
        })
        .collect()
}
