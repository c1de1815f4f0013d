-- What a meeting is called by: its planned start, or where it began on another day, when it began.
create or replace function meeting_called_at(m meeting) returns timestamptz language sql stable as $$
  select case when (m.started_at at time zone 'Europe/Copenhagen')::date <> (m.starts_at at time zone 'Europe/Copenhagen')::date
    then m.started_at else m.starts_at end
$$;

-- A meeting as it stands in somebody's week or on a team's page.
create or replace function meeting_in_week_json(m meeting, p_me uuid) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'WeekMeeting', '_rel', meeting_rel(m.id), 'id', m.id, 'title', m.title, 'startsAt', utc(m.starts_at),
    'startedAt', utc(m.started_at), 'durationMin', m.duration_min, 'place', m.place, 'purpose', m.purpose, 'state', m.state, 'teamId', m.team_id,
    'teamName', (select t.name from team t where t.id = m.team_id),
    'ownRole', (select x.meeting_role from meeting_participant x where x.meeting_id = m.id and x.person_id = p_me),
    'endedByClockAt', case when m.ended_by_clock then utc(m.ended_at) end,
    'minutesState', (select x.state from minutes x where x.meeting_id = m.id),
    'markers', meeting_markers_json(m.id, meeting_rel(m.id)))
$$;

-- One person's week: meetings, open actions, what to prepare. Nothing here is anybody else's.
create or replace function screen_my_week(p_token_hash bytea, p_monday date) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  monday date;
  begins timestamptz;
  ends timestamptz;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  monday := coalesce(p_monday, date_trunc('week', app_today())::date);
  begins := monday::timestamp at time zone 'Europe/Copenhagen';
  ends := (monday + 7)::timestamp at time zone 'Europe/Copenhagen';
  return jsonb_build_object('__typename', 'MyWeek', 'id', me, 'monday', monday, 'today', app_today(), 'liveVersion', scope_version('PERSON', me),
    'meetings', coalesce((
      select jsonb_agg(meeting_in_week_json(m, me) order by meeting_called_at(m))
      from meeting m join meeting_participant x on x.meeting_id = m.id and x.person_id = me
      where meeting_called_at(m) >= begins and meeting_called_at(m) < ends and m.state not in ('DRAFT', 'CANCELLED')
        and (meeting_rel(m.id) & 2 <> 0 or meeting_rel(m.id) & 4096 <> 0)), '[]'),
    -- Also one that was begun before its day.
    'inProgress', coalesce((
      select jsonb_agg(meeting_in_week_json(m, me) order by m.starts_at) from meeting m join meeting_participant x on x.meeting_id = m.id and x.person_id = me
      where m.state = 'IN_PROGRESS' and (meeting_rel(m.id) & 2 <> 0 or meeting_rel(m.id) & 4096 <> 0)), '[]'),
    'nextMeeting', (
      select meeting_in_week_json(m, me) from meeting m join meeting_participant x on x.meeting_id = m.id and x.person_id = me
      where m.starts_at >= greatest(ends, now()) and m.state = 'CONVENED' order by m.starts_at limit 1),
    'actions', coalesce((
      select jsonb_agg(action_json(a, team_rel(a.team_id)) order by a.due_on nulls last, a.created_at)
      from action a join action_responsible r on r.action_id = a.id
      where r.person_id = me and a.state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED') and team_rel(a.team_id) & 2 <> 0), '[]'),
    'prepare', coalesce((
      select jsonb_agg(jsonb_build_object('__typename', 'ItemToPrepare', '_rel', meeting_rel(m.id), 'id', i.id, 'title', i.title, 'plannedMin', i.planned_min,
        'position', i.position, 'meetingId', m.id, 'startsAt', utc(m.starts_at), 'teamName', (select t.name from team t where t.id = m.team_id)) order by m.starts_at, i.position)
      from agenda_item i join meeting m on m.id = i.meeting_id
      where i.owner_id = me and m.state = 'CONVENED' and m.starts_at >= now() - interval '2 hours'
        and exists (select from meeting_participant x where x.meeting_id = m.id and x.person_id = me)), '[]'),
    -- Within a fortnight, and later where the person is to open an item or was answered.
    'preparing', coalesce((
      select jsonb_agg(jsonb_build_object('__typename', 'MeetingToPrepare', '_rel', y.rel, 'id', m.id, 'title', m.title, 'startsAt', utc(m.starts_at),
        'teamName', (select t.name from team t where t.id = m.team_id), 'bring', m.bring, 'ownRole', x.meeting_role,
        'hasNote', exists (select from preparation_note n where n.meeting_id = m.id and n.person_id = me),
        'openProposals', (select count(*) from proposed_item p where p.meeting_id = m.id and p.state = 'PROPOSED'),
        'answered', coalesce((select jsonb_agg(proposed_item_json(p, y.rel) order by p.created_at, p.id) from own_answered(m.id) p), '[]'),
        'preparation', meeting_preparation_json(m.id, y.rel)) order by m.starts_at)
      from meeting m join meeting_participant x on x.meeting_id = m.id and x.person_id = me, lateral (select meeting_rel(m.id) as rel) y
      where m.state = 'CONVENED' and m.starts_at >= now() - interval '2 hours' and y.rel & 4098 <> 0
        and (m.starts_at < now() + interval '14 days' or exists (select from agenda_item i where i.meeting_id = m.id and i.owner_id = me)
          or exists (select from own_answered(m.id)))), '[]'));
end $$;

-- A team's page: what comes, what is open, what was decided, and what its leader can see of it.
create or replace function screen_team(p_token_hash bytea, p_team uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  t team;
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into t from team where id = p_team;
  rel := team_rel(p_team);
  -- 6: the team itself and its coach.
  if t.id is null or rel & 6 = 0 then
    return null;
  end if;
  return jsonb_build_object('__typename', 'TeamPage', '_rel', rel, 'id', t.id, 'team', team_json(t, rel, true), 'liveVersion', scope_version('TEAM', t.id),
    'markers', current_markers_json(rel), 'today', app_today(),
    'coming', coalesce((
      select jsonb_agg(meeting_in_week_json(m, me) order by m.starts_at) from meeting m
      where m.team_id = t.id and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS')), '[]'),
    'held', coalesce((
      select jsonb_agg(x.body order by x.called_at desc) from (
        select meeting_in_week_json(m, me) as body, meeting_called_at(m) as called_at from meeting m
        where m.team_id = t.id and m.state in ('HELD', 'CLOSED') order by called_at desc limit 8) x), '[]'),
    'openActions', coalesce((
      select jsonb_agg(action_json(a, rel) order by a.due_on nulls last, a.created_at) from action a
      where a.team_id = t.id and a.state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED')), '[]'),
    'decisions', coalesce((
      select jsonb_agg(x.body order by x.created_at desc) from (
        select decision_json(d, rel) || jsonb_build_object('meetingId', d.meeting_id) as body, d.created_at
        from decision d join meeting m on m.id = d.meeting_id where m.team_id = t.id order by d.created_at desc limit 6) x), '[]'),
    'leaderSees', overview_team_json(t, rel), 'agreement', minutes_agreement_json(t.school_id, rel));
end $$;
