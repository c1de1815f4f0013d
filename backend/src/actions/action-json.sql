-- An action as a row of the API. p_rel: the viewer's bits to the team, or to the meeting it is seen in.
create or replace function action_json(a action, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Action', '_rel', p_rel, 'id', a.id, 'teamId', a.team_id, 'kind', a.kind, 'title', a.title, 'why', a.why,
    'state', a.state, 'outcome', a.outcome, 'dueOn', a.due_on, 'expectedSigns', to_jsonb(a.expected_signs),
    'originMeetingId', a.origin_meeting_id, 'originItemId', a.origin_item_id, 'predecessorId', a.predecessor_id,
    'successorId', (select s.id from action s where s.predecessor_id = a.id), 'abandonedReason', a.abandoned_reason,
    'helpWanted', a.help_wanted, 'createdAt', utc(a.created_at), 'closedAt', utc(a.closed_at), 'revision', a.revision,
    'markers', coalesce((select jsonb_agg(marker_json(g, p_rel) order by g.position)
      from action_marker x join guiding_marker g on g.id = x.marker_id where x.action_id = a.id), '[]'),
    'responsible', coalesce((select jsonb_agg(person_json(p, p_rel) order by p.display_name)
      from action_responsible x join person p on p.id = x.person_id where x.action_id = a.id), '[]'),
    'reflections', coalesce((select jsonb_agg(reflection_json(r, p_rel) order by r.created_at)
      from action_reflection r where r.action_id = a.id), '[]'))
$$;

create or replace function reflection_json(r action_reflection, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ActionReflection', '_rel', p_rel, 'id', r.id, 'onDate', r.on_date, 'whatWeTried', r.what_we_tried,
    'whatWeSaw', r.what_we_saw, 'whatWeLearned', r.what_we_learned, 'createdAt', utc(r.created_at))
$$;

-- What was caught in a meeting.
create or replace function meeting_actions_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(action_json(a, p_rel) order by a.created_at), '[]') from action a where a.origin_meeting_id = p_meeting
$$;

-- The team's open actions when the meeting looks back: agreed before it, still open, or closed in it.
create or replace function follow_up_actions_json(p_team uuid, p_meeting uuid, p_rel integer) returns jsonb
language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(action_json(a, p_rel) order by a.due_on nulls last, a.created_at), '[]')
  from action a join meeting m on m.id = p_meeting
  where a.team_id = p_team and (a.origin_meeting_id is distinct from p_meeting)
    and a.created_at < coalesce(m.ended_at, 'infinity')
    and (a.state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED') or a.closed_at >= m.started_at)
$$;
