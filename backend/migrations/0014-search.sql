-- What can be searched in: one row for what a thing is, and one for the text that was written under it, since not everybody who sees
-- the one may read the other (docs/decisions/0019). Triggers keep the rows (sharing/search-rows.sql); nobody else writes here.

-- As search reads a text: small letters, æ ø å as they are written where the keyboard has none, no accents.
create function search_fold(p_text text) returns text language sql immutable parallel safe
  as $$ select replace(replace(replace(replace(replace(translate(lower(normalize(p_text)), 'àáâãèéêëìíîïñòóôõùúûüýÿç', 'aaaaeeeeiiiinoooouuuuyyc'),
    'æ', 'ae'), 'ä', 'ae'), 'ø', 'oe'), 'ö', 'oe'), 'å', 'aa') $$;

create table search_row (
  municipality_id uuid not null references municipality,
  team_id uuid not null,
  kind text not null check (kind in ('MEETING', 'ITEM', 'NOTE', 'DECISION', 'ACTION', 'MINUTES')),
  object_id uuid not null,
  part text not null check (part in ('SELF', 'TEXT')),
  -- The meeting it belongs to: its time is the meeting's, and whoever attends that meeting may find it.
  meeting_id uuid,
  -- An action's own time.
  at timestamptz,
  title text not null,
  text text not null,
  folded text not null generated always as (search_fold(title || E'\n' || text)) stored,
  -- Danish stems of the folded words, the title's over the text's.
  tsv tsvector not null generated always as (setweight(to_tsvector('pg_catalog.danish', search_fold(title)), 'A')
    || setweight(to_tsvector('pg_catalog.danish', search_fold(text)), 'C')) stored,
  primary key (object_id, part)
);
create index on search_row (team_id);
create index on search_row (meeting_id);
create index on search_row using gin (tsv);
create index on search_row using gin (folded gin_trgm_ops);

alter table search_row enable row level security;
alter table search_row force row level security;
create policy municipality on search_row using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
create policy search on search_row to pejling_search using (true) with check (true);
grant usage on schema public to pejling_search;
grant select, insert, update, delete on search_row to pejling_search;

-- What the rows are made from, and by what the one search function works out whose rows somebody may find.
do $$
declare t text;
begin
  foreach t in array array['meeting', 'agenda_item', 'note', 'decision', 'action', 'action_reflection', 'minutes', 'minutes_amendment',
    'meeting_participant', 'team', 'school', 'team_membership', 'role_assignment'] loop
    execute format('create policy search on %I for select to pejling_search using (true)', t);
    execute format('grant select on %I to pejling_search', t);
  end loop;
end $$;
