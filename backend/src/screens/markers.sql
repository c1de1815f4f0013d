-- The guiding markers that the municipality works by now, with where they come from.
create or replace function screen_markers(p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := municipality_rel();
  return (
    select jsonb_build_object('__typename', 'MarkersPage', '_rel', rel, 'id', s.id, 'version', s.version, 'isExample', s.is_example,
      'label', s.label, 'publishedAt', utc(s.published_at), 'initiativeName', i.name, 'markers', current_markers_json(rel))
    from marker_set s join initiative i on i.id = s.initiative_id
    where s.state = 'PUBLISHED' order by s.published_at desc nulls last, s.version desc limit 1);
end $$;
