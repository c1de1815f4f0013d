-- The leader's copy of approved minutes: what was frozen, without attendance, clock times and who did what, and what was added after.
-- Made of what may stand in it, never of everything less something. No ids of its own: most of them tell a time.
create or replace function leader_copy_from(p_minutes uuid, b jsonb) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object(
    'title', b ->> 'title', 'week', iso_week(coalesce(b ->> 'startedAt', b ->> 'startsAt')::timestamptz), 'purpose', b ->> 'purpose',
    'teamName', b ->> 'teamName', 'schoolName', b ->> 'schoolName',
    'note', coalesce(b ->> 'note', ''), 'noteDoc', leader_copy_note(b -> 'noteDoc'), 'markers', leader_copy_markers(b -> 'markers'),
    'items', coalesce((select jsonb_agg(leader_copy_item(i.value, p_minutes) order by (i.value ->> 'position')::integer)
      from jsonb_array_elements(b -> 'items') i), '[]'),
    'amendments', leader_copy_amendments(p_minutes, null))
$$;

create or replace function leader_copy(p_meeting uuid) returns jsonb language sql stable set search_path = public as $$
  select leader_copy_from(x.id, x.snapshot) from minutes x where x.meeting_id = p_meeting and x.state = 'APPROVED'
$$;

-- What it would be if the minutes of a held meeting were approved as they stand.
create or replace function leader_copy_ahead(p_meeting uuid) returns jsonb language sql stable set search_path = public as $$
  select leader_copy_from(x.id, minutes_text(m.id)) from meeting m left join minutes x on x.meeting_id = m.id
  where m.id = p_meeting and m.state = 'HELD' and x.state is distinct from 'APPROVED'
$$;

create or replace function leader_copy_item(p_item jsonb, p_minutes uuid) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('position', p_item -> 'position', 'title', p_item -> 'title', 'kind', p_item -> 'kind', 'outcome', p_item -> 'outcome',
    'outcomeReason', p_item -> 'outcomeReason', 'note', p_item -> 'note', 'noteDoc', leader_copy_note(p_item -> 'noteDoc'),
    'markers', leader_copy_markers(p_item -> 'markers'),
    'decisions', coalesce((select jsonb_agg(d.value -> 'text' order by d.ordinality) from jsonb_array_elements(p_item -> 'decisions') with ordinality d), '[]'),
    'actions', coalesce((select jsonb_agg(leader_copy_action(a.value) order by a.ordinality)
      from jsonb_array_elements(p_item -> 'actions') with ordinality a), '[]'),
    'amendments', leader_copy_amendments(p_minutes, (p_item ->> 'id')::uuid))
$$;

-- Whoever took it on is the team; when is the week.
create or replace function leader_copy_action(p_action jsonb) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('kind', p_action -> 'kind', 'title', p_action -> 'title', 'expectedSigns', p_action -> 'expectedSigns',
    'dueWeek', to_char((p_action ->> 'dueOn')::date, 'IYYY"-W"IW'), 'takenOn', jsonb_array_length(p_action -> 'responsible') > 0,
    'markers', leader_copy_markers(p_action -> 'markers'))
$$;

create or replace function leader_copy_markers(p_markers jsonb) returns jsonb language sql immutable
  as $$ select coalesce((select jsonb_agg(jsonb_build_object('position', m.value -> 'position', 'slot', m.value -> 'slot', 'shortTitle', m.value -> 'shortTitle')
    order by m.ordinality) from jsonb_array_elements(p_markers) with ordinality m), '[]') $$;

create or replace function leader_copy_amendments(p_minutes uuid, p_item uuid) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(a.text order by a.created_at), '[]') from minutes_amendment a
  where a.minutes_id = p_minutes and a.item_id is not distinct from p_item
$$;

-- A colleague who is mentioned is a name in the text, as the team wrote it, and leads to nobody.
create or replace function leader_copy_note(p_doc jsonb) returns jsonb language plpgsql immutable set search_path = public as $$
begin
  if jsonb_typeof(p_doc) = 'array' then
    return (select coalesce(jsonb_agg(leader_copy_note(value) order by ordinality), '[]') from jsonb_array_elements(p_doc) with ordinality);
  elsif jsonb_typeof(p_doc) is distinct from 'object' then
    return p_doc;
  elsif p_doc ->> 'type' = 'mention' then
    return jsonb_build_object('type', 'text', 'text', '@' || coalesce(p_doc #>> '{attrs,name}', ''));
  elsif p_doc ? 'content' then
    return p_doc || jsonb_build_object('content', leader_copy_note(p_doc -> 'content'));
  end if;
  return p_doc;
end $$;

-- What stands about a share, wherever it is listed: which minutes, and the day.
create or replace function minutes_share_json(s minutes_share, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'SharedMinutesLine', '_rel', p_rel, 'id', s.id, 'title', s.copy ->> 'title', 'week', s.copy ->> 'week',
    'sharedOn', (s.shared_at at time zone 'Europe/Copenhagen')::date)
$$;

create or replace function team_shares_json(p_team uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(minutes_share_json(s.*::minutes_share, p_rel) order by s.copy ->> 'week' desc, s.copy ->> 'title'), '[]')
  from minutes_share s join meeting m on m.id = s.meeting_id where m.team_id = p_team and s.revoked_at is null
$$;
