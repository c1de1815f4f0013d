-- Who may see a template, as bits, by whose it is: the plain masks of template.team, template.school and template.system.
create or replace function template_mask(p_scope text) returns integer language sql immutable parallel safe
  as $$ select case p_scope when 'TEAM' then 7 when 'SCHOOL' then 1079 else 1783 end $$;

-- What a person is to those who have templates: a team, a school, the municipality. The author's bit (1) is for whoever writes them.
create or replace function template_owner_rel(p_scope text, p_id uuid) returns integer language sql stable set search_path = public as $$
  select x.rel | case
      when p_scope = 'TEAM' and x.rel & 2 <> 0 then 1
      when p_scope = 'SCHOOL' and x.rel & 1056 <> 0 then 1
      when p_scope = 'MUNICIPALITY' and x.rel & 1536 <> 0 then 1
      else 0 end
  from (select case p_scope when 'TEAM' then team_rel(p_id) when 'SCHOOL' then school_rel(p_id)
      when 'SYSTEM' then municipality_rel() else case when p_id = app_municipality() then municipality_rel() else 0 end end as rel) x
$$;

create or replace function agenda_template_json(t agenda_template, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'AgendaTemplate', '_rel', p_rel, 'id', t.id, 'key', t.key, 'scope', t.scope, 'name', t.name,
    'purpose', t.purpose, 'bring', t.bring, 'minutes', t.minutes, 'roles', to_jsonb(t.roles), 'version', t.version, 'from', t.origin_name,
    'retiredAt', utc(t.retired_at),
    'steps', coalesce((select jsonb_agg(jsonb_build_object('__typename', 'TemplateStep', '_rel', p_rel, 'id', s.id, 'position', s.position, 'key', s.key,
        'title', s.title, 'kind', s.kind, 'track', s.track, 'minutes', s.minutes, 'minMinutes', s.min_minutes, 'guidance', s.guidance,
        'recurs', s.recurs) order by s.position)
      from template_step s where s.template_id = t.id), '[]'))
$$;

-- One owner's templates, by name; those that come with Pejling in their own order.
create or replace function template_list_json(p_scope text, p_owner uuid, p_rel integer, p_retired boolean default false) returns jsonb
language sql stable set search_path = public as $$
  select case when p_rel & template_mask(p_scope) = 0 then null else
    coalesce((select jsonb_agg(agenda_template_json(t, p_rel) order by t.position, t.name collate "da-x-icu", t.id) from agenda_template t
      where t.scope = p_scope and (p_scope = 'SYSTEM' or t.scope_id = p_owner) and (t.retired_at is not null) = p_retired), '[]') end
$$;

-- All that may be chosen from where one stands: a team sees its own, its school's, the municipality's and Pejling's; a school not the teams'.
create or replace function template_shelf_json(p_team uuid, p_school uuid, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('__typename', 'TemplateShelf', '_rel', p_rel, 'id', coalesce(p_team, p_school, app_municipality()),
    'ofTeam', case when p_team is not null then template_list_json('TEAM', p_team, p_rel) end,
    'ofSchool', case when p_school is not null then template_list_json('SCHOOL', p_school, p_rel) end,
    'ofMunicipality', template_list_json('MUNICIPALITY', app_municipality(), p_rel),
    'ofPejling', template_list_json('SYSTEM', null, p_rel))
$$;

-- A version as it was saved. p_rel: of who looks at the template.
create or replace function template_version_json(v template_version, p_rel integer) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('_rel', p_rel, 'id', v.template_id || ':' || v.version, 'version', v.version, 'savedAt', utc(v.saved_at),
    'savedBy', (select person_json(p, p_rel) from person p where p.id = v.saved_by), 'putBack', v.put_back,
    'name', v.content->>'name',
    'steps', (select jsonb_agg(jsonb_build_object('_rel', p_rel, 'title', s->'title', 'minutes', s->'minutes', 'minMinutes', s->'minMinutes',
        'guidance', s->'guidance') order by n)
      from jsonb_array_elements(v.content->'steps') with ordinality e(s, n)),
    'changes', coalesce((select jsonb_agg(c || jsonb_build_object('_rel', p_rel) order by n) from jsonb_array_elements(v.changes) with ordinality e(c, n)), '[]'))
$$;

-- The steps of a meeting's template as the meeting was laid from it: of the version it had then.
create or replace function laid_steps(p_key text, p_version integer) returns table (key text, title text, min_minutes integer)
language sql stable set search_path = public as $$
  select s.key, s.title, s.min_minutes from template_step s join agenda_template t on t.id = s.template_id where t.key = p_key and p_version is null
  union all
  select x.key, x.title, x."minMinutes" from template_version v join agenda_template t on t.id = v.template_id,
    jsonb_to_recordset(v.content->'steps') as x(key text, title text, "minMinutes" integer)
  where t.key = p_key and v.version = p_version
$$;
