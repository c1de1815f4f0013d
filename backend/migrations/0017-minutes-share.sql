-- What a team has shared of its minutes with its school's leaders: a copy as it was when they chose to, never as it is now. Sharing anew
-- ends the version before. What is no longer shared keeps its dates and not its words.
create table minutes_share (
  -- Nobody's clock: the id stands in an address that is opened outside the team.
  id uuid primary key default gen_random_uuid(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting on delete cascade,
  version integer not null,
  level text not null check (level in ('SCHOOL')),
  copy jsonb,
  shared_by uuid not null references person,
  shared_at timestamptz not null default clock_timestamp(),
  revoked_by uuid references person,
  revoked_at timestamptz,
  check ((copy is null) = (revoked_at is not null)),
  unique (meeting_id, version)
);
create unique index minutes_share_one on minutes_share (meeting_id) where revoked_at is null;
alter table minutes_share enable row level security;
alter table minutes_share force row level security;
create policy municipality on minutes_share using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant select, insert, update (copy, revoked_by, revoked_at) on minutes_share to pejling_app;

create function shared_copies_stay() returns trigger language plpgsql as $$
begin
  if new.copy is not null and new.copy is distinct from old.copy then
    raise exception 'a shared copy is immutable' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger minutes_share_immutable before update on minutes_share for each row execute function shared_copies_stay();
