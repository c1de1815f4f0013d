-- How a meeting's parts look as rows of the API. p_rel: the viewer's bits to the meeting.

create or replace function agenda_item_json(i agenda_item, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'AgendaItem', '_rel', p_rel, 'id', i.id, 'threadId', i.thread_id, 'position', i.position, 'title', i.title, 'kind', i.kind,
    'track', i.track, 'plannedMin', i.planned_min, 'extendedMin', i.extended_min, 'guidance', i.guidance, 'broughtOver', i.brought_over,
    'timesMoved', (select t.times_moved from agenda_thread t where t.id = i.thread_id), 'stepKey', i.step_key, 'state', i.state,
    'outcome', i.outcome, 'outcomeReason', i.outcome_reason, 'startedAt', utc(i.started_at), 'endedAt', utc(i.ended_at),
    'revision', i.revision, 'note', i.note, 'noteVersion', i.note_version,
    'owner', (select person_json(p, p_rel) from person p where p.id = i.owner_id),
    'markers', coalesce((select jsonb_agg(marker_json(g, p_rel) order by g.position)
      from agenda_item_marker x join guiding_marker g on g.id = x.marker_id where x.item_id = i.id), '[]'))
$$;

create or replace function participant_json(x meeting_participant, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'MeetingParticipant', '_rel', p_rel, 'id', x.id, 'attendance', x.attendance, 'reply', x.reply, 'isUnreached', x.unreached, 'isGuest', x.is_guest,
    'meetingRole', x.meeting_role, 'person', (select person_json(p, p_rel) from person p where p.id = x.person_id))
$$;

create or replace function decision_json(d decision, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Decision', '_rel', p_rel, 'id', d.id, 'itemId', d.item_id, 'text', d.text,
    'createdAt', utc(d.created_at), 'revision', d.revision)
$$;

-- The meeting without its lists.
create or replace function meeting_json(m meeting, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'Meeting', '_rel', p_rel, 'id', m.id, 'title', m.title, 'startsAt', utc(m.starts_at),
    'durationMin', m.duration_min, 'place', m.place, 'purpose', m.purpose, 'bring', m.bring, 'templateKey', m.template_key, 'state', m.state,
    'revision', m.revision, 'currentItemId', m.current_item_id, 'convenedAt', utc(m.convened_at), 'startedAt', utc(m.started_at),
    'pausedAt', utc(m.paused_at), 'endedAt', utc(m.ended_at), 'endedByClock', m.ended_by_clock, 'extendedMin', m.extended_min, 'cancelledReason', m.cancelled_reason)
$$;

-- The round that is on; null when there is none.
create or replace function meeting_round_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'SpeakingRound', '_rel', p_rel, 'id', r.id, 'itemId', r.item_id, 'speakerIds', to_jsonb(r.speakers), 'at', r.at,
    'seconds', r.seconds, 'turnStartedAt', utc(r.turn_started_at))
  from speaking_round r where r.meeting_id = p_meeting and r.state = 'RUNNING'
$$;

create or replace function meeting_markers_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(marker_json(g, p_rel) order by g.position), '[]')
  from meeting_marker x join guiding_marker g on g.id = x.marker_id where x.meeting_id = p_meeting
$$;

create or replace function meeting_items_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(agenda_item_json(i, p_rel) order by i.position), '[]') from agenda_item i where i.meeting_id = p_meeting
$$;

create or replace function meeting_participants_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(participant_json(x, p_rel) order by x.id), '[]') from meeting_participant x where x.meeting_id = p_meeting
$$;

create or replace function meeting_decisions_json(p_meeting uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(decision_json(d, p_rel) order by d.created_at), '[]') from decision d where d.meeting_id = p_meeting
$$;
