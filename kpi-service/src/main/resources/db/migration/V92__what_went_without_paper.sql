-- Files and results of dossiers: null where no fact told. The version of the procedure says whether it costs something.
alter table dossier_measurement
  add procedure_version int,
  add certified boolean,
  add granted boolean,
  add digitised boolean;
