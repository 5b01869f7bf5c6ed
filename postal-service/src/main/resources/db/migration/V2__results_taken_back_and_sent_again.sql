-- A result given anew while the parcel with the one that was taken back is still on its way: it goes out when that parcel has come to its end, as a
-- dossier has one parcel at a time. At most one a dossier; a result that is taken back itself waits no more.
create table waiting_result (
    dossier_id     uuid        primary key,
    dossier_code   text        not null,
    agency         text        not null,
    created_at     timestamptz not null, -- business time of the completion
    result_count   integer     not null,
    correlation_id text,
    causation_id   text,
    waits_since    timestamptz not null default clock_timestamp()
);
