-- What a leader reads of a team's meeting while the team shares it; the team (2) and its coach (4) may look at the same page.
create or replace function screen_shared_minutes(p_token_hash bytea, p_share uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  s minutes_share;
  m meeting;
  rel integer;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into s from minutes_share where id = p_share and revoked_at is null;
  if not found then
    return null;
  end if;
  select * into m from meeting where id = s.meeting_id;
  rel := meeting_rel(m.id);
  if rel & 38 = 0 then
    return null;
  end if;
  return jsonb_build_object('__typename', 'SharedMinutes', '_rel', rel, 'id', s.id, 'liveVersion', scope_version('PERSON', me),
    'sharedOn', (s.shared_at at time zone 'Europe/Copenhagen')::date, 'teamId', m.team_id,
    'schoolId', (select t.school_id from team t where t.id = m.team_id), 'copy', with_rel(s.copy, rel));
end $$;

-- The team's side of it: is it shared, with whom would it be, and what would they read?
create or replace function screen_minutes_sharing(p_token_hash bytea, p_meeting uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  rel integer;
  now_copy jsonb;
  s minutes_share;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  rel := meeting_rel(p_meeting);
  if rel & 6 = 0 then
    return null;
  end if;
  now_copy := leader_copy(p_meeting);
  if now_copy is null then
    return null;
  end if;
  select * into s from minutes_share where meeting_id = p_meeting and revoked_at is null;
  return (select jsonb_build_object('__typename', 'MinutesSharing', '_rel', rel, 'id', p_meeting,
      'shared', case when s.id is not null then minutes_share_json(s, rel) end, 'isUpToDate', s.id is null or s.copy = now_copy,
      'isByAgreement', s.id is not null and s.shared_by is null,
      'schoolName', c.name,
      'receivers', coalesce((select jsonb_agg(person_json(p, rel) order by p.display_name)
        from person p where p.id in (select school_leaders(t.school_id))), '[]'),
      'copy', with_rel(now_copy, rel), 'fingerprint', minutes_fingerprint(now_copy))
    from meeting m join team t on t.id = m.team_id left join school c on c.id = t.school_id where m.id = p_meeting);
end $$;
