//! What is done at the console, before and beside the pages: naming the municipality, finding a space by its
//! address.

use crate::{Fault, Service, ServiceError, Viewer, error::Faults, import::slug::slug, record::Note};
use ledig_domain::{event::EventKind, id::SpaceId};
use ledig_store::{
    Tx, facilities,
    municipality::{self, Municipality},
    spaces,
};
use serde_json::json;
use uuid::Uuid;

/// The longest name of a municipality or an appeal body, characters.
const MAX_NAME: usize = 120;
/// The main colour of the theme until somebody chooses another: Ledig's own.
const COLOUR: &str = "#0b5a4b";

impl Service {
    /// Names the municipality of an installation that has none yet.
    ///
    /// # Errors
    /// `Invalid` at `name` (also when there is a municipality already) or `appeal_body`.
    pub async fn found_municipality(&self, name: &str, appeal_body: &str) -> Result<(), ServiceError> {
        let mut faults = Faults::default();
        let name = faults.text("name", name, MAX_NAME);
        if appeal_body.chars().count() > MAX_NAME {
            faults.add("appeal_body", Fault::TooLong { max: MAX_NAME });
        }
        faults.check()?;
        let now = self.now();
        let settings = self.settings();
        let founded = Municipality {
            id: settings.municipality,
            slug: slug(&name),
            name,
            zone: settings.zone,
            appeal_days: settings.appeal_days,
            appeal_body: appeal_body.trim().to_owned(),
            colour: COLOUR.to_owned(),
            settings: json!({}),
            version: 1,
        };
        let founded = &founded;
        self.store()
            .write(|| {
                async move |tx: &mut Tx| {
                    if municipality::get(tx).await?.is_some() {
                        return Err(ServiceError::field("name", Fault::InUse));
                    }
                    municipality::insert(tx, founded).await?;
                    let note = Note {
                        kind: EventKind::Imported,
                        facility: None,
                        subject: json!({ "municipality": founded.id }),
                        detail: json!({}),
                    };
                    self.note(tx, &Viewer::ANYBODY, now, note).await.map(|_| ())
                }
            })
            .await
    }

    /// The space of an id, or of an address `facility/space` in slugs.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_space(&self, text: &str) -> Result<Option<SpaceId>, ServiceError> {
        let mut tx = self.reader().await?;
        let found = if let Ok(id) = text.parse::<Uuid>() {
            spaces::by_id(&mut tx, SpaceId(id)).await?
        } else if let Some((facility, space)) = text.split_once('/') {
            match facilities::by_slug(&mut tx, facility).await? {
                Some(facility) => spaces::by_slug(&mut tx, facility.id, space).await?,
                None => None,
            }
        } else {
            None
        };
        tx.rollback().await?;
        Ok(found.map(|space| space.id))
    }
}
