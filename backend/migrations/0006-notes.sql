-- Notes written together: Yjs updates in Postgres, never a document in memory. A note is called by what it is about, so its id
-- is its agenda item's or its meeting's. What minutes and search read is built from the updates a moment after the last.
create table note (
  id uuid primary key,
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting on delete cascade,
  item_id uuid unique references agenda_item on delete cascade,
  number bigint not null default 0,
  built bigint not null default 0,
  doc jsonb,
  text text not null default '',
  cpr_findings integer not null default 0,
  changed_at timestamptz,
  check (item_id is null and id = meeting_id or id = item_id)
);
create index on note (meeting_id);
-- What the sweep looks for: notes that nobody has built since their last update.
create index on note (changed_at) where built < number;

create table note_update (
  note_id uuid not null references note on delete cascade,
  number bigint not null,
  municipality_id uuid not null references municipality,
  bytes bytea not null,
  digest bytea not null,
  at timestamptz not null default now(),
  primary key (note_id, number),
  unique (note_id, digest)
);

-- Who writes under which Yjs client id, and how far that client has come: nobody else may write under it, and none leaves a hole.
create table note_lease (
  note_id uuid not null references note on delete cascade,
  client_id bigint not null check (client_id between 0 and 4294967295),
  municipality_id uuid not null references municipality,
  person_id uuid references person,
  clock bigint not null default 0,
  primary key (note_id, client_id)
);

create table note_history (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  note_id uuid not null references note on delete cascade,
  number bigint not null,
  text text not null,
  doc jsonb not null,
  at timestamptz not null default now(),
  unique (note_id, number)
);

do $$
declare t text;
begin
  foreach t in array array['note', 'note_update', 'note_lease', 'note_history'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
    execute format('grant select, insert, update, delete on %I to pejling_app', t);
  end loop;
end $$;
