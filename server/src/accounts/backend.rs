//! Signing in, for axum-login: who one is, and that it still holds.

use axum_login::{AuthUser, AuthnBackend, UserId};
use ledig_domain::id::PersonId;
use ledig_service::{Service, ServiceError};
use uuid::Uuid;

/// The session of a request, with the account if one is signed in.
pub type AuthSession = axum_login::AuthSession<Backend>;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Account(pub ledig_service::people::account::Account);

impl AuthUser for Account {
    type Id = Uuid;

    fn id(&self) -> Uuid {
        self.0.id.0
    }

    /// Changes with the password: sessions from before do not hold any more.
    fn session_auth_hash(&self) -> &[u8] {
        &self.0.stamp
    }
}

/// What is typed to sign in.
#[derive(Clone)]
pub struct Credentials {
    /// The account's e-mail address.
    pub email: String,
    /// Its password.
    pub password: String,
}

/// Asks `service` who somebody is.
#[derive(Clone, Debug)]
pub struct Backend {
    service: Service,
}

impl Backend {
    /// Over the use cases.
    pub fn new(service: Service) -> Self {
        Self { service }
    }
}

impl AuthnBackend for Backend {
    type User = Account;
    type Credentials = Credentials;
    type Error = ServiceError;

    async fn authenticate(&self, typed: Credentials) -> Result<Option<Account>, ServiceError> {
        Ok(self
            .service
            .sign_in(&typed.email, &typed.password)
            .await?
            .map(Account))
    }

    async fn get_user(&self, id: &UserId<Self>) -> Result<Option<Account>, ServiceError> {
        Ok(self.service.account(PersonId(*id)).await?.map(Account))
    }
}
