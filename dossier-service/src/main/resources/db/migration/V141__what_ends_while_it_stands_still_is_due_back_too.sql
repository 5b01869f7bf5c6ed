-- A dossier that was stopped for a while and is then voided or merged stays STOPPED, but ends: what was paid for it is due back all the same.
drop trigger dossier_ended_without_result on dossier;

create trigger dossier_ended_without_result after update on dossier
    for each row
    when ((new.status is distinct from old.status or new.ended_at is distinct from old.ended_at)
        and (new.status in ('REFUSED', 'WITHDRAWN')
            or new.status = 'STOPPED' and (new.ended_at is not null or new.accepted_at is null)))
    execute function what_was_paid_is_due_back();

-- What had ended so before.
update receipt r set due_back_at = d.changed_at
from dossier d
where d.id = r.dossier_id and d.status = 'STOPPED' and d.ended_at is not null
    and r.verdict = 'SETTLED' and r.closed_at is null and r.due_back_at is null;
