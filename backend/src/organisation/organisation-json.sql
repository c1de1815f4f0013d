-- How the organisation's things look as rows of the API. p_rel: the viewer's bits to what the row hangs on.

create or replace function person_json(p person, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Person', '_rel', p_rel | (case when p.id = app_person() then 1 else 0 end),
    'id', p.id, 'displayName', p.display_name, 'initials', p.initials, 'professions', to_jsonb(p.professions))
$$;

create or replace function school_json(s school, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'School', '_rel', p_rel, 'id', s.id, 'name', s.name, 'kind', s.kind)
$$;

-- The team's name and school; members only when asked for (p_members), since most rows need none.
create or replace function team_json(t team, p_rel integer, p_members boolean) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Team', '_rel', p_rel, 'id', t.id, 'name', t.name, 'kind', t.kind, 'schoolYear', t.school_year,
    'gradeBand', t.grade_band, 'school', (select school_json(s, p_rel) from school s where s.id = t.school_id),
    'members', case when p_members then coalesce((
      select jsonb_agg(jsonb_build_object('__typename', 'TeamMember', '_rel', p_rel, 'id', m.id, 'function', m.function, 'person', person_json(p, p_rel))
        order by p.display_name)
      from team_membership m join person p on p.id = m.person_id
      where m.team_id = t.id and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())), '[]') end)
$$;

-- Times travel as UTC with milliseconds.
create or replace function utc(p_at timestamptz) returns text language sql immutable parallel safe
  as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
