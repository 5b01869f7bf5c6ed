-- Whoever decides asks for what is open, the longest waiting first; what was decided is nearly all of the table.
create index correction_proposal_awaiting on correction_proposal (proposed_at, dossier_id, number) where outcome is null;
