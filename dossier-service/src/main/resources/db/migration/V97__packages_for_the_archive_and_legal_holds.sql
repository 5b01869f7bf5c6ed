-- Every package of a closed dossier that was made, before its first byte went out: who has what of whom.
create table archive_package (
    id         bigint      generated always as identity primary key,
    dossier_id uuid        not null,
    -- Of the zip file.
    sha256     text        not null collate "C",
    bytes      bigint      not null,
    -- Files and papers of the store that are in it, and the last fact of its history.
    objects    integer     not null,
    sequence   bigint      not null,
    hash       text        not null,
    made_at    timestamptz not null,
    made_by    text        not null
);

create index archive_package_of_dossier on archive_package (dossier_id, sha256);

-- Packages that the archive took over, with the number of its receipt. The last one of a dossier counts.
create table archive_handover (
    id             bigint      generated always as identity primary key,
    dossier_id     uuid        not null,
    package        bigint      not null,
    sha256         text        not null collate "C",
    receipt        text        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    request_scope  text        not null,
    request_key    text        not null,
    request_digest bytea       not null,
    constraint archive_handover_once unique (dossier_id, sha256),
    constraint archive_handover_request unique (request_scope, request_key)
);

-- Who keeps a dossier from being destroyed, and why, and who let it go again. Nothing is deleted here.
create table legal_hold (
    id             bigint      generated always as identity primary key,
    dossier_id     uuid        not null,
    number         integer     not null,
    reason         text        not null,
    placed_by      text        not null,
    placed_at      timestamptz not null,
    request_scope  text        not null,
    request_key    text        not null,
    request_digest bytea       not null,
    lifted_at      timestamptz,
    lifted_by      text,
    lifting_reason text,
    lifting_scope  text,
    lifting_key    text,
    lifting_digest bytea,
    constraint legal_hold_number unique (dossier_id, number),
    constraint legal_hold_request unique (request_scope, request_key),
    constraint legal_hold_lifted_whole check ((lifted_at is null) = (lifting_reason is null) and (lifted_at is null) = (lifting_key is null))
);

create index legal_hold_open on legal_hold (id) where lifted_at is null;
