//! Bookings and their dates. A date occupies its units by constraint: what is taken cannot be inserted.

use crate::{
    StoreError, Tx,
    occupancy::{self, Occupant, Wanted},
    row::TableRow,
    value::{Field, args, ids},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{BookingId, FacilityId, LineId, OccurrenceId, OrganisationId, PersonId, RequestId, SpaceId, TeamId},
    people::ApplicantKind,
    request::OccurrenceState,
    time::{Minute, Span, Timestamp, WallSpan},
};

row! {
    /// What a decision gave: one per request.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Booking {
        /// Which.
        pub id: BookingId,
        /// Of which request.
        pub request_id: RequestId,
        /// Since when.
        pub created_at: Timestamp,
    }

    /// One booked date.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Occurrence {
        /// Which.
        pub id: OccurrenceId,
        /// Of which booking.
        pub booking_id: BookingId,
        /// Of which line.
        pub line_id: LineId,
        /// Where.
        pub space_id: SpaceId,
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
        /// Minutes to make ready; occupied too.
        pub setup_minutes: u16,
        /// Minutes to clear up; occupied too.
        pub teardown_minutes: u16,
        /// Where it stands.
        pub state: OccurrenceState,
        /// Why it was changed or cancelled; empty otherwise.
        pub changed_reason: String,
        /// Grows with each change.
        pub version: i64,
    }

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
}

impl Occurrence {
    /// When, without setup and teardown.
    pub fn span(&self) -> Span {
        Span {
            start: self.starts_at,
            end: self.ends_at,
        }
    }

    /// When it occupies its units: setup and teardown included.
    pub fn occupied(&self) -> Span {
        self.span().widened(self.setup_minutes, self.teardown_minutes)
    }

    /// On the clock.
    pub fn times(&self) -> WallSpan {
        WallSpan {
            from: self.from_minute,
            to: self.to_minute,
        }
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

/// The booking of a request, made now if there is none yet.
pub async fn ensure(tx: &mut Tx, booking: Booking) -> Result<Booking, StoreError> {
    tx.execute(
        "INSERT INTO booking (id, request_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (request_id) DO NOTHING",
        args![booking.id, booking.request_id, booking.created_at],
    )
    .await?;
    let sql = format!(
        "SELECT {} FROM booking b WHERE b.request_id = $1",
        Booking::select("b")
    );
    tx.one(&sql, args![booking.request_id]).await
}

/// The booking of a request.
pub async fn by_request(tx: &mut Tx, request: RequestId) -> Result<Option<Booking>, StoreError> {
    let sql = format!(
        "SELECT {} FROM booking b WHERE b.request_id = $1",
        Booking::select("b")
    );
    tx.optional(&sql, args![request]).await
}

/// Books dates, all or none.
///
/// # Errors
/// [`StoreError::Taken`] with everything that stands in the way; then nothing was written, and the transaction can go on.
/// [`StoreError::Missing`] when a space has no units: it is archived.
pub async fn book(tx: &mut Tx, dates: &[Occurrence], now: Timestamp) -> Result<(), StoreError> {
    if dates.is_empty() {
        return Ok(());
    }
    tx.execute("SAVEPOINT taking", args![]).await?;
    tx.insert("occurrence", dates).await?;
    let wanted: Vec<Wanted> = dates
        .iter()
        .map(|date| Wanted {
            line: date.line_id,
            space: date.space_id,
            span: date.occupied(),
            by: Occupant::Occurrence(date.id),
        })
        .collect();
    occupancy::take(tx, &wanted, now).await
}

/// Gives dates back: their time is free as soon as the transaction is committed.
///
/// # Errors
/// [`StoreError::Stale`] when one is not in the version given, or does not stand any more.
pub async fn release(
    tx: &mut Tx,
    dates: &[(OccurrenceId, i64)],
    state: OccurrenceState,
    reason: &str,
) -> Result<(), StoreError> {
    let rows = dates
        .iter()
        .map(|(id, version)| args![*id, *version, state, reason.to_owned()])
        .collect();
    tx.update_versioned(
        "occurrence",
        &["state", "changed_reason"],
        "occurrence.state = 'confirmed'",
        rows,
    )
    .await?;
    let list: Vec<OccurrenceId> = dates.iter().map(|(id, _)| *id).collect();
    tx.execute(
        "DELETE FROM occupancy WHERE occurrence_id IN IDS($1)",
        vec![ids(&list)],
    )
    .await?;
    Ok(())
}

/// Moves a date to the space and time given in it; its own old time never stands in its way.
///
/// # Errors
/// As [`book`]; [`StoreError::Stale`] unless `version` is the latest.
pub async fn move_to(tx: &mut Tx, date: &Occurrence, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("SAVEPOINT taking", args![]).await?;
    tx.execute_versioned(
        "UPDATE occurrence SET space_id = $3, date = $4, from_minute = $5, to_minute = $6, starts_at = $7, ends_at = $8, \
         setup_minutes = $9, teardown_minutes = $10, changed_reason = $11, version = version + 1 \
         WHERE id = $1 AND version = $2 AND state = 'confirmed'",
        args![
            date.id, date.version, date.space_id, date.date, date.from_minute, date.to_minute, date.starts_at,
            date.ends_at, date.setup_minutes, date.teardown_minutes, date.changed_reason
        ],
    )
    .await?;
    tx.execute("DELETE FROM occupancy WHERE occurrence_id = $1", args![date.id])
        .await?;
    let wanted = Wanted {
        line: date.line_id,
        space: date.space_id,
        span: date.occupied(),
        by: Occupant::Occurrence(date.id),
    };
    occupancy::take(tx, &[wanted], now).await
}

/// Every date of a request's booking, in order.
pub async fn occurrences(tx: &mut Tx, request: RequestId) -> Result<Vec<Occurrence>, StoreError> {
    let sql = format!(
        "SELECT {} FROM occurrence o JOIN booking b ON b.id = o.booking_id WHERE b.request_id = $1 ORDER BY o.starts_at, o.id",
        Occurrence::select("o")
    );
    tx.all(&sql, args![request]).await
}

/// Several dates by id, in order.
pub async fn by_ids(tx: &mut Tx, list: &[OccurrenceId]) -> Result<Vec<Occurrence>, StoreError> {
    let sql = format!(
        "SELECT {} FROM occurrence o WHERE o.id IN IDS($1) ORDER BY o.starts_at, o.id",
        Occurrence::select("o")
    );
    tx.all(&sql, vec![ids(list)]).await
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
        "{BOOKED_DATE} WHERE o.id IN (SELECT y.occurrence_id FROM occupancy y WHERE y.unit_id IN IDS($1) \
         AND y.ends_at > $2 AND y.starts_at < $3) ORDER BY o.starts_at, o.id"
    );
    tx.all(&sql, vec![ids(units), span.start.bind(), span.end.bind()])
        .await
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
