-- Dossiers as they stand. Their history is the table "event" of the relay, written in the same statement; no foreign keys between them,
-- since each is paid at every step and one statement writes both or neither.

create table dossier (
    id               uuid        primary key,
    code             text        not null collate "C",
    status           text        not null,
    previous_status  text,
    -- Number of the last event, and of the last one that a person caused: timers move the first only.
    sequence         bigint      not null,
    step_sequence    bigint      not null,
    changed_at       timestamptz not null,
    last_hash        text        not null,
    channel          text        not null,
    return_method    text        not null,
    origin           text        not null,
    legal_profile    text        not null,
    procedure        text        not null,
    procedure_version integer    not null,
    sector           text        not null,
    immediate        boolean     not null,
    agency           text        not null collate "C",
    agency_path      text[]      not null,
    -- Opaque id of the owner where they logged in; account of the case officer who took it.
    citizen          text,
    officer          text,
    submitted_at     timestamptz not null,
    reply_due_at     timestamptz,
    accepted_at      timestamptz,
    due_at           timestamptz,
    original_due_at  timestamptz,
    completed_at     timestamptz,
    ended_at         timestamptz,
    returned_at      timestamptz,
    outcome          text,
    reason           text,
    result_reference text,
    private_digest   text        not null,
    constraint dossier_code unique (code)
) with (fillfactor = 80);

-- An agency's queue by due date; what has none comes last.
create index dossier_queue on dossier (agency, status, due_at, id);

-- A citizen's own, newest first.
create index dossier_of_citizen on dossier (citizen, submitted_at desc, id) where citizen is not null;

-- The private part: who the applicant is and which papers they brought, in their own words. Never in an event; the digest that the events
-- carry is salted with "salt". Erasing a person empties this row and breaks no hash. Encryption at rest is the volume's.
create table applicant (
    dossier_id      uuid    primary key,
    -- Null where an older system did not say who it was.
    name            text,
    id_number       text,
    phone           text,
    email           text,
    address         text,
    commune         text,
    province        text,
    notify_by_sms   boolean not null,
    notify_by_email boolean not null,
    language        text    not null,
    components      text    not null,
    salt            bytea   not null
);

-- The last number in use per agency and day. The row is locked until the commit, so numbers have no gaps and the day's 10,000th dossier
-- fails as a whole. A number that is not below this one's reach blocks its agency-day: imports raise it.
create table day_counter (
    agency text    not null collate "C",
    day    date    not null,
    last   integer not null,
    primary key (agency, day),
    constraint day_counter_four_digits check (last between 1 and 9999)
) with (fillfactor = 50);

-- Keys of requests that created a dossier. Steps need none: their key stands with the event that they caused.
create table creation (
    request_scope  text  not null,
    request_key    text  not null,
    request_digest bytea not null,
    dossier_id     uuid  not null,
    primary key (request_scope, request_key)
);

-- Which dossier of another system became which here, and the digest of the line that brought it.
create table imported_line (
    source     text  not null,
    source_id  text  not null,
    digest     bytea not null,
    dossier_id uuid  not null,
    primary key (source, source_id)
);
