-- What a note said before, newest first. Its team's alone: coach and guest read what stands there now.
create or replace function screen_note_history(p_token_hash bytea, p_note uuid, p_after text, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(meeting_of_note(p_note));
  if rel & 2 = 0 then
    return null;
  end if;
  return (
    with page as (
      select h.id, h.at, h.text, h.doc from note_history h
      where h.note_id = p_note and (p_after is null
        or (h.at, h.id) < (split_part(p_after, '_', 1)::timestamptz, split_part(p_after, '_', 2)::uuid))
      order by h.at desc, h.id desc limit p_first + 1
    ), shown as (
      select * from page order by at desc, id desc limit p_first
    )
    select jsonb_build_object('_rel', rel, 'id', p_note,
      'versions', coalesce((select jsonb_agg(jsonb_build_object('_rel', rel, 'id', id, 'at', utc(at), 'text', text, 'doc', doc)
        order by at desc, id desc) from shown), '[]'),
      'cursor', case when (select count(*) from page) > p_first
        then (select to_jsonb(at)#>>'{}' || '_' || id from shown order by at, id limit 1) end));
end $$;
