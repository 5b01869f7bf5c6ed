-- Which data files are loaded. A file of a higher version is loaded at start, one of a lower version (an older instance beside a newer) is left alone.
create table catalogue_file (
  name      text primary key,
  version   integer not null check (version >= 1),
  digest    text not null,
  loaded_at timestamptz not null default clock_timestamp());

-- Entries never go away: dossiers refer to them by code and version for ever.
create table catalogue_item (
  kind       text not null,
  code       text not null,
  version    integer not null check (version >= 1),
  valid_from date,
  valid_to   date,
  content    text not null check (octet_length(content) <= 65536),
  digest     text not null,
  primary key (kind, code, version));

-- What stands on the topic. A topic that was made anew has another id and gets everything again.
create table catalogue_publication (
  topic        text not null,
  kind         text not null,
  code         text not null,
  version      integer not null,
  topic_id     text not null,
  digest       text not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (topic, kind, code, version));
