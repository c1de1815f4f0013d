-- What keeps a team's school closed between two days: the municipality's days and the school's own.
create or replace function closed_days_json(p_team uuid, p_from date, p_to date) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('from', c.starts_on, 'to', c.ends_on, 'name', c.name) order by c.starts_on), '[]')
  from closing_day c where c.starts_on <= p_to and c.ends_on >= p_from
    and (c.school_id is null or c.school_id = (select school_id from team where id = p_team))
$$;

-- What a proposed series meets: closed days between two days, and for each slot whether the team meets then already and how many of its
-- members are called to something else. Never who or where: another team's meeting is its own.
create or replace function series_meets(p_team uuid, p_from date, p_to date, p_starts timestamptz[], p_minutes integer) returns jsonb
language sql stable set search_path = public as $$
  with slot as (
    select s.at, s.at + make_interval(mins => p_minutes) as ends, s.n from unnest(p_starts) with ordinality s(at, n)
  ), own as (
    select m.starts_at, m.starts_at + make_interval(mins => m.duration_min) as ends from meeting m
    where m.team_id = p_team and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS')
  ), elsewhere as (
    select x.person_id, m.starts_at, m.starts_at + make_interval(mins => m.duration_min) as ends
    from team_membership t
    join meeting_participant x on x.person_id = t.person_id
    join meeting m on m.id = x.meeting_id
    where t.team_id = p_team and t.valid_from <= app_today() and (t.valid_to is null or t.valid_to >= app_today())
      and m.team_id <> p_team and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS')
      and m.starts_at between (p_from - 1)::timestamptz and (p_to + 1)::timestamptz
  )
  select jsonb_build_object(
    'closed', closed_days_json(p_team, p_from, p_to),
    -- A school year (1 August to 31 July) has a calendar when the municipality keeps a day of it closed.
    'calendars', coalesce((select jsonb_agg(distinct y.first || '-' || (y.first + 1)) from (
        select extract(year from c.starts_on - interval '7 months')::integer as first from closing_day c where c.school_id is null) y), '[]'),
    'slots', coalesce((select jsonb_agg(jsonb_build_object(
        'teamMeets', exists (select from own o where o.starts_at < s.ends and o.ends > s.at),
        'busy', (select count(distinct e.person_id) from elsewhere e where e.starts_at < s.ends and e.ends > s.at)) order by s.n) from slot s), '[]'))
$$;
