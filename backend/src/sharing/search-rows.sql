-- The rows that search reads, kept by triggers: no write can forget them. Everything here runs as pejling_search, so that what
-- serves may neither read nor write a row itself.

-- A meeting by its title, and what was written about it before it.
create or replace function search_meetings(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select m.municipality_id, m.team_id, 'MEETING', m.id, 'SELF', m.id, null::timestamptz, m.title, concat_ws(E'\n', nullif(m.purpose, ''), nullif(m.bring, ''), nullif(m.place, ''))
  from meeting m where m.id = any(p_ids)
$$;

-- An item of an agenda; pauses are none.
create or replace function search_items(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select i.municipality_id, m.team_id, 'ITEM', i.id, 'SELF', m.id, null::timestamptz, i.title, coalesce(i.outcome_reason, '')
  from agenda_item i join meeting m on m.id = i.meeting_id where i.id = any(p_ids) and i.kind <> 'BREAK'
$$;

-- What is noted under an item, until the minutes are approved: then the approved text stands in its place.
create or replace function search_item_notes(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select i.municipality_id, m.team_id, 'NOTE', i.id, 'TEXT', m.id, null::timestamptz, i.title, i.note
  from agenda_item i join meeting m on m.id = i.meeting_id where i.id = any(p_ids) and i.note <> ''
    and not exists (select from minutes x where x.meeting_id = m.id and x.state = 'APPROVED')
$$;

-- A meeting's own note, likewise.
create or replace function search_meeting_notes(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select m.municipality_id, m.team_id, 'NOTE', m.id, 'TEXT', m.id, null::timestamptz, m.title, n.text
  from note n join meeting m on m.id = n.id where n.id = any(p_ids) and n.item_id is null and n.text <> ''
    and not exists (select from minutes x where x.meeting_id = m.id and x.state = 'APPROVED')
$$;

-- Approved minutes, as they were frozen: a row an item, and one for the meeting's own note and what was added afterwards.
create or replace function search_minutes(p_meetings uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select x.municipality_id, m.team_id, 'MINUTES', (e.item->>'id')::uuid, 'TEXT', m.id, null::timestamptz, e.item->>'title', e.item->>'note'
  from minutes x join meeting m on m.id = x.meeting_id, jsonb_array_elements(x.snapshot->'items') as e (item)
  where x.meeting_id = any(p_meetings) and x.state = 'APPROVED' and e.item->>'note' <> ''
  union all
  select x.municipality_id, m.team_id, 'MINUTES', m.id, 'TEXT', m.id, null::timestamptz, coalesce(x.snapshot->>'title', m.title),
    concat_ws(E'\n', nullif(x.snapshot->>'note', ''), (select string_agg(a.text, E'\n' order by a.created_at, a.id) from minutes_amendment a where a.minutes_id = x.id))
  from minutes x join meeting m on m.id = x.meeting_id where x.meeting_id = any(p_meetings) and x.state = 'APPROVED'
$$;

create or replace function search_decisions(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select d.municipality_id, m.team_id, 'DECISION', d.id, 'SELF', m.id, null::timestamptz, d.text, ''
  from decision d join meeting m on m.id = d.meeting_id where d.id = any(p_ids)
$$;

-- An action with why it is tried, the signs that are hoped for, and what the team tried, saw and learned.
create or replace function search_actions(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select a.municipality_id, a.team_id, 'ACTION', a.id, 'SELF', a.origin_meeting_id, a.created_at, a.title,
    concat_ws(E'\n', nullif(a.why, ''), nullif(array_to_string(a.expected_signs, E'\n'), ''), (
      select string_agg(concat_ws(E'\n', nullif(r.what_we_tried, ''), nullif(r.what_we_saw, ''), nullif(r.what_we_learned, '')), E'\n' order by r.created_at, r.id)
      from action_reflection r where r.action_id = a.id))
  from action a where a.id = any(p_ids)
$$;

-- A file by its name, a link by its words and by where it leads: of the address its host alone, since what follows is letters that
-- nobody wrote. Below, the words of the name or the host apart, for Postgres takes "uge_46.csv" and "emu.dk" for one word each.
create or replace function search_materials(p_ids uuid[])
returns table (municipality_id uuid, team_id uuid, kind text, object_id uuid, part text, meeting_id uuid, at timestamptz, title text, text text)
language sql stable as $$
  select x.municipality_id, x.team_id, 'MATERIAL', x.id, 'SELF', x.meeting_id, null::timestamptz, x.title,
    coalesce(a.host, '') || E'\n' || btrim(regexp_replace(coalesce(a.host, x.title), '[^[:alnum:]]+', ' ', 'g'))
  from material x, substring(x.url from '(?i)^https://(?:www\.)?([^/:?#]+)') as a (host) where x.id = any(p_ids)
$$;

/*
 * Makes the rows of these things anew. What is there is held first, and only then is read what it shall say: of two who write to
 * one thing at once, whoever comes second sees what the first wrote.
 */
drop function if exists search_keep(uuid[], uuid[], uuid[], uuid[]);
create or replace function search_keep(p_meetings uuid[], p_items uuid[], p_decisions uuid[], p_actions uuid[], p_materials uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform from search_row r where r.object_id = any(p_meetings || p_items || p_decisions || p_actions || p_materials) order by r.object_id, r.part for update;
  delete from search_row r where r.part = 'TEXT' and r.kind = 'NOTE' and r.object_id = any(p_meetings || p_items)
    and not exists (select from search_item_notes(array[r.object_id]) union all select from search_meeting_notes(array[r.object_id]));
  insert into search_row as r (municipality_id, team_id, kind, object_id, part, meeting_id, at, title, text)
  select * from search_meetings(p_meetings)
  union all select * from search_meeting_notes(p_meetings)
  union all select * from search_minutes(p_meetings)
  union all select * from search_items(p_items)
  union all select * from search_item_notes(p_items)
  union all select * from search_decisions(p_decisions)
  union all select * from search_actions(p_actions)
  union all select * from search_materials(p_materials)
  on conflict (object_id, part) do update set team_id = excluded.team_id, kind = excluded.kind, meeting_id = excluded.meeting_id,
    at = excluded.at, title = excluded.title, text = excluded.text
  where (r.team_id, r.kind, r.meeting_id, r.at, r.title, r.text)
    is distinct from (excluded.team_id, excluded.kind, excluded.meeting_id, excluded.at, excluded.title, excluded.text);
end $$;

-- A statement's new rows together: one call, however many. tg_argv[0] says of what.
create or replace function search_after_insert() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  none constant uuid[] := '{}';
  ids uuid[];
begin
  case tg_argv[0]
    when 'REFLECTION' then select array_agg(distinct n.action_id) into ids from inserted n;
    when 'NOTE' then select array_agg(n.id) into ids from inserted n where n.item_id is null and n.text <> '';
    when 'MINUTES' then select array_agg(n.meeting_id) into ids from inserted n where n.state = 'APPROVED';
    when 'AMENDMENT' then select array_agg(distinct x.meeting_id) into ids from inserted n join minutes x on x.id = n.minutes_id;
    else select array_agg(n.id) into ids from inserted n;
  end case;
  if ids is null then
    return null;
  end if;
  case tg_argv[0]
    when 'ITEM' then perform search_keep(none, ids, none, none, none);
    when 'DECISION' then perform search_keep(none, none, ids, none, none);
    when 'ACTION', 'REFLECTION' then perform search_keep(none, none, none, ids, none);
    when 'MATERIAL' then perform search_keep(none, none, none, none, ids);
    when 'MINUTES' then perform search_keep(ids, array(select i.id from agenda_item i where i.meeting_id = any(ids)), none, none, none);
    else perform search_keep(ids, none, none, none, none);
  end case;
  return null;
end $$;

-- One row that was changed or is gone, where what is searched in may have changed with it.
create or replace function search_after_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  none constant uuid[] := '{}';
  this record := coalesce(new, old);
begin
  if tg_op = 'DELETE' and tg_argv[0] in ('MEETING', 'ITEM', 'DECISION', 'ACTION', 'MATERIAL') then
    delete from search_row r where r.object_id = this.id;
    return null;
  end if;
  case tg_argv[0]
    when 'MEETING' then perform search_keep(array[this.id], none, none, none, none);
    when 'ITEM' then
      if this.kind = 'BREAK' then
        delete from search_row r where r.object_id = this.id;
      end if;
      perform search_keep(none, array[this.id], none, none, none);
    when 'DECISION' then perform search_keep(none, none, array[this.id], none, none);
    when 'ACTION' then perform search_keep(none, none, none, array[this.id], none);
    when 'REFLECTION' then perform search_keep(none, none, none, array[this.action_id], none);
    when 'MATERIAL' then perform search_keep(none, none, none, none, array[this.id]);
    when 'NOTE' then perform search_keep(array[this.id], none, none, none, none);
    when 'MINUTES' then
      perform search_keep(array[this.meeting_id], array(select i.id from agenda_item i where i.meeting_id = this.meeting_id), none, none, none);
    when 'AMENDMENT' then
      perform search_keep(array(select x.meeting_id from minutes x where x.id = this.minutes_id), none, none, none, none);
  end case;
  return null;
end $$;

do $$
declare
  f text;
  t record;
begin
  grant create on schema public to pejling_search;
  for f in select p.oid::regprocedure::text from pg_proc p where p.proname in ('search_keep', 'search_after_insert', 'search_after_change')
      and p.pronamespace = 'public'::regnamespace loop
    execute format('alter function %s owner to pejling_search', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  revoke create on schema public from pejling_search;
  -- A trigger that is there is left alone: to make it takes a lock that waits for everybody who writes.
  for t in select * from (values
    ('meeting', 'MEETING', 'title, purpose, bring, place', '(old.title, old.purpose, old.bring, old.place) is distinct from (new.title, new.purpose, new.bring, new.place)'),
    ('agenda_item', 'ITEM', 'title, note, outcome_reason, kind', '(old.title, old.note, old.outcome_reason, old.kind) is distinct from (new.title, new.note, new.outcome_reason, new.kind)'),
    ('decision', 'DECISION', 'text', 'old.text is distinct from new.text'),
    ('action', 'ACTION', 'title, why, expected_signs, origin_meeting_id', '(old.title, old.why, old.expected_signs, old.origin_meeting_id) is distinct from (new.title, new.why, new.expected_signs, new.origin_meeting_id)'),
    ('action_reflection', 'REFLECTION', 'what_we_tried, what_we_saw, what_we_learned', 'true'),
    ('note', 'NOTE', 'text', 'new.item_id is null and old.text is distinct from new.text'),
    ('material', 'MATERIAL', 'title, url', '(old.title, old.url) is distinct from (new.title, new.url)'),
    ('minutes', 'MINUTES', 'state, snapshot', $w$new.state = 'APPROVED'$w$),
    ('minutes_amendment', 'AMENDMENT', 'text', 'true')) as x (name, what, columns, changed)
  loop
    continue when exists (select from pg_trigger g where g.tgrelid = to_regclass(t.name) and g.tgname = 'search_inserted');
    execute format('create trigger search_inserted after insert on %I referencing new table as inserted for each statement execute function search_after_insert(%L)', t.name, t.what);
    execute format('create trigger search_changed after update of %s on %I for each row when (%s) execute function search_after_change(%L)', t.columns, t.name, t.changed, t.what);
    execute format('create trigger search_deleted after delete on %I for each row execute function search_after_change(%L)', t.name, t.what);
  end loop;
end $$;
