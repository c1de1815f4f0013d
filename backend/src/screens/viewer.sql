-- Who is signed in, their teams and roles: the shell of every page.
create or replace function screen_viewer(p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  return (
    select jsonb_build_object(
      'id', p.id, 'displayName', p.display_name, 'initials', p.initials, 'schoolName', s.name,
      'municipalityId', u.id, 'municipalityName', u.name, 'isDemonstration', u.is_demonstration,
      'outboxSecret', (select encode(o.secret, 'base64') from outbox_secret o where o.person_id = me),
      'serverTime', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'sessionEndsAt', utc(e.expires_at), 'sessionMayGoOn', e.expires_at < e.created_at + session_longest(),
      'teams', coalesce((
        select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'schoolName', ts.name, 'relation', t.relation) order by t.relation desc, t.name)
        from (
          select x.id, x.name, x.school_id, 'MEMBER' as relation from team_membership m join team x on x.id = m.team_id
          where m.person_id = me and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())
          union
          -- A coach of a school or a cluster has its teams of this school year; one of the whole municipality finds them by the schools.
          select x.id, x.name, x.school_id, 'COACH' from role_assignment r join team x
            on r.scope_id in (x.id, x.school_id, x.cluster_id, (select o.cluster_id from school o where o.id = x.school_id))
          where r.person_id = me and r.role = 'PLC_COACH' and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())
            and (r.scope_id = x.id or x.school_year = (select max(y.key) from school_year y where y.starts_on <= app_today()))
            and not exists (select from team_membership m
              where m.team_id = x.id and m.person_id = me and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today()))
        ) t left join school ts on ts.id = t.school_id), '[]'),
      'roles', coalesce((
        select jsonb_agg(jsonb_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id,
          'scopeName', coalesce((select name from school where id = r.scope_id), (select name from team where id = r.scope_id),
            (select name from school_cluster where id = r.scope_id), (select name from municipality where id = r.scope_id))) order by r.role)
        from role_assignment r where r.person_id = me and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())), '[]'))
    from person p join municipality u on u.id = p.municipality_id left join school s on s.id = p.school_id
      join session e on e.token_hash = p_token_hash
    where p.id = me);
end $$;
