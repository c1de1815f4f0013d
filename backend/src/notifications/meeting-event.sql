-- One meeting as a calendar keeps it, for whoever may read it: also one that is not called yet, which its team may put in their own.
create or replace function screen_meeting_event(p_token_hash bytea, p_meeting uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  m meeting;
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into m from meeting where id = p_meeting;
  if not found then
    return null;
  end if;
  rel := meeting_rel(m.id);
  -- As the meeting's screen: the team (2) and its coach (4); an invited guest (8) while attending (4096).
  if rel & 6 = 0 and rel & 4104 <> 4104 then
    return null;
  end if;
  return (select jsonb_build_object('_rel', rel, 'facts', notice_facts(m), 'cancelled', m.state = 'CANCELLED',
      'changedAt', utc(coalesce(greatest(n.at, m.convened_at), now())), 'sequence', greatest(m.revision, n.version))
    from (select max(x.version) as version, max(x.created_at) as at from meeting_notice x where x.meeting_id = m.id) n);
end $$;
