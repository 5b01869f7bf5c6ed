-- In the counter's own row, so that whoever waits for it sees what the one before took: the counter's people keep enough of the day's numbers.
alter table day_counter add reserved integer not null default 0;
update day_counter c set reserved = (select coalesce(sum(b.last - b.first + 1), 0) from number_block b where b.agency = c.agency and b.day = c.day);
