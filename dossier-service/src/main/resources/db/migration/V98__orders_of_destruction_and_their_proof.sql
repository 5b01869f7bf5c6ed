-- What one drafted and another approved to be destroyed. Rows stay for good: they are the proof.
create table destruction_order (
    id              uuid        primary key,
    number          bigint      generated always as identity unique,
    agency          text        not null collate "C",
    basis           text        not null,
    -- DRAFTED, APPROVED while it is carried out, EXECUTED, REJECTED.
    state           text        not null,
    -- Account and name, as in the history; the account alone decides who may not approve.
    drafted_by      text        not null,
    account         text        not null,
    drafted_at      timestamptz not null,
    request_scope   text        not null,
    request_key     text        not null,
    request_digest  bytea       not null,
    decided_by      text,
    decided_at      timestamptz,
    decision_note   text,
    decision_scope  text,
    decision_key    text,
    decision_digest bytea,
    executed_at     timestamptz,
    -- Of the certificate, written with the last dossier.
    certificate     text,
    constraint destruction_order_request unique (request_scope, request_key),
    constraint destruction_order_decided check ((decided_at is null) = (state = 'DRAFTED') and (decided_at is null) = (decision_key is null)),
    constraint destruction_order_executed check ((executed_at is null) = (state <> 'EXECUTED') and (executed_at is null) = (certificate is null))
);

create index destruction_order_of_agency on destruction_order (agency, number desc);
create index destruction_order_due on destruction_order (number) where state = 'APPROVED';

-- The dossiers of an order, and what became of each.
create table destruction_item (
    order_id       uuid        not null,
    dossier_id     uuid        not null,
    code           text        not null,
    procedure      text        not null,
    closed_on      date        not null,
    keep_until     date        not null,
    basis          text        not null,
    -- PENDING, DESTROYED, LEFT_OUT with why.
    state          text        not null,
    bar            text,
    -- False once nothing is to be done: a dossier stands in one open order at a time.
    open           boolean     not null,
    -- Of the package that the archive has, and its receipt.
    package_sha256 text,
    receipt        text,
    -- The last fact that was there, and the one that tells of the destruction.
    sequence       bigint,
    hash           text,
    erased_sequence bigint,
    erased_hash    text,
    files          text[],
    destroyed_at   timestamptz,
    primary key (order_id, dossier_id),
    constraint destruction_item_proof check (state <> 'DESTROYED'
        or package_sha256 is not null and receipt is not null and hash is not null and erased_hash is not null and files is not null
            and destroyed_at is not null)
);

create unique index destruction_item_open on destruction_item (dossier_id) where open;

-- An agency's closed dossiers, oldest first, for the list of those that need no longer be kept. Paid for when a dossier closes: none of the columns
-- changes at another step.
create index dossier_closed on dossier (agency, (coalesce(returned_at, ended_at, submitted_at)), id)
    where status in ('REFUSED', 'WITHDRAWN', 'STOPPED', 'RETURNED');
