-- Feedback as it stands. Its history is the table "event" of the relay, written in the same statement, as with dossiers; nothing here refers to them.
create table feedback (
    id              uuid        primary key,
    kind            text,
    status          text        not null,
    previous_status text,
    -- Number of the last event, and of the last one that a person caused: timers and ratings move the first only.
    sequence        bigint      not null,
    step_sequence   bigint      not null,
    changed_at      timestamptz not null,
    last_hash       text        not null,
    channel         text        not null,
    agency          text        not null collate "C",
    agency_path     text[]      not null,
    procedure       text,
    -- Opaque id of the author where they logged in here.
    citizen         text,
    private_digest  text        not null,
    received_at     timestamptz not null,
    arrived_at      timestamptz not null,
    classified_at   timestamptz,
    asked_at        timestamptz,
    answered_at     timestamptz,
    published_at    timestamptz,
    refused_at      timestamptz,
    reason          text,
    score           smallint,
    -- What was owed until when, line by line.
    ledger          text        not null,
    -- What is owed now; null if nothing, or if that year's calendar was not published.
    due_at          timestamptz,
    -- When somebody has to be told that it is overdue: decided with each step, read by whoever sweeps.
    wake_at         timestamptz,
    -- What has no due date comes last.
    queue_at        timestamptz generated always as (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz)) stored,
    -- Who asked for it, under which key: the caller's own, or the other system's name and number.
    request_scope   text        not null,
    request_key     text        not null,
    request_digest  bytea       not null,
    constraint feedback_request unique (request_scope, request_key)
) with (fillfactor = 80);

create index feedback_queue on feedback (agency, status, queue_at, id);

create index feedback_due on feedback (agency, queue_at, id) where due_at is not null;

create index feedback_of_citizen on feedback (citizen, received_at desc, id desc) where citizen is not null;

create index feedback_wake on feedback (wake_at, id) where wake_at is not null;

-- Who wrote what, and what they were answered. Never in an event; the digest that the events carry is salted with "salt".
create table feedback_words (
    feedback_id uuid  primary key,
    author      text,
    text        text  not null,
    question    text,
    supplement  text,
    answer      text,
    salt        bytea not null
);
