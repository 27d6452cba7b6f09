//! Takes over facilities and their spaces.

use super::{
    defaults,
    facility_rows::{self, Choice, FacilityRecord},
    made::{new_facility, new_space, updated, updated_space},
    report::{ImportError, OnProgress, Options, Progress, Report},
    slug::unique,
};
use crate::{Service, import::record};
use ledig_domain::{
    calendar::Calendar,
    id::{FacilityId, SpaceId},
    time::Timestamp,
};
use ledig_store::{
    Tx, calendar,
    facilities::{self, Facility},
    spaces::{self, Space},
    tree,
};
use std::{
    collections::{HashMap, HashSet},
    io::Read,
};

/// Imports a file of facilities. A facility is known by its name, a space by its name in the facility.
///
/// What is known is brought up to what the file says; an empty field of the file changes nothing, and neither are
/// opening hours, booking rules and texts of known spaces changed: managers keep those.
///
/// # Errors
/// Everything that is wrong with the file, or what stands in the way in the database; then nothing is changed.
pub async fn facilities(
    service: &Service,
    reader: impl Read,
    choice: &Choice,
    options: Options,
    progress: OnProgress<'_>,
) -> Result<Report, ImportError> {
    let found = facility_rows::read(reader, choice)?;
    let total: usize = found
        .facilities
        .iter()
        .map(|facility| facility.spaces.len())
        .sum();
    let now = service.now();
    let work = async |tx: &mut Tx| -> Result<Report, ImportError> {
        let mut report = Report {
            left_out: found.left_out,
            ignored_columns: found.ignored_columns.clone(),
            dry_run: options.dry_run,
            ..Report::default()
        };
        let mut known = Known::load(tx, now).await?;
        let mut done = 0;
        for record in &found.facilities {
            let facility = known.facility(service, tx, record, &mut report).await?;
            known.spaces(service, tx, facility, record, &mut report).await?;
            done += record.spaces.len();
            progress(Progress { done, total });
        }
        record::event(service, tx, now, "facilities", &report).await?;
        Ok(report)
    };
    record::run(service, options, work).await
}

/// What the database knows already.
struct Known {
    facilities: HashMap<String, Facility>,
    spaces: HashMap<FacilityId, Vec<Space>>,
    slugs: HashSet<String>,
    calendar: Calendar,
    now: Timestamp,
}

impl Known {
    async fn load(tx: &mut Tx, now: Timestamp) -> Result<Self, ImportError> {
        let facilities = facilities::all(tx, true).await?;
        let ids: Vec<FacilityId> = facilities.iter().map(|facility| facility.id).collect();
        let mut by_facility: HashMap<FacilityId, Vec<Space>> = HashMap::new();
        for space in spaces::by_facilities(tx, &ids).await? {
            by_facility.entry(space.facility_id).or_default().push(space);
        }
        Ok(Self {
            slugs: facilities.iter().map(|facility| facility.slug.clone()).collect(),
            facilities: facilities
                .into_iter()
                .map(|facility| (facility.name.to_lowercase(), facility))
                .collect(),
            spaces: by_facility,
            calendar: calendar::get(tx).await?,
            now,
        })
    }

    /// Adds the facility or brings it up to date.
    async fn facility(
        &mut self,
        service: &Service,
        tx: &mut Tx,
        record: &FacilityRecord,
        report: &mut Report,
    ) -> Result<FacilityId, ImportError> {
        if let Some(known) = self.facilities.get(&record.name.to_lowercase()) {
            let wanted = updated(known, record);
            if wanted == *known {
                report.unchanged += 1;
            } else {
                facilities::update(tx, &wanted).await?;
                report.updated += 1;
            }
            return Ok(known.id);
        }
        let id = service.new_id(self.now);
        let facility = new_facility(record, id, service, unique(&record.name, &mut self.slugs));
        facilities::insert(tx, std::slice::from_ref(&facility)).await?;
        report.added += 1;
        Ok(id)
    }

    /// Adds the facility's spaces or brings them up to date, and derives their units if the tree changed.
    async fn spaces(
        &mut self,
        service: &Service,
        tx: &mut Tx,
        facility: FacilityId,
        record: &FacilityRecord,
        report: &mut Report,
    ) -> Result<(), ImportError> {
        let known = self.spaces.remove(&facility).unwrap_or_default();
        let mut slugs: HashSet<String> = known.iter().map(|space| space.slug.clone()).collect();
        let mut ids: HashMap<&str, SpaceId> = known
            .iter()
            .map(|space| (space.name.as_str(), space.id))
            .collect();
        let mut tree_changed = false;
        for (sort, space) in (0_i64..).zip(&record.spaces) {
            let parent = space.parent.as_deref().and_then(|name| ids.get(name).copied());
            if let Some(old) = known.iter().find(|old| old.name == space.name) {
                let wanted = updated_space(old, space, parent);
                if wanted == *old {
                    report.unchanged += 1;
                } else {
                    tree_changed |= wanted.parent_id != old.parent_id;
                    spaces::update(tx, &wanted).await?;
                    report.updated += 1;
                }
                continue;
            }
            let id = service.new_id(self.now);
            let hours = defaults::hours(space, &self.calendar, service.today());
            let mut new = new_space(space, id, facility, parent, hours);
            new.slug = unique(&space.name, &mut slugs);
            new.sort = sort;
            spaces::insert(tx, &[new]).await?;
            ids.insert(&space.name, id);
            report.added += 1;
            tree_changed = true;
        }
        if tree_changed {
            tree::rederive(tx, facility, self.now).await?;
        }
        Ok(())
    }
}
