-- The same text search without rules: every row of the municipality that holds the word, ranked and paged as ours.
create function bench_search_texts(p_municipality uuid, p_word text) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  query tsquery := to_tsquery('danish', p_word || ':*');
begin
  return (select coalesce(jsonb_agg(to_jsonb(b)), '[]') from (
    select r.object_id, r.part, r.kind, r.team_id, r.meeting_id, coalesce(r.at, m.starts_at) as at, r.title, r.text,
      case when r.tsv @@ query then 2000000 + (least(ts_rank(r.tsv, query), 0.999) * 1000000)::integer
        else (word_similarity(p_word, split_part(r.folded, E'\n', 1)) * 1000000)::integer end as rank
    from search_row r left join meeting m on m.id = r.meeting_id
    where r.municipality_id = p_municipality and (r.tsv @@ query or r.folded like '%' || p_word || '%')
    order by rank desc, at desc, r.object_id desc limit 21) b);
end $$;

create function bench_search(p_token_hash bytea, p_text text) returns jsonb language plpgsql volatile as $$
declare
  me uuid := open_context(p_token_hash);
begin
  if me is null then
    raise exception 'signed out';
  end if;
  return bench_search_texts(app_municipality(), search_fold(p_text));
end $$;

do $$
begin
  grant create on schema public to pejling_search;
  alter function bench_search_texts(uuid, text) owner to pejling_search;
  revoke create on schema public from pejling_search;
  grant execute on function bench_search_texts(uuid, text) to pejling_app;
  grant execute on function bench_search(bytea, text) to pejling_app;
end $$;
