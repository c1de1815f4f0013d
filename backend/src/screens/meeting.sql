-- One meeting with everything its screens show: planning it, holding it, its minutes.
create or replace function screen_meeting(p_token_hash bytea, p_meeting uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  m meeting;
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into m from meeting where id = p_meeting;
  if not found then
    return null;
  end if;
  rel := meeting_rel(m.id);
  -- The team (2) and its coach (4); an invited guest (8) while attending (4096), which a draft never gives.
  if rel & 6 = 0 and rel & 4104 <> 4104 then
    return null;
  end if;
  return meeting_json(m, rel) || meeting_lists_json(m, rel);
end $$;

-- What hangs on a meeting. The screen brings it; where another list brought the meeting alone, its loader asks for it.
create or replace function meeting_lists_json(m meeting, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object(
    'liveVersion', scope_version('MEETING', m.id),
    'lentScreens', meeting_lent_screens(m.id),
    'team', (select team_json(t, p_rel, true) from team t where t.id = m.team_id),
    'markers', meeting_markers_json(m.id, p_rel),
    'participants', meeting_participants_json(m.id, p_rel),
    'items', meeting_items_json(m.id, p_rel),
    'round', meeting_round_json(m.id, p_rel),
    'decisions', meeting_decisions_json(m.id, p_rel),
    'proposals', meeting_proposals_json(m.id, p_rel),
    'preparation', meeting_preparation_json(m.id, p_rel),
    'materials', meeting_materials_json(m.id, p_rel),
    'silentWritings', meeting_silent_writings_json(m.id, p_rel),
    'pulses', meeting_pulses_json(m.id, p_rel),
    'actions', meeting_actions_json(m.id, p_rel),
    'followUpActions', follow_up_actions_json(m.team_id, m.id, p_rel),
    'markerChoices', current_markers_json(p_rel))
$$;
