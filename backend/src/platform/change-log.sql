-- Writes the changes of one unit of work: raises every scope's counter in (kind, id) order and appends the
-- rows, home and pointers, in one statement's worth of locks. Runs last, immediately before COMMIT, so that
-- no lock is taken after the counters'. Returns the versions, in the order of the changes and of each one's scopes.
-- p_changes: [{"id","scopes":[{"kind","id"}...] (the first is home),"entity","entityId","verb","fields"}]
create or replace function write_changes(p_changes jsonb) returns jsonb
language plpgsql set search_path = public as $$
declare
  answer jsonb;
  m uuid := app_municipality();
  p uuid := app_person();
begin
  with wanted as (
    select (c.ord * 1000 + s.ord)::bigint as ord, s.value->>'kind' as kind, (s.value->>'id')::uuid as sid, s.ord = 1 as home, c.value as body
    from jsonb_array_elements(p_changes) with ordinality c(value, ord),
      jsonb_array_elements(c.value->'scopes') with ordinality s(value, ord)
  ), numbered as (
    select *, row_number() over (partition by kind, sid order by ord) as n from wanted
  ), per_scope as (
    select kind, sid, max(n) as n from numbered group by kind, sid order by kind, sid
  ), raised as (
    insert into scope_counter as sc (municipality_id, kind, id, version)
    select m, kind, sid, n from per_scope order by kind, sid
    on conflict (kind, id) do update set version = sc.version + excluded.version
    returning sc.kind, sc.id, sc.version
  ), rows as (
    select n.ord, n.kind, n.sid, r.version - ps.n + n.n as version, n.home, n.body
    from numbered n
    join per_scope ps on ps.kind = n.kind and ps.sid = n.sid
    join raised r on r.kind = n.kind and r.id = n.sid
  ), written as (
    insert into change (scope_kind, scope_id, version, municipality_id, change_id, is_home, entity, entity_id, verb, actor_id, at, fields)
    select kind, sid, version, m, (body->>'id')::uuid, home,
      case when home then body->>'entity' end, case when home then (body->>'entityId')::uuid end, case when home then body->>'verb' end,
      case when home then p end, case when home then clock_timestamp() end, case when home then body->'fields' end
    from rows
  )
  select coalesce(jsonb_agg(version order by ord), '[]') into answer from rows;
  return answer;
end $$;

-- What a client at p_since lacks in one scope, pointers followed home, oldest first.
create or replace function changes_since(p_kind text, p_id uuid, p_since bigint, p_most int) returns jsonb
language sql stable set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object('scopeKind', x.scope_kind, 'scopeId', x.scope_id, 'version', x.version, 'entity', x.entity,
      'entityId', x.entity_id, 'verb', x.verb, 'fields', x.fields) order by x.version), '[]')
  from (
    select c.scope_kind, c.scope_id, c.version, h.entity, h.entity_id, h.verb, h.fields
    from change c join change h on h.change_id = c.change_id and h.is_home
    where c.scope_kind = p_kind and c.scope_id = p_id and c.version > p_since
    order by c.version limit p_most
  ) x
$$;

create or replace function scope_version(p_kind text, p_id uuid) returns bigint
language sql stable set search_path = public as $$
  select coalesce((select version from scope_counter where kind = p_kind and id = p_id), 0)
$$;
