-- Templates of a team's, a school's or the municipality's own. What is saved is a version: the row and its steps are the newest, and what
-- was before is kept. One that is retired is offered to nobody; the meetings laid from it have their agenda.
alter table agenda_template
  add column version integer not null default 1,
  add column roles text[] not null default '{}',
  -- Of a copy that was handed up: the template it was made from, and what its owner was called then.
  add column origin_id uuid references agenda_template,
  add column origin_name text,
  add column retired_at timestamptz;
update agenda_template set scope_id = municipality_id where scope = 'MUNICIPALITY' and scope_id is null;
alter table agenda_template add constraint agenda_template_has_owner check ((scope = 'SYSTEM') = (scope_id is null));
create unique index agenda_template_own_key on agenda_template (municipality_id, key) where scope <> 'SYSTEM';
create unique index agenda_template_one_copy on agenda_template (origin_id, scope) where origin_id is not null;
create index agenda_template_owner on agenda_template (scope_id) where scope <> 'SYSTEM';

create table template_version (
  template_id uuid not null references agenda_template,
  version integer not null,
  municipality_id uuid not null references municipality,
  content jsonb not null,
  changes jsonb not null default '[]',
  -- The version that was put back as this one.
  put_back integer,
  -- Null where it came from another level: there a team is told of, and nobody in it.
  saved_by uuid references person,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (template_id, version)
);
create index on template_version (municipality_id);
alter table template_version enable row level security;
alter table template_version force row level security;
create policy municipality on template_version using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant select, insert on template_version to pejling_app;

-- Which version a meeting was laid from: what a template becomes later is nothing to the meeting.
alter table meeting add column template_version integer;

-- Those that come with Pejling are read by all and written by nobody who serves: before this an update could have made one a municipality's.
drop policy municipality on agenda_template;
create policy seen on agenda_template for select
  using (municipality_id is null or municipality_id = (select app_municipality()));
create policy written on agenda_template using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
drop policy municipality on template_step;
create policy seen on template_step for select
  using (municipality_id is null or municipality_id = (select app_municipality()));
create policy written on template_step using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant delete on template_step to pejling_app;
