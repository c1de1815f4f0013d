-- The templates everybody may begin from: those that come with Pejling and the municipality's own.
create or replace function agenda_templates_json(p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('__typename', 'AgendaTemplate', '_rel', p_rel, 'id', t.id, 'key', t.key, 'scope', t.scope, 'name', t.name,
      'purpose', t.purpose, 'bring', t.bring, 'minutes', t.minutes,
      'steps', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'TemplateStep', '_rel', p_rel, 'id', s.id, 'position', s.position, 'key', s.key,
          'title', s.title, 'kind', s.kind, 'track', s.track, 'minutes', s.minutes, 'minMinutes', s.min_minutes, 'guidance', s.guidance) order by s.position)
        from template_step s where s.template_id = t.id), '[]')) order by t.scope <> 'SYSTEM', t.position, t.name), '[]')
  from agenda_template t where t.scope in ('SYSTEM', 'MUNICIPALITY')
$$;
