-- What a meeting is about beside its words: files and links, on the meeting or on one of its items (docs/decisions/0027). A file lies in
-- pieces here or in a bucket elsewhere; its row says where. It is written before the material that shows it, so that what dies half-way
-- is seen by nobody and found by the clock.
create table material_file (
  id uuid primary key default gen_random_uuid(),
  municipality_id uuid not null references municipality,
  place text not null check (place in ('DATABASE', 'S3')),
  stored_at timestamptz not null default clock_timestamp()
);
create index on material_file (municipality_id, stored_at);

create table material_piece (
  municipality_id uuid not null references municipality,
  file_id uuid not null references material_file on delete cascade,
  number integer not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 1048576),
  primary key (file_id, number)
);
-- Pictures, PDF and office files are packed already: pressing them once more costs time and gains nothing.
alter table material_piece alter column bytes set storage external;

create table material (
  -- Nobody's clock: the id stands in an address.
  id uuid primary key default gen_random_uuid(),
  municipality_id uuid not null references municipality,
  team_id uuid not null references team,
  meeting_id uuid not null references meeting on delete cascade,
  item_id uuid references agenda_item on delete set null,
  thread_id uuid references agenda_thread on delete set null,
  kind text not null check (kind in ('FILE', 'LINK')),
  title text not null,
  url text,
  file_id uuid unique references material_file,
  mime text,
  size_bytes integer check (size_bytes between 1 and 26214400),
  added_by uuid not null references person,
  added_at timestamptz not null default clock_timestamp(),
  check ((kind = 'LINK') = (url is not null)),
  check ((kind = 'FILE') = (file_id is not null)),
  check ((file_id is null) = (mime is null)),
  check ((file_id is null) = (size_bytes is null))
);
create index on material (meeting_id);
create index on material (item_id);
create index on material (thread_id);
create index on material (team_id);

do $$
declare t text;
begin
  foreach t in array array['material', 'material_file', 'material_piece']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
  end loop;
end $$;

-- What is stored is never rewritten.
grant select, insert, delete on material, material_file to pejling_app;
grant select, insert on material_piece to pejling_app;
