-- What a data file says otherwise than what holds: an administrator's word stands, and is compared here until both say the same.
create table catalogue_difference (
  file         text not null,
  file_version integer not null,
  kind         text not null,
  code         text not null,
  version      integer not null,
  fields       text not null,
  digest       text not null,
  found_at     timestamptz not null default clock_timestamp(),
  primary key (kind, code, version));
