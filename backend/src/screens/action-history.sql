-- Who did what to an action, newest first, read from the team's change log: each change holds the action as it then stood, so what
-- was changed is what differs from the one before it.
create or replace function screen_action_history(p_token_hash bytea, p_action uuid, p_before bigint, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  home uuid;
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select team_id into home from action where id = p_action;
  rel := action_rel(p_action);
  -- As the action itself: the team (2), its coach (4), an invited guest (8) while attending (4096).
  if home is null or (rel & 6 = 0 and rel & 4104 <> 4104) then
    return null;
  end if;
  return (
    with page as (
      select c.version, c.at, c.actor_id, c.verb, action_words(c.fields->'set') as now,
        (select action_words(b.fields->'set') from change b where b.scope_kind = 'TEAM' and b.scope_id = home and b.is_home
          and b.entity = 'Action' and b.entity_id = p_action and b.version < c.version order by b.version desc limit 1) as was
      from change c
      where c.scope_kind = 'TEAM' and c.scope_id = home and c.is_home and c.entity = 'Action' and c.entity_id = p_action
        and (p_before is null or c.version < p_before)
      order by c.version desc limit p_first + 1
    ), shown as (
      select p.*, (select coalesce(jsonb_agg(k order by k), '[]') from jsonb_object_keys(p.now) k where p.was is not null and p.now->k <> p.was->k) as fields
      from page p order by version desc limit p_first
    ), told as (
      select s.*, case when s.verb = 'changed' and jsonb_array_length(s.fields) = 1 then s.fields->>0 end as field from shown s
    )
    select jsonb_build_object('_rel', rel, 'id', p_action,
      'changes', coalesce(jsonb_agg(jsonb_build_object('_rel', rel, 'id', t.version, 'at', utc(t.at), 'verb', t.verb, 'fields', t.fields,
        'who', (select p.display_name from person p where p.id = t.actor_id),
        'text', t.now->>t.field, 'before', t.was->>t.field) order by t.version desc), '[]'),
      'cursor', case when (select count(*) from page) > p_first then (select min(version)::text from shown) end)
    from told t);
end $$;

-- What an action says, a text a field, as its history compares it. Names stand as they are called now, not as they were.
create or replace function action_words(p_action jsonb) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('title', coalesce(p_action->>'title', ''), 'why', coalesce(p_action->>'why', ''), 'dueOn', coalesce(p_action->>'dueOn', ''),
    'helpWanted', coalesce(p_action->>'helpWanted', ''),
    'expectedSigns', coalesce((select string_agg(s, e'\n' order by n) from jsonb_array_elements_text(p_action->'expectedSigns') with ordinality x(s, n)), ''),
    'markers', coalesce((select string_agg(m->>'shortTitle', ', ' order by (m->>'position')::int) from jsonb_array_elements(p_action->'markers') m), ''),
    'responsible', coalesce((select string_agg(coalesce(p.display_name, ''), ', ' order by p.display_name)
      from jsonb_array_elements(p_action->'responsible') r join person p on p.id = (r->>'id')::uuid), ''))
$$;
