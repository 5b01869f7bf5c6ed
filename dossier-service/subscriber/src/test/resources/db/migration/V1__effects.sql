-- No key on purpose: an effect that happens twice is two rows.
create table effect (
    position bigint generated always as identity,
    subject  uuid   not null,
    sequence bigint not null,
    word     text   not null check (word <> 'unacceptable')
);
