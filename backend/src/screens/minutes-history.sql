-- Who did what to a meeting's minutes and decisions, newest first, read from the meeting's change log. What was objected, answered and
-- amended is read from its row, so that what is erased there is gone here. Who has tapped is told to nobody: a tap is no line.
create or replace function screen_minutes_history(p_token_hash bytea, p_meeting uuid, p_before bigint, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  m meeting;
  x minutes;
  rel integer;
  attends boolean;
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
  attends := rel & 4096 <> 0;
  -- The team (2). Its coach (4) as the minutes themselves: while attending (4096), and once they are approved. No guest.
  if rel & 2 = 0 and (rel & 4 = 0 or not (attends or coalesce(x.state, 'OPEN') = 'APPROVED')) then
    return null;
  end if;
  return (
    with page as (
      select c.version, c.at, c.actor_id, c.entity, c.entity_id, coalesce(c.fields->'set', '{}') as set, (c.fields->>'about')::uuid as about,
        case when c.entity = 'Decision' and c.verb = 'decided' and said_before(p_meeting, c.entity_id, 'text', c.version) is not null
          then 'laid back' else c.verb end as verb
      from change c
      where c.scope_kind = 'MEETING' and c.scope_id = p_meeting and c.is_home and (p_before is null or c.version < p_before)
        and (c.entity = 'Decision' and c.verb in ('decided', 'changed', 'removed')
          or c.entity = 'Minutes' and c.verb in ('proposed', 'withdrawn', 'approved', 'amended', 'shared', 'unshared',
            'shared as chosen', 'shared by agreement')
          -- Objections are the team's alone.
          or c.entity = 'Minutes' and c.verb in ('objected', 'answered') and rel & 2 <> 0
          or c.entity = 'MeetingParticipant' and c.verb in ('attended', 'came') and c.at > m.ended_at and (rel & 2 <> 0 or attends))
      order by c.version desc limit p_first + 1
    ), shown as (
      select * from page order by version desc limit p_first
    ), told as (
      select s.*, o.text as objected, o.answer, a.text as amended,
        -- Approved by all, nobody stands as the last to tap; by time, nobody approved. What the approval itself shares is done by nobody either.
        case when s.verb = 'approved' and x.approved_way is distinct from 'FACILITATOR' or s.verb in ('shared as chosen', 'shared by agreement')
          then null else s.actor_id end as who,
        coalesce(s.set->>'text', said_before(p_meeting, s.entity_id, 'text', s.version)) as text,
        case when s.entity = 'Decision' then coalesce(s.set->>'itemId', said_before(p_meeting, s.entity_id, 'itemId', s.version))::uuid
          else coalesce(o.item_id, a.item_id) end as item_id
      from shown s left join minutes_objection o on o.id = s.about left join minutes_amendment a on a.id = s.about
    )
    select jsonb_build_object('_rel', rel, 'id', p_meeting, 'state', coalesce(x.state, 'OPEN'), 'liveVersion', scope_version('MEETING', p_meeting),
      'decisions', meeting_decisions_json(p_meeting, rel),
      'changes', coalesce(jsonb_agg(jsonb_build_object('_rel', rel, 'id', t.version, 'at', utc(t.at), 'entity', t.entity, 'verb', t.verb,
        'who', (select p.display_name from person p where p.id = t.who),
        'way', case when t.verb = 'approved' then x.approved_way end,
        'item', i.title,
        'objection', t.objected,
        -- Answered anew, only the last answer is kept: it is told where it was given.
        'answer', case when t.verb = 'answered' and not exists (select from change c where c.scope_kind = 'MEETING' and c.scope_id = p_meeting and c.is_home
          and c.entity = 'Minutes' and c.verb = 'answered' and c.fields->>'about' = t.about::text and c.version > t.version) then t.answer end,
        'amendment', t.amended,
        'decision', case when t.entity = 'Decision' then jsonb_build_object('_rel', rel, 'decisionId', t.entity_id, 'itemId', i.id, 'text', t.text,
          'before', case when t.verb = 'changed' then said_before(p_meeting, t.entity_id, 'text', t.version) end) end,
        'attended', case when t.entity = 'MeetingParticipant' then (select jsonb_build_object('_rel', rel, 'person', p.display_name, 'attendance', t.set->>'attendance')
          from meeting_participant y join person p on p.id = y.person_id where y.id = t.entity_id) end)
        order by t.version desc), '[]'),
      'cursor', case when (select count(*) from page) > p_first then (select min(version)::text from shown) end)
    from told t left join agenda_item i on i.id = t.item_id and i.meeting_id = p_meeting);
end $$;
