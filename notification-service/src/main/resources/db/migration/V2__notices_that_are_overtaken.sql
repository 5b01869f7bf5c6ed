-- What a notice tells may be taken back before it is sent: a result is recalled, a dossier closed as never to have been there. What is being sent
-- at that moment keeps its lease; the mark stands so that it is not planned again after.
alter table notice add column superseded boolean not null default false;

-- Under which rule set the dossier stands, by its year: decides what may be left out. Parcels' facts do not say it. Null: not known.
alter table contact add column legal_profile text;
