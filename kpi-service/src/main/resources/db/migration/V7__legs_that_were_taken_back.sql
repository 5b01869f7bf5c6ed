-- A leg that the lead agency took back ended on finished_on without having been finished; what it was late until then stays the holder's.
alter table leg_measurement add column withdrawn boolean not null default false;
