-- An officer's queue is what they have and what nobody has taken: each an index scan of its own, so that neither reads past the dossiers of
-- colleagues, however many those have.
create index dossier_untaken on dossier (agency, status, answer_by, id) where officer is null and origin <> 'MIRRORED';
