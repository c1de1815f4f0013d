-- Writes an action with its markers and those who do it, and tells it as a row: one round trip, since it is done while a
-- team waits. Ids of another municipality find nothing under row-level security and are refused by the caller's count.
-- Null when there is one with its id: a list from a screen that is sent again.
create or replace function create_action(p jsonb) returns jsonb language plpgsql volatile set search_path = public as $$
declare
  m uuid := app_municipality();
  a action;
begin
  insert into action (id, municipality_id, team_id, kind, title, why, state, due_on, expected_signs, origin_meeting_id, origin_item_id,
    predecessor_id, created_by, created_at, agreed_at)
  values ((p->>'id')::uuid, m, (p->>'teamId')::uuid, p->>'kind', p->>'title', p->>'why', p->>'state', (p->>'dueOn')::date,
    array(select jsonb_array_elements_text(p->'expectedSigns')), (p->>'originMeetingId')::uuid, (p->>'originItemId')::uuid,
    (p->>'predecessorId')::uuid, app_person(), clock_timestamp(), case when p->>'state' = 'AGREED' then clock_timestamp() end)
  on conflict (id) do nothing returning * into a;
  if a.id is null then
    return null;
  end if;
  insert into action_marker (municipality_id, action_id, marker_id)
    select m, a.id, g.id from guiding_marker g where g.id in (select value::uuid from jsonb_array_elements_text(p->'markerIds'));
  insert into action_responsible (municipality_id, action_id, person_id)
    select m, a.id, r.id from person r where r.id in (select value::uuid from jsonb_array_elements_text(p->'responsibleIds'));
  return action_json(a, 0);
end $$;

-- Whether the ids an action names are there and belong with the team: its markers, its people, its item.
create or replace function action_ids_fit(p jsonb) returns boolean language sql stable set search_path = public as $$
  select (select count(*) from guiding_marker g where g.id in (select value::uuid from jsonb_array_elements_text(p->'markerIds')))
      = (select count(distinct value) from jsonb_array_elements_text(p->'markerIds'))
    and not exists (select from jsonb_array_elements_text(p->'responsibleIds') r where not exists (
      select from team_membership t where t.team_id = (p->>'teamId')::uuid and t.person_id = r.value::uuid and (t.valid_to is null or t.valid_to >= app_today())
      union select from meeting_participant x where x.meeting_id = (p->>'originMeetingId')::uuid and x.person_id = r.value::uuid))
    and (p->>'originMeetingId' is null or exists (select from meeting m where m.id = (p->>'originMeetingId')::uuid and m.team_id = (p->>'teamId')::uuid))
    and (p->>'originItemId' is null or exists (select from agenda_item i where i.id = (p->>'originItemId')::uuid and i.meeting_id = (p->>'originMeetingId')::uuid))
$$;
