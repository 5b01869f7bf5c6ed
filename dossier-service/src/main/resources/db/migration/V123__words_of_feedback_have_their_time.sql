-- When the words of feedback, and who wrote and handled them, went because their time was over. Its facts stay.
alter table feedback add erased_at timestamptz;

create index feedback_closed on feedback (coalesce(published_at, refused_at), id) where erased_at is null and status in ('PUBLISHED', 'REFUSED');
