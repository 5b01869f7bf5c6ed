-- When a dossier is destroyed, what came and went for it stays; who closed it, and under which key, goes.
alter table receipt
    drop constraint receipt_closed_whole,
    add constraint receipt_closed_whole check ((closed_at is null) = (closed_how is null) and (closed_at is not null or request_key is null));
