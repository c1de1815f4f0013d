-- A series is a plan for the year: when the team meets, with which template, where. The rule only proposes; each meeting is a row.
alter table meeting_series
  add column rule jsonb,
  add column template_key text,
  add column duration_min integer check (duration_min between 5 and 480),
  add column place text not null default '';

-- Days on which nobody meets: the municipality's holidays, and with a school, that school's own closing days.
create table closing_day (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  school_id uuid references school,
  starts_on date not null,
  ends_on date not null,
  name text not null,
  check (ends_on >= starts_on and ends_on - starts_on <= 100)
);
create index on closing_day (municipality_id, starts_on);
alter table closing_day enable row level security;
alter table closing_day force row level security;
create policy municipality on closing_day using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant select, insert, update, delete on closing_day to pejling_app;
