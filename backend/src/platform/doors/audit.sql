-- The audit's doors (docs/decisions/0010), owned by pejling_doors as all doors are (doors.sql, which runs after this): what serves
-- may hand in lines and have them sealed, and can neither read nor change them.

-- Writes lines. Who it was is the session's, also when the session has ended since. Numbers are given under the counter's lock.
-- p_lines: [{"session" (hex of the token's hash),"verb","object","objectId","criterion","at" (ms since 1970)}]
-- Returns how many were written: a line of a session that never was belongs to nobody.
create or replace function door_audit(p_lines jsonb) returns integer
language plpgsql volatile security definer set search_path = public as $$
declare
  written integer;
begin
  with said as (
    select s.municipality_id, s.person_id, l.verb, l.object, l.object_id, l.criterion,
      least(to_timestamp(l.at / 1000), clock_timestamp()) as at,
      row_number() over (partition by s.municipality_id order by l.ord) as n
    from rows from (jsonb_to_recordset(p_lines) as (session text, verb text, object text, "objectId" uuid, criterion text, at double precision))
      with ordinality as l(session, verb, object, object_id, criterion, at, ord)
    join session s on s.token_hash = decode(l.session, 'hex')
  ), per_municipality as (
    select municipality_id, count(*) as n from said group by municipality_id order by municipality_id
  ), raised as (
    insert into audit_counter as c (municipality_id, lines)
    select municipality_id, n from per_municipality order by municipality_id
    on conflict (municipality_id) do update set lines = c.lines + excluded.lines
    returning c.municipality_id, c.lines
  )
  insert into audit_event (municipality_id, number, actor_id, verb, object, object_id, criterion, at)
  select m.municipality_id, r.lines - m.n + said.n, said.person_id, said.verb, said.object, said.object_id, said.criterion, said.at
  from said join per_municipality m using (municipality_id) join raised r using (municipality_id);
  get diagnostics written = row_count;
  return written;
end $$;

-- Of everything that a line or a change says, written in one way wherever and whenever it is read: times in UTC to the microsecond.
create or replace function audit_instant(p_at timestamptz) returns text language sql stable set search_path = public as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
$$;

create or replace function audit_lines_hash(p_municipality uuid, p_from bigint, p_to bigint) returns bytea
language sql stable set search_path = public as $$
  select sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(a.number, a.id, a.actor_id, a.verb, a.object, a.object_id,
      a.criterion, a.about_person_ids, audit_instant(a.at))::text, 'UTF8')), ''::bytea order by a.number), ''::bytea))
  from audit_event a where a.municipality_id = p_municipality and a.number > p_from and a.number <= p_to
$$;

create or replace function audit_changes_hash(p_kind text, p_id uuid, p_from bigint, p_to bigint) returns bytea
language sql stable set search_path = public as $$
  select sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(c.version, c.municipality_id, c.change_id, c.is_home, c.entity,
      c.entity_id, c.verb, c.actor_id, audit_instant(c.at), c.fields)::text, 'UTF8')), ''::bytea order by c.version), ''::bytea))
  from change c where c.scope_kind = p_kind and c.scope_id = p_id and c.version > p_from and c.version <= p_to
$$;

-- Of the ranges of changes that a seal covers: of their hashes, so that it can be made again when the changes themselves are gone.
create or replace function audit_scopes_hash(p_municipality uuid, p_seal bigint) returns bytea
language sql stable set search_path = public as $$
  select sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(s.scope_kind, s.scope_id, s.from_version, s.to_version,
      encode(s.hash, 'hex'))::text, 'UTF8')), ''::bytea order by s.scope_kind collate "C", s.scope_id), ''::bytea))
  from audit_seal_scope s where s.municipality_id = p_municipality and s.seal_number = p_seal
$$;

create or replace function audit_seal_hash(s audit_seal) returns bytea
language sql stable set search_path = public as $$
  select sha256(s.previous_hash || convert_to(jsonb_build_array(s.municipality_id, s.number, audit_instant(s.sealed_at), s.from_line,
    s.to_line, s.lines, encode(s.lines_hash, 'hex'), encode(s.changes_hash, 'hex'))::text, 'UTF8'))
$$;

-- Seals what is new in a municipality: its lines after the last seal's, and in each scope the versions after the last sealed.
-- Numbers and versions are both given under a lock that is held until they are committed, so all up to the highest seen are seen,
-- and what commits later has a higher one. Returns the seal's number; null when there was nothing.
create or replace function door_seal(p_municipality uuid) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare
  last audit_seal;
  this audit_seal;
begin
  perform pg_advisory_xact_lock(hashtext('pejling: audit seal'), hashtext(p_municipality::text));
  select * into last from audit_seal where municipality_id = p_municipality order by number desc limit 1;
  this.municipality_id := p_municipality;
  this.number := coalesce(last.number, 0) + 1;
  this.sealed_at := clock_timestamp();
  this.from_line := coalesce(last.to_line, 0);
  select lines into this.to_line from audit_counter where municipality_id = p_municipality;
  this.to_line := coalesce(this.to_line, 0);
  insert into audit_seal_scope (municipality_id, seal_number, scope_kind, scope_id, from_version, to_version, hash)
  select p_municipality, this.number, c.kind, c.id, coalesce(s.to_version, 0), c.version,
    audit_changes_hash(c.kind, c.id, coalesce(s.to_version, 0), c.version)
  from scope_counter c
    left join lateral (select x.to_version from audit_seal_scope x where x.scope_kind = c.kind and x.scope_id = c.id
      order by x.to_version desc limit 1) s on true
  where c.municipality_id = p_municipality and c.version > coalesce(s.to_version, 0);
  if not found and this.to_line <= this.from_line then
    return null;
  end if;
  select count(*) into this.lines from audit_event a
  where a.municipality_id = p_municipality and a.number > this.from_line and a.number <= this.to_line;
  this.lines_hash := audit_lines_hash(p_municipality, this.from_line, this.to_line);
  this.changes_hash := audit_scopes_hash(p_municipality, this.number);
  this.previous_hash := coalesce(last.hash, ''::bytea);
  this.hash := audit_seal_hash(this);
  insert into audit_seal select this.*;
  return this.number;
end $$;
