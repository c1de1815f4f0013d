-- The calendar that somebody follows by a secret address.

create or replace function door_calendar_feed(p_token_hash bytea) returns table (municipality_id uuid, person_id uuid)
language sql stable security definer set search_path = public rows 1 as $$
  select f.municipality_id, f.person_id from calendar_feed f where f.token_hash = p_token_hash and f.revoked_at is null
$$;

-- The person's own meetings that they are called to, from a quarter ago and on; null for an address that is unknown or revoked, alike.
create or replace function screen_calendar_feed(p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  f record;
begin
  perform set_config('app.municipality', '', true), set_config('app.person', '', true);
  select * into f from door_calendar_feed(p_token_hash);
  if not found then
    return null;
  end if;
  perform set_config('app.municipality', f.municipality_id::text, true), set_config('app.person', f.person_id::text, true);
  return coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'team', t.name, 'startsAt', utc(m.starts_at), 'durationMin', m.duration_min,
      'place', m.place, 'cancelled', m.state = 'CANCELLED', 'changedAt', utc(coalesce((select max(n.created_at) from meeting_notice n where n.meeting_id = m.id), m.convened_at)),
      'sequence', greatest(m.revision, (select max(n.version) from meeting_notice n where n.meeting_id = m.id))) order by m.starts_at, m.id)
    from meeting_participant x join meeting m on m.id = x.meeting_id join team t on t.id = m.team_id
    where x.person_id = f.person_id and m.state <> 'DRAFT' and m.convened_at is not null and m.starts_at > now() - interval '91 days'
      and is_called(m, f.person_id)), '[]');
end $$;

-- Whether there is an address, and since when.
create or replace function screen_my_calendar(p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  return jsonb_build_object('__typename', 'MyCalendar', '_rel', 1, 'id', me,
    'madeAt', (select utc(f.made_at) from calendar_feed f where f.person_id = me and f.revoked_at is null));
end $$;

do $$
begin
  grant usage, create on schema public to pejling_doors;
  grant select on calendar_feed to pejling_doors;
  drop policy if exists doors on calendar_feed;
  create policy doors on calendar_feed to pejling_doors using (true) with check (true);
  alter function door_calendar_feed(bytea) owner to pejling_doors;
  revoke all on function door_calendar_feed(bytea) from public;
  grant execute on function door_calendar_feed(bytea) to pejling_app;
  revoke create on schema public from pejling_doors;
end $$;
