-- A result that was filed in another dossier is in the applicant's hands there: nobody takes it back any more.
create index document_source on document (source) where source is not null;
