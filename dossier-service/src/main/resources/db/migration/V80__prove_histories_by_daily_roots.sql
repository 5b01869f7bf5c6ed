-- What all histories were at the end of a day, in one hash. One row per day without gaps; never changed, but for when Kafka had it.
create table history_root (
    day           date        primary key,
    source        text        not null,
    dossiers      bigint      not null,
    tree          text        not null,
    previous_root text,
    root          text        not null unique,
    made_at       timestamptz not null default clock_timestamp(),
    published_at  timestamptz
);

create index history_root_unpublished on history_root (day) where published_at is null;

-- The leaves of the last root: where each dossier's history was when its day ended.
create table history_leaf (
    subject  uuid   primary key,
    sequence bigint not null,
    hash     text   not null
);

-- The tree of the last root above its leaves: the roots of runs of 1,024 in the order of the subjects, each known by its first.
create table history_run (
    number integer primary key,
    first  uuid    not null unique,
    hash   bytea   not null
);
