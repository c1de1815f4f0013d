-- The minutes' text: what is frozen at approval and shown until then. Names and words as they stand now, no ids but
-- those that lead back to an action, an item or a marker.
create or replace function minutes_text(p_meeting uuid) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object(
    'title', m.title, 'startsAt', utc(m.starts_at), 'startedAt', utc(m.started_at), 'endedAt', utc(m.ended_at), 'endedByClock', m.ended_by_clock,
    'place', m.place, 'purpose', m.purpose, 'note', coalesce((select n.text from note n where n.id = m.id), ''),
    'noteDoc', (select n.doc from note n where n.id = m.id), 'teamName', t.name, 'schoolName', s.name,
    'markers', meeting_marker_numbers(m.id),
    'present', coalesce((select jsonb_agg(minutes_person(x) order by p.display_name) from meeting_participant x join person p on p.id = x.person_id
      where x.meeting_id = m.id and x.attendance = 'PRESENT'), '[]'),
    'absent', coalesce((select jsonb_agg(minutes_person(x) order by p.display_name) from meeting_participant x join person p on p.id = x.person_id
      where x.meeting_id = m.id and x.attendance <> 'PRESENT'), '[]'),
    'items', coalesce((select jsonb_agg(minutes_item(i) order by i.position) from agenda_item i where i.meeting_id = m.id), '[]'))
  from meeting m join team t on t.id = m.team_id left join school s on s.id = t.school_id
  where m.id = p_meeting
$$;

create or replace function meeting_marker_numbers(p_meeting uuid) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(minutes_marker(g) order by g.position), '[]')
  from meeting_marker x join guiding_marker g on g.id = x.marker_id where x.meeting_id = p_meeting
$$;

create or replace function minutes_marker(g guiding_marker) returns jsonb language sql immutable
  as $$ select jsonb_build_object('id', g.id, 'position', g.position, 'slot', g.slot, 'title', g.title, 'shortTitle', g.short_title) $$;

create or replace function minutes_person(x meeting_participant) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('displayName', p.display_name, 'initials', p.initials, 'meetingRole', x.meeting_role, 'isGuest', x.is_guest)
  from person p where p.id = x.person_id
$$;

create or replace function minutes_item(i agenda_item) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('id', i.id, 'position', i.position, 'title', i.title, 'kind', i.kind, 'state', i.state, 'outcome', i.outcome,
    'outcomeReason', i.outcome_reason, 'note', i.note,
    -- Only where it says what the text says: a note that was plain text all along has none.
    'noteDoc', (select n.doc from note n where n.id = i.id and n.text = i.note), 'startedAt', utc(i.started_at), 'broughtOver', i.brought_over,
    'markers', coalesce((select jsonb_agg(minutes_marker(g) order by g.position)
      from agenda_item_marker x join guiding_marker g on g.id = x.marker_id where x.item_id = i.id), '[]'),
    'decisions', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'text', d.text) order by d.created_at) from decision d where d.item_id = i.id), '[]'),
    'actions', coalesce((select jsonb_agg(minutes_action(a) order by a.created_at) from action a where a.origin_item_id = i.id), '[]'))
$$;

create or replace function minutes_action(a action) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'dueOn', a.due_on, 'expectedSigns', to_jsonb(a.expected_signs), 'state', a.state,
    'outcome', a.outcome,
    'markers', coalesce((select jsonb_agg(minutes_marker(g) order by g.position)
      from action_marker x join guiding_marker g on g.id = x.marker_id where x.action_id = a.id), '[]'),
    'responsible', coalesce((select jsonb_agg(p.display_name order by p.display_name)
      from action_responsible x join person p on p.id = x.person_id where x.action_id = a.id), '[]'))
$$;

-- Frozen and checked: sha-256 over the text as Postgres writes it, so that the same text gives the same fingerprint.
create or replace function minutes_fingerprint(p_text jsonb) returns text language sql immutable
  as $$ select encode(sha256(convert_to(p_text::text, 'UTF8')), 'hex') $$;

-- Every object within a text carries the viewer's bits, as rows read from tables do; a note's tree is one value of its row.
create or replace function with_rel(p_value jsonb, p_rel integer) returns jsonb language plpgsql immutable as $$
begin
  if jsonb_typeof(p_value) = 'object' then
    return (select coalesce(jsonb_object_agg(key, case when key = 'noteDoc' then value else with_rel(value, p_rel) end), '{}') from jsonb_each(p_value)) || jsonb_build_object('_rel', p_rel);
  elsif jsonb_typeof(p_value) = 'array' then
    return (select coalesce(jsonb_agg(with_rel(value, p_rel) order by ord), '[]') from jsonb_array_elements(p_value) with ordinality e(value, ord));
  end if;
  return p_value;
end $$;
