//! Registering organisations and changing them.

use super::organisations::OrganisationForm;
use crate::{
    Fault, Service, ServiceError, Viewer,
    access::{Action, Thing},
    error::Faults,
    import::slug::slug,
    record::Note,
};
use ledig_domain::{event::EventKind, id::OrganisationId, people::OrganisationNumber};
use ledig_store::{
    Tx,
    organisations::{self, Organisation},
};
use serde_json::json;

impl Service {
    /// Registers an organisation, or changes the one with that id and version.
    ///
    /// # Errors
    /// `Invalid` at `name` or `number` (check digit, in use); `Stale`.
    pub async fn save_organisation(
        &self,
        viewer: &Viewer,
        at: Option<(OrganisationId, i64)>,
        form: &OrganisationForm,
    ) -> Result<OrganisationId, ServiceError> {
        viewer.may(Action::EditOrganisation, &Thing::NONE)?;
        let mut faults = Faults::default();
        let name = faults.text("name", &form.name, 200);
        let number = match form.number.trim() {
            "" => None,
            text => OrganisationNumber::parse(text)
                .map_err(|fault| faults.add("number", Fault::OrganisationNumber(fault)))
                .ok(),
        };
        faults.check()?;
        let now = self.now();
        let (name, number) = (&name, &number);
        self.store()
            .write(|| async move |tx: &mut Tx| {
                if let Some(number) = &number
                    && let Some(other) = organisations::by_number(tx, number).await?
                    && Some(other.id) != at.map(|at| at.0)
                {
                    return Err(ServiceError::field("number", Fault::InUse));
                }
                let before = match at {
                    None => None,
                    Some((id, _)) => Some(organisations::by_id(tx, id).await?.ok_or(ServiceError::NotFound)?),
                };
                let (id, version) = at.unwrap_or_else(|| (self.new_id(now), 1));
                let organisation = Organisation {
                    id,
                    municipality_id: self.settings().municipality,
                    slug: match &before {
                        Some(before) => before.slug.clone(),
                        None => free_slug(tx, name).await?,
                    },
                    name: name.clone(),
                    kind: form.kind,
                    org_number: number.clone(),
                    activities: form.activities.trim().to_owned(),
                    home_area: form.home_area.trim().to_owned(),
                    standing: form.standing,
                    price_group: form.price_group,
                    source: before.as_ref().map(|before| before.source.clone()).unwrap_or_default(),
                    version,
                };
                match &before {
                    None => organisations::insert(tx, std::slice::from_ref(&organisation)).await?,
                    Some(_) => organisations::update(tx, &organisation).await?,
                }
                let note = Note {
                    kind: EventKind::OrganisationChanged,
                    facility: None,
                    subject: json!({ "organisation": id }),
                    detail: json!({
                        "standing": { "before": before.as_ref().map(|one| one.standing), "after": form.standing },
                        "price_group": { "before": before.as_ref().map(|one| one.price_group), "after": form.price_group },
                    }),
                };
                self.note(tx, viewer, now, note).await?;
                Ok(id)
            })
            .await
    }
}

/// The part of an address for a name: its slug, numbered where another organisation has it.
async fn free_slug(tx: &mut Tx, name: &str) -> Result<String, ServiceError> {
    let base = slug(name);
    let mut found = base.clone();
    let mut number = 2;
    while organisations::by_slug(tx, &found).await?.is_some() {
        found = format!("{base}-{number}");
        number += 1;
    }
    Ok(found)
}
