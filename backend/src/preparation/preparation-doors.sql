-- The only ways past the lock on who is ready: counting, and deleting when it is of no use any more. Both answer to the clock alone. Owned by
-- pejling_doors, whom the municipality's lock binds as it binds everybody.

create or replace function is_the_clock() returns boolean language sql stable set search_path = public as $$
  select app_person() = '00000000-0000-7000-8000-00000000c10c'
$$;

-- Is there a municipality where anybody is ready, and which? For the beat, which asks it before everything else.
create or replace function door_prepared_municipalities() returns setof uuid
language sql stable security definer set search_path = public as $$
  select distinct municipality_id from preparation_ready
  union
  select municipality_id from preparation_count where ready > 0
$$;

-- How many are ready for the meetings that are still to come, where it is another figure than was told last. A guest who was called and is not
-- any more still counts: that the figure fell as they went would tell who they were to it.
create or replace function door_prepared_counts() returns table (meeting_id uuid, ready integer)
language sql stable security definer set search_path = public as $$
  select x.meeting_id, x.ready from (
    select m.id as meeting_id, least((select count(*) from preparation_ready r where r.meeting_id = m.id),
      (select count(*) from meeting_participant p where p.meeting_id = m.id))::integer as ready
    from meeting m
    where m.state in ('DRAFT', 'CONVENED') and m.municipality_id = app_municipality() and is_the_clock()
      and m.id in (select r.meeting_id from preparation_ready r union select c.meeting_id from preparation_count c where c.ready > 0)) x
  where x.ready <> coalesce((select c.ready from preparation_count c where c.meeting_id = x.meeting_id), 0)
$$;

-- Who was ready for a meeting that is over, and how many, is of no use any more. Returns how many rows went.
create or replace function door_end_ready(p_meeting uuid) returns integer
language plpgsql volatile security definer set search_path = public as $$
declare
  gone integer;
begin
  if not is_the_clock() then
    return 0;
  end if;
  perform from meeting where id = p_meeting and municipality_id = app_municipality() and state in ('HELD', 'CLOSED', 'CANCELLED');
  if not found then
    return 0;
  end if;
  with marks as (
    delete from preparation_ready where meeting_id = p_meeting returning meeting_id
  ), counts as (
    delete from preparation_count where meeting_id = p_meeting returning meeting_id
  )
  select (select count(*) from marks) + (select count(*) from counts) into gone;
  return gone;
end $$;

-- The meetings that are over and for which a mark or a figure still stands.
create or replace function door_ready_left() returns setof uuid
language sql stable security definer set search_path = public as $$
  select m.id from meeting m
  where m.id in (select r.meeting_id from preparation_ready r union select c.meeting_id from preparation_count c)
    and m.state in ('HELD', 'CLOSED', 'CANCELLED') and m.municipality_id = app_municipality() and is_the_clock()
$$;

do $$
declare
  f text;
begin
  grant usage, create on schema public to pejling_doors;
  grant select on meeting, meeting_participant to pejling_doors;
  grant select, delete on preparation_ready, preparation_count to pejling_doors;
  -- The beat asks over all municipalities whether there is anything to count; whose it counts, the context says.
  drop policy if exists doors on preparation_ready;
  create policy doors on preparation_ready for select to pejling_doors using (true);
  drop policy if exists doors on preparation_count;
  create policy doors on preparation_count for select to pejling_doors using (true);
  for f in select p.oid::regprocedure::text from pg_proc p
    where p.proname in ('door_prepared_municipalities', 'door_prepared_counts', 'door_end_ready', 'door_ready_left')
      and p.pronamespace = 'public'::regnamespace loop
    execute format('alter function %s owner to pejling_doors', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to pejling_app', f);
  end loop;
  revoke create on schema public from pejling_doors;
end $$;
