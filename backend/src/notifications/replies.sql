-- Answering by the link in a mail: nobody is signed in, and the link says who it is. What lies behind the door is asked in that
-- person's own context, so that whoever is no longer called finds nothing.

create or replace function door_reply_link(p_token_hash bytea) returns table (municipality_id uuid, meeting_id uuid, person_id uuid)
language sql stable security definer set search_path = public rows 1 as $$
  select l.municipality_id, l.meeting_id, l.person_id from reply_link l where l.token_hash = p_token_hash
$$;

-- Where an answer stands: until when it may be given.
create or replace function reply_state(m meeting) returns text language sql stable set search_path = public as $$
  select case when m.state = 'CANCELLED' then 'CANCELLED' when m.state = 'CONVENED' and m.starts_at > now() then 'OPEN' else 'BEGUN' end
$$;

-- What the link shows; null for one that is unknown, and for whoever is no longer called, alike.
create or replace function screen_reply(p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  l record;
  m meeting;
begin
  perform set_config('app.municipality', '', true), set_config('app.person', '', true);
  select * into l from door_reply_link(p_token_hash);
  if not found then
    return null;
  end if;
  perform set_config('app.municipality', l.municipality_id::text, true), set_config('app.person', l.person_id::text, true);
  select * into m from meeting where id = l.meeting_id;
  if not is_called(m, l.person_id) then
    return null;
  end if;
  return jsonb_build_object('__typename', 'ReplyPage', 'title', m.title, 'team', (select t.name from team t where t.id = m.team_id),
    'startsAt', utc(m.starts_at), 'durationMin', m.duration_min, 'place', m.place, 'state', reply_state(m),
    'name', (select p.display_name from person p where p.id = l.person_id),
    'reply', (select x.reply from meeting_participant x where x.meeting_id = m.id and x.person_id = l.person_id));
end $$;

do $$
begin
  grant usage, create on schema public to pejling_doors;
  grant select on reply_link to pejling_doors;
  drop policy if exists doors on reply_link;
  create policy doors on reply_link to pejling_doors using (true) with check (true);
  alter function door_reply_link(bytea) owner to pejling_doors;
  revoke all on function door_reply_link(bytea) from public;
  grant execute on function door_reply_link(bytea) to pejling_app;
  revoke create on schema public from pejling_doors;
end $$;
