-- What the municipality and its schools keep closed between two days, for those who keep its settings.
create or replace function screen_closing_days(p_token_hash bytea, p_from date, p_to date) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := municipality_rel();
  -- 3072: the administrator and the DPO.
  if rel & 3072 = 0 then
    return null;
  end if;
  return jsonb_build_object('_rel', rel, 'id', app_municipality(), 'mayKeep', rel & 1024 <> 0,
    'liveVersion', scope_version('MUNICIPALITY', app_municipality()),
    'schools', coalesce((select jsonb_agg(school_json(s, rel) order by s.name) from school s), '[]'),
    'days', coalesce((select jsonb_agg(jsonb_build_object('_rel', rel, 'id', c.id, 'name', c.name, 'from', c.starts_on, 'to', c.ends_on,
        'school', (select school_json(s, rel) from school s where s.id = c.school_id)) order by c.starts_on, c.ends_on, c.name, c.id)
      from closing_day c where c.starts_on <= p_to and c.ends_on >= p_from), '[]'));
end $$;
