-- What applicants said of how they were served; null in both where nobody rated. The words they added are not here and not on the topic.
alter table dossier_measurement
  add rated_on date,
  add rating   int;

-- Only what was rated, by the day of the rating; no other dossier pays for it.
create index dossier_measurement_rated on dossier_measurement (agency text_pattern_ops, rated_on) where rated_on is not null;
