-- Whether a meeting's minutes are shared as they are approved: for the team (2) and its coach (4). A leader is told of what is shared alone.
create or replace function screen_minutes_sharing_choice(p_token_hash bytea, p_meeting uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(p_meeting);
  if rel & 6 = 0 then
    return null;
  end if;
  return (select jsonb_build_object('__typename', 'MinutesSharingChoice', '_rel', rel, 'id', m.id, 'known', sharing_facts(m),
      'receivers', coalesce((select jsonb_agg(person_json(p, rel) order by p.display_name)
        from person p where p.id in (select school_leaders(t.school_id))), '[]'),
      'mayChoose', rel & 2 <> 0, 'teamId', m.team_id, 'liveVersion', scope_version('TEAM', m.team_id))
    from meeting m join team t on t.id = m.team_id where m.id = p_meeting);
end $$;

-- What the leaders would read if the minutes were approved as they stand: for those who read open minutes and are of the team or its coach.
create or replace function screen_leader_copy_ahead(p_token_hash bytea, p_meeting uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(p_meeting);
  -- The coach (4) while attending (4096).
  if rel & 2 = 0 and rel & 4100 <> 4100 then
    return null;
  end if;
  return with_rel(leader_copy_ahead(p_meeting), rel);
end $$;
