-- Entries that an administrator prepares. They hold nowhere and reach no topic until they are published.
create table catalogue_draft (
  kind       text not null,
  code       text not null,
  version    integer not null check (version >= 1),
  content    text not null check (octet_length(content) <= 65536),
  revision   bigint not null default 1,
  written_by text not null,
  written_at timestamptz not null,
  primary key (kind, code, version));

-- What was answered under which key: a repeated request gets the same answer.
create table catalogue_request (
  scope       text not null,
  key         text not null,
  digest      bytea not null,
  answer      text not null,
  answered_at timestamptz not null,
  primary key (scope, key));

-- Who published what, and when.
create table catalogue_decision (
  id           bigint generated always as identity primary key,
  kind         text not null,
  code         text not null,
  version      integer not null,
  decided_by   text not null,
  decided_at   timestamptz not null);

-- True where an administrator published or closed the entry: a data file of a later build leaves it alone.
alter table catalogue_item add column decided boolean not null default false;

-- Raised with every change, so that each instance notices it by reading one row.
create table catalogue_edition (
  one    boolean primary key default true check (one),
  number bigint not null);
insert into catalogue_edition (number) values (1);
