-- Who works where and when, who is away, who signs for whom. Days are those of Asia/Ho_Chi_Minh, first and last included.
-- The extension is a trusted one: the database's owner may create it.
create extension if not exists btree_gist;

-- Moves with every change of the list, in the same statement: instances compare it with the copy that they hold in memory.
create table staff_version (
    only_one boolean primary key default true check (only_one),
    version  bigint  not null
) with (fillfactor = 50);

insert into staff_version (version) values (1);

-- A person's number of changes, which is their ETag.
create table officer_account (
    account text   primary key collate "C",
    version bigint not null
) with (fillfactor = 80);

-- One row per post held. The account is the token's subject. A post that was given no last day is open: it lasts until the person's next
-- one begins, and valid_to follows that, whichever of them was told first; null where there is no next one.
create table officer (
    account       text    not null collate "C",
    valid_from    date    not null,
    valid_to      date,
    open          boolean not null,
    name          text    not null,
    unit          text    not null collate "C",
    position_code text    not null,
    position_vi   text    not null,
    position_en   text,
    roles         text[]  not null,
    primary key (account, valid_from),
    constraint officer_ends_after_it_begins check (valid_to >= valid_from),
    constraint officer_ends_or_is_open check (open or valid_to is not null),
    -- Deferrable: asked at the end of a statement, which may end one post and begin the next.
    constraint officer_in_one_post_a_day exclude using gist (account with =, daterange(valid_from, valid_to, '[]') with &&)
        deferrable initially immediate
);

create index officer_of_unit on officer (unit, account);

create table absence (
    id       bigint generated always as identity primary key,
    account  text not null collate "C",
    from_day date not null,
    to_day   date not null,
    reason   text not null,
    constraint absence_ends_after_it_begins check (to_day >= from_day),
    constraint absence_once_a_day exclude using gist (account with =, daterange(from_day, to_day, '[]') with &&)
        deferrable initially immediate
);

-- Never changed but by its revocation: what was signed under it must stay explicable.
create table delegation (
    id                uuid        primary key,
    from_account      text        not null collate "C",
    to_account        text        not null collate "C",
    mode              text        not null,
    agency            text        not null collate "C",
    procedure         text,
    sector            text,
    valid_from        date        not null,
    valid_to          date,
    document          text        not null,
    recorded_at       timestamptz not null,
    request_scope     text        not null,
    request_key       text        not null,
    request_digest    bytea       not null,
    -- The first day on which it no longer holds.
    revoked_from      date,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_note   text,
    revocation_key    text,
    revocation_digest bytea,
    constraint delegation_to_somebody_else check (from_account <> to_account),
    constraint delegation_of_a_procedure_or_a_sector check (procedure is null or sector is null),
    constraint delegation_ends_after_it_begins check (valid_to >= valid_from),
    constraint delegation_request unique (request_scope, request_key),
    constraint delegation_revocation unique (revoked_by, revocation_key)
);

create index delegation_of_agency on delegation (agency, id);
create index delegation_from on delegation (from_account);
create index delegation_to on delegation (to_account);
