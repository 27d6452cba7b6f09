//! Takes over associations.

use super::{
    association_rows::{self, AssociationRecord},
    fault::{Fault, FaultKind},
    record,
    report::{ImportError, OnProgress, Options, Progress, Report},
    slug::unique,
};
use crate::Service;
use ledig_domain::{
    id::OrganisationId,
    people::{ApplicantKind, PriceGroup, Standing},
};
use ledig_store::{
    Tx,
    organisations::{self, Organisation},
};
use std::{
    collections::{HashMap, HashSet},
    io::Read,
};

/// Imports a file of associations, only those of one municipality if one is given. An association is known by its name.
///
/// What is known is brought up to what the file says; an empty field of the file changes nothing, and the
/// municipality's regard and the price group of known ones are kept.
///
/// # Errors
/// Everything that is wrong with the file, or what stands in the way in the database; then nothing is changed.
pub async fn associations(
    service: &Service,
    reader: impl Read,
    municipality: Option<&str>,
    options: Options,
    progress: OnProgress<'_>,
) -> Result<Report, ImportError> {
    let found = association_rows::read(reader, municipality)?;
    let total = found.associations.len();
    let now = service.now();
    let work = async |tx: &mut Tx| -> Result<Report, ImportError> {
        let mut report = Report {
            left_out: found.left_out,
            ignored_columns: found.ignored_columns.clone(),
            dry_run: options.dry_run,
            ..Report::default()
        };
        let known = organisations::all(tx).await?;
        refuse_taken_numbers(&found.associations, &known)?;
        let mut slugs: HashSet<String> = known.iter().map(|one| one.slug.clone()).collect();
        let known: HashMap<String, Organisation> = known
            .into_iter()
            .map(|one| (one.name.to_lowercase(), one))
            .collect();
        let mut new = Vec::new();
        for (done, record) in (1..).zip(&found.associations) {
            match known.get(&record.name.to_lowercase()) {
                None => {
                    let slug = unique(&record.name, &mut slugs);
                    new.push(new_organisation(record, service.new_id(now), service, slug));
                    report.added += 1;
                }
                Some(old) => {
                    let wanted = updated(old, record);
                    if wanted == *old {
                        report.unchanged += 1;
                    } else {
                        organisations::update(tx, &wanted).await?;
                        report.updated += 1;
                    }
                }
            }
            progress(Progress { done, total });
        }
        organisations::insert(tx, &new).await?;
        record::event(service, tx, now, "associations", &report).await?;
        Ok(report)
    };
    record::run(service, options, work).await
}

/// An organisation number that another organisation has is a fault of its line.
fn refuse_taken_numbers(records: &[AssociationRecord], known: &[Organisation]) -> Result<(), Vec<Fault>> {
    let mut owners: HashMap<&str, &str> = known
        .iter()
        .filter_map(|one| Some((one.org_number.as_ref()?.as_str(), one.name.as_str())))
        .collect();
    let mut faults = Vec::new();
    for record in records {
        let Some(number) = &record.number else { continue };
        let owner = owners.entry(number.as_str()).or_insert(&record.name);
        if owner.to_lowercase() != record.name.to_lowercase() {
            let why = FaultKind::Refused(format!("{} has the number {}", owner, number.as_str()));
            faults.push(Fault::field(record.line, "org_number", why));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// An organisation as it comes from a file.
pub(crate) fn new_organisation(
    record: &AssociationRecord,
    id: OrganisationId,
    service: &Service,
    slug: String,
) -> Organisation {
    Organisation {
        id,
        municipality_id: service.settings().municipality,
        name: record.name.clone(),
        slug,
        kind: record.kind,
        org_number: record.number.clone(),
        activities: record.activities.clone(),
        home_area: record.home_area.clone(),
        standing: Standing::Approved,
        price_group: match record.kind {
            ApplicantKind::School | ApplicantKind::Municipal => PriceGroup::Free,
            ApplicantKind::Company | ApplicantKind::Private => PriceGroup::Market,
            _ => PriceGroup::Voluntary,
        },
        source: record.source.clone(),
        version: 1,
    }
}

fn updated(known: &Organisation, record: &AssociationRecord) -> Organisation {
    let or = |new: &str, old: &str| {
        if new.is_empty() {
            old.to_owned()
        } else {
            new.to_owned()
        }
    };
    Organisation {
        kind: record.kind,
        activities: or(&record.activities, &known.activities),
        home_area: or(&record.home_area, &known.home_area),
        org_number: record.number.clone().or_else(|| known.org_number.clone()),
        source: or(&record.source, &known.source),
        ..known.clone()
    }
}
