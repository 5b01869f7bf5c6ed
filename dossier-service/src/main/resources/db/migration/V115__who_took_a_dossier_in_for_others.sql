-- Code of the agency whose one-stop shop took it in on behalf of the one that answers for it; null where that one's own did, as nearly always.
alter table dossier
    add column receiving_one_stop text;

-- What such a counter has to hand on, or out: by due date, as an agency's own queue.
create index dossier_received on dossier (receiving_one_stop, status, answer_by, id) where receiving_one_stop is not null;
