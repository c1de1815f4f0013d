-- What the viewer has looked up, the newest first: their own lines and nobody else's, by row-level security too.
create or replace function screen_my_audit_lines(p_token_hash bytea, p_after text, p_most integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  return (
    with page as (
      select a.id, a.verb, a.object, a.object_id, a.criterion, a.at from audit_event a
      where a.actor_id = me and (p_after is null
        or (a.at, a.id) < (split_part(p_after, '_', 1)::timestamptz, split_part(p_after, '_', 2)::uuid))
      order by a.at desc, a.id desc limit p_most + 1
    ), shown as (
      select * from page order by at desc, id desc limit p_most
    )
    -- 1: the author of each line, and of the list of them.
    select jsonb_build_object('_rel', 1, 'id', me,
      'lines', coalesce((select jsonb_agg(jsonb_build_object('_rel', 1, 'id', id, 'verb', verb, 'object', object, 'objectId', object_id,
        'criterion', criterion, 'at', audit_instant(at) || 'Z') order by at desc, id desc) from shown), '[]'),
      'cursor', case when (select count(*) from page) > p_most then
        (select audit_instant(at) || 'Z_' || id from shown order by at, id limit 1) end));
end $$;

-- Everything that is wrong with a municipality's audit: nothing when the seals hold. For the owner of the tables
-- (`npm run admin -- verify-audit`): whoever serves sees too few rows to say.
create or replace function audit_findings(p_municipality uuid) returns table (seal bigint, finding text, place text)
language sql stable set search_path = public as $$
  with seals as (
    select s.number, s.from_line, s.to_line, s.lines, s.lines_hash, s.changes_hash, s.previous_hash, s.hash, audit_seal_hash(s) as should_be,
      lag(s.number, 1, 0::bigint) over w as number_before, lag(s.hash, 1, ''::bytea) over w as hash_before, lag(s.to_line, 1, 0::bigint) over w as line_before
    from audit_seal s where s.municipality_id = p_municipality window w as (order by s.number)
  ), counter as (
    select coalesce((select lines from audit_counter where municipality_id = p_municipality), 0) as lines,
      coalesce((select max(to_line) from seals), 0) as sealed
  ), line_batches as (
    select s.*, (select count(*) from audit_event a where a.municipality_id = p_municipality and a.number > s.from_line and a.number <= s.to_line) as there,
      audit_lines_hash(p_municipality, s.from_line, s.to_line) as now_hash
    from seals s
  ), change_batches as (
    select x.seal_number, x.scope_kind, x.scope_id, x.from_version, x.to_version, x.hash,
      lag(x.to_version, 1, 0::bigint) over (partition by x.scope_kind, x.scope_id order by x.to_version) as version_before,
      (select count(*) from change c where c.scope_kind = x.scope_kind and c.scope_id = x.scope_id and c.version > x.from_version and c.version <= x.to_version) as there,
      audit_changes_hash(x.scope_kind, x.scope_id, x.from_version, x.to_version) as now_hash
    from audit_seal_scope x where x.municipality_id = p_municipality
  ), scopes as (
    select coalesce(c.kind, n.scope_kind) as kind, coalesce(c.id, n.scope_id) as id, coalesce(c.version, 0) as version,
      coalesce(n.there, 0) as there, coalesce(n.highest, 0) as highest, coalesce(n.lowest, 1) as lowest,
      coalesce((select max(x.to_version) from audit_seal_scope x where x.scope_kind = coalesce(c.kind, n.scope_kind) and x.scope_id = coalesce(c.id, n.scope_id)), 0) as sealed
    from (select kind, id, version from scope_counter where municipality_id = p_municipality) c
      full join (select scope_kind, scope_id, count(*) as there, max(version) as highest, min(version) as lowest from change
        where municipality_id = p_municipality group by scope_kind, scope_id) n on n.scope_kind = c.kind and n.scope_id = c.id
  )
  select number, 'SEAL_MISSING', null from seals where number <> number_before + 1
  union all
  select number, 'NOT_AFTER_THE_SEAL_BEFORE', null from seals
    where previous_hash <> hash_before or from_line <> line_before
  union all
  select number, 'SEAL_ALTERED', null from seals where hash <> should_be
  union all
  select number, 'RANGES_ALTERED', null from seals where changes_hash <> audit_scopes_hash(p_municipality, number)
  union all
  select number, case when there < lines then 'LINES_REMOVED' when there > lines then 'LINES_ADDED' else 'LINES_ALTERED' end,
    format('%s-%s', from_line + 1, to_line) from line_batches where there <> lines or lines_hash <> now_hash
  union all
  select number, 'LINES_REMOVED_BEFORE_SEALING', format('%s-%s', from_line + 1, to_line) from seals where lines <> to_line - from_line
  union all
  select null, 'LINES_REMOVED', format('%s-%s', c.sealed + 1, c.lines) from counter c
    where (select count(*) from audit_event a where a.municipality_id = p_municipality and a.number > c.sealed and a.number <= c.lines) <> greatest(c.lines - c.sealed, 0)
      or c.lines < c.sealed
  union all
  select null, 'LINES_ADDED', a.number::text from audit_event a, counter c
    where a.municipality_id = p_municipality and (a.number < 1 or a.number > c.lines)
  union all
  select seal_number, case when there < to_version - from_version then 'CHANGES_REMOVED' else 'CHANGES_ALTERED' end,
    format('%s %s %s-%s', scope_kind, scope_id, from_version + 1, to_version)
    from change_batches where hash <> now_hash or there <> to_version - from_version or from_version <> version_before
  union all
  select null, 'CHANGES_REMOVED', format('%s %s %s-%s', kind, id, sealed + 1, version) from scopes
    where version < sealed or there - (select count(*) from change c where c.scope_kind = kind and c.scope_id = scopes.id and c.version <= sealed) < version - sealed
  union all
  select null, 'CHANGES_ADDED', format('%s %s', kind, id) from scopes where highest > version or lowest < 1
$$;
revoke execute on function audit_findings(uuid) from public;
