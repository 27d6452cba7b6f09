//! Takes over facilities and their spaces.

use super::{
    defaults,
    facility_rows::{self, Choice, FacilityRecord, SpaceRecord},
    report::{ImportError, OnProgress, Options, Progress, Report},
    slug::unique,
};
use crate::{Service, import::record};
use ledig_domain::{
    calendar::Calendar,
    hours::OpeningHours,
    id::{FacilityId, SpaceId},
    time::Timestamp,
};
use ledig_store::{
    Tx, calendar,
    facilities::{self, Facility, Wheelchair},
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

/// A facility as it comes from a file.
pub(crate) fn new_facility(
    record: &FacilityRecord,
    id: FacilityId,
    service: &Service,
    slug: String,
) -> Facility {
    Facility {
        id,
        municipality_id: service.settings().municipality,
        slug,
        name: record.name.clone(),
        address: record.address.clone(),
        postal_code: record.postal_code.clone(),
        town: record.town.clone(),
        district: record.district.clone(),
        lat: record.position.map(|(lat, _)| lat),
        lon: record.position.map(|(_, lon)| lon),
        description: String::new(),
        wheelchair: Wheelchair::Unknown,
        wheelchair_note: String::new(),
        hours: OpeningHours::default(),
        rules: ledig_domain::booking_rules::BookingRules::default(),
        source: record
            .spaces
            .first()
            .map(|space| space.source.clone())
            .unwrap_or_default(),
        archived: false,
        version: 1,
    }
}

/// A space as it comes from a file; the caller gives it a slug and a place among its siblings.
pub(crate) fn new_space(
    record: &SpaceRecord,
    id: SpaceId,
    facility: FacilityId,
    parent: Option<SpaceId>,
    hours: OpeningHours,
) -> Space {
    Space {
        id,
        facility_id: facility,
        parent_id: parent,
        slug: String::new(),
        name: record.name.clone(),
        kind: record.kind,
        capacity: record.capacity,
        size_m2: whole(record.size_m2),
        equipment: Vec::new(),
        wheelchair: Wheelchair::Unknown,
        bookable: record.bookable,
        hours: Some(hours),
        rules: Some(defaults::rules(
            record.kind,
            record.clubs_only,
            &record.hours_note,
        )),
        assumption: String::new(),
        sort: 0,
        archived: false,
        version: 1,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "read within 0.1..=10 000 000"
)]
fn whole(size_m2: Option<f64>) -> Option<u32> {
    size_m2.map(|size| size.round() as u32)
}

fn updated(known: &Facility, record: &FacilityRecord) -> Facility {
    let or = |new: &str, old: &str| {
        if new.is_empty() {
            old.to_owned()
        } else {
            new.to_owned()
        }
    };
    Facility {
        address: or(&record.address, &known.address),
        postal_code: or(&record.postal_code, &known.postal_code),
        town: or(&record.town, &known.town),
        district: or(&record.district, &known.district),
        lat: record.position.map(|(lat, _)| lat).or(known.lat),
        lon: record.position.map(|(_, lon)| lon).or(known.lon),
        ..known.clone()
    }
}

fn updated_space(known: &Space, record: &SpaceRecord, parent: Option<SpaceId>) -> Space {
    Space {
        parent_id: parent.or(known.parent_id),
        kind: record.kind,
        capacity: record.capacity.or(known.capacity),
        size_m2: whole(record.size_m2).or(known.size_m2),
        ..known.clone()
    }
}
