-- Preparation of a meeting: items that members propose, a note each, and how many are ready (docs/decisions/0026).

create table proposed_item (
  id uuid primary key,
  municipality_id uuid not null references municipality,
  series_id uuid not null references meeting_series,
  -- The meeting it is proposed for; while it waits, the one it left.
  meeting_id uuid not null references meeting,
  came_from_id uuid references meeting,
  moved_by text check (moved_by in ('START', 'CANCEL', 'PUT_OFF')),
  proposed_by uuid not null references person,
  title text not null,
  why text not null default '',
  minutes integer not null check (minutes between 1 and 240),
  kind text not null,
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'WAITING', 'TAKEN_IN', 'DECLINED', 'WITHDRAWN')),
  -- What whoever plans answered; also of one that was put off.
  answer text,
  item_id uuid references agenda_item on delete set null,
  revision integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  check (state <> 'DECLINED' or answer is not null)
);
create index on proposed_item (meeting_id);
create index on proposed_item (came_from_id);
create index on proposed_item (item_id);
create index proposed_item_open on proposed_item (series_id) where state in ('PROPOSED', 'WAITING');

create table preparation_note (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  text text not null,
  unique (meeting_id, person_id)
);

-- Who is ready: a row that is its person's alone, without any time.
create table preparation_ready (
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  primary key (meeting_id, person_id)
);

-- How many are ready, as last told.
create table preparation_count (
  meeting_id uuid primary key references meeting,
  municipality_id uuid not null references municipality,
  ready integer not null default 0 check (ready >= 0)
);

do $$
declare t text;
begin
  foreach t in array array['proposed_item', 'preparation_note', 'preparation_ready', 'preparation_count']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
  end loop;
end $$;

-- The second lock: nobody but the one who said so, whoever leads the meeting.
create policy own on preparation_ready as restrictive to pejling_app using (person_id = (select app_person()));

grant select, insert, update, delete on proposed_item, preparation_note to pejling_app;
grant select, insert, delete on preparation_ready to pejling_app;
grant select, insert, update on preparation_count to pejling_app;
