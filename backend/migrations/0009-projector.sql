-- The screen in the room is nobody's account (docs/decisions/0012). A row is one time that a screen asked to be lent a meeting: with
-- its code until somebody lends it one, and from then on the loan itself. Before that it belongs to no municipality, so that
-- row-level security shows it to nobody; it is reached through the doors in projector/loans.sql alone.
create table lent_screen (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  code_hash bytea not null,
  code_expires_at timestamptz not null,
  municipality_id uuid references municipality,
  meeting_id uuid references meeting on delete cascade,
  lent_by uuid references person,
  lent_at timestamptz,
  returned_at timestamptz,
  check ((municipality_id is null) = (meeting_id is null)),
  check ((municipality_id is null) = (lent_by is null)),
  check ((municipality_id is null) = (lent_at is null)),
  check (returned_at is null or lent_at is not null)
);
-- No two screens wait with the same code.
create unique index lent_screen_waiting on lent_screen (code_hash) where meeting_id is null;
create index lent_screen_code_ends on lent_screen (code_expires_at) where meeting_id is null;
create index lent_screen_on_loan on lent_screen (meeting_id) where returned_at is null;
alter table lent_screen enable row level security;
alter table lent_screen force row level security;
create policy municipality on lent_screen using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
grant select, update (returned_at) on lent_screen to pejling_app;
