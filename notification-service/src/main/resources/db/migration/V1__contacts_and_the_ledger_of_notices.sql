-- How to reach the applicant of each dossier, as the restricted stream said last. No name, no postal address: notices need neither.
create table contact (
    dossier_id uuid        primary key,
    code       text        not null,
    agency     text        not null,
    phone      text, -- as given
    email      text,
    sms        boolean     not null, -- asked for
    mail       boolean     not null, -- asked for
    language   text        not null check (language in ('VI', 'EN')),
    erased     boolean     not null default false,
    updated_at timestamptz not null default now(),
    check (not erased or (phone is null and email is null))
);

-- What is sent at most once: one row for each event and channel, written in the transaction that claimed the event.
create table notice (
    id           uuid        primary key, -- derived from event and channel; providers know the notice under it
    position     bigint      generated always as identity,
    event_id     uuid        not null,
    dossier_id   uuid        not null,
    code         text        not null,
    agency       text        not null,
    wording      text        not null,
    version      integer     not null, -- of the words
    language     text        not null,
    channel      text        not null check (channel in ('SMS', 'EMAIL')),
    address      text, -- null: there is none, or it was erased
    masked       text,
    subject      text,
    body         text, -- null: erased
    parts        integer, -- of an SMS
    state        text        not null check (state in ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'IN_DOUBT', 'SUPPRESSED')),
    reason       text, -- a code
    attempt      integer     not null default 0, -- calls of the provider so far; the holder of the highest may write the outcome
    failures     integer     not null default 0, -- tries that failed for certain since the last order to send
    asks         integer     not null default 0, -- how often the provider was asked what became of it
    resent       boolean     not null default false, -- once more, on a person's word
    occurred_at  timestamptz not null,
    recorded_at  timestamptz,
    planned_at   timestamptz not null default now(),
    due_at       timestamptz, -- PLANNED: not before; IN_DOUBT: when to ask the provider
    lease_until  timestamptz, -- SENDING: whoever holds it is taken for dead after
    sent_at      timestamptz,
    provider_id  text,
    row_version  bigint      not null default 1,
    unique (event_id, channel),
    check ((state = 'SENDING') = (lease_until is not null)),
    check (state <> 'PLANNED' or (due_at is not null and address is not null and body is not null))
) with (fillfactor = 80);

create index notice_due on notice (channel, due_at, position) where state = 'PLANNED';
create index notice_leased on notice (lease_until) where state = 'SENDING';
create index notice_to_ask on notice (channel, due_at) where state = 'IN_DOUBT';
create index notice_of_dossier on notice (dossier_id, position);
create index notice_by_code on notice (code, position);
create index notice_by_state on notice (state, position);

-- What persons decided about notices, and the keys under which they asked for it.
create table notice_act (
    scope       text        not null, -- subject of the token
    request_key text        not null,
    digest      bytea       not null,
    notice_id   uuid        not null references notice (id),
    act         text        not null check (act in ('RESOLUTION', 'RELEASE')),
    outcome     text,
    note        text,
    acted_at    timestamptz not null default now(),
    primary key (scope, request_key)
);

create index notice_act_of_notice on notice_act (notice_id);
