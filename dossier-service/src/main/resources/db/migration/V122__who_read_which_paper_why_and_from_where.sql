-- Beside files of dossiers, who reads papers that the service made and registers is noted; and with it why and from where. Insert-only until its
-- time is over.
alter table document_view rename to reading;
alter index document_view_of_dossier rename to reading_of_dossier;

alter table reading
    alter document_id drop not null,
    alter dossier_id drop not null,
    add what            text not null default 'DOCUMENT',
    -- A form's kind and number of its event; the hash of an archive package; a register's year and number, or the days of an extract.
    add paper           text,
    add register_agency text,
    -- Null: read before anybody asked for it, or not to be told.
    add purpose         text,
    add address         inet,
    add device          text,
    add constraint reading_of_something check (case what
        when 'DOCUMENT' then document_id is not null and dossier_id is not null
        when 'FORM' then paper is not null and dossier_id is not null
        when 'PACKAGE' then paper is not null and dossier_id is not null
        when 'REGISTER' then paper is not null and register_agency is not null
        when 'READINGS' then dossier_id is not null or register_agency is not null
        else false end);

alter table reading alter what drop default;

create index reading_of_register on reading (register_agency, id) where register_agency is not null;
create index reading_at on reading using brin (at);
