-- Opens the context of a session that a socket holds, by its id; null when it is over. First thing a note's function does.
create or replace function open_session_context(p_municipality uuid, p_session uuid) returns uuid
language plpgsql volatile set search_path = public as $$
declare
  me uuid;
begin
  perform set_config('app.municipality', '', true), set_config('app.person', '', true);
  select s.person_id into me from door_sessions_alive(array[p_session]) s;
  if me is not null then
    perform set_config('app.municipality', p_municipality::text, true), set_config('app.person', me::text, true);
  end if;
  return me;
end $$;

-- May a meeting's text still change? While it is on, and after it until its minutes are proposed.
create or replace function meeting_is_written(p_meeting uuid) returns boolean
language sql stable set search_path = public as $$
  select exists (select from meeting m where m.id = p_meeting and (m.state = 'IN_PROGRESS'
    or m.state = 'HELD' and not exists (select from minutes x where x.meeting_id = m.id and x.state <> 'OPEN')))
$$;

-- Makes the notes of a meeting that nobody has opened yet; with p_note, just that one.
create or replace function ensure_notes(p_meeting uuid, p_note uuid default null) returns void
language sql volatile set search_path = public as $$
  insert into note (id, municipality_id, meeting_id, item_id, text)
  select x.id, x.municipality_id, p_meeting, x.item, x.text from (
    select i.id, i.municipality_id, i.id as item, i.note as text from agenda_item i where i.meeting_id = p_meeting
    union all select m.id, m.municipality_id, null, '' from meeting m where m.id = p_meeting
  ) x where p_note is null or x.id = p_note
  -- Whoever is second waits for the first: by the note's id or by its item, whichever is seen first.
  on conflict do nothing
$$;

-- The meeting a note belongs to; null when there is no such item or meeting.
create or replace function meeting_of_note(p_note uuid) returns uuid
language sql stable set search_path = public as $$
  select coalesce((select i.meeting_id from agenda_item i where i.id = p_note), (select m.id from meeting m where m.id = p_note))
$$;

-- Who somebody is to a note's meeting, whether it may still be written, and how far it has come. Makes the note when it is new.
create or replace function open_note(p_municipality uuid, p_session uuid, p_note uuid) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_session_context(p_municipality, p_session);
  of_meeting uuid;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  of_meeting := meeting_of_note(p_note);
  if of_meeting is null then
    return jsonb_build_object('rel', 0);
  end if;
  perform ensure_notes(of_meeting, p_note);
  return (select jsonb_build_object('rel', meeting_rel(of_meeting), 'person', me, 'meeting', of_meeting, 'written', meeting_is_written(of_meeting),
    'number', n.number, 'text', n.text) from note n where n.id = p_note);
end $$;

-- Takes a client id for a person, where nobody has it. False when it is somebody else's.
create or replace function lease_client(p_note uuid, p_client bigint, p_person uuid) returns boolean
language plpgsql volatile set search_path = public as $$
begin
  insert into note_lease (note_id, client_id, municipality_id, person_id) values (p_note, p_client, app_municipality(), p_person)
  on conflict (note_id, client_id) do nothing;
  return exists (select from note_lease l where l.note_id = p_note and l.client_id = p_client and l.person_id = p_person);
end $$;

/*
 * Stores one update: asks, locks the note, sees that everything in it is the writer's own and without a hole, takes the next
 * number, inserts. One statement, so that its answer is given after COMMIT.
 * p_own: [{"client","from","to"}], the clocks of its own structs; p_leans: [{"client","clock"}], how far it leans on others.
 * p_mask, p_attending: the bits of access/policy.ts that may write, at once and while attending.
 */
create or replace function store_note_update(p_municipality uuid, p_session uuid, p_note uuid, p_bytes bytea, p_own jsonb, p_leans jsonb,
  p_most bigint, p_mask integer, p_attending integer) returns jsonb
language plpgsql volatile set search_path = public as $$
declare
  me uuid := open_session_context(p_municipality, p_session);
  n note;
  rel integer;
  known bigint;
  own record;
begin
  if me is null then
    return jsonb_build_object('refused', 'SIGNED_OUT');
  end if;
  select * into n from note where id = p_note for update;
  if not found then
    return jsonb_build_object('refused', 'NOT_FOUND');
  end if;
  rel := meeting_rel(n.meeting_id);
  if rel & p_mask = 0 and not (rel & 4096 <> 0 and rel & p_attending <> 0) then
    return jsonb_build_object('refused', 'NOT_FOUND');
  end if;
  if not meeting_is_written(n.meeting_id) then
    return jsonb_build_object('refused', 'STEP_NOT_POSSIBLE');
  end if;
  select u.number into known from note_update u where u.note_id = p_note and u.digest = sha256(p_bytes);
  if found then
    return jsonb_build_object('number', known, 'again', true);
  end if;
  for own in select * from jsonb_to_recordset(p_own) as o(client bigint, "from" bigint, "to" bigint) loop
    -- From here on a refusal must take everything back, so it is an exception.
    if not lease_client(p_note, own.client, me) then
      raise exception 'another person writes under this client' using errcode = 'PJ003';
    end if;
    update note_lease set clock = greatest(clock, own."to") where note_id = p_note and client_id = own.client and clock >= own."from";
    if not found then
      raise exception 'a hole in what this client wrote' using errcode = 'PJ003';
    end if;
  end loop;
  if exists (select from jsonb_to_recordset(p_leans) as r(client bigint, clock bigint)
      left join note_lease l on l.note_id = p_note and l.client_id = r.client where coalesce(l.clock, 0) < r.clock) then
    raise exception 'leans on what is not there' using errcode = 'PJ001';
  end if;
  if (select sum(clock) from note_lease where note_id = p_note) > p_most then
    raise exception 'the note is full' using errcode = 'PJ002';
  end if;
  insert into note_update (note_id, number, municipality_id, bytes, digest) values (p_note, n.number + 1, p_municipality, p_bytes, sha256(p_bytes));
  update note set number = n.number + 1, changed_at = clock_timestamp() where id = p_note;
  return jsonb_build_object('number', n.number + 1);
end $$;

-- The first update of a note that was plain text before: stored once, whoever comes first. The server's own client has no person.
create or replace function seed_note(p_note uuid, p_bytes bytea, p_client bigint, p_clock bigint) returns void
language plpgsql volatile set search_path = public as $$
begin
  perform from note where id = p_note and number = 0 for update;
  if not found then
    return;
  end if;
  insert into note_lease (note_id, client_id, municipality_id, person_id, clock) values (p_note, p_client, app_municipality(), null, p_clock)
  on conflict do nothing;
  insert into note_update (note_id, number, municipality_id, bytes, digest) values (p_note, 1, app_municipality(), p_bytes, sha256(p_bytes));
  update note set number = 1, built = 1 where id = p_note and number = 0;
end $$;
