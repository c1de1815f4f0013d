-- Silent writing and the pulse at check-out. What one person writes is in rows that row-level security gives to that person
-- alone; what is shown afterwards is a copy in rows that tell nothing of who, when or in which order (docs/decisions/0011).

create table silent_writing (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  item_id uuid not null references agenda_item on delete cascade,
  question text not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'REVEALED', 'CANCELLED')),
  with_names boolean not null default false,
  ready_count integer not null default 0,
  opened_at timestamptz not null default now(),
  ends_at timestamptz,
  revealed_at timestamptz
);
create index on silent_writing (meeting_id);
create unique index silent_writing_one_open on silent_writing (item_id) where state = 'OPEN';
create index silent_writing_open on silent_writing (municipality_id) where state = 'OPEN';

-- Without any time: not even its owner needs to know when.
create table silent_post (
  id uuid primary key,
  municipality_id uuid not null references municipality,
  writing_id uuid not null references silent_writing on delete cascade,
  written_by uuid not null references person,
  author_id uuid not null references person,
  text text not null,
  version integer not null default 1
);
create index on silent_post (writing_id, written_by);

create table silent_ready (
  municipality_id uuid not null references municipality,
  writing_id uuid not null references silent_writing on delete cascade,
  person_id uuid not null references person,
  primary key (writing_id, person_id)
);

create table reflection_group (
  id uuid primary key,
  municipality_id uuid not null references municipality,
  writing_id uuid not null references silent_writing on delete cascade,
  title text not null,
  position integer not null
);
create index on reflection_group (writing_id);

create table reflection_post (
  id uuid primary key default gen_random_uuid(),
  municipality_id uuid not null references municipality,
  writing_id uuid not null references silent_writing on delete cascade,
  position integer not null,
  text text not null,
  author_id uuid references person,
  group_id uuid references reflection_group on delete set null,
  marked boolean not null default false,
  unique (writing_id, position)
);

create table pulse_answer (
  municipality_id uuid not null references municipality,
  item_id uuid not null references agenda_item on delete cascade,
  person_id uuid not null references person,
  step integer not null check (step between 1 and 5),
  primary key (item_id, person_id)
);

create table pulse (
  item_id uuid primary key references agenda_item on delete cascade,
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  counts integer[] not null check (cardinality(counts) = 5)
);
create index on pulse (meeting_id);

do $$
declare t text;
begin
  foreach t in array array['silent_writing', 'silent_post', 'silent_ready', 'reflection_group', 'reflection_post', 'pulse_answer', 'pulse']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
  end loop;
end $$;

-- The second lock: nobody but the one who wrote it, whoever leads the meeting.
create policy own on silent_post as restrictive to pejling_app using (written_by = (select app_person()));
create policy own on silent_ready as restrictive to pejling_app using (person_id = (select app_person()));
create policy own on pulse_answer as restrictive to pejling_app using (person_id = (select app_person()));

grant select, insert, update on silent_writing, silent_post, reflection_group to pejling_app;
grant select, insert, delete on silent_ready to pejling_app;
grant select, insert, update on pulse_answer to pejling_app;
-- The rows come by the doors alone; sorted they may be, rewritten they may not.
grant select, update (group_id, marked) on reflection_post to pejling_app;
grant select on pulse to pejling_app;
