//! Who is under 18. Nothing is stored but the day on which that ends, and that until then only.

use crate::{Service, ServiceError};
use ledig_domain::{id::PersonId, people::is_minor};
use ledig_store::{Tx, people};

impl Service {
    /// Whether the person is under 18 today.
    pub(crate) async fn is_minor(&self, tx: &mut Tx, person: PersonId) -> Result<bool, ServiceError> {
        let found = people::by_id(tx, person).await?;
        Ok(found.is_some_and(|found| is_minor(found.minor_until, self.today())))
    }

    /// Forgets of everybody who is 18 by now that they were not. The server calls it now and then; gives how many.
    pub async fn forget_minors(&self) -> Result<u64, ServiceError> {
        let today = self.today();
        self.store()
            .write(|| async move |tx: &mut Tx| Ok::<_, ServiceError>(people::forget_minors(tx, today).await?))
            .await
    }
}
