-- A dossier may have several parcels, one after the other, and each counts for itself. A row from before is of the one parcel that was known.
alter table parcel_measurement
  add run int not null default 1,
  drop constraint parcel_measurement_pkey,
  add primary key (dossier_id, run);
