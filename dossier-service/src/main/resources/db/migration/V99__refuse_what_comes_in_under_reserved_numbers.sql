-- A number of a block comes in through its block only: while it is open its office may have given the number out, afterwards it is used or void. What is
-- imported or mirrored is looked at when its statement is through, with what is committed by then: a block that was taken at the same moment holds the
-- day's counter until it is there for all to see, and whoever raises that counter waits for it. The hot path has no such look.
create function refuse_reserved_number() returns trigger language plpgsql as $$
declare
    parts text[];
    shut  boolean;
begin
    select regexp_match(code, '^(.+)-(\d{6})-(\d{4})$') into parts from dossier where id = new.dossier_id;
    if parts is null then
        return null;
    end if;
    select closed_at is not null into shut from number_block
    where agency = parts[1] and day = to_date(parts[2], 'YYMMDD') and parts[3]::int between first and last;
    if found then
        raise exception 'a number of a block' using
            errcode = 'check_violation',
            constraint = case when shut then 'number_void' else 'number_reserved' end;
    end if;
    return null;
end $$;

create trigger imported_under_reserved_number after insert on imported_line
    for each row execute function refuse_reserved_number();

create trigger mirrored_under_reserved_number after insert on mirrored_dossier
    for each row execute function refuse_reserved_number();
