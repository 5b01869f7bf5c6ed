-- Files of dossiers. Their bytes lie in the object store under their SHA-256; names that files had are kept nowhere.

-- What somebody sent and no dossier has yet: used once, by whoever sent it, and swept when its time is over.
create table upload (
    id         uuid        primary key,
    account    text        not null,
    sha256     text        not null collate "C",
    bytes      bigint      not null,
    media_type text        not null,
    sent_at    timestamptz not null,
    expires_at timestamptz not null,
    -- What was found of the signatures of a PDF, and whether they do not hold; null for what is no PDF.
    signature  text,
    signature_broken boolean not null,
    -- False until the store has the bytes: the row comes first, so that nobody deletes an object that is about to be referred to.
    ready      boolean     not null
);

create index upload_expiry on upload (expires_at, id);
create index upload_object on upload (sha256);
create index upload_account on upload (account);

-- A file of a dossier, written in the statement of the step that added it.
create table document (
    id         uuid        primary key,
    dossier_id uuid        not null,
    -- Number of the event that tells of it.
    sequence   bigint      not null,
    component  text,
    kind       text        not null,
    result     boolean     not null,
    sha256     text        collate "C",
    bytes      bigint,
    media_type text,
    signature  text,
    signature_broken boolean not null,
    pages      integer,
    -- The document of an earlier dossier that it was taken over from; null where it was sent.
    source     uuid,
    added_at   timestamptz not null,
    -- An upload that was used, swept or somebody else's fails the whole statement: no step without its file.
    constraint document_has_its_file check (sha256 is not null and bytes is not null and media_type is not null)
);

create index document_of_dossier on document (dossier_id, sequence, id);
create index document_object on document (sha256);
-- A paper that the service made may be sent back to it: the same bytes, one object, which stays for the paper's sake.
create index form_object on form (sha256);

-- Objects that may be deleted. A mark is set before anybody looks whether the object is still referred to, and whoever sends the same bytes
-- again waits until it is gone: so nothing is deleted under a new reference.
create table object_removal (
    sha256 text        primary key collate "C",
    since  timestamptz not null
);

-- Who opened a file, written before the first byte goes out. Insert-only.
create table document_view (
    id          bigint generated always as identity primary key,
    document_id uuid        not null,
    dossier_id  uuid        not null,
    account     text        not null,
    roles       text        not null,
    agency      text,
    at          timestamptz not null,
    trace_id    text
);

create index document_view_of_dossier on document_view (dossier_id, id);
