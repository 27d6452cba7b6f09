//! Passwords: argon2id, off the threads that serve requests.

use crate::{Hashing, Service, ServiceError};
use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::{self, SaltString},
};

/// The longest password taken, bytes: more would only cost time.
const MAX_PASSWORD: usize = 1024;

impl Service {
    /// The hash of a password, as it is stored.
    pub(crate) async fn hash_password(&self, password: &str) -> Result<String, ServiceError> {
        let (hashing, salt, password) = (self.settings().hashing, self.secret(), password.to_owned());
        blocking(move || hash(hashing, &salt, &password))
            .await?
            .map_err(internal)
    }

    /// Whether the password belongs to the hash. Without a hash the work is done all the same, and the answer is no.
    pub(super) async fn password_fits(
        &self,
        hash_of: Option<String>,
        password: &str,
    ) -> Result<bool, ServiceError> {
        let (hashing, password) = (self.settings().hashing, password.to_owned());
        blocking(move || {
            if password.len() > MAX_PASSWORD {
                return false;
            }
            match hash_of {
                Some(stored) => PasswordHash::new(&stored).is_ok_and(|stored| {
                    Argon2::default()
                        .verify_password(password.as_bytes(), &stored)
                        .is_ok()
                }),
                None => {
                    let done = hash(hashing, &[0; 16], &password);
                    std::hint::black_box(&done);
                    false
                }
            }
        })
        .await
    }

    /// A password to be told once: twelve letters and digits that are hard to mistake, in three groups.
    pub(super) fn one_time_password(&self) -> String {
        const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
        let letters: Vec<char> = self
            .secret()
            .iter()
            .take(12)
            .filter_map(|byte| {
                LETTERS
                    .get(usize::from(*byte) % LETTERS.len())
                    .map(|letter| char::from(*letter))
            })
            .collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }
}

fn hash(hashing: Hashing, salt: &[u8], password: &str) -> Result<String, password_hash::Error> {
    let params = Params::new(hashing.memory_kib, hashing.passes, 1, None)?;
    let salt = SaltString::encode_b64(salt)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    Ok(argon.hash_password(password.as_bytes(), &salt)?.to_string())
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ServiceError> {
    tokio::task::spawn_blocking(work).await.map_err(internal)
}

fn internal(fault: impl std::fmt::Display) -> ServiceError {
    ServiceError::Internal(fault.to_string())
}
