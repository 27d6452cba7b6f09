-- The first schema. Ids are UUID (v7, made by the service), instants are epoch seconds, dates are
-- TEXT 'YYYY-MM-DD', minutes of day are numbers, nested data is JSON in TEXT. The SQLite folder says the same.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE municipality (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    zone TEXT NOT NULL,
    appeal_days BIGINT NOT NULL,
    appeal_body TEXT NOT NULL,
    colour TEXT NOT NULL,
    settings TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE case_counter (
    municipality_id UUID NOT NULL REFERENCES municipality (id),
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, year)
);

CREATE TABLE school_day_off (
    municipality_id UUID NOT NULL REFERENCES municipality (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    kind TEXT NOT NULL,
    proxy BOOLEAN NOT NULL,
    PRIMARY KEY (municipality_id, from_date, kind),
    CHECK (from_date <= to_date)
);

CREATE TABLE facility (
    id UUID PRIMARY KEY,
    municipality_id UUID NOT NULL REFERENCES municipality (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    town TEXT NOT NULL,
    district TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    description TEXT NOT NULL,
    wheelchair TEXT NOT NULL,
    wheelchair_note TEXT NOT NULL,
    hours TEXT NOT NULL,
    rules TEXT NOT NULL,
    source TEXT NOT NULL,
    archived BOOLEAN NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE space (
    id UUID PRIMARY KEY,
    facility_id UUID NOT NULL REFERENCES facility (id),
    parent_id UUID REFERENCES space (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    capacity BIGINT,
    size_m2 BIGINT,
    equipment TEXT NOT NULL,
    wheelchair TEXT NOT NULL,
    bookable BOOLEAN NOT NULL,
    hours TEXT,
    rules TEXT,
    assumption TEXT NOT NULL,
    sort BIGINT NOT NULL,
    archived BOOLEAN NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (facility_id, slug),
    CHECK (parent_id <> id)
);
CREATE INDEX space_parent ON space (parent_id);

-- The leaf units of every space: a space without parts is its own unit.
CREATE TABLE space_unit (
    space_id UUID NOT NULL REFERENCES space (id),
    unit_id UUID NOT NULL REFERENCES space (id),
    PRIMARY KEY (space_id, unit_id)
);
CREATE INDEX space_unit_unit ON space_unit (unit_id, space_id);

CREATE TABLE person (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_norm TEXT NOT NULL UNIQUE,
    search TEXT NOT NULL,
    phone TEXT NOT NULL,
    password_hash TEXT,
    language TEXT NOT NULL,
    disabled BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE organisation (
    id UUID PRIMARY KEY,
    municipality_id UUID NOT NULL REFERENCES municipality (id),
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
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE team (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    sport TEXT NOT NULL,
    age_from BIGINT,
    age_to BIGINT,
    gender TEXT NOT NULL,
    adapted BOOLEAN NOT NULL,
    level TEXT NOT NULL,
    size BIGINT,
    archived BOOLEAN NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX team_organisation ON team (organisation_id);

-- An ended membership stays, with its last instant.
CREATE TABLE membership (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT
);
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_organisation ON membership (organisation_id);

CREATE TABLE staff_role (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    facility_id UUID REFERENCES facility (id),
    role TEXT NOT NULL
);
CREATE INDEX staff_role_person ON staff_role (person_id);

CREATE TABLE auto_rule (
    id UUID PRIMARY KEY,
    municipality_id UUID NOT NULL REFERENCES municipality (id),
    latest BIGINT NOT NULL
);

-- A version is never changed: a new one is added.
CREATE TABLE auto_rule_version (
    rule_id UUID NOT NULL REFERENCES auto_rule (id),
    version BIGINT NOT NULL,
    scope TEXT NOT NULL,
    terms TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    from_at BIGINT NOT NULL,
    made_by UUID REFERENCES person (id),
    PRIMARY KEY (rule_id, version)
);

CREATE TABLE priority_rules (
    municipality_id UUID NOT NULL REFERENCES municipality (id),
    version BIGINT NOT NULL,
    classes TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    made_by UUID REFERENCES person (id),
    PRIMARY KEY (municipality_id, version)
);

CREATE TABLE closure (
    id UUID PRIMARY KEY,
    space_id UUID NOT NULL REFERENCES space (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    created_by UUID REFERENCES person (id),
    created_at BIGINT NOT NULL,
    lifted_at BIGINT,
    CHECK (starts_at < ends_at)
);
CREATE INDEX closure_space ON closure (space_id, ends_at);

CREATE TABLE request (
    id UUID PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    municipality_id UUID NOT NULL REFERENCES municipality (id),
    facility_id UUID NOT NULL REFERENCES facility (id),
    space_id UUID NOT NULL REFERENCES space (id),
    organisation_id UUID REFERENCES organisation (id),
    team_id UUID REFERENCES team (id),
    person_id UUID NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL,
    persons BIGINT,
    recurrence TEXT NOT NULL,
    state TEXT NOT NULL,
    class_place TEXT,
    verdict TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    decided_at BIGINT,
    idempotency_key TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX request_state ON request (state, sent_at);
CREATE INDEX request_organisation ON request (organisation_id, sent_at);
CREATE INDEX request_person ON request (person_id, sent_at);
CREATE INDEX request_facility ON request (facility_id, state);

-- One date of a request. The wish never changes; space, times and instants are what it stands at now.
CREATE TABLE request_line (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    position BIGINT NOT NULL,
    date TEXT NOT NULL,
    wish_space_id UUID NOT NULL REFERENCES space (id),
    wish_from BIGINT NOT NULL,
    wish_to BIGINT NOT NULL,
    space_id UUID NOT NULL REFERENCES space (id),
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    waiting_since BIGINT,
    offer TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (request_id, date),
    CHECK (starts_at < ends_at)
);
CREATE INDEX request_line_space ON request_line (space_id, date);
CREATE INDEX request_line_open ON request_line (space_id, ends_at) WHERE state IN ('asked', 'offered');
CREATE INDEX request_line_waiting ON request_line (space_id, ends_at) WHERE state = 'waiting';

CREATE TABLE decision (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    number BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    reason TEXT,
    reason_text TEXT NOT NULL,
    appeal_deadline TEXT NOT NULL,
    appeal_body TEXT NOT NULL,
    supersedes UUID UNIQUE REFERENCES decision (id),
    decided_at BIGINT NOT NULL,
    UNIQUE (request_id, number)
);

CREATE TABLE decision_line (
    decision_id UUID NOT NULL REFERENCES decision (id),
    line_id UUID NOT NULL REFERENCES request_line (id),
    date TEXT NOT NULL,
    space_id UUID NOT NULL REFERENCES space (id),
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    reason_text TEXT NOT NULL,
    PRIMARY KEY (decision_id, line_id)
);

CREATE TABLE booking (
    id UUID PRIMARY KEY,
    request_id UUID NOT NULL UNIQUE REFERENCES request (id),
    created_at BIGINT NOT NULL
);

CREATE TABLE occurrence (
    id UUID PRIMARY KEY,
    booking_id UUID NOT NULL REFERENCES booking (id),
    line_id UUID NOT NULL REFERENCES request_line (id),
    space_id UUID NOT NULL REFERENCES space (id),
    date TEXT NOT NULL,
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    setup_minutes BIGINT NOT NULL,
    teardown_minutes BIGINT NOT NULL,
    state TEXT NOT NULL,
    changed_reason TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    CHECK (starts_at < ends_at)
);
CREATE INDEX occurrence_booking ON occurrence (booking_id, date);
CREATE INDEX occurrence_space ON occurrence (space_id, ends_at);
-- A line has at most one occurrence that stands.
CREATE UNIQUE INDEX occurrence_line ON occurrence (line_id) WHERE state = 'confirmed';

CREATE TABLE hold (
    id UUID PRIMARY KEY,
    line_id UUID NOT NULL UNIQUE REFERENCES request_line (id),
    space_id UUID NOT NULL REFERENCES space (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    setup_minutes BIGINT NOT NULL,
    teardown_minutes BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK (starts_at < ends_at)
);
CREATE INDEX hold_expires ON hold (expires_at);

-- Who has which unit when. Setup and teardown are in the range. Closures do not block each other or what stood
-- before them; the trigger below keeps everything later out (docs/decisions/0005-closures.md).
CREATE TABLE occupancy (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id UUID NOT NULL REFERENCES space (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    occurrence_id UUID REFERENCES occurrence (id),
    hold_id UUID REFERENCES hold (id) ON DELETE CASCADE,
    closure_id UUID REFERENCES closure (id),
    expires_at BIGINT,
    blocking BOOLEAN NOT NULL,
    CHECK (starts_at < ends_at),
    CHECK (num_nonnulls(occurrence_id, hold_id, closure_id) = 1),
    CHECK (blocking = (closure_id IS NULL)),
    CHECK ((expires_at IS NOT NULL) = (hold_id IS NOT NULL)),
    CONSTRAINT occupancy_taken EXCLUDE USING gist (unit_id WITH =, int8range(starts_at, ends_at) WITH &&) WHERE (blocking)
);
CREATE INDEX occupancy_unit ON occupancy (unit_id, starts_at);
CREATE INDEX occupancy_unit_end ON occupancy (unit_id, ends_at);
CREATE INDEX occupancy_closure ON occupancy (unit_id, ends_at) WHERE closure_id IS NOT NULL;
CREATE INDEX occupancy_occurrence ON occupancy (occurrence_id);
CREATE INDEX occupancy_hold ON occupancy (hold_id);
CREATE INDEX occupancy_closure_id ON occupancy (closure_id);

-- A closure locks its units' rows, a booking shares them: neither can overlook the other.
CREATE FUNCTION occupancy_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.closure_id IS NOT NULL THEN
        PERFORM 1 FROM space WHERE id = NEW.unit_id FOR NO KEY UPDATE;
        RETURN NEW;
    END IF;
    PERFORM 1 FROM space WHERE id = NEW.unit_id FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM occupancy
        WHERE unit_id = NEW.unit_id AND closure_id IS NOT NULL
            AND ends_at > NEW.starts_at AND starts_at < NEW.ends_at
    ) THEN
        RAISE EXCEPTION 'occupancy closed' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'occupancy_closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER occupancy_guard BEFORE INSERT OR UPDATE OF unit_id, starts_at, ends_at, closure_id ON occupancy
    FOR EACH ROW EXECUTE FUNCTION occupancy_guard();

-- What happened, in order. Nothing is changed or taken out.
CREATE TABLE event (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor UUID REFERENCES person (id),
    acting_for UUID REFERENCES organisation (id),
    request_id UUID REFERENCES request (id),
    facility_id UUID REFERENCES facility (id),
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX event_request ON event (request_id, seq);
CREATE INDEX event_facility ON event (facility_id, seq);
CREATE INDEX event_kind ON event (kind, at);

-- Messages that an event calls for, until they are sent.
CREATE TABLE outbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id UUID NOT NULL REFERENCES event (id),
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    claimed_until BIGINT,
    done_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE done_at IS NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_line_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER auto_rule_version_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON auto_rule_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER priority_rules_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON priority_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
