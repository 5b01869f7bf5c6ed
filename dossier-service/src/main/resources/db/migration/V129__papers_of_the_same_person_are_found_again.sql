-- Reception files papers again that somebody handed in before, told by their identity number. The newest of them first, from the index alone; what
-- names no number is not in it.
create index applicant_of_number on applicant (id_number, dossier_id) where id_number is not null;
