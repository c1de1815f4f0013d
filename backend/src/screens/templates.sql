-- The templates of a team, a school or the municipality, and all they may choose among.
create or replace function screen_template_home(p_token_hash bytea, p_scope text, p_id uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  of_school uuid;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := template_owner_rel(p_scope, p_id);
  if rel & template_mask(p_scope) = 0 then
    return null;
  end if;
  of_school := case p_scope when 'TEAM' then (select school_id from team where id = p_id) when 'SCHOOL' then p_id end;
  return jsonb_build_object('__typename', 'TemplateHome', '_rel', rel, 'id', p_id, 'mayKeep', rel & 1 <> 0,
    'ownerName', template_owner_name(p_scope, p_id),
    'schoolName', case when p_scope = 'TEAM' then (select name from school where id = of_school) end,
    'shelf', template_shelf_json(case when p_scope = 'TEAM' then p_id end, of_school, rel),
    'retired', case when rel & 1 <> 0 then template_list_json(p_scope, p_id, rel, true) end,
    -- 1024: the administrator keeps every school's.
    'schools', case when p_scope = 'MUNICIPALITY' and rel & 1024 <> 0 then
      (select coalesce(jsonb_agg(school_json(s, rel) order by s.name), '[]') from school s) end,
    'liveVersion', case when p_scope = 'TEAM' then scope_version('TEAM', p_id) end, 'schoolId', of_school,
    'schoolVersion', case when of_school is not null then scope_version('SCHOOL', of_school) end,
    'municipalityVersion', scope_version('MUNICIPALITY', app_municipality()));
end $$;

create or replace function template_owner_name(p_scope text, p_id uuid) returns text language sql stable set search_path = public as $$
  select case p_scope when 'TEAM' then (select name from team where id = p_id) when 'SCHOOL' then (select name from school where id = p_id)
    when 'MUNICIPALITY' then (select name from municipality where id = p_id) end
$$;

-- One template; for those who write it, its versions a page at a time and where it stands above.
create or replace function screen_template_page(p_token_hash bytea, p_id uuid, p_before integer, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  t agenda_template;
  rel integer;
  found_versions jsonb;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into t from agenda_template where id = p_id;
  if not found then
    return null;
  end if;
  rel := template_owner_rel(t.scope, t.scope_id);
  -- One that is out of use is there for those alone who may take it into use again.
  if rel & template_mask(t.scope) = 0 or t.retired_at is not null and rel & 1 = 0 then
    return null;
  end if;
  if rel & 1 <> 0 then
    select coalesce(jsonb_agg(template_version_json(x, rel) order by x.version desc), '[]') into found_versions
    from (select * from template_version v where v.template_id = p_id and (p_before is null or v.version < p_before)
      order by v.version desc limit p_first + 1) x;
  end if;
  return jsonb_build_object('__typename', 'TemplatePage', '_rel', rel, 'id', t.id, 'template', agenda_template_json(t, rel),
    'ownerId', t.scope_id, 'ownerName', template_owner_name(t.scope, t.scope_id), 'mayKeep', rel & 1 <> 0,
    'versions', (select coalesce(jsonb_agg(e.v order by e.n), '[]') from jsonb_array_elements(found_versions) with ordinality e(v, n) where e.n <= p_first),
    'versionCursor', case when jsonb_array_length(found_versions) > p_first then found_versions->(p_first - 1)->'version' end,
    'sharing', coalesce((select jsonb_agg(jsonb_build_object('_rel', rel, 'level', l.level, 'ownerName', template_owner_name(l.level, l.owner),
        'isShared', c.id is not null,
        'isUpToDate', c.id is null or (select v.content from template_version v where v.template_id = c.id and v.version = c.version)
          = (select v.content from template_version v where v.template_id = t.id and v.version = t.version)) order by l.n)
      from (values
          (1, 'SCHOOL', case t.scope when 'TEAM' then (select school_id from team where id = t.scope_id) end),
          (2, 'MUNICIPALITY', case when t.scope in ('TEAM', 'SCHOOL') then app_municipality() end)) l(n, level, owner)
        left join agenda_template c on c.origin_id = t.id and c.scope = l.level and c.retired_at is null
      where l.owner is not null), '[]'));
end $$;
