-- What one leader proposed to put right in a dossier that is closed, until another confirms it. "asked" holds the request as it came, people and
-- all: it is as private as the applicant, and emptied with them. One proposal of a dossier awaits its decision at a time.
create table correction_proposal (
    dossier_id     uuid        not null,
    number         integer     not null,
    asked          text        not null,
    -- Account and name, as in the history; the account alone decides who may not confirm.
    proposed_by    text        not null,
    account        text        not null,
    proposed_at    timestamptz not null,
    request_scope  text        not null,
    request_key    text        not null,
    request_digest bytea       not null,
    -- CONFIRMED, REJECTED; null while it awaits its decision.
    outcome        text,
    decided_by     text,
    decided_at     timestamptz,
    decision_note  text,
    -- Of a rejection: a confirmation has its key in its event.
    decision_scope  text,
    decision_key    text,
    decision_digest bytea,
    primary key (dossier_id, number),
    constraint correction_proposal_once unique (request_scope, request_key)
);

create unique index correction_proposal_open on correction_proposal (dossier_id) where outcome is null;
