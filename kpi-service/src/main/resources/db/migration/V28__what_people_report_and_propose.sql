-- One row per report or proposal, of the agency that has it, in days of the province. Nothing that anybody wrote.
create table feedback_measurement (
  feedback_id uuid primary key,
  agency      text not null,
  procedure   text,
  received_on date not null,
  -- Answered or refused, whichever it was.
  handled_on  date,
  -- Whether the agency that has it missed any of its time limits; null as long as nothing says so.
  late        boolean,
  rated_on    date,
  rating      int
) with (fillfactor = 80);

create index feedback_measurement_received on feedback_measurement (agency text_pattern_ops, received_on);

create index feedback_measurement_rated on feedback_measurement (agency text_pattern_ops, rated_on) where rated_on is not null;
