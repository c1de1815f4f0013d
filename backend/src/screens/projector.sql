-- What the screen in the room shows of the meeting that is lent to it. It belongs to nobody, so nothing in it tells of a person, and
-- nothing in it has an id. 65536: a screen with a loan, and no viewer of the table.

create or replace function projector_marker_json(g guiding_marker) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ProjectorMarker', '_rel', 65536, 'position', g.position, 'title', g.title,
    'shortTitle', g.short_title, 'slot', g.slot)
$$;

create or replace function projector_item_json(i agenda_item, p_current uuid) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ProjectorItem', '_rel', 65536, 'position', i.position, 'isCurrent', i.id is not distinct from p_current,
    'title', i.title, 'kind', i.kind, 'guidance', i.guidance, 'state', i.state, 'broughtOver', i.brought_over, 'plannedMin', i.planned_min,
    'extendedMin', i.extended_min, 'startedAt', utc(i.started_at), 'endedAt', utc(i.ended_at),
    'markers', coalesce((select jsonb_agg(projector_marker_json(g) order by g.position)
      from agenda_item_marker x join guiding_marker g on g.id = x.marker_id where x.item_id = i.id), '[]'))
$$;

create or replace function projector_action_json(a action, p_item_position integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ProjectorAction', '_rel', 65536, 'itemPosition', p_item_position, 'kind', a.kind, 'title', a.title,
    'state', a.state, 'outcome', a.outcome, 'dueWeek', extract(week from a.due_on)::integer, 'expectedSigns', to_jsonb(a.expected_signs),
    'markers', coalesce((select jsonb_agg(projector_marker_json(g) order by g.position)
      from action_marker x join guiding_marker g on g.id = x.marker_id where x.action_id = a.id), '[]'))
$$;

create or replace function projector_writing_json(w silent_writing) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ProjectorWriting', '_rel', 65536, 'question', w.question, 'state', w.state,
    'openedAt', utc(w.opened_at), 'endsAt', utc(w.ends_at), 'readyCount', w.ready_count,
    'hereCount', (select count(*) from meeting_participant x where x.meeting_id = w.meeting_id and x.attendance in ('PRESENT', 'GUEST')),
    'posts', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'ProjectorPost', '_rel', 65536, 'text', p.text, 'groupTitle', g.title,
        'marked', p.marked) order by g.position nulls last, g.id, p.position)
      from reflection_post p left join reflection_group g on g.id = p.group_id where p.writing_id = w.id and w.state = 'REVEALED'), '[]'))
$$;

create or replace function projector_meeting_json(m meeting) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'ProjectorMeeting', '_rel', 65536, 'teamName', (select t.name from team t where t.id = m.team_id),
    'title', m.title, 'startsAt', utc(m.starts_at), 'durationMin', m.duration_min, 'extendedMin', m.extended_min,
    'startedAt', utc(m.started_at), 'pausedAt', utc(m.paused_at),
    'markers', coalesce((select jsonb_agg(projector_marker_json(g) order by g.position)
      from meeting_marker x join guiding_marker g on g.id = x.marker_id where x.meeting_id = m.id), '[]'),
    'items', coalesce((select jsonb_agg(projector_item_json(i, m.current_item_id) order by i.position)
      from agenda_item i where i.meeting_id = m.id), '[]'),
    'decisions', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'ProjectorDecision', '_rel', 65536, 'itemPosition', i.position,
        'text', d.text) order by i.position, d.created_at)
      from decision d join agenda_item i on i.id = d.item_id where d.meeting_id = m.id), '[]'),
    'actions', coalesce((select jsonb_agg(projector_action_json(a, i.position) order by i.position nulls last, a.created_at)
      from action a left join agenda_item i on i.id = a.origin_item_id where a.origin_meeting_id = m.id), '[]'),
    -- As follow_up_actions_json, and only while the meeting looks back.
    'followUps', coalesce((select jsonb_agg(projector_action_json(a, null) order by a.due_on nulls last, a.created_at)
      from action a
      where a.team_id = m.team_id and a.origin_meeting_id is distinct from m.id
        and (a.state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED') or a.closed_at >= m.started_at)
        and exists (select from agenda_item i where i.id = m.current_item_id and i.kind = 'FOLLOW_UP')), '[]'),
    'writing', (select projector_writing_json(w) from silent_writing w
      where w.item_id = m.current_item_id and w.state in ('OPEN', 'REVEALED') order by w.opened_at desc limit 1))
$$;

create or replace function screen_projector(p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  lent uuid := (select l.meeting_id from open_loan(p_token_hash) l);
begin
  return jsonb_build_object('__typename', 'Projector', 'serverTime', utc(clock_timestamp()),
    'meeting', (select projector_meeting_json(m) from meeting m where m.id = lent));
end $$;
