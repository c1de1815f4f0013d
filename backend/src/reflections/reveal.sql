-- The only ways past the lock on silent rows: showing all of them at once, and counting them. Owned by pejling_doors, whom the
-- municipality's lock binds as it binds everybody; the locks on one's own rows bind the serving role alone.

-- May the caller lead this meeting? The same viewers as meeting.run: the team, and its coach while attending.
create or replace function may_run_meeting(p_meeting uuid) returns boolean language sql stable set search_path = public as $$
  select r.rel & 2 <> 0 or r.rel & 4100 = 4100 from (select meeting_rel(p_meeting) as rel) r
$$;

-- Shows all posts at once, exactly once: copies in an order that chance gives, with ids and rows that tell no time, and the
-- author only where the team chose names. What was private is gone afterwards, so that nobody can ever put the two together.
-- Returns whether this call did it.
create or replace function door_reveal_silent_writing(p_writing uuid) returns boolean
language plpgsql volatile security definer set search_path = public as $$
declare
  w silent_writing;
begin
  select * into w from silent_writing where id = p_writing and municipality_id = app_municipality() for update;
  if not found or w.state <> 'OPEN' or not may_run_meeting(w.meeting_id) then
    return false;
  end if;
  update silent_writing set state = 'REVEALED', revealed_at = clock_timestamp() where id = w.id;
  insert into reflection_post (id, municipality_id, writing_id, position, text, author_id)
  select gen_random_uuid(), w.municipality_id, w.id, s.place, s.text, case when w.with_names then s.author_id end
  from (select p.text, p.author_id, row_number() over (order by gen_random_uuid()) as place
    from silent_post p where p.writing_id = w.id and p.text ~ '\S') s
  order by s.place;
  delete from silent_post where writing_id = w.id;
  delete from silent_ready where writing_id = w.id;
  return true;
end $$;

-- Is there a municipality with an open silent writing at all, and which? For the beat, which asks it before everything else.
create or replace function door_silent_municipalities() returns setof uuid
language sql stable security definer set search_path = public as $$
  select distinct municipality_id from silent_writing where state = 'OPEN'
$$;

-- How many are ready, for the beat alone: those who said so, and those for whom somebody who said so has written.
create or replace function door_silent_counts() returns table (writing_id uuid, meeting_id uuid, ready_count integer)
language sql stable security definer set search_path = public as $$
  select w.id, w.meeting_id, (select count(distinct x.person)::integer from (
      select r.person_id as person from silent_ready r where r.writing_id = w.id
      union all
      select p.author_id from silent_post p join silent_ready r on r.writing_id = w.id and r.person_id = p.written_by
      where p.writing_id = w.id and p.text ~ '\S') x)
  from silent_writing w
  where w.state = 'OPEN' and w.municipality_id = app_municipality() and app_person() = '00000000-0000-7000-8000-00000000c10c'
$$;

-- Counts the answers once; too few are not counted, and nothing is told of them. Returns whether it is shown now.
create or replace function door_show_pulse(p_item uuid, p_fewest integer) returns boolean
language plpgsql volatile security definer set search_path = public as $$
declare
  i agenda_item;
  n integer;
begin
  select * into i from agenda_item where id = p_item and municipality_id = app_municipality();
  if not found or team_rel((select team_id from meeting where id = i.meeting_id)) & 2 = 0 then
    return false;
  end if;
  perform from pulse_answer where item_id = p_item for update;
  select count(*) into n from pulse_answer where item_id = p_item;
  if n < greatest(p_fewest, 3) then
    return false;
  end if;
  insert into pulse (item_id, municipality_id, meeting_id, counts)
  select i.id, i.municipality_id, i.meeting_id,
    (select array_agg((select count(*)::integer from pulse_answer a where a.item_id = p_item and a.step = s) order by s) from generate_series(1, 5) s)
  on conflict (item_id) do nothing;
  delete from pulse_answer where item_id = p_item;
  return true;
end $$;

do $$
declare
  f text;
begin
  grant usage, create on schema public to pejling_doors;
  grant select on meeting, meeting_participant, minutes, agenda_item, team, school_cluster to pejling_doors;
  grant select, update on silent_writing to pejling_doors;
  grant select, delete on silent_post, silent_ready to pejling_doors;
  grant select, update, delete on pulse_answer to pejling_doors;
  grant select, insert on reflection_post, pulse to pejling_doors;
  -- The beat asks over all municipalities whether there is anything to count; whose it counts, the context says.
  drop policy if exists doors on silent_writing;
  create policy doors on silent_writing for select to pejling_doors using (true);
  for f in select p.oid::regprocedure::text from pg_proc p
    where p.proname in ('door_reveal_silent_writing', 'door_silent_municipalities', 'door_silent_counts', 'door_show_pulse')
      and p.pronamespace = 'public'::regnamespace loop
    execute format('alter function %s owner to pejling_doors', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to pejling_app', f);
  end loop;
  revoke create on schema public from pejling_doors;
end $$;
