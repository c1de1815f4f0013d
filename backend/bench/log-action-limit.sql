-- The least that logging an action can cost: session, right, action, markers, people, history and counters in one function.
create or replace function bench_log_action(p_token_hash bytea, p jsonb) returns jsonb language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  told jsonb;
  scopes jsonb;
  versions jsonb;
begin
  if me is null or meeting_rel((p->>'originMeetingId')::uuid) & 2 = 0 or not action_ids_fit(p) then
    raise exception 'refused';
  end if;
  told := create_action(p || jsonb_build_object('id', uuidv7()));
  select jsonb_agg(s) into scopes from (
    select jsonb_build_object('kind', 'TEAM', 'id', p->>'teamId') as s
    union all select jsonb_build_object('kind', 'MEETING', 'id', p->>'originMeetingId')
    union all select jsonb_build_object('kind', 'PERSON', 'id', value) from jsonb_array_elements_text(p->'responsibleIds')
  ) x;
  versions := write_changes(jsonb_build_array(jsonb_build_object('id', uuidv7(), 'scopes', scopes, 'entity', 'Action', 'entityId', told->>'id',
    'verb', 'created', 'fields', jsonb_build_object('set', told))));
  -- The answer that ours gives: the change once for each of its scopes.
  return (select jsonb_agg(jsonb_build_object('scopeKind', s.value->>'kind', 'scopeId', s.value->>'id', 'version', versions->(s.ord - 1)::int,
      'entity', 'Action', 'entityId', told->>'id', 'verb', 'created', 'fields', jsonb_build_object('set', told)) order by s.ord)
    from jsonb_array_elements(scopes) with ordinality s(value, ord));
end $$;
grant execute on function bench_log_action(bytea, jsonb) to pejling_app;
