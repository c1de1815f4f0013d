-- What a team's next meeting begins from.
create or replace function screen_new_meeting(p_token_hash bytea, p_team uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  last meeting;
  own_series uuid;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := team_rel(p_team);
  if rel & 6 = 0 then
    return null;
  end if;
  select id into own_series from meeting_series where team_id = p_team order by id limit 1;
  select * into last from meeting where team_id = p_team and state <> 'CANCELLED' order by starts_at desc limit 1;
  return jsonb_build_object('__typename', 'NewMeetingPlan', '_rel', rel, 'id', p_team,
    'team', (select team_json(t, rel, true) from team t where t.id = p_team),
    'shelf', (select template_shelf_json(t.id, t.school_id, rel) from team t where t.id = p_team),
    'carried', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'CarriedThread', '_rel', rel, 'id', x.id, 'title', x.title, 'timesMoved', x.times_moved) order by x.id)
      from agenda_thread x where x.series_id = own_series and x.state = 'GOES_ON' and x.kind not in ('BREAK', 'FOLLOW_UP') and coalesce(x.step_key, '') not in ('check-in', 'check-out')), '[]'),
    'openActionCount', open_action_count(p_team),
    'waitingProposals', waiting_proposals_json(own_series, rel),
    'closed', (select coalesce(jsonb_agg(d || jsonb_build_object('_rel', rel) order by n), '[]')
      from jsonb_array_elements(closed_days_json(p_team, app_today(), app_today() + 366)) with ordinality x(d, n)),
    'lastStartsAt', utc(last.starts_at), 'lastDurationMin', last.duration_min, 'lastPlace', last.place);
end $$;

-- What a meeting's series has on no agenda: what goes on, what is parked, and what was let go with a reason; for the team and its coach.
create or replace function screen_set_aside(p_token_hash bytea, p_meeting uuid, p_after uuid, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  found jsonb;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(p_meeting);
  if rel & 6 = 0 then
    return null;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('__typename', 'SetAsideThread', '_rel', rel, 'id', x.id, 'title', x.title, 'kind', x.kind, 'track', x.track,
      'plannedMin', coalesce((select i.planned_min from agenda_item i join meeting m on m.id = i.meeting_id where i.thread_id = x.id order by m.starts_at desc limit 1), 10),
      'timesMoved', x.times_moved, 'state', x.state, 'droppedReason', x.dropped_reason) order by x.id desc), '[]')
    into found
  from (
    select t.* from agenda_thread t
    where t.series_id = (select m.series_id from meeting m where m.id = p_meeting)
      and (t.state = 'PARKED' or t.state = 'DROPPED' and t.dropped_reason is not null
        or t.state = 'GOES_ON' and t.kind not in ('BREAK', 'FOLLOW_UP') and coalesce(t.step_key, '') not in ('check-in', 'check-out'))
      and (p_after is null or t.id < p_after)
    order by t.id desc limit p_first + 1
  ) x;
  return jsonb_build_object('__typename', 'SetAside', '_rel', rel, 'id', p_meeting,
    'threads', coalesce((select jsonb_agg(e.r order by e.n) from jsonb_array_elements(found) with ordinality e(r, n) where e.n <= p_first), '[]'),
    'cursor', case when jsonb_array_length(found) > p_first then found->(p_first - 1)->'id' end);
end $$;

-- A team's meetings: all that are to come or under way, and the past ones a page at a time, newest first.
create or replace function screen_team_meetings(p_token_hash bytea, p_team uuid, p_after text, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  past jsonb;
  cursor_at timestamptz;
  cursor_id uuid;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := team_rel(p_team);
  if rel & 6 = 0 then
    return null;
  end if;
  if p_after is not null then
    cursor_at := split_part(p_after, '_', 1)::timestamptz;
    cursor_id := split_part(p_after, '_', 2)::uuid;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('at', x.starts_at, 'id', x.id, 'json', meeting_json(x, meeting_rel(x.id))
      || jsonb_build_object('markers', meeting_markers_json(x.id, rel))) order by x.starts_at desc, x.id desc), '[]')
    into past
  from (
    select * from meeting m where m.team_id = p_team and m.state in ('HELD', 'CLOSED', 'CANCELLED')
      and (cursor_at is null or (m.starts_at, m.id) < (cursor_at, cursor_id))
    order by m.starts_at desc, m.id desc limit p_first + 1
  ) x;
  return jsonb_build_object('__typename', 'TeamMeetings', '_rel', rel, 'id', p_team, 'liveVersion', scope_version('TEAM', p_team),
    'team', (select team_json(t, rel, false) from team t where t.id = p_team),
    'upcoming', coalesce((select jsonb_agg(meeting_json(m, meeting_rel(m.id)) || jsonb_build_object('markers', meeting_markers_json(m.id, rel)) order by m.starts_at)
      from meeting m where m.team_id = p_team and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS')), '[]'),
    'past', coalesce((select jsonb_agg(r->'json' order by n) from jsonb_array_elements(past) with ordinality e(r, n) where n <= p_first), '[]'),
    'pastCursor', case when jsonb_array_length(past) > p_first then (past->(p_first - 1)->>'at') || '_' || (past->(p_first - 1)->>'id') end);
end $$;

-- A team's school year: its meetings with the markers they are about, and the days on which nobody meets.
create or replace function screen_team_year(p_token_hash bytea, p_team uuid, p_from date, p_to date) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := team_rel(p_team);
  if rel & 6 = 0 then
    return null;
  end if;
  return series_meets(p_team, p_from, p_to, '{}', 0) - 'slots' || jsonb_build_object('_rel', rel, 'liveVersion', scope_version('TEAM', p_team),
    'calendarVersion', scope_version('MUNICIPALITY', app_municipality()),
    'team', (select team_json(t, rel, false) from team t where t.id = p_team),
    'meetings', coalesce((select jsonb_agg(meeting_json(m, meeting_rel(m.id))
        || jsonb_build_object('series', s.name, 'markers', meeting_markers_json(m.id, rel)) order by m.starts_at, m.id)
      from meeting m join meeting_series s on s.id = m.series_id
      where m.team_id = p_team and m.state <> 'CANCELLED'
        and m.starts_at >= p_from::timestamp at time zone 'Europe/Copenhagen' and m.starts_at < (p_to + 1)::timestamp at time zone 'Europe/Copenhagen'), '[]'));
end $$;

-- What a series of meetings would meet, before anything is made.
create or replace function screen_series_proposal(p_token_hash bytea, p_team uuid, p_from date, p_to date, p_starts timestamptz[], p_minutes integer)
returns jsonb language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := team_rel(p_team);
  if rel & 6 = 0 then
    return null;
  end if;
  return jsonb_build_object('_rel', rel, 'calendarVersion', scope_version('MUNICIPALITY', app_municipality()))
    || series_meets(p_team, p_from, p_to, p_starts, p_minutes);
end $$;

-- Who may be called to one meeting from outside the team, by a part of their name.
create or replace function screen_guest_choices(p_token_hash bytea, p_meeting uuid, p_search text) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(p_meeting);
  -- Those who may plan it: its team, and its coach (4) while attending (4096).
  if rel & 2 = 0 and rel & 4100 <> 4100 then
    return null;
  end if;
  return coalesce((select jsonb_agg(person_json(g, rel) order by g.display_name)
    from person g where g.id in (select x.id from guest_choices(p_meeting, p_search) x order by x.display_name limit 12)), '[]');
end $$;
