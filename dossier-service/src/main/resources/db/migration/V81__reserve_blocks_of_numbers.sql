-- Numbers that an office took out of its day's counter to give them out where there is no network. Which of them were used says the table of dossiers.
create table number_block (
    id             uuid        primary key,
    agency         text        not null collate "C",
    day            date        not null,
    first          integer     not null,
    last           integer     not null,
    reserved_at    timestamptz not null,
    reserved_by    text        not null,
    -- From then on no dossier comes in under its numbers; those that none has are void.
    closed_at      timestamptz,
    closed_by      text,
    request_scope  text        not null,
    request_key    text        not null,
    request_digest bytea       not null,
    constraint number_block_request unique (request_scope, request_key),
    constraint number_block_first unique (agency, day, first),
    constraint number_block_range check (first between 1 and last)
);

-- Numbers that no dossier ever gets, so that the day's register has no gap that nobody can explain.
create table void_number (
    agency   text        not null collate "C",
    day      date        not null,
    number   integer     not null,
    block    uuid        not null,
    voided_at timestamptz not null,
    primary key (agency, day, number)
);
