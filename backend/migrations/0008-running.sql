-- A meeting can pause; the clock of the item that is on stands still meanwhile.
alter table meeting add column paused_at timestamptz;
alter table meeting add constraint meeting_paused_while_on check (paused_at is null or state = 'IN_PROGRESS');

-- A round where everybody speaks in turn. The order is kept while the round is on and is cut away when it ends: what stays is
-- who began, so that the next round begins with another. Nothing else reads it; it is in no table, overview or statistics.
create table speaking_round (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  team_id uuid not null references team,
  item_id uuid not null references agenda_item on delete cascade,
  began_id uuid not null references person,
  speakers uuid[] not null check (cardinality(speakers) > 0 or state = 'ENDED'),
  passed uuid[] not null default '{}',
  at integer not null default 0 check (at >= 0),
  seconds integer not null check (seconds between 15 and 600),
  state text not null check (state in ('RUNNING', 'ENDED')),
  turn_started_at timestamptz not null default clock_timestamp(),
  started_at timestamptz not null default clock_timestamp(),
  check (state = 'RUNNING' or (cardinality(speakers) = 0 and cardinality(passed) = 0))
);
create unique index speaking_round_one_running on speaking_round (meeting_id) where state = 'RUNNING';
create index on speaking_round (team_id, started_at desc);
alter table speaking_round enable row level security;
alter table speaking_round force row level security;
create policy municipality on speaking_round using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant select, insert, update on speaking_round to pejling_app;
