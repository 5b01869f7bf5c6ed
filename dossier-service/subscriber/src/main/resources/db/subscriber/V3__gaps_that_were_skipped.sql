-- Events that never came and that an operator gave up, so that those behind them could be applied. Kept for ever.
create table skipped_gap (
    id             bigint      generated always as identity primary key,
    stream         text        not null,
    source         text        not null,
    subject        uuid        not null,
    first_sequence bigint      not null,
    last_sequence  bigint      not null,
    reason         text        not null,
    skipped_by     text        not null,
    skipped_at     timestamptz not null default now(),
    check (first_sequence between 1 and last_sequence)
);

create index skipped_gap_subject on skipped_gap (stream, source, subject, first_sequence);

-- Subjects that wait for what has not come. The usual poll changes neither column, so its updates stay within the page.
create index inbox_gap on inbox (stream, source, subject) where held > 0 and block is null;
