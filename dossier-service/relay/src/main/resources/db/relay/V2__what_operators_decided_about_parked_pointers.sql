-- What operators decided about dead pointers: who, when, and for an event that is never published, why. One row per
-- decision, kept for ever: a pointer that is released in vain is parked again and decided about once more.
create table pointer_decision (
  id             bigint      generated always as identity primary key,
  position       bigint      not null,
  subject        uuid        not null,
  sequence       bigint      not null,
  reason         text        not null,
  parked_at      timestamptz not null,
  resolution     text        not null check (resolution in ('RELEASED', 'DISCARDED')),
  resolved_at    timestamptz not null default clock_timestamp(),
  resolved_by    text        not null,
  discard_reason text,
  check ((resolution = 'DISCARDED') = (discard_reason is not null))
);

create index pointer_decision_position on pointer_decision (position, id);

-- The list that operators read: the dead ones, without the many that may stand behind them.
create index parked_pointer_dead on parked_pointer (position) where reason <> 'BEHIND';
