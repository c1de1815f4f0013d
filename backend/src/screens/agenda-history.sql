-- Who changed what of a meeting and its agenda, newest first: read from the change log itself, by the team and its coach. What happens in
-- the room (steps, presence, notes) is not among it.
create or replace function screen_agenda_history(p_token_hash bytea, p_meeting uuid, p_before bigint, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(p_meeting);
  if rel & 6 = 0 then
    return null;
  end if;
  return (
    with page as (
      select c.version, c.at, c.actor_id, c.entity, c.entity_id, c.verb, coalesce(c.fields->'set', '{}') as set
      from change c
      where c.scope_kind = 'MEETING' and c.scope_id = p_meeting and c.is_home and (p_before is null or c.version < p_before)
        and (c.entity = 'AgendaItem' and c.verb in ('added', 'changed', 'moved', 'removed', 'dropped', 'divided', 'fitted', 'laid', 'brought over')
          or c.entity = 'Meeting' and c.verb in ('changed', 'laid', 'focused', 'convened', 'cancelled'))
      order by c.version desc limit p_first + 1
    ), shown as (
      select * from page order by version desc limit p_first
    ), told as (
      -- One field of text, as it is written: the change's own, and what the one before it said.
      select s.*, (select min(k) from jsonb_object_keys(s.set) k where s.verb = 'changed' and k in ('title', 'guidance', 'purpose', 'bring', 'place')) as field
      from shown s
    )
    select jsonb_build_object('_rel', rel, 'id', p_meeting,
      'changes', coalesce(jsonb_agg(jsonb_build_object('_rel', rel, 'id', t.version, 'at', utc(t.at), 'entity', t.entity, 'entityId', t.entity_id, 'verb', t.verb,
        'who', (select p.display_name from person p where p.id = t.actor_id),
        'title', coalesce(t.set->>'title', said_before(p_meeting, t.entity_id, 'title', t.version)),
        'fields', (select coalesce(jsonb_agg(k order by k), '[]') from jsonb_object_keys(t.set) k where k <> 'revision'),
        'text', t.set->>t.field, 'before', said_before(p_meeting, t.entity_id, t.field, t.version),
        'left', case when t.verb in ('removed', 'dropped') and said_before(p_meeting, t.entity_id, 'threadId', t.version) is not null then
          jsonb_build_object('_rel', rel, 'threadId', said_before(p_meeting, t.entity_id, 'threadId', t.version),
            'kind', said_before(p_meeting, t.entity_id, 'kind', t.version), 'track', said_before(p_meeting, t.entity_id, 'track', t.version),
            'plannedMin', said_before(p_meeting, t.entity_id, 'plannedMin', t.version)::integer,
            'guidance', coalesce(said_before(p_meeting, t.entity_id, 'guidance', t.version), '')) end)
        order by t.version desc), '[]'),
      'cursor', case when (select count(*) from page) > p_first then (select min(version)::text from shown) end)
    from told t);
end $$;

-- What a field of something held before a change of the meeting, as far as the log tells it.
create or replace function said_before(p_meeting uuid, p_entity uuid, p_field text, p_version bigint) returns text language sql stable
set search_path = public as $$
  select c.fields->'set'->>p_field from change c
  where c.scope_kind = 'MEETING' and c.scope_id = p_meeting and c.is_home and c.entity_id = p_entity and c.version < p_version
    and c.fields->'set' ? p_field
  order by c.version desc limit 1
$$;
