-- What is counted for the published tables: for each group and marker, how many of the school year's teams had begun, kept,
-- adjusted or stopped a trial when p_day began in Denmark. Exact counts: no screen asks for them;
-- what is shown of them is decided in libs/domain/src/published-values.ts.
create or replace function publication_counts(p_municipality uuid, p_day date)
returns table (group_kind text, group_id uuid, grade_band text, teams integer, schools integer, marker_id uuid, school_year text,
  begun integer, kept integer, adjusted integer, stopped integer)
language sql stable set search_path = public as $$
  with recursive of_year as (
    select t.id, t.grade_band, t.school_id, s.cluster_id, t.school_year
    from team t join school_year y on y.municipality_id = t.municipality_id and y.key = t.school_year and p_day between y.starts_on and y.ends_on
      left join school s on s.id = t.school_id
    where t.municipality_id = p_municipality
  ), member as (
    select 'SCHOOL' as group_kind, school_id as group_id, 'ALL' as grade_band, id, school_id, school_year from of_year where school_id is not null
    union all select 'CLUSTER', cluster_id, 'ALL', id, school_id, school_year from of_year where cluster_id is not null
    union all select 'MUNICIPALITY', p_municipality, 'ALL', id, school_id, school_year from of_year
    union all select 'MUNICIPALITY', p_municipality, grade_band, id, school_id, school_year from of_year where grade_band is not null
  ), marker as (
    select g.id from guiding_marker g where g.marker_set_id = (select s.id from marker_set s
      where s.municipality_id = p_municipality and s.state = 'PUBLISHED' order by s.published_at desc nulls last, s.version desc limit 1)
  ), stands_for as (
    -- A marker counts for those it came after, back through the versions.
    select id as marker_id, id as counted_id from marker
    union select f.marker_id, g.supersedes_marker_id from stands_for f join guiding_marker g on g.id = f.counted_id where g.supersedes_marker_id is not null
  ), done as (
    select a.team_id, f.marker_id,
      bool_or(action_begun_at(a.*::action) < x.midnight) as begun,
      bool_or(a.outcome = 'KEEP' and a.closed_at < x.midnight) as kept,
      bool_or(a.outcome = 'ADJUST' and a.closed_at < x.midnight) as adjusted,
      bool_or(a.outcome = 'STOP' and a.closed_at < x.midnight) as stopped
    from action a join action_marker am on am.action_id = a.id join stands_for f on f.counted_id = am.marker_id
      cross join (select p_day::timestamp at time zone 'Europe/Copenhagen' as midnight) x
    where a.municipality_id = p_municipality and a.kind = 'TRIAL' and a.state <> 'PROPOSED' and a.team_id in (select id from of_year)
    group by a.team_id, f.marker_id
  )
  select m.group_kind, m.group_id, m.grade_band, count(*)::int, count(distinct m.school_id)::int, k.id, max(m.school_year),
    (count(*) filter (where d.begun))::int, (count(*) filter (where d.kept))::int,
    (count(*) filter (where d.adjusted))::int, (count(*) filter (where d.stopped))::int
  from member m cross join marker k left join done d on d.team_id = m.id and d.marker_id = k.id
  group by m.group_kind, m.group_id, m.grade_band, k.id
$$;
