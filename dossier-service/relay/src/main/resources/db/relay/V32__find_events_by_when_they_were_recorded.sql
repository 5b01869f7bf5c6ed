-- What was recorded on a day. The table is only ever added to, so a block range index costs an insert next to nothing and stays some kilobytes.
create index event_recorded on event using brin (recorded_at) with (pages_per_range = 64, autosummarize = on);
