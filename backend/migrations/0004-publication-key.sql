-- The secret behind the chance amounts in the published tables (docs/decisions/0009). Whoever had it could take them out
-- again, so row-level security gives it to nobody but the clock.
create table publication_key (
  municipality_id uuid primary key references municipality,
  key bytea not null check (length(key) = 32)
);
alter table publication_key enable row level security;
alter table publication_key force row level security;
create policy municipality on publication_key using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
create policy clock on publication_key as restrictive
  using ((select app_person()) = '00000000-0000-7000-8000-00000000c10c');
grant select, insert, update on publication_key to pejling_app;
