-- What is asked before a context exists, and nothing else. Each function is owned by pejling_doors, which has
-- one policy `using (true)` on just the tables it needs: under FORCE ROW LEVEL SECURITY an ordinary owner sees nothing.

create or replace function door_session(p_token_hash bytea)
returns table (session_id uuid, municipality_id uuid, person_id uuid)
language sql stable security definer set search_path = public rows 1 as $$
  select s.id, s.municipality_id, s.person_id from session s
  where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
$$;

create or replace function door_sessions_alive(p_sessions uuid[])
returns table (session_id uuid, person_id uuid)
language sql stable security definer set search_path = public as $$
  select s.id, s.person_id from session s
  where s.id = any (p_sessions) and s.ended_at is null and s.expires_at > now()
$$;

create or replace function door_account(p_sign_in_name text)
returns table (municipality_id uuid, person_id uuid, password_hash text, is_demonstration boolean)
language sql stable security definer set search_path = public rows 1 as $$
  select a.municipality_id, a.person_id, a.password_hash, a.is_demonstration from account a where a.sign_in_name = p_sign_in_name
$$;

-- Counts an attempt in its window and tells how many there have been, the new one included.
create or replace function door_sign_in_attempt(p_key text, p_window interval) returns integer
language sql volatile security definer set search_path = public as $$
  insert into sign_in_attempt as a (key, window_started_at, attempts) values (p_key, now(), 1)
  on conflict (key) do update set
    attempts = case when a.window_started_at < now() - p_window then 1 else a.attempts + 1 end,
    window_started_at = case when a.window_started_at < now() - p_window then now() else a.window_started_at end
  returning attempts
$$;

create or replace function door_sign_in_succeeded(p_key text) returns void
language sql volatile security definer set search_path = public as $$
  delete from sign_in_attempt where key = p_key
$$;

create or replace function door_invitation(p_token_hash bytea)
returns table (invitation_id uuid, municipality_id uuid, person_id uuid, display_name text)
language sql stable security definer set search_path = public rows 1 as $$
  select i.id, i.municipality_id, i.person_id, p.display_name from invitation i join person p on p.id = i.person_id
  where i.token_hash = p_token_hash and i.used_at is null and i.expires_at > now()
$$;

-- Takes the invitation and makes the account in one step; null when another tap came first.
create or replace function door_accept_invitation(p_token_hash bytea, p_sign_in_name text, p_password_hash text) returns uuid
language sql volatile security definer set search_path = public as $$
  with taken as (
    update invitation set used_at = now()
    where token_hash = p_token_hash and used_at is null and expires_at > now()
    returning municipality_id, person_id
  )
  insert into account (municipality_id, person_id, sign_in_name, password_hash)
  select municipality_id, person_id, p_sign_in_name, p_password_hash from taken
  returning person_id
$$;

-- Who may be tried in a demonstration: accounts that the demonstration itself made.
create or replace function door_demonstration_sign_ins()
returns table (sign_in_name text, display_name text, school_name text, roles text[], team_function text, municipality_name text)
language sql stable security definer set search_path = public as $$
  select a.sign_in_name, p.display_name, s.name,
    coalesce((select array_agg(distinct r.role) from role_assignment r where r.person_id = p.id), '{}'),
    (select m.function from team_membership m where m.person_id = p.id and m.valid_to is null limit 1),
    u.name
  from account a join person p on p.id = a.person_id join municipality u on u.id = a.municipality_id
    left join school s on s.id = p.school_id
  where a.is_demonstration order by u.created_at, a.created_at, a.sign_in_name
$$;

-- Every municipality, for what the clock does in each of them in turn.
create or replace function door_municipalities() returns setof uuid
language sql stable security definer set search_path = public as $$
  select id from municipality order by id
$$;

do $$
declare
  f text;
  t text;
begin
  grant usage, create on schema public to pejling_doors;
  foreach t in array array['session', 'account', 'invitation', 'person', 'school', 'role_assignment', 'team_membership', 'municipality', 'sign_in_attempt',
    'scope_counter', 'change', 'audit_event', 'audit_counter', 'audit_seal', 'audit_seal_scope'] loop
    execute format('grant select on %I to pejling_doors', t);
    if t <> 'sign_in_attempt' then
      execute format('drop policy if exists doors on %I', t);
      execute format('create policy doors on %I to pejling_doors using (true) with check (true)', t);
    end if;
  end loop;
  grant insert, update, delete on sign_in_attempt to pejling_doors;
  grant update on invitation to pejling_doors;
  grant insert on account to pejling_doors;
  grant insert on audit_event, audit_seal, audit_seal_scope to pejling_doors;
  grant insert, update on audit_counter to pejling_doors;
  -- The restrictive locks on one's own rows would close the doors too.
  drop policy if exists own on session;
  create policy own on session as restrictive to pejling_app using (person_id = (select app_person()));
  drop policy if exists own on account;
  create policy own on account as restrictive to pejling_app using (person_id = (select app_person()));
  for f in select p.oid::regprocedure::text from pg_proc p where p.proname like 'door\_%' and p.pronamespace = 'public'::regnamespace loop
    execute format('alter function %s owner to pejling_doors', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to pejling_app', f);
  end loop;
  revoke create on schema public from pejling_doors;
end $$;
