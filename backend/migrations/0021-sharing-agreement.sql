-- A school's agreement that approved minutes are shared with its leaders, and what a team chooses for one meeting (docs/decisions/0028).
-- Since when it holds; null while there is none. Who switched it stands in the change log.
create table minutes_agreement (
  school_id uuid primary key references school,
  municipality_id uuid not null references municipality,
  since timestamptz
);

-- The team's own choice goes before the agreement, either way. No row: the agreement decides.
create table minutes_share_choice (
  meeting_id uuid primary key references meeting on delete cascade,
  municipality_id uuid not null references municipality,
  shares boolean not null,
  chosen_by uuid not null references person,
  chosen_at timestamptz not null default clock_timestamp()
);

-- Shared by the agreement, nobody in particular shared it.
alter table minutes_share alter column shared_by drop not null;

do $$
declare t text;
begin
  foreach t in array array['minutes_agreement', 'minutes_share_choice']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
  end loop;
end $$;

grant select, insert, update (since) on minutes_agreement to pejling_app;
grant select, insert, update (shares, chosen_by, chosen_at) on minutes_share_choice to pejling_app;
