-- The audit (docs/decisions/0010): lines numbered without a gap in each municipality, and seals over them and over the change log.

-- How many lines a municipality has. Its row is locked until the lines are committed, so the lines' numbers are also the order in
-- which they were committed: no line comes in below one that was seen.
create table audit_counter (
  municipality_id uuid primary key references municipality,
  lines bigint not null
);

alter table audit_event add column number bigint not null;
alter table audit_event add column criterion text check (length(criterion) <= 200);
alter table audit_event drop constraint audit_event_pkey;
alter table audit_event add primary key (municipality_id, number);
drop index audit_event_municipality_id_at_idx;
create index on audit_event (actor_id, at, id);

-- One a minute in which there was something to seal. Retention may delete lines and changes: their hashes stay here, so that the
-- chain still holds.
create table audit_seal (
  municipality_id uuid not null references municipality,
  number bigint not null,
  sealed_at timestamptz not null,
  from_line bigint not null,
  to_line bigint not null,
  lines bigint not null,
  lines_hash bytea not null,
  changes_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (municipality_id, number)
);

-- What a seal covers of the change log: some versions of a scope, the first excluded.
create table audit_seal_scope (
  municipality_id uuid not null references municipality,
  seal_number bigint not null,
  scope_kind text not null,
  scope_id uuid not null,
  from_version bigint not null,
  to_version bigint not null,
  hash bytea not null,
  primary key (scope_kind, scope_id, to_version)
);
create index on audit_seal_scope (municipality_id, seal_number);

do $$
declare t text;
begin
  foreach t in array array['audit_counter', 'audit_seal', 'audit_seal_scope'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
  end loop;
end $$;

-- Lines are written by their door alone, which takes who it was from the session and not from whoever writes.
revoke insert on audit_event from pejling_app;
-- The restrictive locks on what one may read would close the doors too.
drop policy nobody_reads on audit_event;
create policy nobody_reads on audit_event as restrictive for select to pejling_app using (actor_id = (select app_person()));
drop policy own on change;
create policy own on change as restrictive for select to pejling_app
  using (scope_kind <> 'PERSON' or scope_id = (select app_person()));
