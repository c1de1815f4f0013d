-- What those who are called are told by mail (docs/decisions/0018). A notice is one version of what they are told about a meeting, as
-- it stood; it waits a while for more of the same change, and once sealed it changes no more.
create table meeting_notice (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting on delete cascade,
  version integer not null,
  kind text not null check (kind in ('CONVENED', 'CHANGED', 'CANCELLED', 'UNINVITED')),
  facts jsonb not null,
  quiet interval not null,
  send_after timestamptz not null,
  sealed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (meeting_id, version)
);
create index meeting_notice_open on meeting_notice (municipality_id, send_after) where sealed_at is null;
alter table meeting_notice enable row level security;
alter table meeting_notice force row level security;
create policy municipality on meeting_notice using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant select, insert, update, delete on meeting_notice to pejling_app;

-- A notice to one person. SENDING is written before anything is sent; CAUGHT is a demonstration's mail, which goes nowhere.
create table notice_mail (
  id uuid primary key default gen_random_uuid(),
  municipality_id uuid not null references municipality,
  notice_id uuid not null references meeting_notice on delete cascade,
  meeting_id uuid not null references meeting on delete cascade,
  person_id uuid not null references person on delete cascade,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'SENT', 'CAUGHT', 'REFUSED', 'GIVEN_UP', 'DROPPED')),
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  claimed_at timestamptz,
  ended_at timestamptz,
  fault text,
  caught jsonb,
  check ((caught is not null) = (state = 'CAUGHT')),
  unique (notice_id, person_id)
);
create index notice_mail_due on notice_mail (municipality_id, next_try_at) where state in ('WAITING', 'SENDING');
create index notice_mail_of_person on notice_mail (person_id, meeting_id);
alter table notice_mail enable row level security;
alter table notice_mail force row level security;
create policy municipality on notice_mail using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
-- One's own, and the clock's that sends them. Whoever convenes writes to everybody and reads nobody's.
create policy own on notice_mail as restrictive for select
  using (person_id = (select app_person()) or (select app_person()) = '00000000-0000-7000-8000-00000000c10c');
create policy clock on notice_mail as restrictive for update using ((select app_person()) = '00000000-0000-7000-8000-00000000c10c');
grant select, insert, update on notice_mail to pejling_app;

-- What lets somebody answer from a mail without signing in: one secret a mail, of which only the hash is here.
create table reply_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting on delete cascade,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz not null default now()
);
create index on reply_link (meeting_id);
alter table reply_link enable row level security;
alter table reply_link force row level security;
create policy municipality on reply_link using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
create policy clock on reply_link as restrictive to pejling_app using ((select app_person()) = '00000000-0000-7000-8000-00000000c10c')
  with check ((select app_person()) = '00000000-0000-7000-8000-00000000c10c');
grant select, insert, delete on reply_link to pejling_app;

-- Will somebody come? Not whether they came: that is their attendance.
alter table meeting_participant add column reply text;
alter table meeting_participant add constraint meeting_participant_reply check (reply in ('COMING', 'NOT_COMING')) not valid;
alter table meeting_participant validate constraint meeting_participant_reply;

-- The secret address of somebody's own meetings, for their calendar. One that stands a person.
create table calendar_feed (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  person_id uuid not null references person on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null default now(),
  revoked_at timestamptz
);
create unique index calendar_feed_one on calendar_feed (person_id) where revoked_at is null;
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy municipality on calendar_feed using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
create policy own on calendar_feed as restrictive to pejling_app using (person_id = (select app_person()))
  with check (person_id = (select app_person()));
grant select, insert, update (revoked_at) on calendar_feed to pejling_app;
