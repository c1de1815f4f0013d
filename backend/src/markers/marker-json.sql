create or replace function marker_json(m guiding_marker, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'GuidingMarker', '_rel', p_rel, 'id', m.id, 'position', m.position, 'title', m.title,
    'shortTitle', m.short_title, 'description', m.description, 'slot', m.slot)
$$;

-- The set the municipality works by now: the newest published one of its initiatives, with its signs.
create or replace function current_markers_json(p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(marker_json(g, p_rel) || jsonb_build_object('signs', coalesce((
      select jsonb_agg(jsonb_build_object('__typename', 'MarkerSign', '_rel', p_rel, 'id', x.id, 'text', x.text) order by x.position)
      from marker_sign x where x.marker_id = g.id), '[]')) order by g.position), '[]')
  from guiding_marker g
  where g.marker_set_id = (select s.id from marker_set s where s.state = 'PUBLISHED' order by s.published_at desc nulls last, s.version desc limit 1)
$$;
