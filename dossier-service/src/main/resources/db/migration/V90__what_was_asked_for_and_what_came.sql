-- Money beside dossiers. What a dossier costs stands in its course; here stand the references under which somebody can pay, and every movement
-- of money that was told of, whatever became of it.

create table payment (
    reference         text        primary key collate "C",
    -- Null as long as it is paid before there is a dossier; then the dossier that named it, once.
    dossier_id        uuid,
    -- Opaque id of who asked for it before there was a dossier.
    citizen           text,
    agency            text        not null collate "C",
    procedure         text        not null,
    procedure_version integer     not null,
    amount            bigint      not null,
    -- OPEN, PAID, REFUNDED. That nobody waits for it any more is the dossier's to say.
    state             text        not null,
    created_at        timestamptz not null,
    expires_at        timestamptz,
    paid_at           timestamptz,
    request_scope     text,
    request_key       text,
    request_digest    bytea,
    constraint payment_amount check (amount > 0),
    constraint payment_belongs check (dossier_id is not null or citizen is not null),
    constraint payment_request unique (request_scope, request_key)
) with (fillfactor = 80);

create index payment_of_citizen on payment (citizen, created_at) where citizen is not null;

create table receipt (
    id               bigint      generated always as identity primary key,
    -- GATEWAY or COUNTER; and the number that the movement has there.
    source           text        not null,
    transaction      text        not null collate "C",
    -- Of the payment as it was told; at the counter the receipt's own number.
    reference        text        not null collate "C",
    dossier_id       uuid,
    -- Null where nobody knows the reference.
    agency           text        collate "C",
    amount           bigint      not null,
    method           text        not null,
    paid_at          timestamptz not null,
    recorded_at      timestamptz not null,
    -- SETTLED what it was for, or why not: MISMATCH, LATE, SECOND, UNKNOWN.
    verdict          text        not null,
    -- What the lifecycle said.
    bar              text,
    -- Since when what was settled is due back, because the dossier ended without a result.
    due_back_at      timestamptz,
    -- REFUNDED or KEPT.
    closed_how       text,
    closed_at        timestamptz,
    closed_by        text,
    refund_reference text        collate "C",
    reason           text,
    note             text,
    request_scope    text,
    request_key      text,
    request_digest   bytea,
    constraint receipt_transaction unique (source, transaction),
    constraint receipt_closed_whole check ((closed_at is null) = (closed_how is null) and (closed_at is null) = (request_key is null))
);

-- What somebody has to look at.
create index receipt_to_look_at on receipt (id)
    where closed_at is null and (verdict <> 'SETTLED' or due_back_at is not null or dossier_id is null);

create index receipt_of_dossier on receipt (dossier_id) where dossier_id is not null;
create index receipt_of_payment on receipt (reference);
create unique index receipt_refund on receipt (refund_reference) where refund_reference is not null;
create unique index receipt_request on receipt (request_scope, request_key) where request_key is not null;

-- Whoever ends a dossier without a result, a person or a timer, makes what was paid for it due back, in the same transaction. The condition is
-- looked at before anything is called: other steps do not pay for it.
create function what_was_paid_is_due_back() returns trigger language plpgsql as $$
begin
    update receipt set due_back_at = new.changed_at
    where dossier_id = new.id and verdict = 'SETTLED' and closed_at is null and due_back_at is null;
    return null;
end $$;

create trigger dossier_ended_without_result after update on dossier
    for each row
    when (new.status is distinct from old.status
        and (new.status in ('REFUSED', 'WITHDRAWN')
            or new.status = 'STOPPED' and (new.ended_at is not null or new.accepted_at is null)))
    execute function what_was_paid_is_due_back();
