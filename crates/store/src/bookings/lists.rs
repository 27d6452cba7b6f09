//! Booked dates with their cases: lists and sums.

use crate::{
    StoreError, Tx,
    occupancy::hit,
    value::{Field, args, ids, spans},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{FacilityId, LineId, OccurrenceId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    people::ApplicantKind,
    request::OccurrenceState,
    time::{Minute, Span, Timestamp, WallSpan},
};

row! {
    /// A booked date with the case behind it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct BookedDate {
        /// Which.
        pub id: OccurrenceId,
        /// Of which line.
        pub line_id: LineId,
        /// Where.
        pub space_id: SpaceId,
        /// The space's name.
        pub space_name: String,
        /// The facility's name.
        pub facility_name: String,
        /// The facility's name in addresses.
        pub facility_slug: String,
        /// The space's name in addresses.
        pub space_slug: String,
        /// The date on the clock.
        pub date: NaiveDate,
        /// First minute on the clock.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// First second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// Where it stands.
        pub state: OccurrenceState,
        /// Grows with each change.
        pub version: i64,
        /// The request.
        pub request_id: RequestId,
        /// Its number.
        pub case_number: String,
        /// For whom; `None` for a private person.
        pub organisation_id: Option<OrganisationId>,
        /// The one who asked.
        pub person_id: PersonId,
        /// The team's name.
        pub team_name: Option<String>,
        /// What for.
        pub purpose: String,
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    /// A booked span of an organisation.
    pub struct HeldSpan {
        /// The date on the clock.
        pub date: NaiveDate,
        /// First minute on the clock.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// The request that gave it.
        pub request_id: RequestId,
        /// Where.
        pub space_id: SpaceId,
    }

    /// A coming date of an applicant.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Upcoming {
        /// Which.
        pub id: OccurrenceId,
        /// Of which line.
        pub line_id: LineId,
        /// Of which case.
        pub request_id: RequestId,
        /// Where.
        pub space_id: SpaceId,
        /// The case's facility.
        pub facility_id: FacilityId,
        /// The date on the clock.
        pub date: NaiveDate,
        /// First minute on the clock.
        pub from_minute: Minute,
        /// The minute after the last.
        pub to_minute: Minute,
        /// First second, without setup.
        pub starts_at: Timestamp,
        /// The second after the last, without teardown.
        pub ends_at: Timestamp,
        /// For whom; `None` for a private person.
        pub organisation_id: Option<OrganisationId>,
        /// Its name.
        pub organisation_name: Option<String>,
        /// Its kind.
        pub organisation_kind: Option<ApplicantKind>,
        /// The team.
        pub team_id: Option<TeamId>,
        /// Its name.
        pub team_name: Option<String>,
        /// The one who asked.
        pub person_id: PersonId,
        /// The name.
        pub person_name: String,
        /// What for.
        pub purpose: String,
    }

    #[derive(Clone, Copy, Debug)]
    /// A number of rows.
    pub struct Number {
        /// How many.
        pub number: u32,
    }
}

impl BookedDate {
    /// On the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }
}

impl HeldSpan {
    /// On the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
    }
}

const BOOKED_DATE: &str = "SELECT o.id, o.line_id, o.space_id, s.name AS space_name, f.name AS facility_name, \
     f.slug AS facility_slug, s.slug AS space_slug, o.date, o.from_minute, o.to_minute, o.starts_at, o.ends_at, o.state, \
     o.version, r.id AS request_id, r.case_number, r.organisation_id, r.person_id, t.name AS team_name, r.purpose \
     FROM occurrence o JOIN booking b ON b.id = o.booking_id JOIN request r ON r.id = b.request_id \
     JOIN space s ON s.id = o.space_id JOIN facility f ON f.id = s.facility_id LEFT JOIN team t ON t.id = r.team_id";

/// The next standing dates of an organisation that end after `from`, at most so many.
pub async fn upcoming_of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    from: Timestamp,
    limit: u32,
) -> Result<Vec<BookedDate>, StoreError> {
    let sql = format!(
        "{BOOKED_DATE} WHERE r.organisation_id = $1 AND o.ends_at > $2 AND o.state = 'confirmed' \
         ORDER BY o.starts_at, o.id LIMIT $3"
    );
    tx.all(&sql, args![organisation, from, limit]).await
}

/// The next standing dates that a person has as a private person and that end after `from`, at most so many.
pub async fn upcoming_of_person(
    tx: &mut Tx,
    person: PersonId,
    from: Timestamp,
    limit: u32,
) -> Result<Vec<BookedDate>, StoreError> {
    let sql = format!(
        "{BOOKED_DATE} WHERE r.organisation_id IS NULL AND r.person_id = $1 AND o.ends_at > $2 AND o.state = 'confirmed' \
         ORDER BY o.starts_at, o.id LIMIT $3"
    );
    tx.all(&sql, args![person, from, limit]).await
}

/// Several dates by id with their cases, in order.
pub async fn booked_by_ids(tx: &mut Tx, list: &[OccurrenceId]) -> Result<Vec<BookedDate>, StoreError> {
    let sql = format!("{BOOKED_DATE} WHERE o.id IN IDS($1) ORDER BY o.starts_at, o.id");
    tx.all(&sql, vec![ids(list)]).await
}

/// Standing dates of these spaces (not of their parts) that overlap the span, with their cases: whom a closure would hit.
pub async fn standing_in(tx: &mut Tx, units: &[SpaceId], span: Span) -> Result<Vec<BookedDate>, StoreError> {
    let sql = format!(
        "{} {BOOKED_DATE} WHERE o.id IN (SELECT y.occurrence_id FROM hit y WHERE y.occurrence_id IS NOT NULL) \
         ORDER BY o.starts_at, o.id",
        hit(tx.dialect())
    );
    tx.all(&sql, vec![ids(units), spans(&[span])]).await
}

/// What an organisation holds on dates from–to, both included: for its minutes per week.
pub async fn held_by_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<HeldSpan>, StoreError> {
    tx.all(
        "SELECT o.date, o.from_minute, o.to_minute, r.id AS request_id, o.space_id \
         FROM occurrence o JOIN booking b ON b.id = o.booking_id JOIN request r ON r.id = b.request_id \
         WHERE r.organisation_id = $1 AND o.state = 'confirmed' AND o.date >= $2 AND o.date <= $3 ORDER BY o.starts_at, o.id",
        args![organisation, from, to],
    )
    .await
}

/// As [`held_by_organisation`], of a person who asked for nobody else.
pub async fn held_by_person(
    tx: &mut Tx,
    person: PersonId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<HeldSpan>, StoreError> {
    tx.all(
        "SELECT o.date, o.from_minute, o.to_minute, r.id AS request_id, o.space_id \
         FROM occurrence o JOIN booking b ON b.id = o.booking_id JOIN request r ON r.id = b.request_id \
         WHERE r.organisation_id IS NULL AND r.person_id = $1 AND o.state = 'confirmed' AND o.date >= $2 AND o.date <= $3 \
         ORDER BY o.starts_at, o.id",
        args![person, from, to],
    )
    .await
}

const UPCOMING: &str = "FROM occurrence o JOIN booking b ON b.id = o.booking_id JOIN request r ON r.id = b.request_id \
     JOIN person p ON p.id = r.person_id LEFT JOIN organisation g ON g.id = r.organisation_id \
     LEFT JOIN team t ON t.id = r.team_id WHERE o.ends_at > $1 AND o.state = 'confirmed' \
     AND (r.organisation_id IN IDS($2) OR (r.organisation_id IS NULL AND r.person_id = $3))";

/// The next standing dates of organisations, and of a person who asked for nobody else, at most so many.
pub async fn upcoming(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    person: Option<PersonId>,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Upcoming>, StoreError> {
    let sql = format!(
        "SELECT o.id, o.line_id, r.id AS request_id, o.space_id, r.facility_id, o.date, o.from_minute, o.to_minute, \
         o.starts_at, o.ends_at, r.organisation_id, g.name AS organisation_name, g.kind AS organisation_kind, r.team_id, \
         t.name AS team_name, r.person_id, p.name AS person_name, r.purpose {UPCOMING} \
         ORDER BY o.starts_at, o.id LIMIT $4"
    );
    let args = vec![now.bind(), ids(organisations), person.bind(), limit.bind()];
    tx.all(&sql, args).await
}

/// How many standing dates they have to come.
pub async fn count_upcoming(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<u32, StoreError> {
    let sql = format!("SELECT COUNT(*) AS number {UPCOMING}");
    let args = vec![now.bind(), ids(organisations), person.bind()];
    let row: Number = tx.one(&sql, args).await?;
    Ok(row.number)
}

/// How many dates since then organisations, and a person who asked for nobody else, gave back themselves.
pub async fn count_given_back(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    person: Option<PersonId>,
    since: Timestamp,
) -> Result<u32, StoreError> {
    let sql = "SELECT COUNT(*) AS number FROM occurrence o JOIN booking b ON b.id = o.booking_id \
         JOIN request r ON r.id = b.request_id WHERE o.starts_at >= $1 AND o.state = 'withdrawn' \
         AND (r.organisation_id IN IDS($2) OR (r.organisation_id IS NULL AND r.person_id = $3))";
    let row: Number = tx
        .one(sql, vec![since.bind(), ids(organisations), person.bind()])
        .await?;
    Ok(row.number)
}
