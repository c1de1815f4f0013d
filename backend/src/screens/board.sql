-- A team's actions: all that are open, and what is closed or given up a page at a time, newest first.
create or replace function screen_board(p_token_hash bytea, p_team uuid, p_after text, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  closed jsonb;
  cursor_at timestamptz;
  cursor_id uuid;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := team_rel(p_team);
  -- 6: the team itself and its coach.
  if rel & 6 = 0 then
    return null;
  end if;
  if p_after is not null then
    cursor_at := split_part(p_after, '_', 1)::timestamptz;
    cursor_id := split_part(p_after, '_', 2)::uuid;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('at', x.closed_at, 'id', x.id, 'json', action_json(x.*::action, rel)) order by x.closed_at desc, x.id desc), '[]')
    into closed
  from (
    select * from action a where a.team_id = p_team and a.closed_at is not null and a.state in ('CLOSED', 'ABANDONED')
      and (cursor_at is null or (a.closed_at, a.id) < (cursor_at, cursor_id))
    order by a.closed_at desc, a.id desc limit p_first + 1
  ) x;
  return jsonb_build_object('__typename', 'TeamBoard', '_rel', rel, 'id', p_team, 'liveVersion', scope_version('TEAM', p_team),
    'team', (select team_json(t, rel, true) from team t where t.id = p_team), 'markers', current_markers_json(rel),
    'open', coalesce((select jsonb_agg(action_json(a, rel) order by a.due_on nulls last, a.created_at) from action a
      where a.team_id = p_team and a.state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED')), '[]'),
    'closed', coalesce((select jsonb_agg(r->'json' order by n) from jsonb_array_elements(closed) with ordinality e(r, n) where n <= p_first), '[]'),
    'closedCursor', case when jsonb_array_length(closed) > p_first then (closed->(p_first - 1)->>'at') || '_' || (closed->(p_first - 1)->>'id') end);
end $$;
