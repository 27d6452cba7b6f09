//! Who is signed in, and for how long: sessions in the database, people from `service`.

mod backend;
mod sessions;

pub use backend::{Account, AuthSession, Backend, Credentials};
pub use sessions::Sessions;
