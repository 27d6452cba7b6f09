//! Each wished date's outcome and ways on, while the applicant chooses.

use crate::{Service, ServiceError, Viewer};
use ledig_domain::preview::{Preview, Wish};

impl Service {
    /// Each date's outcome, up to three ranked alternatives, and who would decide. Changes nothing; anyone may.
    ///
    /// The number of queries does not grow with the number of dates.
    ///
    /// # Errors
    /// `NotFound` for an unknown space; `Forbidden` for an organisation that the viewer is no member of.
    pub async fn preview(&self, viewer: &Viewer, wish: &Wish) -> Result<Preview, ServiceError> {
        todo!("{viewer:?} {wish:?}")
    }
}
