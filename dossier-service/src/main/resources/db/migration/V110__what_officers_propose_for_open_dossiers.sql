-- What an officer proposes for an open dossier (papers to ask for, a stop, a later date) stands beside the corrections of closed ones: one that
-- awaits its decision per dossier and kind. "asked" is as private as before.
alter table correction_proposal add column kind text not null default 'CORRECTION';

drop index correction_proposal_open;
create unique index correction_proposal_open on correction_proposal (dossier_id, kind) where outcome is null;

-- Whether a later date is proposed and not decided: nothing is completed meanwhile. In the dossier's own row, so that the step that would complete
-- it sees it without another look, and again after waiting for the row.
alter table dossier add column extension_proposed boolean not null default false;
