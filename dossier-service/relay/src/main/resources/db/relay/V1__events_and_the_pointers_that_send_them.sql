-- The history of every subject and the queue that publishes it. The owner of the database writes both rows in the
-- statement that changes its state; the relay reads pointers, sends, and deletes them.

-- Insert-only. The key begins with the subject, so that a history is one index scan and the table can be sharded by it.
create table event (
  subject        uuid        not null,
  sequence       bigint      not null,
  id             uuid        not null,
  type           text        not null,
  time           timestamptz not null,
  -- The canonical bytes that were hashed and are sent. Text, since jsonb would reorder them.
  data           text        not null,
  previous_hash  text,
  hash           text        not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  correlation_id text,
  causation_id   text,
  traceparent    text,
  -- Idempotency of the request that caused the event: the token's subject, the key, SHA-256 of the body.
  request_scope  text,
  request_key    text,
  request_digest bytea,
  -- Private columns, neither published nor hashed: the officer's name, the remark.
  actor          text,
  note           text,
  primary key (subject, sequence),
  constraint event_sequence_starts_at_one check (sequence >= 1),
  -- What could not be sent is barred at commit, while the one who asks is still there to be told.
  constraint event_data_within_limit check (octet_length(data) <= 262144)
);

create unique index event_request on event (request_scope, request_key, subject) where request_key is not null;

-- Which of the four shards publishes a subject. PostgreSQL's own hash of the UUID, stable within a database.
create function relay_shard(subject uuid) returns smallint
  language sql immutable strict parallel safe
  return ((uuid_hash(subject) & 2147483647) % 4)::smallint;

-- One pointer per event that is committed and not yet acknowledged by Kafka. Writers insert (subject, sequence) only,
-- a subject's in order of their sequence. One index: the key is what the relay reads by.
create table outgoing (
  position bigint generated always as identity,
  shard    smallint generated always as (relay_shard(subject)) stored,
  subject  uuid   not null,
  sequence bigint not null,
  primary key (shard, position)
) with (
  -- A queue: every row is dead within milliseconds, so the table is vacuumed by count and at full speed whatever its
  -- size. Rows are never updated, so pages are filled. Truncating would take an exclusive lock against the writers.
  fillfactor = 100,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 50000,
  autovacuum_vacuum_cost_delay = 0,
  vacuum_truncate = false
);

-- Pointers that cannot be published until somebody looks: the dead one, and behind it every later one of its subject.
-- The position is kept, so that a release puts them back in their order.
create table parked_pointer (
  position  bigint      primary key,
  subject   uuid        not null,
  sequence  bigint      not null,
  reason    text        not null,
  parked_at timestamptz not null default clock_timestamp()
);

create index parked_pointer_subject on parked_pointer (subject);
