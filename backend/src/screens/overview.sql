-- A school's overview: teams by markers for one school year. A leader sees the school, a coach the teams they coach.
create or replace function screen_school_overview(p_token_hash bytea, p_school uuid, p_school_year text) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  s school;
  everywhere integer;
  here integer;
  leads boolean;
  teams jsonb;
  wanted text := p_school_year;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into s from school where id = p_school;
  if not found then
    return null;
  end if;
  everywhere := municipality_rel();
  leads := exists (select from role_assignment r where r.person_id = me and r.role = 'SCHOOL_LEADER' and r.scope_id = s.id
    and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today()));
  if wanted is null then
    select y.key into wanted from school_year y where app_today() between y.starts_on and y.ends_on limit 1;
    wanted := coalesce(wanted, (select max(t.school_year) from team t where t.school_id = s.id));
  end if;
  -- 36: the leader's bit and the coach's, whichever holds for each team.
  select coalesce(jsonb_agg(overview_team_json(t, x.rel) order by t.name), '[]') into teams
  from team t cross join lateral (select team_rel(t.id) as rel) x
  where t.school_id = s.id and t.school_year = wanted and x.rel & 36 <> 0;
  if not leads and jsonb_array_length(teams) = 0 then
    return null;
  end if;
  here := (everywhere & ~36) | (case when leads then 32 else 4 end);
  return jsonb_build_object('__typename', 'SchoolOverview', '_rel', here,
    'id', s.id, 'schoolName', s.name, 'schoolYear', wanted, 'week', iso_week(now()),
    'schoolYears', coalesce((select jsonb_agg(distinct t.school_year) from team t where t.school_id = s.id), '[]'),
    'markers', current_markers_json(everywhere), 'agreement', minutes_agreement_json(s.id, here), 'teams', teams);
end $$;

-- The municipality's published tables: no counting here, only what was published.
create or replace function screen_municipality_overview(p_token_hash bytea, p_published_on date) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  chosen date;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := municipality_rel();
  -- 608: consultant, cluster's and school's leader.
  if rel & 608 = 0 then
    return null;
  end if;
  select max(c.published_on) into chosen from published_cell c where p_published_on is null or c.published_on = p_published_on;
  if chosen is null and p_published_on is not null then
    return null;
  end if;
  return (select jsonb_build_object('__typename', 'MunicipalityOverview', '_rel', rel, 'id', u.id, 'municipalityName', u.name,
      'publishedOn', chosen, 'schoolYear', (select max(c.school_year) from published_cell c where c.published_on = chosen),
      'publications', coalesce((select jsonb_agg(x.published_on order by x.published_on desc)
        from (select distinct published_on from published_cell) x), '[]'),
      'markers', current_markers_json(rel),
      'groups', coalesce((
        select jsonb_agg(jsonb_build_object('__typename', 'PublishedGroup', '_rel', rel, 'id', g.group_id || ':' || g.grade_band, 'kind', g.group_kind,
            'name', g.name, 'gradeBand', g.grade_band, 'cells', g.cells) order by g.rank, g.name, g.grade_band)
        from (
          select c.group_kind, c.group_id, c.grade_band,
            case c.group_kind when 'MUNICIPALITY' then 1 when 'CLUSTER' then 2 else 3 end as rank,
            coalesce(s.name, k.name, u.name) as name,
            jsonb_agg(jsonb_build_object('_rel', rel, 'markerId', c.marker_id, 'begun', c.begun, 'kept', c.kept, 'adjusted', c.adjusted, 'stopped', c.stopped)) as cells
          from published_cell c
            left join school s on c.group_kind = 'SCHOOL' and s.id = c.group_id
            left join school_cluster k on c.group_kind = 'CLUSTER' and k.id = c.group_id
          where c.published_on = chosen
          group by c.group_kind, c.group_id, c.grade_band, s.name, k.name
        ) g), '[]'))
    from municipality u where u.id = app_municipality());
end $$;
