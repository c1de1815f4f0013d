-- pg_trgm's own settings are known, and may be set by a function that is no superuser's, once its library is loaded.
select show_trgm('start');

-- A search through what the viewer could open. Row-level security keeps text indexes from being used, so one function owned by
-- pejling_search reads the rows; it takes person and municipality from the context and works out the teams itself.

-- Whose rows somebody may find, in the words of access/relations.sql: the teams they are in and the teams they coach now, the
-- meetings they attend, those of them they attend as guests, and the material that came along to one of these from a meeting that they
-- do not attend, with the one where it is shown to them. With a team, of that alone.
drop function if exists search_reach(uuid, uuid);
create or replace function search_reach(p_person uuid, p_team uuid)
returns table (member_of uuid[], coach_of uuid[], attends uuid[], guest_at uuid[], came_along uuid[], came_to uuid[])
language sql stable as $$
  with own as (
    select distinct t.id from team_membership m join team t on t.id = m.team_id
    where m.person_id = p_person and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())
      and (p_team is null or t.id = p_team)
  ), coached as (
    select distinct t.id from role_assignment r join team t on t.municipality_id = r.municipality_id
      left join school s on s.id = t.school_id
    where r.person_id = p_person and r.role = 'PLC_COACH' and r.valid_from <= app_today() and (r.valid_to is null or r.valid_to >= app_today())
      and r.scope_id in (t.id, t.school_id, coalesce(t.cluster_id, s.cluster_id), t.municipality_id)
      and (p_team is null or t.id = p_team)
  ), attended as (
    select p.meeting_id, p.is_guest, t.id as team_id, m.starts_at from meeting_participant p join meeting m on m.id = p.meeting_id join team t on t.id = m.team_id
    where p.person_id = p_person and m.state in ('CONVENED', 'IN_PROGRESS', 'HELD')
      and not exists (select from minutes x where x.meeting_id = m.id and x.state = 'APPROVED')
      and (p_team is null or t.id = p_team)
  ), came_along as (
    select distinct on ((s.x).id) (s.x).id as material_id, a.meeting_id
    from attended a, materials_at(a.meeting_id) s
    where a.team_id not in (select id from own) and (a.is_guest or a.team_id in (select id from coached))
      and not exists (select from attended b where b.meeting_id = (s.x).meeting_id and (b.is_guest or b.team_id in (select id from coached)))
    order by (s.x).id, a.starts_at desc, a.meeting_id
  )
  select array(select id from own), array(select id from coached), array(select meeting_id from attended),
    array(select meeting_id from attended where is_guest), array(select material_id from came_along order by material_id),
    array(select meeting_id from came_along order by material_id)
$$;

-- What is sought, as words.
create or replace function search_words(p_text text) returns text[] language sql immutable parallel safe as $$
  select array(select w from regexp_split_to_table(search_fold(p_text), '[^[:alnum:]]+') with ordinality u(w, n) where w <> '' group by w order by min(n) limit 8)
$$;

/*
 * The rows that hold every one of the words, best first: by the stem or the beginning of a word, as a part of one, and, where that
 * finds nothing at all, nearly so. Of a thing found both by itself and by its text the better stands.
 * rank: 4,000,000 for a title that is what was sought (a row's folded text begins with its title's line), else how it was found
 * and how well: by its words 2,000,000 and up, by parts of them below 1,000,000.
 */
create or replace function search_texts(p_text text, p_words text[], p_kinds text[], p_team uuid, p_school_year text, p_nearly boolean,
  p_after_rank integer, p_after_at timestamptz, p_after_id uuid, p_first integer)
returns table (object_id uuid, part text, kind text, team_id uuid, meeting_id uuid, at timestamptz, title text, text text, rank integer)
language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.3 as $$
declare
  me uuid := app_person();
  here uuid := app_municipality();
  reach record;
  -- A word that says nothing (og, er, den) asks for nothing, unless all do.
  words text[] := array(select w from unnest(p_words) with ordinality u(w, n) where numnode(to_tsquery('danish', w || ':*')) > 0 order by n);
  query tsquery;
  holds text := '';
  near numeric;
  -- A school year begins on 1 August.
  begins timestamptz := make_date(left(p_school_year, 4)::integer, 8, 1)::timestamp at time zone 'Europe/Copenhagen';
  ends timestamptz := make_date(left(p_school_year, 4)::integer + 1, 8, 1)::timestamp at time zone 'Europe/Copenhagen';
begin
  if me is null or here is null or cardinality(p_words) = 0 then
    return;
  end if;
  if cardinality(words) = 0 then
    words := p_words;
  end if;
  select * into reach from search_reach(me, p_team);
  query := to_tsquery('danish', array_to_string(words, ':* & ') || ':*');
  for n in 1 .. cardinality(words) loop
    -- As near as one wrong letter leaves a word of its length, less a little for its ending.
    near := least(0.5, (length(words[n]) - 2.0) / (length(words[n]) + 4.0) - 0.06);
    holds := holds || format(' and (r.tsv @@ to_tsquery(''danish'', %1$L)%2$s%3$s)', words[n] || ':*',
      case when length(words[n]) >= 3 then format(' or r.folded like %L', '%' || words[n] || '%') end,
      case when p_nearly and length(words[n]) >= 4 then format(' or (%1$L <%% r.folded and word_similarity(%1$L, r.folded) >= %2$s)', words[n], near) end);
  end loop;
  return query execute format($q$
    with found as (
      select r.object_id, r.part, r.kind, r.team_id, m.id as meeting_id, coalesce(r.at, m.started_at, m.starts_at) as at, r.title, r.text,
        case when split_part(r.folded, E'\n', 1) = $1 then 4000000
          when r.tsv @@ $2 then 2000000 + (least(ts_rank(r.tsv, $2), 0.999) * 1000000)::integer
          else (word_similarity($1, case when $13 then r.folded else split_part(r.folded, E'\n', 1) end) * 1000000)::integer end as rank
      from search_row r left join unnest($16, $17) as c (material_id, meeting_id) on c.material_id = r.object_id
        left join meeting m on m.id = coalesce(c.meeting_id, r.meeting_id)
      where r.municipality_id = $3 and (r.team_id = any($4) or (r.team_id = any($5) and (r.kind not in ('NOTE', 'MATERIAL') or r.meeting_id = any($6)))
          or r.meeting_id = any($7) or r.object_id = any($16))
        and ($8 is null or r.kind = any($8)) and ($14 is null or (coalesce(r.at, m.started_at, m.starts_at) >= $14 and coalesce(r.at, m.started_at, m.starts_at) < $15)) %s
    ), best as (
      select distinct on (f.object_id) f.* from found f order by f.object_id, f.rank desc, f.part
    )
    select b.* from best b where $9 is null or (b.rank, b.at, b.object_id) < ($9, $10, $11)
    order by b.rank desc, b.at desc, b.object_id desc limit $12 $q$, holds)
  using btrim(search_fold(p_text)), query, here, reach.member_of, reach.coach_of, reach.attends, reach.guest_at, p_kinds,
    p_after_rank, p_after_at, p_after_id, p_first, p_nearly, begins, ends, reach.came_along, reach.came_to;
end $$;

-- One page of what is found, with what it hangs on and who the viewer is to it. p_after: rank, time, id and way, as a page ended.
create or replace function screen_search(p_token_hash bytea, p_text text, p_kinds text[], p_team uuid, p_school_year text, p_after text, p_first integer)
returns jsonb language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  words text[] := search_words(p_text);
  hits jsonb := '[]';
  way text;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  -- Nearly so only where nothing is found as it was written; a page that is not the first goes on in the way of the first.
  foreach way in array array['WRITTEN', 'NEARLY'] loop
    continue when p_after is not null and split_part(p_after, '_', 4) <> way;
    with x as (
      select * from search_texts(p_text, words, p_kinds, p_team, p_school_year, way = 'NEARLY', nullif(split_part(p_after, '_', 1), '')::integer,
        nullif(split_part(p_after, '_', 2), '')::timestamptz, nullif(split_part(p_after, '_', 3), '')::uuid, p_first + 1)
    ), to_team as materialized (
      select d.team_id, team_rel(d.team_id) as rel from (select distinct x.team_id from x) d
    ), to_meeting as materialized (
      select p.meeting_id, meeting_rel(p.meeting_id) & (8 | 4096) as rel from meeting_participant p
      where p.person_id = me and p.meeting_id in (select x.meeting_id from x)
    )
    select coalesce(jsonb_agg(jsonb_build_object('__typename', 'SearchHit', '_rel', case
          -- To a coach who does not attend, material is nothing.
          when x.kind = 'MATERIAL' and coalesce(tm.rel, 0) & 4096 = 0 then tt.rel & ~4 else tt.rel | coalesce(tm.rel, 0) end, 'id', x.object_id || '-' || x.part,
        'kind', x.kind, 'objectId', x.object_id, 'meetingId', x.meeting_id, 'meetingTitle', m.title, 'meetingState', m.state, 'at', utc(x.at),
        'state', a.state, 'outcome', a.outcome, 'teamId', x.team_id, 'teamName', t.name, 'schoolName', s.name, 'schoolYear', t.school_year,
        'foundTitle', x.title,
        'foundText', case when x.kind = 'MATERIAL' then split_part(x.text, E'\n', 1) else x.text end, 'cursor', concat_ws('_', x.rank, to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), x.object_id, way))
        order by x.rank desc, x.at desc, x.object_id desc), '[]') into hits
    from x join team t on t.id = x.team_id left join school s on s.id = t.school_id left join meeting m on m.id = x.meeting_id
      left join action a on a.id = x.object_id join to_team tt on tt.team_id = x.team_id left join to_meeting tm on tm.meeting_id = x.meeting_id;
    exit when jsonb_array_length(hits) > 0;
  end loop;
  return jsonb_build_object('hits', hits, 'words', to_jsonb(words),
    'stems', (select coalesce(jsonb_agg(distinct l), '[]') from unnest(words) w, unnest(tsvector_to_array(to_tsvector('danish', w))) l));
end $$;

do $$
begin
  grant create on schema public to pejling_search;
  alter function search_texts(text, text[], text[], uuid, text, boolean, integer, timestamptz, uuid, integer) owner to pejling_search;
  revoke all on function search_texts(text, text[], text[], uuid, text, boolean, integer, timestamptz, uuid, integer) from public;
  grant execute on function search_texts(text, text[], text[], uuid, text, boolean, integer, timestamptz, uuid, integer) to pejling_app;
  revoke create on schema public from pejling_search;
end $$;
