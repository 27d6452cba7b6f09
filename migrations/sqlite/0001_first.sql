-- The first schema. Ids are 16-byte BLOBs (UUID v7, made by the service), instants are epoch seconds, dates are
-- TEXT 'YYYY-MM-DD', minutes of day are numbers, nested data is JSON in TEXT. The PostgreSQL folder says the same.

CREATE TABLE municipality (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    zone TEXT NOT NULL,
    appeal_days INTEGER NOT NULL,
    appeal_body TEXT NOT NULL,
    colour TEXT NOT NULL,
    settings TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE case_counter (
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, year)
) STRICT;

CREATE TABLE school_day_off (
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    kind TEXT NOT NULL,
    proxy INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, from_date, kind),
    CHECK (from_date <= to_date)
) STRICT;

CREATE TABLE facility (
    id BLOB PRIMARY KEY,
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    town TEXT NOT NULL,
    district TEXT NOT NULL,
    lat REAL,
    lon REAL,
    description TEXT NOT NULL,
    wheelchair TEXT NOT NULL,
    wheelchair_note TEXT NOT NULL,
    hours TEXT NOT NULL,
    rules TEXT NOT NULL,
    source TEXT NOT NULL,
    archived INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE space (
    id BLOB PRIMARY KEY,
    facility_id BLOB NOT NULL REFERENCES facility (id),
    parent_id BLOB REFERENCES space (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    capacity INTEGER,
    size_m2 INTEGER,
    equipment TEXT NOT NULL,
    wheelchair TEXT NOT NULL,
    bookable INTEGER NOT NULL,
    hours TEXT,
    rules TEXT,
    assumption TEXT NOT NULL,
    sort INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (facility_id, slug),
    CHECK (parent_id <> id)
) STRICT;
CREATE INDEX space_parent ON space (parent_id);

-- The leaf units of every space: a space without parts is its own unit.
CREATE TABLE space_unit (
    space_id BLOB NOT NULL REFERENCES space (id),
    unit_id BLOB NOT NULL REFERENCES space (id),
    PRIMARY KEY (space_id, unit_id)
) STRICT;
CREATE INDEX space_unit_unit ON space_unit (unit_id, space_id);

CREATE TABLE person (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_norm TEXT NOT NULL UNIQUE,
    search TEXT NOT NULL,
    phone TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL,
    disabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE organisation (
    id BLOB PRIMARY KEY,
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    org_number TEXT UNIQUE,
    activities TEXT NOT NULL,
    home_area TEXT NOT NULL,
    standing TEXT NOT NULL,
    price_group TEXT NOT NULL,
    source TEXT NOT NULL,
    search TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE team (
    id BLOB PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    sport TEXT NOT NULL,
    age_from INTEGER,
    age_to INTEGER,
    gender TEXT NOT NULL,
    adapted INTEGER NOT NULL,
    level TEXT NOT NULL,
    size INTEGER,
    archived INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX team_organisation ON team (organisation_id);

-- An ended membership stays, with its last instant.
CREATE TABLE membership (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER
) STRICT;
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_organisation ON membership (organisation_id);

CREATE TABLE staff_role (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    facility_id BLOB REFERENCES facility (id),
    role TEXT NOT NULL
) STRICT;
CREATE INDEX staff_role_person ON staff_role (person_id);

CREATE TABLE auto_rule (
    id BLOB PRIMARY KEY,
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    latest INTEGER NOT NULL
) STRICT;

-- A version is never changed: a new one is added.
CREATE TABLE auto_rule_version (
    rule_id BLOB NOT NULL REFERENCES auto_rule (id),
    version INTEGER NOT NULL,
    scope TEXT NOT NULL,
    terms TEXT NOT NULL,
    active INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    made_by BLOB REFERENCES person (id),
    PRIMARY KEY (rule_id, version)
) STRICT;

CREATE TABLE priority_rules (
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    version INTEGER NOT NULL,
    classes TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    made_by BLOB REFERENCES person (id),
    PRIMARY KEY (municipality_id, version)
) STRICT;

CREATE TABLE closure (
    id BLOB PRIMARY KEY,
    space_id BLOB NOT NULL REFERENCES space (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    public INTEGER NOT NULL,
    created_by BLOB REFERENCES person (id),
    created_at INTEGER NOT NULL,
    lifted_at INTEGER,
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX closure_space ON closure (space_id, ends_at);

CREATE TABLE request (
    id BLOB PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    municipality_id BLOB NOT NULL REFERENCES municipality (id),
    facility_id BLOB NOT NULL REFERENCES facility (id),
    space_id BLOB NOT NULL REFERENCES space (id),
    organisation_id BLOB REFERENCES organisation (id),
    team_id BLOB REFERENCES team (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL,
    persons INTEGER,
    recurrence TEXT NOT NULL,
    state TEXT NOT NULL,
    class_place TEXT,
    verdict TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    decided_at INTEGER,
    idempotency_key TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX request_state ON request (state, sent_at);
CREATE INDEX request_organisation ON request (organisation_id, sent_at);
CREATE INDEX request_person ON request (person_id, sent_at);
CREATE INDEX request_facility ON request (facility_id, state);

-- One date of a request. The wish never changes; space, times and instants are what it stands at now.
CREATE TABLE request_line (
    id BLOB PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES request (id),
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    wish_space_id BLOB NOT NULL REFERENCES space (id),
    wish_from INTEGER NOT NULL,
    wish_to INTEGER NOT NULL,
    space_id BLOB NOT NULL REFERENCES space (id),
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    waiting_since INTEGER,
    offer TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (request_id, date),
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX request_line_space ON request_line (space_id, date);
CREATE INDEX request_line_open ON request_line (space_id, ends_at) WHERE state IN ('asked', 'offered');
CREATE INDEX request_line_waiting ON request_line (space_id, ends_at) WHERE state = 'waiting';

CREATE TABLE decision (
    id BLOB PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES request (id),
    number INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    person_id BLOB REFERENCES person (id),
    reason TEXT,
    reason_text TEXT NOT NULL,
    appeal_deadline TEXT NOT NULL,
    appeal_body TEXT NOT NULL,
    supersedes BLOB UNIQUE REFERENCES decision (id),
    decided_at INTEGER NOT NULL,
    UNIQUE (request_id, number)
) STRICT;

CREATE TABLE decision_line (
    decision_id BLOB NOT NULL REFERENCES decision (id),
    line_id BLOB NOT NULL REFERENCES request_line (id),
    date TEXT NOT NULL,
    space_id BLOB NOT NULL REFERENCES space (id),
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    reason_text TEXT NOT NULL,
    PRIMARY KEY (decision_id, line_id)
) STRICT;

CREATE TABLE booking (
    id BLOB PRIMARY KEY,
    request_id BLOB NOT NULL UNIQUE REFERENCES request (id),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE occurrence (
    id BLOB PRIMARY KEY,
    booking_id BLOB NOT NULL REFERENCES booking (id),
    line_id BLOB NOT NULL REFERENCES request_line (id),
    space_id BLOB NOT NULL REFERENCES space (id),
    date TEXT NOT NULL,
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    setup_minutes INTEGER NOT NULL,
    teardown_minutes INTEGER NOT NULL,
    state TEXT NOT NULL,
    changed_reason TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX occurrence_booking ON occurrence (booking_id, date);
CREATE INDEX occurrence_space ON occurrence (space_id, ends_at);
-- A line has at most one occurrence that stands.
CREATE UNIQUE INDEX occurrence_line ON occurrence (line_id) WHERE state = 'confirmed';

CREATE TABLE hold (
    id BLOB PRIMARY KEY,
    line_id BLOB NOT NULL UNIQUE REFERENCES request_line (id),
    space_id BLOB NOT NULL REFERENCES space (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    setup_minutes INTEGER NOT NULL,
    teardown_minutes INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX hold_expires ON hold (expires_at);

-- Who has which unit when. Setup and teardown are in the range. Closures do not block each other or what stood
-- before them; the trigger below keeps everything later out (docs/decisions/0005-closures.md).
CREATE TABLE occupancy (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id BLOB NOT NULL REFERENCES space (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    occurrence_id BLOB REFERENCES occurrence (id),
    hold_id BLOB REFERENCES hold (id) ON DELETE CASCADE,
    closure_id BLOB REFERENCES closure (id),
    expires_at INTEGER,
    blocking INTEGER NOT NULL,
    CHECK (starts_at < ends_at),
    CHECK ((occurrence_id IS NOT NULL) + (hold_id IS NOT NULL) + (closure_id IS NOT NULL) = 1),
    CHECK (blocking = (closure_id IS NULL)),
    CHECK ((expires_at IS NOT NULL) = (hold_id IS NOT NULL))
) STRICT;
CREATE INDEX occupancy_unit ON occupancy (unit_id, starts_at);
CREATE INDEX occupancy_unit_end ON occupancy (unit_id, ends_at);
CREATE INDEX occupancy_closure ON occupancy (unit_id, ends_at) WHERE closure_id IS NOT NULL;
CREATE INDEX occupancy_occurrence ON occupancy (occurrence_id);
CREATE INDEX occupancy_hold ON occupancy (hold_id);
CREATE INDEX occupancy_closure_id ON occupancy (closure_id);

-- Blocking rows of a unit never overlap, so the one that starts last before the new end is the only one that could.
CREATE INDEX occupancy_blocking ON occupancy (unit_id, starts_at) WHERE blocking;
CREATE TRIGGER occupancy_taken_insert BEFORE INSERT ON occupancy WHEN NEW.blocking BEGIN
    SELECT RAISE(ABORT, 'occupancy closed') WHERE EXISTS (
        SELECT 1 FROM occupancy
        WHERE unit_id = NEW.unit_id AND closure_id IS NOT NULL
            AND ends_at > NEW.starts_at AND starts_at < NEW.ends_at
    );
    SELECT RAISE(ABORT, 'occupancy taken') WHERE (
        SELECT ends_at FROM occupancy
        WHERE unit_id = NEW.unit_id AND blocking AND starts_at < NEW.ends_at
        ORDER BY starts_at DESC LIMIT 1
    ) > NEW.starts_at;
END;
CREATE TRIGGER occupancy_taken_update BEFORE UPDATE OF unit_id, starts_at, ends_at, closure_id, blocking ON occupancy
WHEN NEW.blocking BEGIN
    SELECT RAISE(ABORT, 'occupancy closed') WHERE EXISTS (
        SELECT 1 FROM occupancy
        WHERE unit_id = NEW.unit_id AND closure_id IS NOT NULL
            AND ends_at > NEW.starts_at AND starts_at < NEW.ends_at
    );
    SELECT RAISE(ABORT, 'occupancy taken') WHERE EXISTS (
        SELECT 1 FROM occupancy
        WHERE unit_id = NEW.unit_id AND blocking AND id <> OLD.id
            AND ends_at > NEW.starts_at AND starts_at < NEW.ends_at
    );
END;

-- What happened, in order. Nothing is changed or taken out.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor BLOB REFERENCES person (id),
    acting_for BLOB REFERENCES organisation (id),
    request_id BLOB REFERENCES request (id),
    facility_id BLOB REFERENCES facility (id),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX event_request ON event (request_id, seq);
CREATE INDEX event_facility ON event (facility_id, seq);
CREATE INDEX event_kind ON event (kind, at);

-- Messages that an event calls for, until they are sent.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id BLOB NOT NULL REFERENCES event (id),
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    claimed_until INTEGER,
    done_at INTEGER,
    last_error TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE done_at IS NULL;

CREATE TRIGGER event_kept_update BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'event is never changed');
END;
CREATE TRIGGER event_kept_delete BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'event is never changed');
END;
CREATE TRIGGER decision_kept_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision is never changed');
END;
CREATE TRIGGER decision_kept_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'decision is never changed');
END;
CREATE TRIGGER decision_line_kept_update BEFORE UPDATE ON decision_line BEGIN
    SELECT RAISE(ABORT, 'decision_line is never changed');
END;
CREATE TRIGGER decision_line_kept_delete BEFORE DELETE ON decision_line BEGIN
    SELECT RAISE(ABORT, 'decision_line is never changed');
END;
CREATE TRIGGER auto_rule_version_kept_update BEFORE UPDATE ON auto_rule_version BEGIN
    SELECT RAISE(ABORT, 'auto_rule_version is never changed');
END;
CREATE TRIGGER auto_rule_version_kept_delete BEFORE DELETE ON auto_rule_version BEGIN
    SELECT RAISE(ABORT, 'auto_rule_version is never changed');
END;
CREATE TRIGGER priority_rules_kept_update BEFORE UPDATE ON priority_rules BEGIN
    SELECT RAISE(ABORT, 'priority_rules is never changed');
END;
CREATE TRIGGER priority_rules_kept_delete BEFORE DELETE ON priority_rules BEGIN
    SELECT RAISE(ABORT, 'priority_rules is never changed');
END;
