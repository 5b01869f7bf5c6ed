-- Registers that were closed: numbered by agency and year, signed, never changed. The bytes lie in the store of papers under their hash.
create table register (
    agency         text        not null,
    -- Of the day of issue, Asia/Ho_Chi_Minh.
    year           integer     not null,
    number         integer     not null,
    first_day      date        not null,
    last_day       date        not null,
    issued_at      timestamptz not null,
    issued_by      text        not null,
    lines          integer     not null,
    -- Where the history of each dossier stood, a line each; its SHA-256 stands on the paper. No personal data.
    heads          text        not null,
    -- The published root over all histories that was the last one then.
    root_day       date        not null,
    root           text        not null,
    sha256         text        not null collate "C",
    bytes          integer     not null,
    signed         boolean     not null,
    request_scope  text        not null,
    request_key    text        not null,
    request_digest bytea       not null,
    primary key (agency, year, number),
    constraint register_request unique (request_scope, request_key),
    constraint register_hash check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint register_period check (first_day <= last_day and last_day <= root_day),
    constraint register_counts check (number > 0 and lines >= 0 and bytes > 0)
);

-- An object stays while a register refers to it.
create index register_object on register (sha256);
