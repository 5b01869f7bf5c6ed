-- How a dossier went, in one text: what it waits for, the ledger of its clock, its alarms, its workflow and what other agencies do of it.
-- What is asked for by SQL has a column of its own beside it.
alter table dossier
    add column course  text,
    -- When the dossier has to be woken next: decided with each step, read by whoever sweeps.
    add column wake_at timestamptz,
    -- Agencies that have an open part of the work; null for most.
    add column holders text[];

create index dossier_wake on dossier (wake_at, id) where wake_at is not null;

create index dossier_holders on dossier using gin (holders) where holders is not null;

-- When something is due to happen: the reply to an online dossier before acceptance, the result afterwards. What is new is urgent too.
alter table dossier
    add column answer_by timestamptz generated always as (case when accepted_at is null then reply_due_at else due_at end) stored;

drop index dossier_queue;
create index dossier_queue on dossier (agency, status, answer_by, id);

-- What one officer has.
create index dossier_of_officer on dossier (officer, agency, status, answer_by, id) where officer is not null;
