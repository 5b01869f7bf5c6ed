-- Whether something was paid online for it, before it was handed in or later; null where nothing was.
alter table dossier_measurement
  add paid_online boolean;
