-- Code of the agency that took it in, where the number is not one of its own by the present scheme: a ministry's, or one of the earlier scheme. Null
-- where the code says who. It stays when the dossier goes on elsewhere: the register of a day is of those who kept it then.
alter table dossier
    add column registered_by text collate "C";

-- By the first fact, which says whose it was before any merger. A database that is new has no facts yet, and no table of them either.
do $$ begin
    if to_regclass('event') is not null then
        update dossier d
        set registered_by = e.data::jsonb #>> '{dossier,agency,code}'
        from event e
        where e.subject = d.id
            and e.sequence = 1
            and d.code not like d.agency || '-%'
            and d.receiving_one_stop is null
            and split_part(d.code, '-', 1) <> e.data::jsonb #>> '{dossier,agency,code}';
    end if;
end $$;

create index dossier_registered on dossier (registered_by, submitted_at) where registered_by is not null;
