-- One row per (stream, source, subject): how far its events have been applied. Claiming is locking this row.
create table inbox (
    stream        text        not null,
    source        text        not null,
    subject       uuid        not null,
    last_sequence bigint      not null default 0 check (last_sequence >= 0),
    held          integer     not null default 0 check (held >= 0), -- rows of waiting_event of this subject
    block         text        check (block in ('NOT_YET', 'PARKED')), -- null: events flow
    block_reason  text,
    blocked_since timestamptz,
    retry_at      timestamptz, -- of NOT_YET
    tries         integer     not null default 0,
    primary key (stream, source, subject)
) with (fillfactor = 70); -- rewritten with every poll: room for updates within the page

create index inbox_to_retry on inbox (stream, retry_at) where block = 'NOT_YET';

-- Events that cannot be applied yet: beyond a gap, waiting for something that is not here yet, parked, or behind a parked one.
create table waiting_event (
    stream        text        not null,
    source        text        not null,
    subject       uuid        not null,
    sequence      bigint      not null,
    attributes    jsonb       not null,
    value         bytea, -- null: beyond the limit of what is kept per subject; left in the topic, comes back when the topic is read again
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    stored_at     timestamptz not null default now(),
    primary key (stream, source, subject, sequence)
);

-- What an operator has to look at, and what was done about it. The value stays in waiting_event until the event is applied or discarded.
create table parked_event (
    id             bigint      generated always as identity primary key,
    stream         text        not null,
    source         text        not null,
    subject        uuid        not null,
    sequence       bigint      not null,
    event_id       uuid        not null,
    type           text        not null,
    topic          text        not null,
    partition      integer     not null,
    record_offset  bigint      not null,
    reason         text        not null,
    tries          integer     not null default 1,
    parked_at      timestamptz not null default now(),
    last_tried_at  timestamptz not null default now(),
    resolution     text        check (resolution in ('RELEASED', 'DISCARDED')),
    resolved_at    timestamptz,
    resolved_by    text,
    discard_reason text,
    check ((resolution is null) = (resolved_at is null)),
    check (resolution is distinct from 'DISCARDED' or discard_reason is not null)
);

create unique index parked_event_open on parked_event (stream, source, subject) where resolved_at is null;

-- Records that are no events at all: nobody can say whose they are, so only their place in the topic names them.
create table undecodable_record (
    id            bigint      generated always as identity primary key,
    stream        text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    reason        text        not null,
    value_length  integer     not null,
    value_start   bytea       not null, -- bounded; the whole is in the topic
    recorded_at   timestamptz not null default now(),
    unique (stream, topic, partition, record_offset)
);
