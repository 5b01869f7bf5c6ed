-- What the figures need of the whole life: a clock that stands still, a dossier set aside, the reply to an online
-- submission, papers asked for, an extension, and the parts that other agencies do. Every new column may be null: rows from
-- before keep counting, and what they do not know counts for nothing.
alter table dossier_measurement
  add submitted_on date,
  add paused_on    date,
  add voided_on    date,
  add reply_due_at timestamptz,
  add replied_at   timestamptz,
  add reply_late   boolean,
  add supplements  int,
  add extended     boolean;

-- Online submissions that await a reply, by the day they came in; no other dossier pays for it.
create index dossier_measurement_reply on dossier_measurement (agency text_pattern_ops, submitted_on)
  where reply_due_at is not null;

-- Few, and asked for whenever parcels are counted.
create index dossier_measurement_voided on dossier_measurement (dossier_id) where voided_on is not null;

-- One row per part of a dossier, of the agency that had it. The lead agency stands in the dossier's own row.
create table leg_measurement (
  dossier_id  uuid not null,
  number      int  not null,
  agency      text not null,
  opened_on   date not null,
  due_on      date,
  finished_on date,
  primary key (dossier_id, number)
) with (fillfactor = 80);

create index leg_measurement_agency on leg_measurement (agency text_pattern_ops, opened_on);
