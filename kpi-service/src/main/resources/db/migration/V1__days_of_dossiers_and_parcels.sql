-- What the figures are made of: the latest state of each dossier and parcel, in days of the province. No personal data.
-- Written by dossier id only; read by agency and the day of acceptance.
create table dossier_measurement (
  dossier_id      uuid primary key,
  agency          text not null,
  procedure       text not null,
  sector          text not null,
  channel         text not null,
  origin          text not null,
  status          text not null,
  accepted_on     date,
  due_on          date,
  original_due_on date,
  ended_on        date,
  returned_on     date
) with (fillfactor = 80);

-- A subtree of agencies is a range of codes; dossiers that were never accepted are not counted and not indexed.
create index dossier_measurement_period on dossier_measurement (agency text_pattern_ops, accepted_on)
  where accepted_on is not null;

create table parcel_measurement (
  dossier_id      uuid primary key,
  agency          text not null,
  status          text not null,
  promised_on     date,
  handed_over_on  date,
  delivered_on    date,
  failed_attempts int  not null
) with (fillfactor = 80);

create index parcel_measurement_agency on parcel_measurement (agency text_pattern_ops, handed_over_on);
