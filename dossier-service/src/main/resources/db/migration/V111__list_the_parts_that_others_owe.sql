-- What an agency asked others for and has not got: few of its dossiers at a time.
create index dossier_lead_of_parts on dossier (agency, id) where holders is not null;
