-- One row per account and kind, at most three of an account; written once a minute at most. No names.
create table staff_contradiction (
    account    text        not null collate "C",
    kind       text        not null collate "C",
    token_says text        not null,
    list_says  text        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (account, kind)
) with (fillfactor = 80);
