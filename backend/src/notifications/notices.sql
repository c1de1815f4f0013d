-- What the notices to those who are called are made of, and the way of each mail. Everything here runs under row-level security.

-- A meeting as its notice tells of it: no notes, no guidance, no person.
create or replace function notice_facts(m meeting) returns jsonb language sql stable set search_path = public as $$
  select jsonb_build_object('title', m.title, 'startsAt', utc(m.starts_at), 'durationMin', m.duration_min, 'place', m.place, 'purpose', m.purpose,
    'cancelledReason', m.cancelled_reason, 'team', t.name, 'school', (select s.name from school s where s.id = t.school_id),
    'items', coalesce((select jsonb_agg(jsonb_build_object('title', i.title, 'minutes', i.planned_min) order by i.position)
      from agenda_item i where i.meeting_id = m.id), '[]'))
  from team t where t.id = m.team_id
$$;

-- Is somebody still called to the meeting: of its team or its coach, or its guest?
create or replace function is_called(m meeting, p_person uuid) returns boolean language sql stable set search_path = public as $$
  select exists (select from meeting_participant x where x.meeting_id = m.id and x.person_id = p_person
    and (x.is_guest or team_rel(m.team_id, p_person) & 6 <> 0))
$$;

-- Everybody who is called to the meeting, also those whom no mail can reach: of them it is then said. p_person: this one alone.
create or replace function notice_recipients(m meeting, p_person uuid) returns setof uuid language sql stable set search_path = public as $$
  select x.person_id from meeting_participant x where x.meeting_id = m.id and (p_person is null or x.person_id = p_person) and is_called(m, x.person_id)
$$;

-- Queues what is told, in the transaction that changes the meeting; the caller holds the meeting's row. A notice that nobody has been
-- sent yet takes the new facts: a team that moves five items tells it once. p_person: only this one; null: everybody who is called.
create or replace function tell_notice(p_meeting uuid, p_kind text, p_person uuid, p_quiet interval) returns void
language plpgsql volatile set search_path = public as $$
declare
  m meeting;
  n meeting_notice;
  ends_it boolean := p_kind in ('CANCELLED', 'UNINVITED');
begin
  select * into m from meeting where id = p_meeting;
  if (m.state <> case p_kind when 'CANCELLED' then 'CANCELLED' else 'CONVENED' end) then
    return;
  end if;
  select * into n from meeting_notice where meeting_id = p_meeting order by version desc limit 1 for update;
  if p_kind = 'CHANGED' and n.facts = notice_facts(m) then
    return;
  end if;
  if n.sealed_at is null and n.id is not null and p_kind = 'CANCELLED' then
    delete from meeting_notice where id = n.id;
    if n.kind = 'CONVENED' then
      return;
    end if;
  elsif n.sealed_at is null and n.id is not null and n.kind <> 'UNINVITED' and not ends_it then
    update meeting_notice set facts = notice_facts(m), quiet = least(n.quiet, p_quiet),
      send_after = case when n.kind = 'CONVENED' then n.send_after else least(now() + least(n.quiet, p_quiet), n.created_at + interval '30 minutes') end
    where id = n.id;
    insert into notice_mail (municipality_id, notice_id, meeting_id, person_id)
      select m.municipality_id, n.id, m.id, r from notice_recipients(m, p_person) r
    on conflict do nothing;
    return;
  end if;
  insert into meeting_notice (municipality_id, meeting_id, version, kind, facts, quiet, send_after)
  values (m.municipality_id, m.id, greatest(coalesce((select max(o.version) from meeting_notice o where o.meeting_id = m.id), 0) + 1, m.revision),
    p_kind, notice_facts(m), p_quiet, now() + p_quiet)
  returning * into n;
  insert into notice_mail (municipality_id, notice_id, meeting_id, person_id)
    select m.municipality_id, n.id, m.id, r from notice_recipients(m, p_person) r where p_kind <> 'UNINVITED'
    union select m.municipality_id, n.id, m.id, p_person where p_kind = 'UNINVITED';
end $$;

-- The next mail that is to be sent, noted as being sent before anybody sends it; null when there is none. One that has been under way
-- for longer than any sending lasts was cut off, and is sent again under the same name. A person hears of a meeting's versions in order.
create or replace function claim_notice_mail(p_cut_off interval, p_token_hash bytea) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  x notice_mail;
  n meeting_notice;
  m meeting;
  wanted boolean;
begin
  update meeting_notice set sealed_at = now() where sealed_at is null and send_after <= now();
  select w.* into x from notice_mail w join meeting_notice o on o.id = w.notice_id
  where o.sealed_at is not null
    and ((w.state = 'WAITING' and w.next_try_at <= now()) or (w.state = 'SENDING' and w.claimed_at < now() - p_cut_off))
    and not exists (select from notice_mail e join meeting_notice eo on eo.id = e.notice_id
      where e.person_id = w.person_id and e.meeting_id = w.meeting_id and eo.version < o.version and e.state in ('WAITING', 'SENDING'))
  order by w.next_try_at, w.id limit 1 for update of w skip locked;
  if not found then
    return null;
  end if;
  select * into n from meeting_notice where id = x.notice_id;
  select * into m from meeting where id = x.meeting_id;
  -- Only who was called by mail is told by mail that they are not any more.
  wanted := case when n.kind <> 'UNINVITED' then is_called(m, x.person_id) else exists (select from notice_mail e join meeting_notice eo on eo.id = e.notice_id
    where e.person_id = x.person_id and e.meeting_id = x.meeting_id and eo.version < n.version and e.state in ('SENT', 'CAUGHT')) end;
  update notice_mail set state = 'SENDING', claimed_at = now(), tries = tries + 1 where id = x.id;
  if wanted and n.kind in ('CONVENED', 'CHANGED') then
    insert into reply_link (token_hash, municipality_id, meeting_id, person_id) values (p_token_hash, x.municipality_id, x.meeting_id, x.person_id);
  end if;
  return jsonb_build_object('id', x.id, 'meetingId', x.meeting_id, 'kind', n.kind, 'version', n.version, 'facts', n.facts, 'tries', x.tries + 1,
    'queuedAt', utc(n.sealed_at), 'wanted', wanted, 'unreached', (select c.unreached from meeting_participant c where c.meeting_id = x.meeting_id and c.person_id = x.person_id),
    'to', (select jsonb_build_object('name', p.display_name, 'address', p.email) from person p where p.id = x.person_id));
end $$;

-- One's own mails that a demonstration caught, the newest first.
create or replace function screen_my_mails(p_token_hash bytea, p_after text, p_first integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_context(p_token_hash);
  mails jsonb;
  cursor_at timestamptz;
  cursor_id uuid;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  if p_after is not null then
    cursor_at := split_part(p_after, '_', 1)::timestamptz;
    cursor_id := split_part(p_after, '_', 2)::uuid;
  end if;
  select coalesce(jsonb_agg(x.caught || jsonb_build_object('__typename', 'CaughtMail', '_rel', 1, 'id', x.id, 'caughtAt', utc(x.ended_at)) order by x.ended_at desc, x.id desc), '[]')
    into mails
  from (
    select * from notice_mail w where w.person_id = me and w.state = 'CAUGHT' and (cursor_at is null or (w.ended_at, w.id) < (cursor_at, cursor_id))
    order by w.ended_at desc, w.id desc limit p_first + 1
  ) x;
  return jsonb_build_object('__typename', 'CaughtMails', '_rel', 1, 'id', me,
    'mails', coalesce((select jsonb_agg(r order by i) from jsonb_array_elements(mails) with ordinality e(r, i) where i <= p_first), '[]'),
    'cursor', case when jsonb_array_length(mails) > p_first then (mails->(p_first - 1)->>'caughtAt') || '_' || (mails->(p_first - 1)->>'id') end);
end $$;
