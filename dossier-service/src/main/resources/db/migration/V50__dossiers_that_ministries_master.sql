-- Which dossier of a ministry's system became which here.
create table mirrored_dossier (
    source     text  not null,
    source_id  text  not null,
    dossier_id uuid  not null,
    primary key (source, source_id)
);

-- What was told of it: the digest of the line that told it, and which event it became.
create table mirrored_fact (
    source     text   not null,
    fact_id    text   not null,
    digest     bytea  not null,
    dossier_id uuid   not null,
    sequence   bigint not null,
    constraint mirrored_fact_once primary key (source, fact_id)
);

-- Nobody here works on these dossiers: they stand in a queue of their own, so that however many they are, a page of an agency's queue is
-- still one index scan. A dossier stands in one of the two.
drop index dossier_queue;
create index dossier_queue on dossier (agency, status, answer_by, id) where origin <> 'MIRRORED';
create index dossier_mirrored_queue on dossier (agency, status, answer_by, id) where origin = 'MIRRORED';
