-- Who is the viewer to a team, a meeting, an action, a person? A sum of the bits of access/viewer-column.ts, for the
-- person given (the context's when null). The rule as facts stands in test/access/relations.ts; a property test holds them equal.

create or replace function app_today() returns date language sql stable
  as $$ select (now() at time zone 'Europe/Copenhagen')::date $$;

-- What a person is to a team: rights are the union of all memberships and roles.
create or replace function team_rel(p_team uuid, p_person uuid default null) returns integer
language sql stable set search_path = public as $$
  with t as (
    select id, school_id, cluster_id, municipality_id,
      coalesce(cluster_id, (select s.cluster_id from school s where s.id = team.school_id)) as in_cluster
    from team where id = p_team
  ), who as (
    select coalesce(p_person, app_person()) as id
  )
  select coalesce((
    select
      coalesce((select bit_or(case when m.function = 'MEMBER' then 2 else 2 | 8192 end) from team_membership m
        where m.team_id = t.id and m.person_id = who.id and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())), 0)
      | coalesce((select bit_or(case
          when r.role = 'PLC_COACH' and r.scope_id in (t.id, t.school_id, t.in_cluster, t.municipality_id) then 4
          when r.role = 'SCHOOL_LEADER' and r.scope_id = t.school_id then 32
          when r.role = 'SCHOOL_LEADER' and t.in_cluster is not null and (r.scope_id = t.in_cluster
            or exists (select from school o where o.id = r.scope_id and o.cluster_id = t.in_cluster)) then 64
          when r.role = 'READER' and r.scope_id in (t.school_id, t.municipality_id) then 256
          when r.role = 'MUNICIPAL_CONSULTANT' and r.scope_id = t.municipality_id then 512
          when r.role = 'MUNICIPAL_ADMIN' and r.scope_id = t.municipality_id then 1024
          when r.role = 'DPO' and r.scope_id = t.municipality_id then 2048
          else 0 end) from role_assignment r
        where r.person_id = who.id and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())), 0)
      | case when exists (select from person p where p.id = who.id and p.school_id = t.school_id) then 16
             when exists (select from person p where p.id = who.id and p.school_id is not null) then 128 else 0 end
      | case when exists (select from person p where p.id = who.id) then 32768 else 0 end
    from t, who), 0)
$$;

-- What a person is to a meeting: what they are to its team, and whether they are invited to it now.
create or replace function meeting_rel(p_meeting uuid, p_person uuid default null) returns integer
language sql stable set search_path = public as $$
  select coalesce((
    select team_rel(m.team_id, p_person)
      | coalesce((select (case when p.is_guest then 8 else 0 end) | 4096 | (case when p.meeting_role = 'FACILITATOR' then 8192 else 0 end)
        from meeting_participant p
        where p.meeting_id = m.id and p.person_id = coalesce(p_person, app_person()) and m.state in ('CONVENED', 'IN_PROGRESS', 'HELD')
          and not exists (select from minutes x where x.meeting_id = m.id and x.state = 'APPROVED')), 0)
    from meeting m where m.id = p_meeting), 0)
$$;

create or replace function action_rel(p_action uuid, p_person uuid default null) returns integer
language sql stable set search_path = public as $$
  select coalesce((select team_rel(a.team_id, p_person)
    | (select coalesce(meeting_rel(a.origin_meeting_id, p_person), 0) & (8 | 4096)) from action a where a.id = p_action), 0)
$$;

-- Opens the context of a session and tells whose it is; null when the session is over. First thing a screen does.
create or replace function open_context(p_token_hash bytea) returns uuid
language plpgsql volatile set search_path = public as $$
declare
  s record;
begin
  perform set_config('app.municipality', '', true), set_config('app.person', '', true);
  select * into s from door_session(p_token_hash);
  if not found then
    return null;
  end if;
  perform set_config('app.municipality', s.municipality_id::text, true), set_config('app.person', s.person_id::text, true);
  return s.person_id;
end $$;

-- What a person is in the municipality at large: for what everybody there may see, and what a role alone opens.
create or replace function municipality_rel(p_person uuid default null) returns integer
language sql stable set search_path = public as $$
  select coalesce((
    select 32768 | (case when p.school_id is not null then 128 else 0 end)
      | coalesce((select bit_or(case r.role when 'SCHOOL_LEADER' then 32 when 'READER' then 256 when 'MUNICIPAL_CONSULTANT' then 512
          when 'MUNICIPAL_ADMIN' then 1024 when 'DPO' then 2048 when 'PLC_COACH' then 4 else 0 end)
        from role_assignment r where r.person_id = p.id and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())), 0)
      | case when exists (select from team_membership m where m.person_id = p.id and m.valid_from <= app_today()
          and (m.valid_to is null or m.valid_to >= app_today())) then 2 else 0 end
    from person p where p.id = coalesce(p_person, app_person())), 0)
$$;

-- What a person is to a school: works there, leads it, is in one of its teams or coaches one.
create or replace function school_rel(p_school uuid, p_person uuid default null) returns integer
language sql stable set search_path = public as $$
  select coalesce((
    select 32768
      | case when p.school_id = s.id then 16 when p.school_id is not null then 128 else 0 end
      | coalesce((select bit_or(case
          when r.role = 'PLC_COACH' and (r.scope_id in (s.id, s.cluster_id, s.municipality_id)
            or exists (select from team t where t.id = r.scope_id and t.school_id = s.id)) then 4
          when r.role = 'SCHOOL_LEADER' and r.scope_id = s.id then 32
          when r.role = 'SCHOOL_LEADER' and s.cluster_id is not null and (r.scope_id = s.cluster_id
            or exists (select from school o where o.id = r.scope_id and o.cluster_id = s.cluster_id)) then 64
          when r.role = 'READER' and r.scope_id in (s.id, s.municipality_id) then 256
          when r.role = 'MUNICIPAL_CONSULTANT' and r.scope_id = s.municipality_id then 512
          when r.role = 'MUNICIPAL_ADMIN' and r.scope_id = s.municipality_id then 1024
          when r.role = 'DPO' and r.scope_id = s.municipality_id then 2048
          else 0 end) from role_assignment r
        where r.person_id = p.id and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())), 0)
      | case when exists (select from team_membership m join team t on t.id = m.team_id where m.person_id = p.id and t.school_id = s.id
          and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())) then 2 else 0 end
    from school s, person p where s.id = p_school and p.id = coalesce(p_person, app_person())), 0)
$$;
