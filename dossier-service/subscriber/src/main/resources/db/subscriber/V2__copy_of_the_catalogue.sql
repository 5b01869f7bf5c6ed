create sequence catalogue_revision;

-- The copy of the topic catalogue.v1: the last value of each key. The revision rises with every change, so that other instances see that there was one.
create table catalogue_entry (
    kind         text        not null,
    code         text        not null,
    version      integer     not null,
    content      jsonb       not null,
    published_at timestamptz not null,
    revision     bigint      not null default nextval('catalogue_revision'),
    primary key (kind, code, version)
);
