-- One action with its story: where it was agreed, what was tried and seen, what came of it, and the attempts before and after.
create or replace function screen_action(p_token_hash bytea, p_action uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  a action;
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into a from action where id = p_action;
  rel := action_rel(p_action);
  -- The team (2) and its coach (4); an invited guest (8) while attending (4096).
  if a.id is null or (rel & 6 = 0 and rel & 4104 <> 4104) then
    return null;
  end if;
  return jsonb_build_object('__typename', 'ActionPage', '_rel', rel, 'id', a.id, 'action', action_json(a, rel), 'today', app_today(),
    'team', (select team_json(t, rel, true) from team t where t.id = a.team_id), 'liveVersion', scope_version('TEAM', a.team_id),
    'markerChoices', current_markers_json(rel), 'agreedAt', utc(a.agreed_at), 'begunAt', utc(a.begun_at), 'triedAt', utc(a.tried_at),
    'origin', (select jsonb_build_object('__typename', 'ActionOrigin', '_rel', meeting_rel(m.id), 'meetingId', m.id, 'title', m.title,
      'startsAt', utc(m.starts_at), 'state', m.state) from meeting m where m.id = a.origin_meeting_id),
    'earlier', (
      with recursive before as (
        select b.*, 1 as steps from action b where b.id = a.predecessor_id
        union all select b.*, steps + 1 from action b join before on b.id = before.predecessor_id where steps < 20
      ) select coalesce(jsonb_agg(action_json(b, rel) order by x.steps), '[]') from before x join action b on b.id = x.id),
    'later', (
      with recursive after as (
        select b.*, 1 as steps from action b where b.predecessor_id = a.id
        union all select b.*, steps + 1 from action b join after on b.predecessor_id = after.id where steps < 20
      ) select coalesce(jsonb_agg(action_json(b, rel) order by x.steps), '[]') from after x join action b on b.id = x.id));
end $$;
