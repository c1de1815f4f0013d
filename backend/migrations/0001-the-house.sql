-- The first schema: organisation, identity, markers, meetings, actions, minutes, published tables,
-- the change log and the audit. Every tenant table carries municipality_id and forced row-level security
-- (see the end of the file); states are text with CHECK because enum operators defeat indexes under RLS.

create function app_municipality() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.municipality', true), '')::uuid $$;
create function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Organisation ---------------------------------------------------------------------------------------------

create table municipality (
  id uuid primary key default uuidv7(),
  name text not null collate "da-x-icu",
  cvr text,
  code text,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

create table school_cluster (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  name text not null collate "da-x-icu"
);
create index on school_cluster (municipality_id);

create table school (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  cluster_id uuid references school_cluster,
  name text not null collate "da-x-icu",
  institution_number text,
  kind text not null check (kind in ('FOLKESKOLE', 'SPECIALSKOLE', 'UNGDOMSSKOLE', 'OTHER'))
);
create index on school (municipality_id);
create index on school (cluster_id);

create table school_year (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  key text not null check (key ~ '^\d{4}-\d{4}$'),
  starts_on date not null,
  ends_on date not null,
  unique (municipality_id, key)
);

create table person (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  school_id uuid references school,
  display_name text not null collate "da-x-icu",
  initials text not null,
  professions text[] not null default '{}',
  email text,
  uniid text
);
create index on person (municipality_id);
create index on person (school_id);

create table team (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  school_id uuid references school,
  cluster_id uuid references school_cluster,
  name text not null collate "da-x-icu",
  kind text not null check (kind in ('KLASSETEAM', 'AARGANGSTEAM', 'AFDELINGSTEAM', 'FAGTEAM', 'RESSOURCETEAM',
    'IMPLEMENTERINGSTEAM', 'LEDELSESTEAM', 'NETVAERK')),
  school_year text not null check (school_year ~ '^\d{4}-\d{4}$'),
  grade_band text check (grade_band in ('INDSKOLING', 'MELLEMTRIN', 'UDSKOLING'))
);
create index on team (municipality_id);
create index on team (school_id);

create table team_membership (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  team_id uuid not null references team,
  person_id uuid not null references person,
  function text not null check (function in ('MEMBER', 'COORDINATOR', 'FACILITATOR')),
  valid_from date not null,
  valid_to date,
  unique (team_id, person_id, valid_from)
);
create index on team_membership (person_id);

create table role_assignment (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  person_id uuid not null references person,
  role text not null check (role in ('MUNICIPAL_ADMIN', 'MUNICIPAL_CONSULTANT', 'SCHOOL_LEADER', 'PLC_COACH', 'READER', 'DPO')),
  scope_kind text not null check (scope_kind in ('MUNICIPALITY', 'CLUSTER', 'SCHOOL', 'TEAM')),
  scope_id uuid not null,
  valid_from date not null,
  valid_to date,
  unique (person_id, role, scope_id, valid_from)
);
create index on role_assignment (person_id);
create index on role_assignment (scope_id);

-- Identity -------------------------------------------------------------------------------------------------

create table account (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  person_id uuid not null unique references person,
  sign_in_name text not null unique check (sign_in_name = lower(sign_in_name)),
  password_hash text not null,
  is_demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

create table session (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on session (person_id);

create table invitation (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Not a tenant table: a counter by a hash of who tries, before anybody is known.
create table sign_in_attempt (
  key text primary key,
  window_started_at timestamptz not null,
  attempts integer not null
);

-- Markers --------------------------------------------------------------------------------------------------

create table initiative (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  name text not null collate "da-x-icu"
);
create index on initiative (municipality_id);

create table marker_set (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  initiative_id uuid not null references initiative,
  version integer not null,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  is_example boolean not null default false,
  label text,
  published_at timestamptz,
  unique (initiative_id, version)
);
create index on marker_set (municipality_id);

create table guiding_marker (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  marker_set_id uuid not null references marker_set,
  position integer not null,
  title text not null,
  short_title text not null,
  description text not null,
  slot integer not null check (slot between 1 and 8),
  supersedes_marker_id uuid references guiding_marker,
  unique (marker_set_id, position)
);
create index on guiding_marker (municipality_id);

create table marker_sign (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  marker_id uuid not null references guiding_marker,
  position integer not null,
  text text not null,
  unique (marker_id, position)
);

-- Meetings -------------------------------------------------------------------------------------------------

-- System templates have no municipality and are the same for everyone.
create table agenda_template (
  id uuid primary key default uuidv7(),
  municipality_id uuid references municipality,
  scope text not null check (scope in ('SYSTEM', 'MUNICIPALITY', 'SCHOOL', 'TEAM')),
  scope_id uuid,
  key text not null,
  name text not null,
  purpose text not null,
  bring text not null,
  minutes integer not null check (minutes between 5 and 480),
  position integer not null default 0,
  check ((scope = 'SYSTEM') = (municipality_id is null))
);
create unique index on agenda_template (key) where scope = 'SYSTEM';
create index on agenda_template (municipality_id);

create table template_step (
  id uuid primary key default uuidv7(),
  municipality_id uuid references municipality,
  template_id uuid not null references agenda_template,
  position integer not null,
  key text not null,
  title text not null,
  kind text not null check (kind in ('ORIENTATION', 'DISCUSSION', 'DECISION', 'REFLECTION', 'FOLLOW_UP', 'EVALUATION', 'BREAK')),
  track text not null check (track in ('OPERATIONS', 'DEVELOPMENT')),
  minutes integer not null check (minutes between 1 and 240),
  min_minutes integer not null check (min_minutes between 1 and 240),
  guidance text not null,
  recurs boolean not null default false,
  unique (template_id, position)
);

create table meeting_series (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  team_id uuid not null references team,
  name text not null
);
create index on meeting_series (team_id);

create table agenda_thread (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  series_id uuid not null references meeting_series,
  step_key text,
  title text not null,
  kind text not null check (kind in ('ORIENTATION', 'DISCUSSION', 'DECISION', 'REFLECTION', 'FOLLOW_UP', 'EVALUATION', 'BREAK')),
  track text not null check (track in ('OPERATIONS', 'DEVELOPMENT')),
  recurs boolean not null default false,
  times_moved integer not null default 0,
  state text not null default 'OPEN' check (state in ('OPEN', 'GOES_ON', 'PARKED', 'DONE', 'DROPPED')),
  dropped_reason text
);
create index on agenda_thread (series_id, state);

create table meeting (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  team_id uuid not null references team,
  series_id uuid not null references meeting_series,
  title text not null,
  starts_at timestamptz not null,
  duration_min integer not null check (duration_min between 5 and 480),
  place text not null default '',
  purpose text not null default '',
  bring text not null default '',
  template_key text,
  state text not null check (state in ('DRAFT', 'CONVENED', 'IN_PROGRESS', 'HELD', 'CLOSED', 'CANCELLED')),
  revision integer not null default 1,
  current_item_id uuid,
  convened_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  ended_by_clock boolean not null default false,
  extended_min integer not null default 0,
  cancelled_reason text
);
create index on meeting (team_id, starts_at desc);
create index on meeting (series_id, starts_at desc);
create index on meeting (municipality_id, starts_at) where state = 'IN_PROGRESS';

create table meeting_marker (
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  marker_id uuid not null references guiding_marker,
  primary key (meeting_id, marker_id)
);

create table meeting_participant (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  attendance text not null default 'INVITED' check (attendance in ('INVITED', 'PRESENT', 'ABSENT', 'GUEST')),
  is_guest boolean not null default false,
  meeting_role text check (meeting_role in ('FACILITATOR', 'NOTE_TAKER', 'TIMEKEEPER', 'FOCUS_PERSON', 'INTERVIEWER', 'OBSERVER', 'PRESENTER')),
  unique (meeting_id, person_id)
);
create index on meeting_participant (person_id);

create table agenda_item (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  thread_id uuid not null references agenda_thread,
  position integer not null,
  step_key text,
  title text not null,
  kind text not null check (kind in ('ORIENTATION', 'DISCUSSION', 'DECISION', 'REFLECTION', 'FOLLOW_UP', 'EVALUATION', 'BREAK')),
  track text not null check (track in ('OPERATIONS', 'DEVELOPMENT')),
  planned_min integer not null check (planned_min between 1 and 240),
  extended_min integer not null default 0,
  guidance text not null default '',
  owner_id uuid references person,
  brought_over boolean not null default false,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'ACTIVE', 'DONE', 'CARRIED', 'PARKED', 'DROPPED')),
  outcome text check (outcome in ('DECISION', 'ACTION', 'DISCUSSED', 'CARRIED', 'PARKED', 'DROPPED', 'NOTED')),
  outcome_reason text,
  started_at timestamptz,
  ended_at timestamptz,
  note text not null default '',
  note_version integer not null default 0,
  revision integer not null default 1
);
create index on agenda_item (meeting_id, position);
create index on agenda_item (thread_id);
create unique index agenda_item_one_active on agenda_item (meeting_id) where state = 'ACTIVE';
alter table meeting add constraint meeting_current_item foreign key (current_item_id) references agenda_item deferrable initially deferred;

create table agenda_item_marker (
  municipality_id uuid not null references municipality,
  item_id uuid not null references agenda_item on delete cascade,
  marker_id uuid not null references guiding_marker,
  primary key (item_id, marker_id)
);

create table decision (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null references meeting,
  item_id uuid not null references agenda_item,
  text text not null,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  revision integer not null default 1
);
create index on decision (meeting_id, created_at);

-- Actions --------------------------------------------------------------------------------------------------

create table action (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  team_id uuid not null references team,
  kind text not null check (kind in ('TRIAL', 'TASK', 'AGREEMENT')),
  title text not null,
  why text not null default '',
  state text not null check (state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED', 'CLOSED', 'ABANDONED')),
  outcome text check (outcome in ('KEEP', 'ADJUST', 'STOP')),
  due_on date,
  expected_signs text[] not null default '{}',
  origin_meeting_id uuid references meeting,
  origin_item_id uuid references agenda_item,
  predecessor_id uuid unique references action,
  abandoned_reason text,
  help_wanted text,
  help_wanted_at timestamptz,
  not_yet_at timestamptz,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  agreed_at timestamptz,
  begun_at timestamptz,
  tried_at timestamptz,
  closed_at timestamptz,
  revision integer not null default 1
);
create index on action (team_id, created_at desc);
create index on action (origin_meeting_id);
create index on action (municipality_id, closed_at);

create table action_marker (
  municipality_id uuid not null references municipality,
  action_id uuid not null references action,
  marker_id uuid not null references guiding_marker,
  primary key (action_id, marker_id)
);
create index on action_marker (marker_id);

create table action_responsible (
  municipality_id uuid not null references municipality,
  action_id uuid not null references action,
  person_id uuid not null references person,
  primary key (action_id, person_id)
);
create index on action_responsible (person_id);

create table action_reflection (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  action_id uuid not null references action,
  on_date date not null,
  what_we_tried text not null default '',
  what_we_saw text not null default '',
  what_we_learned text not null default '',
  meeting_id uuid references meeting,
  created_by uuid not null references person,
  created_at timestamptz not null default now()
);
create index on action_reflection (action_id, created_at);

-- Minutes --------------------------------------------------------------------------------------------------

create table minutes (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  meeting_id uuid not null unique references meeting,
  state text not null default 'OPEN' check (state in ('OPEN', 'PROPOSED', 'APPROVED')),
  proposed_at timestamptz,
  proposed_by uuid references person,
  approved_at timestamptz,
  approved_by uuid references person,
  approved_way text check (approved_way in ('ALL_PRESENT', 'FACILITATOR', 'TIME')),
  snapshot jsonb,
  fingerprint text,
  revision integer not null default 1,
  check ((state = 'APPROVED') = (snapshot is not null and fingerprint is not null))
);

create table minutes_approval (
  municipality_id uuid not null references municipality,
  minutes_id uuid not null references minutes,
  person_id uuid not null references person,
  tapped_at timestamptz not null default now(),
  primary key (minutes_id, person_id)
);

create table minutes_objection (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  minutes_id uuid not null references minutes,
  item_id uuid references agenda_item,
  text text not null,
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  answer text,
  answered_at timestamptz
);
create index on minutes_objection (minutes_id);

create table minutes_amendment (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  minutes_id uuid not null references minutes,
  item_id uuid references agenda_item,
  text text not null,
  created_by uuid not null references person,
  created_at timestamptz not null default now()
);
create index on minutes_amendment (minutes_id);

-- Published tables above the school (teams counted, rounded to threes, from five teams up) ------------------

create table published_cell (
  municipality_id uuid not null references municipality,
  published_on date not null,
  school_year text not null,
  group_kind text not null check (group_kind in ('SCHOOL', 'CLUSTER', 'MUNICIPALITY')),
  group_id uuid not null,
  grade_band text not null default 'ALL',
  marker_id uuid not null references guiding_marker,
  begun text not null,
  kept text not null,
  adjusted text not null,
  stopped text not null,
  primary key (municipality_id, published_on, group_kind, group_id, grade_band, marker_id)
);

-- The change log -------------------------------------------------------------------------------------------

create table scope_counter (
  municipality_id uuid not null references municipality,
  kind text not null check (kind in ('MEETING', 'TEAM', 'PERSON', 'SCHOOL', 'MUNICIPALITY')),
  id uuid not null,
  version bigint not null,
  primary key (kind, id)
);

-- One row in the change's home scope; in every other scope a row that points there by change_id.
create table change (
  scope_kind text not null,
  scope_id uuid not null,
  version bigint not null,
  municipality_id uuid not null references municipality,
  change_id uuid not null,
  is_home boolean not null,
  entity text,
  entity_id uuid,
  verb text,
  actor_id uuid,
  at timestamptz,
  fields jsonb,
  primary key (scope_kind, scope_id, version)
);
create unique index change_home on change (change_id) where is_home;
create index on change (entity_id) where is_home;

create table audit_event (
  id uuid primary key default uuidv7(),
  municipality_id uuid not null references municipality,
  actor_id uuid,
  verb text not null check (verb in ('READ', 'SEARCH', 'CREATE', 'UPDATE', 'EXPORT', 'DELETE', 'SIGN_IN', 'SIGN_OUT')),
  object text not null,
  object_id uuid,
  about_person_ids uuid[] not null default '{}',
  at timestamptz not null default now()
);
create index on audit_event (municipality_id, at);

-- Row-level security: municipality on every tenant table, person on the private ones ------------------------

do $$
declare t text;
begin
  foreach t in array array['school_cluster', 'school', 'school_year', 'person', 'team', 'team_membership', 'role_assignment',
    'account', 'session', 'invitation', 'initiative', 'marker_set', 'guiding_marker', 'marker_sign', 'meeting_series', 'agenda_thread',
    'meeting', 'meeting_marker', 'meeting_participant', 'agenda_item', 'agenda_item_marker', 'decision', 'action',
    'action_marker', 'action_responsible', 'action_reflection', 'minutes', 'minutes_approval', 'minutes_objection',
    'minutes_amendment', 'published_cell', 'scope_counter', 'change', 'audit_event']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy municipality on %I using (municipality_id = (select app_municipality())) with check (municipality_id = (select app_municipality()))', t);
  end loop;
end $$;

alter table municipality enable row level security;
alter table municipality force row level security;
create policy municipality on municipality using (id = (select app_municipality()));

alter table agenda_template enable row level security;
alter table agenda_template force row level security;
create policy municipality on agenda_template using (municipality_id is null or municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));
alter table template_step enable row level security;
alter table template_step force row level security;
create policy municipality on template_step using (municipality_id is null or municipality_id = (select app_municipality()))
  with check (municipality_id = (select app_municipality()));

-- The second lock on what is one person's own.
create policy own on session as restrictive using (person_id = (select app_person()));
create policy own on account as restrictive using (person_id = (select app_person()));
create policy own on change as restrictive for select
  using (scope_kind <> 'PERSON' or scope_id = (select app_person()));
create policy nobody_reads on audit_event as restrictive for select using (actor_id = (select app_person()));

grant usage on schema public to pejling_app, pejling_doors;
grant select on all tables in schema public to pejling_app;
grant insert, update on school_cluster, school, school_year, person, team, team_membership, role_assignment, initiative, marker_set,
  guiding_marker, marker_sign, agenda_template, template_step, meeting_series, agenda_thread, meeting, meeting_participant, agenda_item,
  decision, action, action_reflection, minutes, minutes_objection, published_cell, scope_counter, session to pejling_app;
grant insert on meeting_marker, agenda_item_marker, action_marker, action_responsible, minutes_approval, minutes_amendment, change,
  audit_event to pejling_app;
grant delete on meeting_marker, meeting_participant, agenda_item, agenda_item_marker, action_marker, action_responsible, decision,
  minutes_approval to pejling_app;
revoke select on account, invitation, sign_in_attempt from pejling_app;

-- Approved minutes are immutable: what comes later stands beside them as amendments.
create function minutes_stay_as_approved() returns trigger language plpgsql as $$
begin
  if old.state = 'APPROVED' then
    raise exception 'approved minutes are immutable' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger minutes_immutable before update or delete on minutes for each row execute function minutes_stay_as_approved();
