-- Null where no fact told: then the version of the procedure says whether it costs something.
alter table dossier_measurement add owed boolean;
