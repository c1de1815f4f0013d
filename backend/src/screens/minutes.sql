-- A meeting's minutes: made from what was written in it until they are approved, the frozen text afterwards.
create or replace function screen_minutes(p_token_hash bytea, p_meeting uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  m meeting;
  x minutes;
  rel integer;
  body jsonb;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into m from meeting where id = p_meeting;
  if not found or m.state not in ('HELD', 'CLOSED') then
    return null;
  end if;
  rel := meeting_rel(m.id);
  select * into x from minutes where meeting_id = m.id;
  -- Open minutes: the team (2), coach (4) and guest (8) while attending (4096). Approved: the team and its coach.
  if x.state = 'APPROVED' then
    if rel & 6 = 0 then return null; end if;
  elsif rel & 2 = 0 and not (rel & 4096 <> 0 and rel & 12 <> 0) then
    return null;
  end if;
  body := coalesce(x.snapshot, minutes_text(m.id));
  return jsonb_build_object('__typename', 'Minutes', '_rel', rel, 'id', m.id, 'state', coalesce(x.state, 'OPEN'), 'revision', coalesce(x.revision, 0),
    'meetingState', m.state, 'teamId', m.team_id, 'liveVersion', scope_version('MEETING', m.id),
    'proposedAt', utc(x.proposed_at), 'approvedAt', utc(x.approved_at), 'approvedWay', x.approved_way, 'fingerprint', x.fingerprint,
    'text', with_rel(body, rel),
    'taps', (select count(*) from minutes_approval a where a.minutes_id = x.id),
    'presentCount', (select count(*) from meeting_participant p where p.meeting_id = m.id and p.attendance = 'PRESENT'),
    'ownTap', exists (select from minutes_approval a where a.minutes_id = x.id and a.person_id = me),
    'wasPresent', exists (select from meeting_participant p where p.meeting_id = m.id and p.person_id = me and p.attendance = 'PRESENT'),
    'objections', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'MinutesObjection', '_rel', rel, 'id', o.id, 'itemId', o.item_id, 'text', o.text,
      'createdAt', utc(o.created_at), 'answer', o.answer) order by o.created_at) from minutes_objection o where o.minutes_id = x.id), '[]'),
    'amendments', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'MinutesAmendment', '_rel', rel, 'id', a.id, 'itemId', a.item_id, 'text', a.text,
      'createdAt', utc(a.created_at), 'by', person_json(p, rel)) order by a.created_at)
      from minutes_amendment a join person p on p.id = a.created_by where a.minutes_id = x.id), '[]'),
    -- An action's state stays alive while the text is frozen: then and now.
    'actionsNow', coalesce((select jsonb_agg(jsonb_build_object('_rel', rel, 'id', a.id, 'state', a.state, 'outcome', a.outcome) order by a.created_at)
      from action a where a.origin_meeting_id = m.id), '[]'),
    'materials', meeting_materials_json(m.id, rel),
    'notesWithHistory', (select coalesce(jsonb_agg(n.id), '[]') from note n
      where n.meeting_id = m.id and exists (select from note_history h where h.note_id = n.id)));
end $$;
