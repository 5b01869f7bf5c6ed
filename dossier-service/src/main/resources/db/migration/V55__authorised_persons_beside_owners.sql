-- Whom the owner authorised to act for them in this dossier, as JSON: read and written with the owner, asked for by nobody alone. Null where the
-- owner acts alone. Emptied with the rest of the row when a person is erased.
alter table applicant add column authorised_person text;
