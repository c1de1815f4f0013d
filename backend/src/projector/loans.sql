-- A screen that waits belongs to nobody yet, so it is asked for, lent and found through doors (platform/doors): each is owned by
-- pejling_doors and does one thing.

-- May this relation to a meeting lend it to a screen? As meeting.write: the team, and coach and guest while attending.
create or replace function may_lend(p_rel integer) returns boolean language sql immutable parallel safe
  as $$ select p_rel & 2 <> 0 or (p_rel & 4096 <> 0 and p_rel & 12 <> 0) $$;

-- Does a loan stand? As long as the meeting is on, nobody took it back, and whoever lent it could still lend it.
create or replace function loan_stands(p_meeting uuid, p_lent_by uuid, p_returned_at timestamptz) returns boolean
language sql stable set search_path = public as $$
  select p_returned_at is null and exists (select from meeting m where m.id = p_meeting and m.state = 'IN_PROGRESS')
    and may_lend(meeting_rel(p_meeting, p_lent_by))
$$;

-- How many screens show the meeting now, for those who are in it.
create or replace function meeting_lent_screens(p_meeting uuid) returns integer language sql stable set search_path = public as $$
  select count(*)::integer from lent_screen s where s.meeting_id = p_meeting and loan_stands(s.meeting_id, s.lent_by, s.returned_at)
$$;

-- A screen waits with a new code; its last one, and all that have run out, are gone. Null when the code is another's just now.
create or replace function door_open_screen(p_token_hash bytea, p_code_hash bytea, p_token_before bytea, p_lasts interval) returns timestamptz
language plpgsql volatile security definer set search_path = public as $$
declare
  ends timestamptz := now() + p_lasts;
begin
  delete from lent_screen where meeting_id is null and (code_expires_at <= now() or token_hash = p_token_before);
  insert into lent_screen (token_hash, code_hash, code_expires_at) values (p_token_hash, p_code_hash, ends)
  on conflict (code_hash) where meeting_id is null do nothing;
  return case when found then ends end;
end $$;

-- Lends the screen that waits with this code the meeting, for the person of the context: true when this call did it, false when
-- that same person's tap had done it already. Null for everything else: unknown, run out, used, not theirs to lend, not on.
create or replace function door_lend_screen(p_code_hash bytea, p_meeting uuid) returns boolean
language plpgsql volatile security definer set search_path = public as $$
declare
  screen uuid;
begin
  if not may_lend(meeting_rel(p_meeting)) or not exists (select from meeting m
      where m.id = p_meeting and m.municipality_id = app_municipality() and m.state = 'IN_PROGRESS') then
    return null;
  end if;
  select id into screen from lent_screen where code_hash = p_code_hash and meeting_id is null and code_expires_at > now() for update;
  if found then
    update lent_screen set municipality_id = app_municipality(), meeting_id = p_meeting, lent_by = app_person(), lent_at = clock_timestamp()
    where id = screen;
    return true;
  end if;
  perform from lent_screen where code_hash = p_code_hash and meeting_id = p_meeting and lent_by = app_person() and returned_at is null
    and code_expires_at > now();
  return case when found then false end;
end $$;

-- What a screen's token opens: whose municipality, and which meeting. Whether the loan stands is asked in that municipality.
create or replace function door_lent_screen(p_token_hash bytea)
returns table (screen_id uuid, municipality_id uuid, meeting_id uuid, lent_by uuid, returned_at timestamptz)
language sql stable security definer set search_path = public rows 1 as $$
  select s.id, s.municipality_id, s.meeting_id, s.lent_by, s.returned_at from lent_screen s
  where s.token_hash = p_token_hash and s.meeting_id is not null and s.returned_at is null
$$;

-- Opens the context of a screen's loan, with no person in it, and tells what is lent; no row when no loan stands. First thing that a
-- lent screen's statement does.
create or replace function open_loan(p_token_hash bytea) returns table (screen_id uuid, municipality_id uuid, meeting_id uuid)
language plpgsql volatile set search_path = public as $$
declare
  s record;
begin
  perform set_config('app.municipality', '', true), set_config('app.person', '', true);
  select * into s from door_lent_screen(p_token_hash);
  if not found then
    return;
  end if;
  perform set_config('app.municipality', s.municipality_id::text, true),
    set_config('app.person', '00000000-0000-0000-0000-000000000000', true);
  if loan_stands(s.meeting_id, s.lent_by, s.returned_at) then
    return query select s.screen_id, s.municipality_id, s.meeting_id;
  end if;
end $$;

do $$
declare
  f text;
begin
  grant usage, create on schema public to pejling_doors;
  grant select on meeting, meeting_participant, minutes, team, school_cluster to pejling_doors;
  grant select, insert, update, delete on lent_screen to pejling_doors;
  drop policy if exists doors on lent_screen;
  create policy doors on lent_screen to pejling_doors using (true) with check (true);
  for f in select p.oid::regprocedure::text from pg_proc p
    where p.proname in ('door_open_screen', 'door_lend_screen', 'door_lent_screen') and p.pronamespace = 'public'::regnamespace loop
    execute format('alter function %s owner to pejling_doors', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to pejling_app', f);
  end loop;
  revoke create on schema public from pejling_doors;
end $$;
