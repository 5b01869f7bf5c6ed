-- The originals of papers, by the event that each is about. Never changed: a reprint is the very bytes, which lie in the store of papers under
-- their hash. Who demands one first makes it; whoever comes second finds it.
create table form (
    dossier_id  uuid        not null,
    kind        text        not null,
    sequence    bigint      not null,
    sha256      text        not null,
    bytes       integer     not null,
    -- Whether it bears a signature; which one is in the bytes.
    signed      boolean     not null,
    rendered_at timestamptz not null,
    primary key (dossier_id, sequence, kind),
    constraint form_hash check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint form_not_empty check (bytes > 0)
);
