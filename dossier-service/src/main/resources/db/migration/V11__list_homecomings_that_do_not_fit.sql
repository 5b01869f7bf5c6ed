-- Parcels that arrived although their dossier could not be returned: for a person to look at. An event puts one line here at most.
create table homecoming_work (
  id              bigint generated always as identity primary key,
  event_id        uuid        not null,
  dossier_id      uuid        not null,
  dossier_code    text        not null,
  agency          text        not null collate "C",
  delivered_at    timestamptz not null,
  -- What the lifecycle said, or DOSSIER_UNKNOWN; and where the dossier stood.
  reason          text        not null,
  status          text,
  recorded_at     timestamptz not null,
  settled_at      timestamptz,
  settled_by      text,
  settlement_note text,
  request_scope   text,
  request_key     text,
  request_digest  bytea,
  constraint homecoming_work_event unique (event_id),
  constraint homecoming_work_settled_whole check ((settled_at is null) = (settlement_note is null) and (settled_at is null) = (request_key is null)));

create index homecoming_work_open on homecoming_work (id) where settled_at is null;

create unique index homecoming_work_request on homecoming_work (request_scope, request_key) where request_key is not null;
