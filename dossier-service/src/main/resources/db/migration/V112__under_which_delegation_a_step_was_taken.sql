-- By which delegation somebody acted as a leader, where the staff list says so; no row for who acts in their own right. As private as who acted:
-- never published, and emptied with it.
create table acted_under (
    dossier_id uuid   not null,
    sequence   bigint not null,
    delegation uuid   not null,
    primary key (dossier_id, sequence)
);
