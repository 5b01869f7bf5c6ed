-- Under which code whoever holds this receipt rates how they were served: SHA-256 over the dossier's id and the code, which stands on the paper alone.
-- Null: the paper bears none. Private; goes with the paper.
alter table form
    add column rating_digest bytea,
    add constraint form_rating_digest check (rating_digest is null or (kind = 'RECEIPT' and octet_length(rating_digest) = 32));
