-- An instant as its ISO week in Copenhagen: all that a leader learns of when.
create or replace function iso_week(p_at timestamptz) returns text language sql stable parallel safe
  as $$ select to_char(p_at at time zone 'Europe/Copenhagen', 'IYYY"-W"IW') $$;

-- A trial counts as begun from when the team began it, agreed or already tried.
create or replace function action_begun_at(a action) returns timestamptz language sql immutable
  as $$ select coalesce(a.begun_at, a.tried_at, case when a.state in ('IN_PROGRESS', 'TRIED', 'CLOSED') then a.agreed_at end) $$;

create or replace function overview_action_json(a action, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'OverviewAction', '_rel', p_rel, 'id', a.id, 'kind', a.kind, 'title', a.title, 'state', a.state,
    'outcome', a.outcome, 'expectedSigns', to_jsonb(a.expected_signs), 'begunWeek', iso_week(action_begun_at(a)), 'outcomeWeek', iso_week(a.closed_at),
    'markerIds', coalesce((select jsonb_agg(x.marker_id) from action_marker x where x.action_id = a.id), '[]'))
$$;

-- A team as its leader sees it. The team's own page asks the same function, so that what it says the leader sees is what
-- the leader sees.
create or replace function overview_team_json(t team, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  with year as (
    select starts_on, ends_on from school_year y where y.municipality_id = t.municipality_id and y.key = t.school_year
  ), own as (
    select a.* from action a where a.team_id = t.id and a.state <> 'PROPOSED'
  )
  select jsonb_build_object('__typename', 'OverviewTeam', '_rel', p_rel, 'id', t.id, 'name', t.name, 'gradeBand', t.grade_band,
    'cells', coalesce((
      select jsonb_agg(jsonb_build_object('_rel', p_rel, 'markerId', c.marker_id, 'begun', c.n))
      from (select x.marker_id, count(*) as n from own a join action_marker x on x.action_id = a.id
        where a.kind = 'TRIAL' and action_begun_at(a.*::action) is not null group by x.marker_id) c), '[]'),
    'meetingWeeks', coalesce((
      select jsonb_agg(w.week order by w.week) from (select distinct iso_week(m.started_at) as week from meeting m
        where m.team_id = t.id and m.state in ('HELD', 'CLOSED') and m.started_at is not null) w), '[]'),
    'actions', coalesce((
      select jsonb_agg(overview_action_json(a.*::action, p_rel) order by iso_week(action_begun_at(a.*::action)) desc nulls last, a.title) from own a), '[]'),
    'help', coalesce((
      select jsonb_agg(jsonb_build_object('_rel', p_rel, 'actionId', a.id, 'text', a.help_wanted, 'week', iso_week(a.help_wanted_at),
          'markerIds', coalesce((select jsonb_agg(x.marker_id) from action_marker x where x.action_id = a.id), '[]')) order by a.help_wanted_at desc)
      from own a where a.help_wanted is not null and a.state not in ('CLOSED', 'ABANDONED')), '[]'),
    'sharedMinutes', team_shares_json(t.id, p_rel))
$$;
