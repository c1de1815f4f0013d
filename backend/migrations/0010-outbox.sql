-- What a device needs to open the text it has kept for somebody: one random secret a person, made at their first sign-in and
-- given to nobody else. The text itself is on the device, and the secret alone opens nothing.
create table outbox_secret (
  person_id uuid primary key references person on delete cascade,
  municipality_id uuid not null references municipality,
  -- Two random uuids hold 244 random bits; their hash spreads them over the 32 bytes.
  secret bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) check (length(secret) = 32),
  created_at timestamptz not null default now()
);

alter table outbox_secret enable row level security;
alter table outbox_secret force row level security;
create policy municipality on outbox_secret using (municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
create policy own on outbox_secret as restrictive using (person_id = (select app_person()))
  with check (person_id = (select app_person()));
grant select, insert on outbox_secret to pejling_app;
