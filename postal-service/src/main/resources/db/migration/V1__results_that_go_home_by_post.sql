-- Whom a parcel goes to: the latest known, and only of dossiers whose result goes by post. The one table with personal data, so that
-- erasing a person is deleting a row.
create table recipient (
    dossier_id   uuid        primary key,
    name         text,
    phone        text,
    address      text,
    commune      text,
    province     text,
    changed_at   timestamptz not null default clock_timestamp()
);

-- The list that an agency hands to the postman. Days are dates of Asia/Ho_Chi_Minh. Agencies sort by byte, so that a subtree is a range.
create table manifest (
    id             text        primary key, -- agency-date-run
    agency         text        collate "C" not null,
    day            date        not null,
    run            integer     not null check (run >= 1),
    state          text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'HANDED_OVER')),
    version        bigint      not null default 1, -- rises with whatever a signature would attest
    line_count     integer     not null default 0 check (line_count >= 0), -- parcels ever put on it, cancelled ones included
    closes_at      timestamptz not null,
    closed_at      timestamptz,
    handed_over_at timestamptz,
    handed_over_by text,
    received_by    text,
    unique (agency, day, run),
    check ((state = 'HANDED_OVER') = (handed_over_at is not null)),
    check (state <> 'HANDED_OVER' or (handed_over_by is not null and received_by is not null))
);

-- One that takes parcels at a time; a full one (1,000 lines, a poll may add as many again) waits for its cut-off.
create unique index manifest_one_open on manifest (agency, day) where state = 'OPEN' and line_count < 1000;
create index manifest_to_close on manifest (closes_at) where state = 'OPEN';

-- One parcel of one dossier. A second one may follow only when the first will not move any more.
create table postal_return (
    id              uuid        primary key, -- version 7: in order of making
    dossier_id      uuid        not null,
    run             integer     not null default 1 check (run >= 1),
    dossier_code    text        not null,
    agency          text        collate "C" not null,
    zone            text        not null,
    status          text        not null,
    manifest_id     text        not null,
    promised_date   date        not null,
    result_count    integer     not null,
    attempt         integer     not null default 0,
    reported_at     timestamptz,
    handed_over_at  timestamptz,
    delivered_at    timestamptz,
    next_invitation date,
    created_at      timestamptz not null, -- business time of the completion
    sequence        bigint      not null default 0, -- of the last published fact of the dossier
    hash            text,
    correlation_id  text,
    causation_id    text,
    unique (dossier_id, run)
) with (fillfactor = 80);

create unique index postal_return_one_active on postal_return (dossier_id)
    where status not in ('DELIVERED', 'RETURNED_TO_AGENCY', 'CANCELLED');
create index postal_return_of_manifest on postal_return (manifest_id, id);
create index postal_return_of_agency on postal_return (agency, id);

-- The send-once ledger. The order number is the idempotency key at the carrier.
create table carrier_order (
    return_id        uuid        primary key,
    order_number     text        not null unique,
    state            text        not null default 'PLANNED' check (state in ('PLANNED', 'SENDING', 'ORDERED', 'IN_DOUBT', 'FAILED', 'CANCELLED')),
    tracking_number  text        unique,
    cancel_requested boolean     not null default false,
    attempts         integer     not null default 0,
    retries          integer     not null default 0, -- by a clerk; the ETag of the return
    due_at           timestamptz not null default clock_timestamp(), -- when somebody looks again; of a leased row: when the lease ends
    lease            uuid,
    reason           text,
    planned_at       timestamptz not null default clock_timestamp(),
    ordered_at       timestamptz
) with (fillfactor = 80);

create index carrier_order_due on carrier_order (due_at)
    where state in ('PLANNED', 'SENDING', 'IN_DOUBT') or (state = 'ORDERED' and cancel_requested);
create index carrier_order_to_look_at on carrier_order (state, return_id) where state in ('FAILED', 'IN_DOUBT');

-- What the carrier said, as it said it, once each.
create table carrier_report (
    item_code   text        not null,
    status      integer     not null, -- the number of the carrier's list, also one that nobody told us of
    time        timestamptz not null,
    received_at timestamptz not null default clock_timestamp(),
    effect      text, -- null while it waits for the parcel or for its hand-over
    primary key (item_code, status, time)
);

create index carrier_report_waiting on carrier_report (item_code) where effect is null;

-- Steps of persons, by their idempotency key. Written only by the step itself, after it succeeded.
create table step_request (
    scope  text        not null,
    key    text        not null,
    target text        not null,
    digest text        not null,
    at     timestamptz not null default clock_timestamp(),
    primary key (scope, key, target)
);
